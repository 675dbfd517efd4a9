//! Text to Markdown that reads as this very text: signs escaped only where they would be markup.

use std::ops::Range;

use super::meant;
use crate::import::words;

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
        at = match meant::at(text, start) {
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
