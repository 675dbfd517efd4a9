//! Blocks to canonical Markdown: one empty line between blocks, `-` lists, `##` sections, signs
//! escaped only where Markdown would read them as markup.

use super::block::{Block, Role};
use super::lexicon::{Lexicon, List, Titles};
use super::{number, words};

/// How a run of blocks is written.
pub(crate) struct Style<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) titles: &'a Titles,
    /// The level of the heading for decision-makers.
    pub(crate) takeaways_level: u8,
    /// By how much other headings are raised.
    pub(crate) raise: u8,
}

/// The Markdown of the blocks whose words are kept.
pub(crate) fn body(blocks: &[Block], style: &Style<'_>) -> String {
    let mut out = String::new();
    let mut before: Option<&Block> = None;
    let mut indent = 0;
    for block in blocks.iter().filter(|b| b.is_kept()) {
        let is_same_list = before.is_some_and(|b| b.role == block.role) && is_item(block);
        if before.is_some() {
            out.push_str(if is_same_list { "\n" } else { "\n\n" });
        }
        if !is_same_list {
            indent = block.bullet.unwrap_or(0);
        }
        if is_same_list && block.bullet.is_some_and(|own| own >= indent + 2) {
            out.push_str("  ");
        }
        out.push_str(&style.markdown(block));
        before = Some(block);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn is_item(block: &Block) -> bool {
    matches!(block.role, Role::Item | Role::Takeaway | Role::Numbered)
}

impl Style<'_> {
    fn markdown(&self, block: &Block) -> String {
        match block.role {
            Role::Heading(level) => {
                let level = level.saturating_sub(self.raise).max(2);
                format!("{} {}", hashes(level), heading(&block.text))
            }
            Role::TakeawaysHeading => {
                format!("{} {}", hashes(self.takeaways_level), self.titles.takeaways)
            }
            Role::Item | Role::Takeaway => format!("- {}", item(&block.text)),
            Role::Numbered => numbered(&block.text),
            _ => self.paragraph(&block.text),
        }
    }

    fn paragraph(&self, text: &str) -> String {
        match run_in(text, self.lexicon) {
            Some((label, rest)) => format!("**{}** {}", inline(label), inline(rest)),
            None => line(text),
        }
    }
}

fn hashes(level: u8) -> &'static str {
    &"######"[..usize::from(level.min(6))]
}

fn numbered(text: &str) -> String {
    match number::of(text) {
        Some((number, rest)) => format!("{number}. {}", line(rest)),
        None => line(text),
    }
}

/// `Implications stratégiques : Ces valorisations…`: a few words and a colon, then a sentence that
/// begins anew with a capital.
fn run_in<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, &'t str)> {
    let colon = words::head(text, 120).find(':')?;
    let (label, rest) = text.split_at(colon + 1);
    let first = label.split([' ', '\'', '’']).next().map(words::fold)?;
    let is_label = words::at_most(label, 6)
        && label.starts_with(char::is_uppercase)
        && !label.contains([',', '.', '«', '"', '(', ';'])
        && !lexicon[List::FunctionWords].has(&first);
    let starts_anew = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
    (is_label && starts_anew && words::count(rest, 8) >= 8).then(|| (label, rest.trim_start()))
}

/// A heading's text; `#` at its end would be taken for the heading's own.
fn heading(text: &str) -> String {
    let escaped = inline(text);
    match escaped.strip_suffix('#') {
        Some(start) => format!("{start}\\#"),
        None => escaped,
    }
}

/// An item's text; `[ ]` at its beginning would be a box to tick.
fn item(text: &str) -> String {
    let escaped = line(text);
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
fn line(text: &str) -> String {
    let escaped = inline(text);
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

/// Text with what Markdown would read as markup inside a line escaped.
pub(crate) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let has_links = text.contains("](") || text.contains("][");
    let mut before = ' ';
    for (i, c) in text.char_indices() {
        let rest = &text[i + c.len_utf8()..];
        let after = rest.chars().next().unwrap_or(' ');
        if is_markup(c, before, after, rest, has_links) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
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
