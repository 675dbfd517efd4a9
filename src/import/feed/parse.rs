//! Bytes to entries. Enter by [`entries`].

use std::sync::Arc;

use feed_rs::model;
use feed_rs::parser;

use super::declared;
use crate::diag::Diagnostic;
use crate::import::dates::{self, Said};
use crate::import::draft::Raw;
use crate::import::lexicon::Lexicon;
use crate::model::PartialDate;

/// More entries of a feed that is not well-formed are not tried one by one.
const MOST_ALONE: usize = 2000;

/// An entry with the feed around it, or why it cannot be read.
pub(crate) type Parsed = Result<(Arc<model::Feed>, model::Entry), String>;

/// Whether the bytes begin as a feed does: RSS, RDF or Atom after declarations and comments, or an
/// object that names the JSON Feed standard.
pub(crate) fn is_feed(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]).replace('\0', "");
    let mut rest =
        start.trim_start_matches(|c: char| c == '\u{feff}' || c == '\u{fffd}' || c.is_whitespace());
    if rest.starts_with('{') {
        return contains(bytes, b"jsonfeed.org/version/");
    }
    while let Some(after) = after_preface(rest) {
        rest = after.trim_start();
    }
    let is_root = |name: &str| {
        rest.strip_prefix(name)
            .is_some_and(|r| r.starts_with(|c: char| c == '>' || c.is_whitespace()))
    };
    ["<rss", "<feed", "<rdf:RDF", "<RDF", "<atom:feed"]
        .iter()
        .any(|name| is_root(name))
}

/// What follows a comment, a declaration, a processing instruction or a document type.
fn after_preface(text: &str) -> Option<&str> {
    let pairs = [("<!--", "-->"), ("<?", "?>"), ("<!DOCTYPE", ">")];
    let (start, end) = pairs.iter().find(|(start, _)| text.starts_with(start))?;
    let own_end = match text.find(['[', '>']) {
        Some(at) if *start == "<!DOCTYPE" && text[at..].starts_with('[') => "]>",
        _ => end,
    };
    Some(text.split_once(own_end)?.1)
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// The entries of a feed. Of one that is not well-formed, each entry is read alone, and those that
/// cannot be read stand as errors in their place.
pub(crate) fn entries(raw: &Raw<'_>, lexicon: &'static Lexicon) -> Result<Vec<Parsed>, Diagnostic> {
    let bytes = versioned(declared::text(raw.bytes).into_bytes());
    match parse(&bytes, lexicon) {
        Ok(feed) => Ok(of_feed(feed).into_iter().map(Ok).collect()),
        Err(error) => one_by_one(&bytes, lexicon).ok_or_else(|| {
            let message = format!("this feed cannot be read: {error}");
            let help = "save it again whole, or give the articles' own pages";
            Diagnostic::of_file(raw.name, message, help)
        }),
    }
}

/// An RSS feed that does not state its version is of the last one.
fn versioned(bytes: Vec<u8>) -> Vec<u8> {
    const ROOT: &[u8] = b"<rss";
    let start = bytes.windows(ROOT.len()).take(8192).position(|w| w == ROOT);
    let Some(after) = start.map(|start| start + ROOT.len()) else {
        return bytes;
    };
    let tag = bytes[after..]
        .split(|b| *b == b'>')
        .next()
        .unwrap_or_default();
    if contains(tag, b"version") {
        return bytes;
    }
    let version = b" version=\"2.0\"".as_slice();
    [&bytes[..after], version, &bytes[after..]].concat()
}

fn parse(bytes: &[u8], lexicon: &'static Lexicon) -> Result<model::Feed, String> {
    let parser = parser::Builder::new()
        .sanitize_content(false)
        .id_generator(|links, title, _| {
            let link = links.first().map(|link| link.href.clone());
            let title = || title.as_ref().map(|title| title.content.clone());
            link.or_else(title).unwrap_or_default()
        })
        // The day in its own time zone, told as if it were a day in UTC: the model has no zones.
        .timestamp_parser(|text| format!("{}T00:00:00Z", day(text, lexicon)?).parse().ok())
        .build();
    parser.parse(bytes).map_err(|error| error.to_string())
}

/// The day that a timestamp states, whatever its zone.
fn day(text: &str, lexicon: &Lexicon) -> Option<PartialDate> {
    let text = text.trim();
    let stated = text.get(..10).and_then(|day| day.parse().ok());
    let day = stated.or_else(|| match dates::at_start(text, lexicon)?.0.day_first() {
        Said::Known(date) => Some(date),
        _ => None,
    })?;
    matches!(day, PartialDate::Day(_)).then_some(day)
}

fn of_feed(mut feed: model::Feed) -> Vec<(Arc<model::Feed>, model::Entry)> {
    let entries = std::mem::take(&mut feed.entries);
    let feed = Arc::new(feed);
    entries
        .into_iter()
        .map(|e| (Arc::clone(&feed), e))
        .collect()
}

/// Each entry with the feed's head before it and the ends of its elements after it.
fn one_by_one(bytes: &[u8], lexicon: &'static Lexicon) -> Option<Vec<Parsed>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (tag, end) = shape(text)?;
    let open = format!("<{tag}");
    let is_tag = |at: &usize| {
        let after = &text[at + open.len()..];
        after.starts_with(|c: char| c == '>' || c.is_whitespace())
    };
    let starts: Vec<usize> = text
        .match_indices(&open)
        .map(|(at, _)| at)
        .filter(is_tag)
        .take(MOST_ALONE)
        .collect();
    let head = &text[..*starts.first()?];
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let alone = starts.iter().zip(ends).map(|(start, next)| {
        let close = format!("</{tag}>");
        let own = text[*start..next]
            .split_inclusive(close.as_str())
            .next()
            .unwrap_or_default();
        if !own.ends_with(&close) {
            return Err("this entry breaks off".to_owned());
        }
        let feed = parse(format!("{head}{own}{end}").as_bytes(), lexicon)?;
        of_feed(feed)
            .into_iter()
            .next()
            .ok_or_else(|| "this entry cannot be read".to_owned())
    });
    Some(alone.collect())
}

/// The name of a feed's entries, and the ends of what stands open around them.
fn shape(text: &str) -> Option<(&'static str, &'static str)> {
    let shapes = [
        ("<rss", ("item", "</channel></rss>")),
        ("<rdf:RDF", ("item", "</rdf:RDF>")),
        ("<RDF", ("item", "</RDF>")),
        ("<feed", ("entry", "</feed>")),
    ];
    let found = shapes.into_iter().find(|(root, _)| text.contains(root))?;
    Some(found.1)
}
