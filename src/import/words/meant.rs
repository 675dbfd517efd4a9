//! Markup that a typed line has itself and that is clearly meant: strong words, emphasis, code, links. Enter
//! by [`at`].

use super::escape::inline;
use crate::import::words;
use crate::model::Link;

/// How long words in such signs are at most.
const LONGEST: usize = 200;

/// The markup that stands at a place of a text, written out as Markdown, and how long it is there.
pub(super) fn at(text: &str, start: usize) -> Option<(String, usize)> {
    let before = text[..start].chars().next_back();
    let is_apart = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '*' | '`' | '\\'));
    let text = &text[start..];
    strong(text)
        .or_else(|| emphasis(text).filter(|_| is_apart))
        .or_else(|| code(text).filter(|_| is_apart))
        .or_else(|| link(text))
}

/// `**mots**` at the beginning.
fn strong(text: &str) -> Option<(String, usize)> {
    let inner = words::head(text.strip_prefix("**")?, LONGEST);
    let end = inner
        .find('*')
        .filter(|end| inner[*end..].starts_with("**"))?;
    let is_closed = !text[end + 4..].starts_with(|c: char| c == '*' || c.is_alphanumeric());
    (are_words(&inner[..end]) && is_closed)
        .then(|| (format!("**{}**", inline(&inner[..end])), end + 4))
}

/// `*mots*` at the beginning.
fn emphasis(text: &str) -> Option<(String, usize)> {
    let inner = words::head(text.strip_prefix('*')?, LONGEST);
    let end = inner.find('*')?;
    let is_closed = !text[end + 2..].starts_with(|c: char| c == '*' || c.is_alphanumeric());
    (are_words(&inner[..end]) && is_closed)
        .then(|| (format!("*{}*", inline(&inner[..end])), end + 2))
}

/// `` `mots` `` at the beginning; what stands in it is written as it is.
fn code(text: &str) -> Option<(String, usize)> {
    let inner = words::head(text.strip_prefix('`')?, LONGEST);
    let end = inner.find('`')?;
    let own = &inner[..end];
    let is_closed = !text[end + 2..].starts_with(|c: char| c == '`' || c.is_alphanumeric());
    let is_whole = !own.is_empty() && own.trim() == own;
    (is_whole && is_closed).then(|| (format!("`{own}`"), end + 2))
}

/// Whether words begin and end as such, without a space, and hold no link.
fn are_words(words: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let last = words
        .trim_end_matches([':', '.', '?', '!', '…'])
        .trim_end_matches(['\u{a0}', '\u{202f}', ' ']);
    let ends_well = words.ends_with(|c: char| !c.is_whitespace());
    let is_whole = is_word(words.chars().next()) && is_word(last.chars().next_back());
    is_whole && ends_well && !words.contains(['[', ']'])
}

/// `[mots](https://…)` at the beginning.
fn link(text: &str) -> Option<(String, usize)> {
    let (label, rest) = words::head(text, 2000)
        .strip_prefix('[')?
        .split_once("](")?;
    let address = &rest[..rest.find(')')?];
    let is_plain = !label.contains(['[', ']', '*']) && words::count(label, 1) == 1;
    let is_address = address.parse::<Link>().is_ok() && !address.contains(['(', '<', '>', '\\']);
    let length = label.len() + address.len() + 4;
    (is_plain && is_address).then(|| (format!("[{}]({address})", inline(label)), length))
}
