//! What a page folds away until a reader opens it, as a part of the page: panels below a button, and
//! buttons that are headings. Enter by [`unfold`].

use dom_query::{Document, NodeRef};

/// Shows folded panels, and makes words of buttons that are headings.
pub(crate) fn unfold(document: &Document) {
    for button in document
        .select("h1 button, h2 button, h3 button, h4 button, h5 button, h6 button, summary button")
        .nodes()
    {
        button.rename("span");
    }
    for panel in document.select("[hidden]").nodes() {
        if is_panel(panel) {
            panel.remove_attr("hidden");
        }
    }
}

/// Whether it is called a panel, or stands right below what opens it.
fn is_panel(node: &NodeRef<'_>) -> bool {
    let is_called = |role: &str| matches!(role, "region" | "tabpanel");
    let opens = |above: &NodeRef<'_>| {
        above.has_attr("aria-expanded") || above.attr("role").is_some_and(|r| &*r == "button")
    };
    node.attr("role").is_some_and(|role| is_called(&role))
        || node
            .prev_element_sibling()
            .is_some_and(|above| opens(&above))
}
