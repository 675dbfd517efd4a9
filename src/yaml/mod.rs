//! YAML that people type: every mistake in a mapping found in one run, each with its place.
//!
//! Enter by [`parse`]. The reader stops at its first error, so the key in which an error stands is
//! blanked out and the rest is read again, until nothing is wrong or what is wrong has no key.
//!
//! 1. `blocks.rs` finds the top-level keys with their lines;
//! 2. `mistake.rs` puts an error of the reader into words for an author;
//! 3. `plain.rs` reads what is plain without the library.

mod blocks;
mod mistake;
mod plain;

pub use crate::nearest::nearest;

use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::diag::{Diagnostic, Source};

use blocks::blocks;
use mistake::Mistake;

/// Reads a mapping from `range` of a file (bytes; line breaks `\n`, no byte-order mark): the value,
/// or all that is wrong with it.
pub fn parse<T: DeserializeOwned>(
    source: &Source<'_>,
    range: Range<usize>,
) -> Result<T, Vec<Diagnostic>> {
    let text = &source.text[range.clone()];
    let is_empty = text
        .lines()
        .map(str::trim)
        .all(|line| matches!(line, "" | "---") || line.starts_with('#'));
    // An empty document is `null` to YAML, an empty mapping to people.
    let text = if is_empty { "{}" } else { text };
    let plain = plain::mapping(text).and_then(|mapping| T::deserialize(mapping).ok());
    if let Some(value) = plain {
        return Ok(value);
    }
    match serde_yaml::from_str(text) {
        Ok(value) => Ok(value),
        Err(error) => Err(all_mistakes::<T>(source, range.start, text, error)),
    }
}

/// The range of a top-level key's own word in `range`, for pointing at it.
fn key_range(source: &Source<'_>, range: Range<usize>, key: &str) -> Option<Range<usize>> {
    let blocks = blocks(&source.text[range.clone()]);
    let block = blocks.into_iter().find(|block| block.key == key)?;
    let start = range.start + block.range.start;
    Some(start..start + key.len())
}

/// An error about a value: at the value as typed under a top-level key in `range`, otherwise at the
/// key, otherwise at the first line of `range`.
pub fn error_at(
    source: &Source<'_>,
    range: Range<usize>,
    (key, value): (&str, Option<&str>),
    message: impl Into<String>,
    help: impl Into<String>,
) -> Diagnostic {
    let opening = range.start..range.start + 3;
    let Some(key) = key_range(source, range.clone(), key) else {
        return source.error(opening, message, help);
    };
    let under = &source.text[key.end..range.end];
    let typed = value.filter(|value| !value.is_empty()).and_then(|value| {
        let start = key.end + under.find(value)?;
        Some(start..start + value.len())
    });
    source.error(typed.unwrap_or(key), message, help)
}

fn all_mistakes<T: DeserializeOwned>(
    source: &Source<'_>,
    base: usize,
    text: &str,
    first: serde_yaml::Error,
) -> Vec<Diagnostic> {
    let mut rest = text.to_owned();
    let mut error = first;
    let mut found = Vec::new();
    loop {
        // What is no YAML at all is told before what a value should have been.
        let syntax = serde_yaml::from_str::<serde_yaml::Value>(&rest).err();
        let mistake = Mistake::new(syntax.as_ref().unwrap_or(&error), &rest, syntax.is_none());
        found.push(mistake.diagnostic(source, base));
        let at = mistake.range.start;
        let block = blocks(&rest).into_iter().find(|b| b.range.contains(&at));
        let Some(range) = block.map(|b| b.range).filter(|_| mistake.is_local) else {
            return found;
        };
        blank(&mut rest, range);
        error = match serde_yaml::from_str::<Rest<T>>(&rest) {
            Ok(_) => return found,
            Err(next) => next,
        };
    }
}

/// What is left to read once keys were blanked out: the mapping, or nothing at all.
type Rest<T> = Option<T>;

/// Overwrites a block with spaces, so that places in what follows stay what they are.
fn blank(text: &mut String, range: Range<usize>) {
    let spaces: String = text[range.clone()]
        .chars()
        .flat_map(|c| std::iter::repeat_n(if c == '\n' { '\n' } else { ' ' }, c.len_utf8()))
        .collect();
    text.replace_range(range, &spaces);
}
