//! What a page tells programs of itself: one graph of schema.org's words, as JSON-LD (W3C, 2020).
//!
//! Enter by [`script`], with the nodes that a page has: `article.rs`, `edition.rs` and `newsletter.rs`
//! make those of their pages, `trail.rs` the way to each, `node.rs` says what a node holds.

mod article;
mod edition;
mod newsletter;
mod node;
mod trail;

pub(super) use article::of_article;
pub(super) use edition::of_edition;
pub(super) use newsletter::of_newsletter;
pub(super) use trail::{by_way, to_list};

use node::Node;
use serde::Serialize;

/// What a page tells programs.
#[derive(Debug, Serialize)]
pub(super) struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    nodes: Vec<Node>,
}

impl Graph {
    fn of(nodes: Vec<Node>) -> Self {
        Self {
            context: "https://schema.org",
            nodes,
        }
    }
}

/// A graph as it stands in a `<script type="application/ld+json">`: JSON in which nothing ends the
/// element, begins a comment or is a line break to JavaScript alone.
pub(super) fn script(graph: &Graph) -> Option<String> {
    let json = serde_json::to_string(graph).ok()?;
    Some(escaped(&json))
}

/// Those signs stand within strings only, where JSON has another way to write them.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_ends_the_element() {
        let text = "a</script><!-- & \u{2028}\u{2029} é « ' \" \\ ]]>";
        let json = escaped(&serde_json::to_string(text).expect("a string"));
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{json}"
        );
        let read: String = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read, text);
    }
}
