//! The contract between import and load: the head of an article or of an edition note.
//!
//! Enter by [`read`] (a file's text to head and body) and [`write()`] (a head to YAML, keys in the
//! documented order, quoted only where needed). `head.rs` has the keys, `write.rs` the writing.

mod head;
mod write;

pub use head::{ArticleHead, EditionHead, LeafletHead, Status, WeekChoice};
pub use write::write;

use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::diag::{Diagnostic, Source};
use crate::yaml;

/// A file taken apart: its head, and where things stand in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts<H> {
    /// The head.
    pub head: H,
    /// The bytes of the head, from the opening `---` on.
    pub head_range: Range<usize>,
    /// The byte at which the body begins.
    pub body_start: usize,
}

/// Takes a file apart (line breaks `\n`, no byte-order mark): its head and its body, or all that is
/// wrong with its head. A file without a head has an empty one.
pub fn read<H: DeserializeOwned>(source: &Source<'_>) -> Result<Parts<H>, Vec<Diagnostic>> {
    let (head_range, body_start) = split(source)?;
    Ok(Parts {
        head: yaml::parse(source, head_range.clone())?,
        head_range,
        body_start,
    })
}

/// The byte at which a file's body begins, whatever is wrong with the keys of its head; none where the
/// head has no end.
pub fn body_start(source: &Source<'_>) -> Option<usize> {
    split(source).ok().map(|(_, start)| start)
}

/// The bytes of the head, from the opening `---` to before the closing one, and of the body's start.
fn split(source: &Source<'_>) -> Result<(Range<usize>, usize), Vec<Diagnostic>> {
    let text = source.text;
    let mut lines = text.split_inclusive('\n');
    let Some(opening) = lines.next().filter(|line| line.trim_end() == "---") else {
        return match misplaced_opening(source) {
            Some(mistake) => Err(vec![mistake]),
            None => Ok((0..0, 0)),
        };
    };
    let mut at = opening.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Ok((0..at, at + line.len()));
        }
        at += line.len();
    }
    Err(vec![source.error(
        0..3,
        "the front matter that opens here is never closed",
        "add a line `---` between the front matter and the text",
    )])
}

/// A head that does not begin on the first line, or whose opening line is missing.
fn misplaced_opening(source: &Source<'_>) -> Option<Diagnostic> {
    let start = source.text.len() - source.text.trim_start().len();
    let mut lines = source.text[start..].lines().map(str::trim_end);
    let first = lines.next()?;
    let is_closed = lines.any(|line| line == "---");
    let is_key = first.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    });
    let (message, help) = match first {
        "---" => (
            "the front matter does not begin on the first line",
            "take out the empty lines above it",
        ),
        _ if is_key => (
            "the line `---` that opens the front matter is missing",
            "add a line `---` above this one",
        ),
        _ => return None,
    };
    is_closed.then(|| source.error(start..start + first.len(), message, help))
}
