//! Notes of a page (`[1]` in the text, a list of them below it): which links lead to them, and which
//! elements they are. Enter by [`Notes::of`].

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::article::Elements;

/// Elements that a note can be.
const HOLDERS: &[&str] = &["li", "p", "div", "dd", "aside"];
/// Longest text of a link to a note: `[12]`, `note 3`.
const LONGEST: usize = 8;

/// Links to notes and notes, each with the note's label.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    links: HashMap<NodeId, String>,
    holders: HashMap<NodeId, String>,
}

impl Notes {
    /// The notes to which the article's text leads.
    pub(crate) fn of(document: &Document, elements: &Elements) -> Self {
        let places = places(document);
        let mut notes = Self::default();
        let links = document.select(r##"a[href*="#"]"##);
        for link in links.nodes().iter().filter(|link| elements.has_part(link)) {
            let place = target(link).and_then(|name| places.get(&name));
            let holder = place.and_then(holder).filter(|_| is_mark(link));
            if let Some(holder) = holder.filter(|holder| is_apart(link, holder)) {
                notes.add(link, &holder);
            }
        }
        notes.leave_crowded(document);
        notes
    }

    fn add(&mut self, link: &NodeRef<'_>, holder: &NodeRef<'_>) {
        // A link back, in a note, is none to a note.
        let mut above = link.ancestors_it(None);
        if above.any(|n| self.holders.contains_key(&n.id)) {
            return;
        }
        let label = match self.holders.get(&holder.id) {
            Some(label) => label.clone(),
            None => self.label(&link.text()),
        };
        self.holders.insert(holder.id, label.clone());
        self.links.insert(link.id, label);
    }

    /// The page's own number, or the first one that is free.
    fn label(&self, text: &str) -> String {
        let own: String = text.chars().filter(char::is_ascii_digit).collect();
        let taken: HashSet<&String> = self.holders.values().collect();
        let is_free = |label: &String| !label.is_empty() && !taken.contains(label);
        let mut free = (1..).map(|n: usize| n.to_string()).filter(is_free);
        let first = free.next().unwrap_or_default();
        Some(own).filter(is_free).unwrap_or(first)
    }

    /// What holds another note is the list of them, not a note.
    fn leave_crowded(&mut self, document: &Document) {
        let mut crowded = HashSet::new();
        for id in self.holders.keys() {
            let above = document.tree.ancestors_of(id, None);
            crowded.extend(
                above
                    .into_iter()
                    .map(|n| n.id)
                    .filter(|id| self.holders.contains_key(id)),
            );
        }
        let labels: Vec<String> = crowded
            .iter()
            .filter_map(|id| self.holders.remove(id))
            .collect();
        self.links.retain(|_, label| !labels.contains(label));
    }

    /// The label of the note to which a link leads.
    pub(crate) fn label_of(&self, link: &NodeRef<'_>) -> Option<&str> {
        self.links.get(&link.id).map(String::as_str)
    }

    /// The label of the note that an element is.
    pub(crate) fn own_label(&self, element: &NodeRef<'_>) -> Option<&str> {
        self.holders.get(&element.id).map(String::as_str)
    }

    /// Whether a link only leads from a note back to the text.
    pub(crate) fn is_way_back(&self, link: &NodeRef<'_>) -> bool {
        let in_page = link.attr("href").is_some_and(|href| href.contains('#'));
        let is_short = link.text().trim().chars().count() <= 3;
        let mut above = link.ancestors_it(None);
        in_page && is_short && above.any(|n| self.holders.contains_key(&n.id))
    }
}

/// The elements that a link on the page can lead to, by their names.
fn places(document: &Document) -> HashMap<String, NodeRef<'_>> {
    let named = document.select("body [id], body a[name]");
    let name = |node: &NodeRef<'_>| node.attr("id").or_else(|| node.attr("name"));
    let mut places = HashMap::new();
    for node in named.nodes() {
        if let Some(name) = name(node) {
            places.entry(name.to_string()).or_insert(*node);
        }
    }
    places
}

/// The name of the place on the page to which a link leads.
fn target(link: &NodeRef<'_>) -> Option<String> {
    let href = link.attr("href")?;
    let (_, name) = href.trim().split_once('#')?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// `1`, `[2]`, `*`, raised or in brackets.
fn is_mark(link: &NodeRef<'_>) -> bool {
    let text = link.text();
    let text = text.trim();
    let inner = text.trim_matches(['[', ']', '(', ')']);
    let is_number = (1..=3).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    let is_raised = !link.find(&["sup"]).is_empty()
        || link.ancestors_it(Some(3)).any(|n| n.has_name("sup"))
        || link
            .attr("role")
            .is_some_and(|role| &*role == "doc-noteref")
        || link.class().is_some_and(|class| class.contains("footnote"));
    let is_set_off = is_raised || inner != text;
    is_number && is_set_off || is_raised && text.chars().count() <= LONGEST
}

/// The block that is the note, for what a link leads to.
fn holder<'a>(place: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let is_holder = |node: &NodeRef<'_>| HOLDERS.iter().any(|name| node.has_name(name));
    let own = Some(*place).filter(is_holder);
    own.or_else(|| place.ancestors_it(Some(4)).find(is_holder))
}

/// Whether the note stands apart from the text that leads to it, and has words.
fn is_apart(link: &NodeRef<'_>, holder: &NodeRef<'_>) -> bool {
    let is_around = link.ancestors_it(None).any(|n| n.id == holder.id);
    !is_around && holder.text().chars().any(char::is_alphabetic)
}

/// A note's Markdown without its own label and the signs of links back at its beginning.
pub(crate) fn without_label<'t>(text: &'t str, label: &str) -> &'t str {
    let is_sign =
        |c: char| c.is_whitespace() || matches!(c, '^' | '↑' | '↩' | '*' | '\\' | '.' | ')' | ':');
    let bare = text.trim_start_matches(['[', '\\', '(']);
    let Some(rest) = bare.strip_prefix(label) else {
        return text.trim_start_matches(['^', '↑', '↩', ' ']);
    };
    let rest_of_label = rest.trim_start_matches(['\\', ']', ')']);
    let is_label = rest_of_label.starts_with(is_sign);
    if is_label {
        rest_of_label.trim_start_matches(['.', ':', ')', ' ', '\\'])
    } else {
        text
    }
}
