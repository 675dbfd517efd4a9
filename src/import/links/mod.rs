//! Web addresses in raw text.

pub(super) mod redirect;
pub(super) mod tidy;

use super::dates::{self, Said};
use super::lexicon::{Lexicon, List};
use super::words;
use crate::model::{Link, SourceLink};

/// Where the first web address stands; none begins within a word.
pub(crate) fn find(text: &str) -> Option<std::ops::Range<usize>> {
    let begins = |at: &usize| !text[..*at].ends_with(char::is_alphanumeric);
    let first = |scheme| text.match_indices(scheme).map(|(at, _)| at).find(begins);
    let start = ["https://", "http://"]
        .into_iter()
        .filter_map(first)
        .min()?;
    let rest = &text[start..];
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '»' | ']'))
        .unwrap_or(rest.len());
    let address = &rest[..end];
    let is_inside =
        text[..start].ends_with('(') || address.matches(')').count() > address.matches('(').count();
    let address = match (is_inside, address.rfind(')')) {
        (true, Some(closing)) => &address[..closing],
        _ => address,
    };
    let address = address.trim_end_matches(['.', ',', ';']);
    Some(start..start + address.len())
}

/// The words of a line that is all one link of Markdown, and the link; another line as it is.
pub(crate) fn whole_link(text: &str) -> (&str, Option<SourceLink>) {
    let parts = || {
        let inner = text.strip_prefix('[')?.strip_suffix(')')?;
        let (words, address) = inner.split_once("](")?;
        let url = address
            .parse()
            .ok()
            .filter(|_| !words.contains(['[', ']']))?;
        Some((
            words,
            Some(SourceLink {
                title: None,
                url: Some(url),
            }),
        ))
    };
    parts().unwrap_or((text, None))
}

/// The sources that a line names: one of a list (`Titre : https://…`), or all of a line
/// (`Sources : Le Courrier, La Gazette`), whose cue is left out.
pub(crate) fn sources(text: &str, lexicon: &Lexicon) -> Vec<SourceLink> {
    match after_cue(text, lexicon) {
        None => match whole_link(text) {
            (title, Some(link)) if words::count(title, 1) == 1 => {
                let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                vec![SourceLink {
                    title: Some(title),
                    ..link
                }]
            }
            _ => vec![source(text)],
        },
        // Quotes stand around the title of one work, whose commas part no sources.
        Some(rest) if is_quoted(rest) => vec![source(rest)],
        Some(rest) => {
            let parts = rest
                .split([',', ';'])
                .filter(|name| !name.trim().is_empty() && !is_date(name, lexicon));
            parts.map(source).fold(Vec::new(), with_address)
        }
    }
}

/// Whether one title in quotes and one address at most stand in a line.
fn is_quoted(text: &str) -> bool {
    let quotes = text.matches(['«', '“']).count() + text.matches('"').count() / 2;
    quotes == 1 && text.matches("http").count() <= 1
}

/// An address that stands alone after a name without one is that name's.
fn with_address(mut sources: Vec<SourceLink>, next: SourceLink) -> Vec<SourceLink> {
    let is_address = next.title.is_none();
    match sources.last_mut().filter(|last| last.url.is_none()) {
        Some(last) if is_address => last.url = next.url,
        _ => sources.push(next),
    }
    sources
}

/// The names of a line of sources, and the date that it gives for them.
pub(crate) fn names_and_date<'t>(rest: &'t str, lexicon: &Lexicon) -> (Vec<&'t str>, Option<Said>) {
    let parts = rest.split([',', ';']).map(str::trim);
    let (dates, names): (Vec<&str>, Vec<&str>) = parts
        .filter(|part| !part.is_empty())
        .partition(|part| is_date(part, lexicon));
    let date = dates
        .first()
        .and_then(|date| dates::at_start(date, lexicon));
    (names, date.map(|(said, _)| said))
}

/// Whether a part of a line of sources is a date and nothing else.
fn is_date(part: &str, lexicon: &Lexicon) -> bool {
    let date = dates::at_start(part.trim(), lexicon);
    date.is_some_and(|(_, rest)| words::count(rest, 1) == 0)
}

/// A line without the brackets that stand around all of it.
fn without_brackets(text: &str) -> &str {
    let line = text.trim().trim_end_matches('.');
    let inner = |open, close| line.strip_prefix(open)?.strip_suffix(close);
    inner('(', ')').or_else(|| inner('[', ']')).unwrap_or(text)
}

/// What follows `Source :`, also within brackets.
pub(crate) fn after_cue<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let line = without_brackets(text);
    let (cue, rest) = dashed(line).or_else(|| line.split_once(':'))?;
    let label = words::label(words::head(cue, 80));
    let is_cue = lexicon[List::Sources].has(&label)
        || lexicon[List::ReadLinks].has(&label) && find(rest).is_some();
    is_cue.then_some(rest.trim())
}

/// `Source - https://…`: a word before a dash, and the address after it.
fn dashed(line: &str) -> Option<(&str, &str)> {
    let (cue, rest) = words::DASHES
        .iter()
        .find_map(|dash| line.split_once(dash))?;
    let is_address = find(rest.trim_start()).is_some_and(|at| at.start == 0);
    is_address.then_some((cue, rest))
}

/// `[1] Guide de l'étiquetage` without its number.
fn without_number(text: &str) -> &str {
    let inner = text
        .trim_start()
        .strip_prefix('[')
        .and_then(|t| t.split_once(']'));
    let is_number = |n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
    inner
        .filter(|(n, _)| is_number(n))
        .map_or(text, |(_, rest)| rest)
}

/// An address, and the other words as its title.
fn source(text: &str) -> SourceLink {
    let text = text.strip_prefix('🔗').unwrap_or(text);
    let found =
        find(text).and_then(|range| Some((text[range.clone()].parse::<Link>().ok()?, range)));
    let (url, rest) = match found {
        Some((url, range)) => {
            let rest = format!("{}{}", &text[..range.start], &text[range.end..]);
            (Some(url), rest)
        }
        None => (None, text.to_owned()),
    };
    let title =
        without_number(&rest).trim_matches(|c: char| c.is_whitespace() || "[]<>:–—-,;".contains(c));
    let title = title
        .strip_prefix('(')
        .filter(|inner| !inner.contains('('))
        .unwrap_or(title);
    let title = title.strip_suffix("()").unwrap_or(title).trim();
    let title = title
        .strip_suffix(')')
        .filter(|inner| !inner.contains('('))
        .unwrap_or(title);
    let title = title.trim_matches(|c: char| c.is_whitespace() || "[]<>:–—-,;(".contains(c));
    SourceLink {
        title: (!title.is_empty()).then(|| title.to_owned()),
        url,
    }
}
