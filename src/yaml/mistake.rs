//! What the YAML reader says, in words for an author: where, what, and what to do.

use std::ops::Range;

use super::blocks::blocks;
use crate::diag::{Diagnostic, Source};
use crate::nearest::nearest;

/// One error of the YAML reader, in words for an author.
pub(super) struct Mistake {
    pub(super) range: Range<usize>,
    message: String,
    help: String,
    /// Whether the keys that follow can still be told apart for sure.
    pub(super) is_local: bool,
}

impl Mistake {
    pub(super) fn new(error: &serde_yaml::Error, text: &str, is_yaml: bool) -> Self {
        if let Some(opening) = unclosed_quote(error, text) {
            return opening;
        }
        let said = plain_message(error);
        let at = error
            .location()
            .map_or(0, |l| byte_of(text, l.line(), l.column()));
        if let Some(key) = quoted_after(&said, "duplicate field `")
            .or_else(|| quoted_after(&said, "duplicate entry with key \""))
        {
            return Self::duplicate(text, key);
        }
        if said.contains("more than one document") {
            return Self::second_document(text);
        }
        let range = at..word_end(text, at);
        let one_line = said.contains("mapping values") || said.contains("cannot start any token");
        let (message, help) = if let Some(unknown) = quoted_after(&said, "unknown field `") {
            unknown_key(unknown, &said)
        } else if is_yaml {
            explain_value(&said)
        } else {
            explain_syntax(&said, &text[at..])
        };
        Self {
            range,
            message,
            help,
            is_local: is_yaml || one_line,
        }
    }

    fn duplicate(text: &str, key: &str) -> Self {
        let second = blocks(text)
            .into_iter()
            .filter(|block| block.key == key)
            .nth(1);
        let at = second.map(|block| block.range.start);
        let at = at.or_else(|| second_inner_key(text, key)).unwrap_or(0);
        Self {
            range: at..word_end(text, at),
            message: format!("the key `{key}` stands here a second time"),
            help: "keep one of the two".to_owned(),
            is_local: true,
        }
    }

    fn second_document(text: &str) -> Self {
        let at = text.match_indices("\n---").nth(0).map_or(0, |(i, _)| i + 1);
        Self {
            range: at..at + 3,
            message: "a second `---` begins another document".to_owned(),
            help: "leave one block between `---` lines".to_owned(),
            is_local: false,
        }
    }

    pub(super) fn diagnostic(&self, source: &Source<'_>, base: usize) -> Diagnostic {
        let range = base + self.range.start..base + self.range.end;
        source.error(range, &self.message, &self.help)
    }
}

/// Where a key stands a second time inside the value of another one.
fn second_inner_key(text: &str, key: &str) -> Option<usize> {
    let is_key = |at: &usize| {
        let after = text[at + key.len()..].trim_start_matches(['"', '\'']);
        after.trim_start().starts_with(':') && !text[..*at].ends_with(char::is_alphanumeric)
    };
    let places = text.match_indices(key).map(|(at, _)| at);
    places.filter(is_key).nth(1)
}

/// A quote that is never closed is found at the end of the text; where it opens is the place to look.
fn unclosed_quote(error: &serde_yaml::Error, text: &str) -> Option<Mistake> {
    let said = error.to_string();
    let (_, place) = said.split_once("while scanning a quoted scalar at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let at = byte_of(text, line.parse().ok()?, column.parse().ok()?);
    Some(Mistake {
        range: at..at + 1,
        message: "the quote that opens here is never closed".to_owned(),
        help: "close it at the end of the text; inside double quotes, write \\\" for a quote"
            .to_owned(),
        is_local: false,
    })
}

/// The reader's message without its place and the path of keys before it.
fn plain_message(error: &serde_yaml::Error) -> String {
    let said = error.to_string();
    let end = error
        .location()
        .and_then(|_| said.rfind(" at line "))
        .unwrap_or(said.len());
    said[..end].to_owned()
}

fn quoted_after<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let start = text.find(before)? + before.len();
    let end = text[start..].find(['`', '"'])?;
    Some(&text[start..start + end])
}

fn unknown_key(unknown: &str, said: &str) -> (String, String) {
    let known: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
    let help = match nearest(unknown, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the keys known here are: {}", known.join(", ")),
    };
    (format!("unknown key `{unknown}`"), help)
}

/// A value of the wrong kind, in YAML that reads well.
fn explain_value(said: &str) -> (String, String) {
    if let Some((_, tail)) = said.split_once("invalid type: ") {
        let (found, wanted) = tail
            .split_once(", expected ")
            .unwrap_or((tail, "another kind of value"));
        return (
            format!("this value does not fit: {}", kind_found(found)),
            format!("write {}", kind_wanted(wanted)),
        );
    }
    if let Some(missing) = quoted_after(said, "missing field `") {
        return (
            format!("`{missing}` is missing here"),
            format!("add `{missing}: …`"),
        );
    }
    if let Some(variant) = quoted_after(said, "unknown variant `") {
        let known: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
        return (
            format!("`{variant}` is not a value of this key"),
            format!("write one of: {}", known.join(", ")),
        );
    }
    // The words before the first `: ` are the path of keys; the caret shows the place better.
    let path_end = said.find(": ").filter(|i| !said[..*i].contains(' '));
    let own = path_end.map_or(said, |i| &said[i + 2..]);
    (own.to_owned(), "correct the value".to_owned())
}

fn kind_found(found: &str) -> String {
    match found.split_once(' ') {
        Some(("string", text)) => format!("the text {text}"),
        Some((kind, value)) => format!("{kind} {value}"),
        None if found == "sequence" => "a list".to_owned(),
        None if found == "map" => "keys with values".to_owned(),
        None => found.to_owned(),
    }
}

fn kind_wanted(wanted: &str) -> &str {
    match wanted {
        "a sequence" => "a list: [one, two]",
        "a string" => "a text",
        "a boolean" => "true or false",
        "u32" | "usize" => "a whole number",
        w if w.starts_with("struct ArticleHead")
            || w.starts_with("struct EditionHead")
            || w.starts_with("struct ChartHead")
            || w.starts_with("struct Config") =>
        {
            "keys with values, a line each: title: \"…\""
        }
        w if w.starts_with("struct ") => "keys with values between braces: { key: value }",
        w => w,
    }
}

/// What is not YAML at all.
fn explain_syntax(said: &str, at: &str) -> (String, String) {
    let quotes = "put the text between double quotes: title: \"…\"".to_owned();
    if said.contains("mapping values are not allowed") {
        return (
            "a colon followed by a space inside an unquoted text".to_owned(),
            quotes,
        );
    }
    if said.contains("cannot start any token") {
        let c = at.chars().next().unwrap_or('@');
        return (
            format!("a text that begins with `{c}` needs quotes"),
            quotes,
        );
    }
    let help = "mend the YAML here: close quotes and brackets, indent with spaces, and put a text with special signs between double quotes";
    (said.to_owned(), help.to_owned())
}

/// The byte of a line and column (both from 1, the column in characters, as the reader counts).
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &text[start.min(text.len())..];
    let offset = rest
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(rest.len(), |(i, _)| i);
    start + offset
}

fn word_end(text: &str, at: usize) -> usize {
    let rest = &text[at.min(text.len())..];
    let len = rest
        .find([':', '\n', ',', '}', ']', ' '])
        .unwrap_or(rest.len());
    at + len.max(usize::from(!rest.is_empty() && !rest.starts_with('\n')))
}
