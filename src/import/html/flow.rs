//! Which elements stand by themselves rather than in a line.

use dom_query::NodeRef;

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The words of nodes, with a space where a line or a block begins or ends.
pub(crate) fn words(nodes: &[NodeRef<'_>]) -> String {
    let mut words = String::new();
    let texts = nodes
        .iter()
        .flat_map(|node| std::iter::once(*node).chain(node.descendants_it()));
    for node in texts {
        if node.is_text() {
            words.push_str(&node.text());
        } else if node.has_name("br") || node.has_name("time") || is_named(&node) {
            words.push(' ');
        }
    }
    words
}

fn is_named(node: &NodeRef<'_>) -> bool {
    node.node_name()
        .is_some_and(|name| BLOCKS.contains(&&*name))
}

/// Whether a node is a block, or holds one.
pub(crate) fn is_block(node: &NodeRef<'_>) -> bool {
    node.is_element()
        && (is_named(node)
            || node
                .descendants_it()
                .any(|n| n.is_element() && is_named(&n)))
}
