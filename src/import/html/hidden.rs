//! What of a page is no text that a reader sees.

use dom_query::NodeRef;

/// Elements that are no text of the page.
const NO_TEXT: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "canvas", "iframe", "object", "embed",
    "button", "input", "select", "textarea", "head", "audio", "video", "map",
];

/// Classes of what a site puts into headings for those who edit it, and into notes to lead back.
const TOOLS: &[&str] = &[
    "mw-editsection",
    "mw-editsection-visualeditor",
    "mw-cite-backlink",
];

/// Whether what stands in a line is no text of it: what screen readers are told to leave out, a sign that
/// only links to its own place, a tool for those who edit the page.
pub(crate) fn is_no_word(node: &NodeRef<'_>) -> bool {
    let is_left_out = node
        .attr("aria-hidden")
        .is_some_and(|value| &*value == "true");
    let is_anchor = node.has_name("a")
        && node.attr("href").is_some_and(|href| href.starts_with('#'))
        && !node.text().chars().any(char::is_alphanumeric);
    is_left_out || is_anchor || TOOLS.iter().any(|class| node.has_class(class))
}

/// Whether an element is no text of the page, or is hidden.
pub(crate) fn is_no_text(node: &NodeRef<'_>) -> bool {
    let is_named = node
        .node_name()
        .is_some_and(|name| NO_TEXT.contains(&&*name));
    let is_hidden = |style: &str| {
        let style = style.to_ascii_lowercase().replace(' ', "");
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    is_named || node.has_attr("hidden") || node.attr("style").is_some_and(|s| is_hidden(&s))
}
