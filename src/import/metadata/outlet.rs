//! A line that says who published an article and when, as reviews of the press have it below each title:
//! `La Dépêche du Val, 17 novembre 2026, Léa Martin`; `Le Fil (12/03/2026), p. 6`. Enter by [`read`].

use super::about;
use super::names::{begins_with_article, is_name_word, reads_as_name};
use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
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

/// Reads a line that says nothing but this: a name first, and one date.
pub(crate) fn read<'t>(text: &'t str, lexicon: &Lexicon) -> Option<Outlet<'t>> {
    const LONGEST: usize = 160;
    let parts = text.split([',', '|', '·', '•', '(', ')']);
    let parts = parts
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" - "));
    let mut parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let name = parts
        .next()
        .filter(|name| text.len() <= LONGEST && is_name(name, lexicon))?;
    let is_date = |part: &str| about::read(part, lexicon).is_some_and(|about| about.is_only_date());
    let (dates, others): (Vec<&str>, Vec<&str>) = parts.partition(|part| is_date(part));
    let (pages, authors): (Vec<&str>, Vec<&str>) =
        others.into_iter().partition(|part| is_page(part, lexicon));
    let [date] = dates[..] else {
        return None;
    };
    authors
        .iter()
        .all(|part| is_person(part))
        .then_some(Outlet {
            name,
            date,
            authors,
            pages,
        })
}

fn is_name(name: &str, lexicon: &Lexicon) -> bool {
    let is_place = lexicon[List::Places].has(&words::fold(name));
    reads_as_name(name, lexicon) && words::at_most(name, 6) && !is_place
}

/// `La Dépêche du Val`, `Ledger & Loop`, `Courrier du quai`: an article before a capital, a sign, or a noun of
/// such names.
pub(crate) fn is_outlet(name: &str, lexicon: &Lexicon) -> bool {
    let second = name.split([' ', '’', '\'']).nth(1);
    let is_article = begins_with_article(name, lexicon)
        && second.is_some_and(|w| w.starts_with(char::is_uppercase));
    let is_noun = || lexicon[List::Publishers].count_in(&words::fold(name)) > 0;
    let is_known = lexicon.agencies.iter().any(|known| known == name);
    reads_as_name(name, lexicon) && (is_article || name.contains(" & ") || is_noun()) || is_known
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
