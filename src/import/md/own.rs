//! A file that hebdo wrote: an article or an edition's note, with head and body as they are.

use serde::de::DeserializeOwned;

use super::Desk;
use crate::diag::Source;
use crate::front_matter::{self, ArticleHead, EditionHead};
use crate::import::draft::{Draft, Import, NoteDraft, Raw};
use crate::import::report::Report;
use crate::model::{PartialDate, Week};

/// What such a file holds; none where hebdo would write one byte of it otherwise, or where the editor
/// knows better.
pub(crate) fn read(raw: &Raw<'_>, text: &str, desk: &Desk<'_>) -> Option<Import> {
    let options = desk.options;
    let is_told = options.date.is_some() || options.title.is_some() || options.source.is_some();
    if is_told || options.rights.is_some() {
        return None;
    }
    match raw
        .name
        .strip_suffix(".md")
        .and_then(|stem| stem.parse().ok())
    {
        Some(week) => note(raw, text, Some(week)),
        None => article(raw, text).or_else(|| note(raw, text, None)),
    }
}

fn article(raw: &Raw<'_>, text: &str) -> Option<Import> {
    let (head, body) = parts::<ArticleHead>(raw, text)?;
    let draft = Draft { head, body };
    let is_same = draft.to_markdown().is_ok_and(|written| written == text);
    is_same.then(|| Import {
        report: report(raw, text, body_lines(&draft.body)).heads(&[&draft], None),
        drafts: vec![draft],
        note: None,
    })
}

fn note(raw: &Raw<'_>, text: &str, week: Option<Week>) -> Option<Import> {
    let (head, body) = parts::<EditionHead>(raw, text)?;
    let note = NoteDraft { head, week, body };
    let is_same = note.to_markdown().is_ok_and(|written| written == text);
    is_same.then(|| Import {
        report: report(raw, text, body_lines(&note.body)).heads(&[], Some(&note)),
        drafts: Vec::new(),
        note: Some(note),
    })
}

/// The head, and the body without the empty line before it.
fn parts<H: DeserializeOwned>(raw: &Raw<'_>, text: &str) -> Option<(H, String)> {
    let path = std::path::Path::new(raw.name);
    let parts = front_matter::read::<H>(&Source { path, text }).ok()?;
    let body = &text[parts.body_start..];
    let body = body.strip_prefix('\n').unwrap_or(body);
    (parts.body_start > 0).then(|| (parts.head, body.to_owned()))
}

fn report(raw: &Raw<'_>, text: &str, kept: usize) -> Report {
    let read = body_lines(text);
    Report {
        name: raw.name.to_owned(),
        lines_read: read,
        lines_kept: kept,
        lines_moved: read - kept,
        ..Report::default()
    }
}

/// How many lines are not empty.
pub(crate) fn body_lines(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

/// The date at the beginning of a file's name, and what stands behind it: Jekyll's way, and hebdo's.
pub(crate) fn named(name: &str) -> Option<(PartialDate, &str)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    [10, 8].iter().find_map(|length| {
        let (date, rest) = stem.split_at_checked(*length)?;
        Some((date.parse().ok()?, rest.strip_prefix('-')?))
    })
}
