//! A line that says who published an article and when, as reviews of the press have it below each title:
//! `La Dépêche du Val, 17 novembre 2026, Léa Martin`; `Le Fil (12/03/2026), p. 6`; `2026-03-12 | By Léa Martin |
//! Source: Le Fil`. Enter by [`read`]; [`reviews`] finds all of a text's.

use super::about;
use super::names::{begins_with_article, is_name_word, names, reads_as_name};
use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::words;

/// What such a line says.
pub(crate) struct Outlet<'t> {
    pub(crate) name: &'t str,
    /// The day, in its own words.
    pub(crate) date: &'t str,
    /// Who wrote the article.
    pub(crate) authors: Vec<&'t str>,
    /// Where it stands in print.
    pub(crate) pages: Vec<&'t str>,
}

/// Reads a line that says nothing but this, and one date.
pub(crate) fn read<'t>(text: &'t str, lexicon: &Lexicon) -> Option<Outlet<'t>> {
    const LONGEST: usize = 160;
    let parts = text.split([',', '|', '·', '•', '(', ')']);
    let parts = parts
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" - "));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let is_date = |part: &str| about::read(part, lexicon).is_some_and(|about| about.is_only_date());
    let (dates, others): (Vec<&str>, Vec<&str>) = parts.partition(|part| is_date(part));
    let ([date], true) = (&dates[..], text.len() <= LONGEST) else {
        return None;
    };
    let (pages, mut others): (Vec<&str>, Vec<&str>) =
        others.into_iter().partition(|part| is_page(part, lexicon));
    let place = named(&others, lexicon)?;
    let name = others.remove(place);
    let authors: Option<Vec<Vec<&str>>> = others.iter().map(|part| people(part, lexicon)).collect();
    Some(Outlet {
        name: after_cue(name, &lexicon[List::Source]).map_or(name, after_colon),
        date,
        authors: authors?.into_iter().flatten().collect(),
        pages,
    })
}

/// Which part names who publishes: the one that says so, the one after a person, or the first.
fn named(parts: &[&str], lexicon: &Lexicon) -> Option<usize> {
    let says = |part: &&str| {
        let rest = after_cue(part, &lexicon[List::Source]).filter(|rest| rest.contains(':'));
        rest.is_some_and(|rest| is_name(after_colon(rest), lexicon))
    };
    let second = || {
        let is_second = is_person(parts.first()?) && is_outlet(parts.get(1)?, lexicon);
        is_second.then_some(1)
    };
    let first = || {
        parts
            .first()
            .filter(|part| is_name(part, lexicon))
            .map(|_| 0)
    };
    parts.iter().position(says).or_else(second).or_else(first)
}

fn after_colon(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{a0}', '\u{202f}', ':'])
}

/// `Léa Martin`, `By Léa Martin and Jo Brink`
fn people<'t>(part: &'t str, lexicon: &Lexicon) -> Option<Vec<&'t str>> {
    if let Some(rest) = after_cue(part, &lexicon[List::By]) {
        let own = after_colon(rest);
        let (found, rest) = names(own, lexicon);
        let places = found.iter().map(|name| own.find(name.as_str()));
        let spans = places
            .zip(&found)
            .map(|(at, name)| Some(&own[at?..at? + name.len()]));
        return spans
            .collect::<Option<Vec<_>>>()
            .filter(|all| !all.is_empty() && rest.trim().is_empty());
    }
    is_person(part).then(|| vec![part])
}

/// Whether lines of that kind stand below titles, prose below them: two or more make a review of the press.
pub(crate) fn reviews(blocks: &[Block], lexicon: &Lexicon) -> Vec<(usize, bool)> {
    let is_over = |i: &usize| is_title(&blocks[i - 1]) && is_above_prose(blocks, *i);
    let said = |block: &Block| {
        let is_line = block.is_open_line() && !block.gap;
        let name = read(&block.text, lexicon)
            .filter(|_| is_line)?
            .name
            .to_owned();
        Some(is_outlet(&name, lexicon) || block.text.contains(&format!(": {name}")))
    };
    let below = (1..blocks.len()).filter(is_over);
    let found: Vec<(usize, bool)> = below.filter_map(|i| Some((i, said(&blocks[i])?))).collect();
    let sure = found.iter().filter(|(_, is_sure)| *is_sure).count();
    match found.len() < 2 || sure * 2 < found.len() {
        true => Vec::new(),
        false => found,
    }
}

fn is_title(block: &Block) -> bool {
    block.is_open_line()
        && words::count(&block.text, 3) == 3
        && words::at_most(&block.text, 25)
        && words::last_sign(&block.text) != Some('.')
        && links::find(&block.text).is_none()
}

fn is_above_prose(blocks: &[Block], i: usize) -> bool {
    let below = blocks[i + 1..].iter().find(|b| b.role != Role::Dropped);
    below.is_some_and(|b| words::is_prose(&b.text))
}

fn is_name(name: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(name);
    let is_called = lexicon[List::Publishers].beginning(&folded).is_some();
    (reads_as_name(name, lexicon) || is_called)
        && words::at_most(name, 6)
        && !lexicon[List::Places].has(&folded)
}

/// `La Dépêche du Val`, `Ledger & Loop`, `Courrier du quai`: an article before a capital, a sign, or a noun of
/// such names.
pub(crate) fn is_outlet(name: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 8;
    if !words::at_most(name, LONGEST) || words::is_closed(name) {
        return false;
    }
    let second = name.split([' ', '’', '\'']).nth(1);
    let is_article = begins_with_article(name, lexicon)
        && second.is_some_and(|w| w.starts_with(char::is_uppercase));
    let is_noun = || lexicon[List::Publishers].count_in(&words::fold(name)) > 0;
    let is_known = lexicon.agencies.iter().any(|known| known == name);
    let is_called = || {
        lexicon[List::Publishers]
            .beginning(&words::fold(name))
            .is_some()
    };
    reads_as_name(name, lexicon) && (is_article || name.contains(" & ") || is_noun())
        || words::at_most(name, 6) && is_called()
        || is_known
}

/// `p. 6`, `n° 112`
fn is_page(part: &str, lexicon: &Lexicon) -> bool {
    let figures = part.trim_start_matches(|c: char| !c.is_ascii_digit());
    let label = part[..part.len() - figures.len()].trim();
    let is_label = lexicon[List::Pages].has(&words::label(label))
        || lexicon[List::Issues].has(&words::fold(label));
    is_label && figures.bytes().all(|b| b.is_ascii_digit() || b == b'-') && !figures.is_empty()
}

fn is_person(part: &str) -> bool {
    (2..=3).contains(&part.split_whitespace().count()) && part.split_whitespace().all(is_name_word)
}

impl Facts {
    /// The name of who publishes on a line of its own, between the title and a line about the article.
    pub(crate) fn outlet(&mut self, header: &mut [Block], lexicon: &Lexicon) {
        for i in 1..header.len().saturating_sub(1) {
            let is_below = header[..i].iter().any(Block::is_open_line) && !header[i].gap;
            let is_above = header[i + 1].role == Role::Moved(Field::About) && !header[i + 1].gap;
            let block = &mut header[i];
            if is_below && is_above && block.is_open_line() && is_outlet(&block.text, lexicon) {
                let (value, line) = (block.text.clone(), block.line());
                self.source.get_or_insert(Told { value, line });
                block.decide(
                    Role::Moved(Field::Source),
                    "who published it, above the byline",
                );
            }
        }
    }
}
