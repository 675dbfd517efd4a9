//! Dates as people write them: `28 janvier 2026`, `2 févr. 2026`, `semaine 5 de 2026`, `28/01/2026`.
//!
//! Enter by [`at_start`], which reads the date with which a text begins.

pub(super) mod clock;
pub(super) mod figures;
mod reader;
pub(super) mod relative;
mod said;

pub(crate) use said::Said;

use super::lexicon::{Lexicon, List};
use super::words;
use figures::{figures, year};
use reader::{Reader, tokens, trim_signs};

/// The date with which the text begins, and what follows it.
pub(crate) fn at_start<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(Said, &'t str)> {
    let tokens = tokens(text);
    let read = Reader {
        tokens: &tokens,
        lexicon,
    };
    let (said, count) = read.date()?;
    let end = tokens.get(count.checked_sub(1)?)?.end;
    let own = text[..end].trim();
    let said = match said {
        Some(date) if is_unclear(own) => Said::DayOrMonth(date, trim_signs(own).to_owned()),
        Some(date) => Said::Known(date),
        None if has_year(own) => Said::Impossible(trim_signs(own).to_owned()),
        None => Said::NoYear(own.to_owned()),
    };
    Some((said, &text[end..]))
}

/// The day, the week or the month with which the text ends, and where it begins.
pub(crate) fn at_end(text: &str, lexicon: &Lexicon) -> Option<(Said, usize)> {
    let starts = text.char_indices().filter(|(i, c)| {
        c.is_alphanumeric()
            && !text[..*i].ends_with(|b: char| b.is_alphanumeric() || matches!(b, '/' | '-' | '.'))
    });
    starts
        .filter_map(|(i, _)| Some((at_start(&text[i..], lexicon)?, i)))
        .find(|((_, rest), _)| words::count(rest, 1) == 0)
        .map(|((said, _), i)| (said, i))
}

/// Whether a word is a date in figures: `Couverture du 01/10/2025`.
pub(crate) fn has_figures(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| figures(trim_signs(word)).is_some())
}

/// Whether a year stands among the words or the figures.
fn has_year(date: &str) -> bool {
    date.split(|c: char| !c.is_ascii_digit())
        .any(|figures| year(figures).is_some())
        || figures(trim_signs(date)).is_some()
}

/// Whether the last word is a date in figures whose day and month might be told the other way round.
fn is_unclear(date: &str) -> bool {
    let last = date.split_whitespace().next_back().unwrap_or_default();
    let in_one: Vec<&str> = trim_signs(last).split(['/', '.', '-']).collect();
    let apart: Vec<&str> = date.split_whitespace().collect();
    let ([a, b, _] | [.., a, b, _]) = (if in_one.len() == 3 { &in_one } else { &apart }).as_slice()
    else {
        return false;
    };
    let is_month = |n: i8| (1..=12).contains(&n);
    matches!((a.parse(), b.parse()), (Ok(a), Ok(b)) if a != b && is_month(a) && is_month(b))
}

/// The weeks that the text names (`semaine 40`), each with its own words.
pub(crate) fn weeks_said(text: &str, lexicon: &Lexicon) -> Vec<(Said, String)> {
    let is_start = |i: usize| !text[..i].ends_with(char::is_alphanumeric);
    let starts = text
        .char_indices()
        .filter(|(i, c)| c.is_alphabetic() && is_start(*i));
    starts
        .filter_map(|(i, _)| week_said(&text[i..], lexicon))
        .collect()
}

fn week_said(rest: &str, lexicon: &Lexicon) -> Option<(Said, String)> {
    const LONGEST: usize = 40;
    let first = rest.split_whitespace().next()?;
    let first = words::fold(Some(first).filter(|first| first.len() <= LONGEST)?);
    lexicon[List::Week]
        .has(first.trim_end_matches('.'))
        .then_some(())?;
    let (said, after) = at_start(rest, lexicon)?;
    let own = rest[..rest.len() - after.len()].trim();
    Some((said, own.trim_end_matches([',', '.', ')']).to_owned()))
}
