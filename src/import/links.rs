//! Web addresses in raw text.

use crate::model::{Link, SourceLink};

/// Where the first web address stands.
pub(crate) fn find(text: &str) -> Option<std::ops::Range<usize>> {
    let start = [text.find("https://"), text.find("http://")]
        .into_iter()
        .flatten()
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

/// A line of a list of sources: its address, and its other words as the title.
pub(crate) fn source(text: &str) -> SourceLink {
    let (url, rest) = match find(text) {
        Some(range) => (
            text[range.clone()].parse::<Link>().ok(),
            format!("{}{}", &text[..range.start], &text[range.end..]),
        ),
        None => (None, text.to_owned()),
    };
    let title = rest.trim_matches(|c: char| c.is_whitespace() || "()[]<>:–—-,;".contains(c));
    SourceLink {
        title: (!title.is_empty()).then(|| title.to_owned()),
        url,
    }
}
