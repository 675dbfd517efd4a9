//! What of a page is no text that a reader sees.

use dom_query::NodeRef;

/// Elements that are no text of the page.
const NO_TEXT: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "canvas", "iframe", "object", "embed",
    "button", "input", "select", "textarea", "head", "audio", "video", "map",
];

/// Whether an element is no text of the page, or is hidden.
pub(crate) fn is_no_text(node: &NodeRef<'_>) -> bool {
    let is_named = node
        .node_name()
        .is_some_and(|name| NO_TEXT.contains(&&*name));
    let is_hidden = |style: &str| {
        style
            .to_ascii_lowercase()
            .replace(' ', "")
            .contains("display:none")
    };
    is_named || node.has_attr("hidden") || node.attr("style").is_some_and(|s| is_hidden(&s))
}
