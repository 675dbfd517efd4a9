//! Looks at a page's bytes before any parser does: how big, how deep.

use dom_query::{Document, NodeRef};

use super::tags::{DEEPEST, MOST_ATTRIBUTES, MOST_TAGS, Scan};
use crate::diag::Diagnostic;
use crate::import::draft::Raw;

const MOST_BYTES: usize = 10 << 20;
/// `&`, each of which a parser looks at on its own.
const MOST_ENTITIES: usize = 100_000;
/// Open `<b>` and the like: a parser opens each again in every paragraph that follows.
const MOST_STYLES: usize = 20;

/// Refuses what a parser could not read in bounded time and memory.
pub(crate) fn check(raw: &Raw<'_>) -> Result<(), Diagnostic> {
    let fail = |message: String| Err(Diagnostic::of_file(raw.name, message, HELP));
    if raw.bytes.len() > MOST_BYTES {
        let size = raw.bytes.len() >> 20;
        return fail(format!(
            "this page has {size} MB, more than {} are not read",
            MOST_BYTES >> 20
        ));
    }
    let scan = Scan::of(raw.bytes);
    if scan.tags > MOST_TAGS {
        fail(format!("this page has more than {MOST_TAGS} tags"))
    } else if scan.attributes > MOST_ATTRIBUTES {
        fail(format!(
            "this page has a tag with more than {MOST_ATTRIBUTES} attributes"
        ))
    } else if raw.bytes.iter().filter(|b| **b == b'&').count() > MOST_ENTITIES {
        fail(format!(
            "this page has more than {MOST_ENTITIES} signs « & »"
        ))
    } else if scan.deepest > DEEPEST {
        fail(format!(
            "this page nests its elements more than {DEEPEST} deep"
        ))
    } else if scan.styles > MOST_STYLES {
        fail(format!(
            "this page leaves more than {MOST_STYLES} elements such as <b> or <font> open at once"
        ))
    } else {
        Ok(())
    }
}

const HELP: &str = "no article is like that: save the article alone, or paste its text";

/// Refuses a tree that is deeper than the tags let expect.
pub(crate) fn check_depth(raw: &Raw<'_>, document: &Document) -> Result<(), Diagnostic> {
    let mut level: Vec<NodeRef<'_>> = vec![document.root()];
    for _ in 0..DEEPEST + 10 {
        level = level.iter().flat_map(NodeRef::element_children).collect();
        if level.is_empty() {
            return Ok(());
        }
    }
    let message = format!("this page nests its elements more than {DEEPEST} deep");
    Err(Diagnostic::of_file(raw.name, message, HELP))
}
