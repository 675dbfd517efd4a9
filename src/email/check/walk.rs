//! The tags of a mail, each with its styles and the colours in which its text stands.

use dom_query::{Document, NodeRef};

use super::contrast::Colour;

/// A tag of the body.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// The declarations of its `style`, in lower case.
    pub(super) styles: Vec<(String, String)>,
    /// The words that stand right in it.
    pub(super) own_text: String,
    /// All words in it, and the alternative texts of its pictures.
    pub(super) text: String,
    /// The story in which it stands, from 1; 0 before the first.
    pub(super) story: usize,
    pub(super) colour: Colour,
    pub(super) background: Colour,
    /// Whether it or one around it is not shown.
    pub(super) is_hidden: bool,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    fn style(&self, name: &str) -> Option<&str> {
        let found = self.styles.iter().rev().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Calls `visit` with each tag of the body, in order.
pub(super) fn each(html: &str, mut visit: impl FnMut(Tag)) {
    let document = Document::from(html);
    let mut story = 0;
    if let Some(body) = document.select("body").nodes().first() {
        let around = Around {
            colour: Colour::BLACK,
            background: Colour::WHITE,
            is_hidden: false,
        };
        walk(body, around, &mut story, &mut visit);
    }
}

/// What a tag takes from those around it.
#[derive(Debug, Clone, Copy)]
struct Around {
    colour: Colour,
    background: Colour,
    is_hidden: bool,
}

fn walk(node: &NodeRef<'_>, around: Around, story: &mut usize, visit: &mut impl FnMut(Tag)) {
    let tag = tag(node, around, *story);
    let around = Around {
        colour: tag.colour,
        background: tag.background,
        is_hidden: tag.is_hidden,
    };
    visit(tag);
    for child in node.children_it(false) {
        if child.is_element() {
            walk(&child, around, story, visit);
        } else if child.is_comment() && child.html().contains("story") {
            *story += 1;
        }
    }
}

fn tag(node: &NodeRef<'_>, around: Around, story: usize) -> Tag {
    let attributes = node.attrs().into_iter();
    let attributes: Vec<(String, String)> = attributes
        .map(|a| (a.name.local.to_string(), a.value.to_string()))
        .collect();
    let mut tag = Tag {
        name: node
            .node_name()
            .map(|name| name.to_string())
            .unwrap_or_default(),
        styles: styles(node.attr("style").as_deref().unwrap_or_default()),
        own_text: node.immediate_text().to_string(),
        text: words(node),
        attributes,
        story,
        colour: around.colour,
        background: around.background,
        is_hidden: around.is_hidden,
    };
    let named = tag.style("color").and_then(Colour::read);
    let painted = tag.style("background-color").or(tag.attribute("bgcolor"));
    let painted = painted.and_then(Colour::read);
    tag.is_hidden |= tag.style("display") == Some("none");
    tag.colour = named.unwrap_or(around.colour);
    tag.background = painted.unwrap_or(around.background);
    tag
}

/// The words in a tag, and the alternative texts of its pictures.
fn words(node: &NodeRef<'_>) -> String {
    let alternatives = node.descendants_it().filter_map(|inner| inner.attr("alt"));
    let alternatives: String = alternatives.map(|alt| alt.to_string()).collect();
    format!("{}{alternatives}", node.text())
}

fn styles(style: &str) -> Vec<(String, String)> {
    let declarations = style.split(';').filter_map(|one| one.split_once(':'));
    declarations
        .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_lowercase()))
        .collect()
}
