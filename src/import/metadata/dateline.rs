//! The place and date with which a dispatch or a press release begins: `PARIS, 12 mars 2026 (AFP) –`,
//! `Paris, France | AFP | jeudi 12/03/2026 -`.
//! Its words stay where they are.

use super::names;
use crate::import::dates::{self, Said};
use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// What a dateline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dateline {
    pub(crate) date: Option<Said>,
    pub(crate) agency: Option<String>,
}

/// Reads the dateline with which a paragraph begins.
pub(crate) fn read(text: &str, lexicon: &Lexicon) -> Option<Dateline> {
    let start = words::head(text, 100);
    let dash = [" - ", " – ", " — ", "--"]
        .iter()
        .filter_map(|dash| start.find(dash))
        .min()?;
    let after = &start[dash..];
    let is_framed = after.starts_with("--(");
    let line = if is_framed {
        &start[..after.find(")--").map_or(dash, |at| dash + at)]
    } else {
        &start[..dash]
    };
    if let Some(agency) = in_front(line) {
        let agency = Some(agency.to_owned());
        return Some(Dateline { date: None, agency });
    }
    if let Some(date) = between_dashes(start, line, lexicon) {
        let (date, agency) = (Some(date), None);
        return Some(Dateline { date, agency });
    }
    let end = line
        .find([',', '(', '|'])
        .filter(|end| is_place(&line[..*end], lexicon))?;
    let rest = line[end..].trim_start_matches([',', ' ']);
    let mut inside = rest.split(['(', '|']).skip(1);
    let agency = inside.find_map(|inside| lexicon.agency_at_start(inside.trim_start()));
    let parts = [", ", "| "]
        .iter()
        .flat_map(|sign| rest.match_indices(sign));
    let date = std::iter::once(0)
        .chain(parts.map(|(at, _)| at + 2))
        .find_map(|at| {
            let rest = &rest[at..];
            let linked = after_cue(rest, &lexicon[List::DateLinks]).map_or(rest, str::trim_start);
            dates::at_start(linked, lexicon)
        });
    let date = date.map(|(said, _)| said);
    let agency = agency.or_else(|| date.as_ref().and_then(|_| named(line)));
    let is_dateline = date.is_some() || agency.is_some();
    is_dateline.then(|| Dateline {
        date,
        agency: agency.map(str::to_owned),
    })
}

/// `LONDRES – 17 février 2026 – `: the day between two dashes.
fn between_dashes(start: &str, place: &str, lexicon: &Lexicon) -> Option<Said> {
    let rest = start[place.len()..].trim_start_matches([' ', '-', '–', '—']);
    let (said, after) = dates::at_start(rest, lexicon).filter(|_| is_place(place, lexicon))?;
    let is_end = after.trim_start().starts_with(['-', '–', '—']);
    is_end.then_some(said)
}

/// `(Courrier.example)` and nothing else before the dash: the site that publishes it.
fn in_front(line: &str) -> Option<&str> {
    let name = line.trim().strip_prefix('(')?.strip_suffix(')')?;
    let (own, end) = name.rsplit_once('.')?;
    let is_end = (2..=8).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase());
    let is_site = is_end && own.starts_with(char::is_uppercase) && !name.contains(' ');
    is_site.then_some(name)
}

/// `(Meridian)` after the day, where the dash follows: the agency by its place, whoever it is.
fn named(line: &str) -> Option<&str> {
    let (_, name) = line.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let is_name = words::at_most(name, 3) && name.split_whitespace().all(names::is_name_word);
    (is_name && words::count(name, 1) == 1).then_some(name)
}

/// One to four words with a capital letter each.
fn is_place(text: &str, lexicon: &Lexicon) -> bool {
    let is_name = |word: &str| {
        names::is_name_word(word) || lexicon[List::NameParticles].has(&words::fold(word))
    };
    words::count(text, 1) == 1 && words::at_most(text, 4) && text.split_whitespace().all(is_name)
}
