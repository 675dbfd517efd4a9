//! Text to Markdown that reads as this very text: signs escaped only where they would be markup.

use std::ops::Range;

use crate::import::words;
use crate::model::Link;

/// How long words between signs that are meant are at most.
const LONGEST: usize = 200;

/// A heading's text; `#` at its end would be taken for the heading's own.
pub(crate) fn heading(text: &str) -> String {
    heading_end(inline(text))
}

/// The same for text that is Markdown inside.
pub(crate) fn heading_end(escaped: String) -> String {
    match escaped.strip_suffix('#') {
        Some(start) => format!("{start}\\#"),
        None => escaped,
    }
}

/// An item's text; `[ ]` at its beginning would be a box to tick.
pub(crate) fn item(text: &str) -> String {
    item_start(inline(text))
}

/// The same for text that is Markdown inside.
pub(crate) fn item_start(escaped: String) -> String {
    let escaped = start(escaped);
    let is_box = ["[ ] ", "[x] ", "[X] "]
        .iter()
        .any(|start| escaped.starts_with(start));
    if is_box {
        format!("\\{escaped}")
    } else {
        escaped
    }
}

/// A line's text, with what Markdown would read as markup at its beginning escaped.
pub(crate) fn line(text: &str) -> String {
    start(inline(text))
}

/// The same for text that is Markdown inside.
pub(crate) fn start(escaped: String) -> String {
    let first = escaped.chars().next().unwrap_or(' ');
    let rest = &escaped[first.len_utf8().min(escaped.len())..];
    let after_hashes = escaped.trim_start_matches('#');
    let is_heading = first == '#' && (after_hashes.is_empty() || after_hashes.starts_with(' '));
    let is_item = matches!(first, '-' | '+') && (rest.is_empty() || rest.starts_with(' '));
    let is_rule = matches!(first, '-' | '=') && escaped.chars().all(|c| c == first || c == ' ');
    if is_heading || is_item || is_rule || first == '>' || escaped.starts_with("~~~") {
        return format!("\\{escaped}");
    }
    let digits = escaped.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let after = &escaped[digits..];
    let is_number = (1..=9).contains(&digits)
        && after.starts_with(['.', ')'])
        && after[1..].chars().next().is_none_or(char::is_whitespace);
    if is_number {
        return format!("{}\\{after}", &escaped[..digits]);
    }
    escaped
}

/// Text with what Markdown would read as markup inside a line escaped, except what is clearly meant as such:
/// strong words, emphasis, code and links that are written out whole are the author's own.
pub(crate) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let has_links = text.contains("](") || text.contains("][");
    let mut plain = 0;
    let mut at = 0;
    while let Some(step) = text[at..].find(['*', '`', '[']) {
        let start = at + step;
        at = match meant(text, start) {
            Some((markup, length)) => {
                escape(&mut out, text, plain..start, has_links);
                out.push_str(&markup);
                plain = start + length;
                plain
            }
            None => start + 1,
        };
    }
    escape(&mut out, text, plain..text.len(), has_links);
    out
}

/// The markup that stands at a place of a text, written out as Markdown, and how long it is there.
fn meant(text: &str, start: usize) -> Option<(String, usize)> {
    let before = text[..start].chars().next_back();
    let is_apart = !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '*' | '`' | '\\'));
    let text = &text[start..];
    signed(text, "**")
        .or_else(|| signed(text, "*").filter(|_| is_apart))
        .or_else(|| code(text).filter(|_| is_apart))
        .or_else(|| link(text))
}

/// `**mots**` or `*mots*` at the beginning.
fn signed(text: &str, sign: &str) -> Option<(String, usize)> {
    let inner = words::head(text.strip_prefix(sign)?, LONGEST);
    let end = inner
        .find('*')
        .filter(|end| inner[*end..].starts_with(sign))?;
    let length = end + 2 * sign.len();
    let is_closed = !text[length..].starts_with(|c: char| c == '*' || c.is_alphanumeric());
    (are_words(&inner[..end]) && is_closed)
        .then(|| (format!("{sign}{}{sign}", inline(&inner[..end])), length))
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

/// Appends a part of a text, with what Markdown would read as markup in it escaped.
pub(crate) fn escape(out: &mut String, text: &str, range: Range<usize>, has_links: bool) {
    let part = &text[range.clone()];
    let mut before = text[..range.start].chars().next_back().unwrap_or(' ');
    for (i, c) in part.char_indices() {
        let rest = &text[range.start + i + c.len_utf8()..];
        let after = rest.chars().next().unwrap_or(' ');
        if is_markup(c, before, after, rest, has_links) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

fn is_markup(c: char, before: char, after: char, rest: &str, has_links: bool) -> bool {
    match c {
        '\\' => after.is_ascii_punctuation(),
        '`' => true,
        '*' => !(before.is_whitespace() && after.is_whitespace()),
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '~' => after == '~' || !before.is_whitespace(),
        '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
        '&' => is_entity(rest),
        '[' => has_links || after == '^',
        ']' => has_links || after == ':',
        _ => false,
    }
}

/// Whether what follows `&` makes an entity of it.
fn is_entity(rest: &str) -> bool {
    let name = words::head(rest, 34)
        .split_once(';')
        .map_or("", |(name, _)| name);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    (1..=32).contains(&name.len()) && name.chars().all(is_name)
}
