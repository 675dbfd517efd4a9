//! Which parts of a page are the article's: Readability is asked on a copy in which every element and
//! every text has a number, and the numbers that are left tell.

use std::collections::{BTreeSet, HashMap};

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::Readability;

/// An attribute with this name and a number stands on each element of the copy, and on a `<span>` around
/// each text. The number is in the name: Readability copies attributes from one element to another, over
/// those of the same name.
const MARK: &str = "data-hebdo-";
/// Elements whose text is no text of the page, or could not stand in a `<span>`.
const NO_SPANS: &[&str] = &[
    "head", "script", "style", "noscript", "template", "textarea", "title", "select", "option",
    "svg", "math", "iframe", "object", "video", "audio",
];

/// The elements and texts of a page, numbered in reading order, and which of them are the article's.
#[derive(Default)]
pub(crate) struct Elements {
    /// All elements are, whatever their numbers.
    is_all: bool,
    /// The number of a node, and that of the first one after its end.
    ranges: HashMap<NodeId, (usize, usize)>,
    inside: BTreeSet<usize>,
}

impl Elements {
    /// Whether the element or text, or a part of it, is the article's.
    pub(crate) fn has_part(&self, node: &NodeRef<'_>) -> bool {
        let range = self.ranges.get(&node.id);
        let has = |(start, end): &(usize, usize)| self.inside.range(start..end).next().is_some();
        self.is_all || range.is_some_and(has)
    }

    /// Those of what is all article: a mail, a feed's entry.
    pub(crate) fn all() -> Self {
        Self {
            is_all: true,
            ..Self::default()
        }
    }
}

/// Numbers the nodes and asks Readability; where it finds nothing, the whole body is the article.
pub(crate) fn elements(document: &Document) -> Elements {
    let copy = document.clone();
    let mut numbers = Numbers::default();
    numbers.give(&copy.root());
    let Numbers { ranges, next } = numbers;
    let mut inside = readable(copy);
    if inside.is_empty() {
        inside = (0..next).collect();
    }
    Elements {
        is_all: false,
        ranges,
        inside,
    }
}

/// The numbers given so far; the document and its copy know a node by the same id.
#[derive(Default)]
struct Numbers {
    ranges: HashMap<NodeId, (usize, usize)>,
    next: usize,
}

impl Numbers {
    fn give(&mut self, node: &NodeRef<'_>) {
        let may_wrap = !NO_SPANS.iter().any(|name| node.has_name(name));
        for child in node.children() {
            if child.is_element() {
                let start = self.take(&child);
                self.give(&child);
                self.ranges.insert(child.id, (start, self.next));
            } else if may_wrap && child.is_nonempty_text() {
                let span = node.tree.new_element("span");
                child.insert_before(&span);
                span.append_child(&child);
                let start = self.take(&span);
                self.ranges.insert(child.id, (start, self.next));
            }
        }
    }

    fn take(&mut self, element: &NodeRef<'_>) -> usize {
        let number = self.next;
        element.set_attr(&format!("{MARK}{number}"), "");
        self.next += 1;
        number
    }
}

/// The numbers that stand in what Readability takes for the article.
fn readable(copy: Document) -> BTreeSet<usize> {
    let parsed = Readability::with_document(copy, None, None).and_then(|mut page| page.parse());
    let Ok(article) = parsed else {
        return BTreeSet::new();
    };
    let marks = article.content.split(MARK).skip(1);
    let numbers = marks.filter_map(|after| {
        let end = after.find(|c: char| !c.is_ascii_digit())?;
        after[..end].parse().ok()
    });
    numbers.collect()
}
