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

/// Whether a node is a block, or holds one.
pub(crate) fn is_block(node: &NodeRef<'_>) -> bool {
    let is_named = |n: &NodeRef<'_>| n.node_name().is_some_and(|name| BLOCKS.contains(&&*name));
    node.is_element()
        && (is_named(node)
            || node
                .descendants_it()
                .any(|n| n.is_element() && is_named(&n)))
}
