//! The words of a date, one after the other. Enter by [`Reader::date`].

use jiff::civil::Date;

use super::figures::{self, figures};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;
use crate::model::{PartialDate, Week};

/// One word of a text: folded, without the signs around it, and where it ends.
pub(super) struct Token {
    word: String,
    pub(super) end: usize,
}

/// The words with which a text begins, as many as a date may have.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    const ENOUGH: usize = 14;
    let starts = text.split_whitespace().take(ENOUGH);
    starts
        .map(|raw| {
            let end = raw.as_ptr() as usize - text.as_ptr() as usize + raw.len();
            let word = words::fold(raw);
            Token {
                word: trim_signs(&word).to_owned(),
                end,
            }
        })
        .collect()
}

/// A text without the signs after which a line goes on.
pub(super) fn trim_signs(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | ':' | '(' | ')' | '*' | '_'))
}

/// Reads a date from words.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
}

/// A date (none where its year is not said, or there is no such day) and how many words it takes.
pub(super) type Read = Option<(Option<PartialDate>, usize)>;

impl Reader<'_> {
    /// The date with which the words begin.
    pub(super) fn date(&self) -> Read {
        // `Mar 7, 2026` begins with no Tuesday.
        if let Some(read) = self.month_first(0).filter(|(date, _)| date.is_some()) {
            return Some(read);
        }
        let from = self.skip(0, |w| self.lexicon[List::Weekdays].has(w));
        let from = self.skip(from, |w| self.lexicon[List::DateLinks].has(w));
        if let Some(read) = self.month_first(from).filter(|(date, _)| date.is_some()) {
            return Some(read);
        }
        let from = self.skip(from, |w| self.lexicon[List::Weekdays].has(w));
        if let Some(read) = self.part_of_year(from) {
            return Some(read);
        }
        self.days(from)
            .or_else(|| self.named_in_figures(from))
            .or_else(|| self.digits(from))
            .or_else(|| self.spaced(from))
            .or_else(|| self.day_first(from))
            .or_else(|| self.month_first(from))
            .or_else(|| self.week(from))
    }

    /// `fin janvier 2026`: its month; `T1 2026`, `été 2026`, `premier trimestre 2026`: its year.
    fn part_of_year(&self, from: usize) -> Read {
        let at = self.skip(from, |w| {
            self.lexicon[List::PartOfYear].has(w) || ordinal(w)
        });
        if let Some(month) = self
            .lexicon
            .month(self.word(at)?)
            .filter(|_| at > from && !self.word(from).is_some_and(ordinal))
        {
            let (year, next) = self.year(at + 1)?;
            return Some((Some(PartialDate::month(year, month).ok()?), next));
        }
        self.lexicon[List::Seasons]
            .has(self.word(at)?)
            .then_some(())?;
        let (year, next) = self.year(at + 1)?;
        Some((year.to_string().parse().ok(), next))
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).map(|token| token.word.as_str())
    }

    fn skip(&self, from: usize, is: impl Fn(&str) -> bool) -> usize {
        match self.word(from) {
            Some(word) if is(word) => from + 1,
            _ => from,
        }
    }

    /// `2026-01-28`, `2026-W05`, `2026-01`, `2026/01/28`, `28/01/2026`, `28.01.2026`, `28-01-2026`
    fn digits(&self, from: usize) -> Read {
        let word = self.word(from)?;
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let day = word.split_once('t').map_or(word, |(day, _)| day);
        let date = day.parse().or_else(|_| word.parse()).ok();
        let said = match date.filter(|_| word.contains('-')) {
            Some(date) => Some(date),
            None => figures(day)?,
        };
        Some((said, from + 1))
    }

    /// `07 02 2025`
    fn spaced(&self, from: usize) -> Read {
        let is_pair = |word: &&str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
        let [day, month] = [from, from + 1].map(|at| self.word(at).filter(is_pair));
        let (day, month) = (day?, month?);
        let year = self
            .word(from + 2)
            .filter(|word| figures::year(word).is_some())?;
        Some((figures(&format!("{day}/{month}/{year}"))?, from + 3))
    }

    /// `22-Apr-2026`
    fn named_in_figures(&self, from: usize) -> Read {
        let parts: Vec<&str> = self.word(from)?.split('-').collect();
        let [day, month, year] = parts[..] else {
            return None;
        };
        let (day, month) = (self.day(day)?, self.lexicon.month(month)?);
        let date = Date::new(figures::year(year)?, month, day).ok();
        Some((date.map(PartialDate::Day), from + 1))
    }

    /// `6 au 10 avril 2026`, `23-27 mars 2026`: the week of which these are days.
    fn days(&self, from: usize) -> Read {
        let word = self.word(from)?;
        let (first, to) = match word.split_once(['-', '–']) {
            Some((first, last)) => (self.day(first)?, (self.day(last)?, from + 1)),
            None => {
                let first = self.day(word)?;
                let at = self.skip(from + 1, |w| {
                    matches!(w, "-" | "–" | "—") || self.lexicon[List::DateLinks].has(w)
                });
                let is_apart = at > from + 1;
                (
                    first,
                    (self.day(self.word(at).filter(|_| is_apart)?)?, at + 1),
                )
            }
        };
        let (last, at) = to;
        let month = self.lexicon.month(self.word(at)?)?;
        let (year, next) = self.year(at + 1)?;
        let day = |day: i8| Date::new(year, month, day).ok().map(Week::of);
        let (first, last) = (day(first)?, day(last)?);
        (first == last).then_some((Some(PartialDate::Week(first)), next))
    }

    /// `28 janvier 2026`, `1er février`
    fn day_first(&self, from: usize) -> Read {
        let day = self.day(self.word(from)?)?;
        let of = self.skip(from + 1, |w| self.lexicon[List::DateLinks].has(w));
        let month = self.lexicon.month(self.word(of)?)?;
        self.with_year(day, month, of + 1)
    }

    /// `January 28, 2026`, `janvier 2026`
    fn month_first(&self, from: usize) -> Read {
        let month = self.lexicon.month(self.word(from)?)?;
        if let Some((year, next)) = self.year(from + 1) {
            return Some((Some(PartialDate::month(year, month).ok()?), next));
        }
        let day = self.day(self.word(from + 1)?)?;
        self.with_year(day, month, from + 2)
    }

    fn with_year(&self, day: i8, month: i8, from: usize) -> Read {
        let Some((year, next)) = self.year(from) else {
            return Some((None, from));
        };
        let date = Date::new(year, month, day).ok();
        Some((date.map(PartialDate::Day), next))
    }

    /// `semaine 5 de 2026`, `semaine 40`, `semaine du 26 janvier 2026`
    fn week(&self, from: usize) -> Read {
        if !self.lexicon[List::Week].has(self.word(from)?) {
            return None;
        }
        let at = self.skip(from + 1, |w| self.lexicon[List::DateLinks].has(w));
        if let Some(read) = self.week_of_day(at) {
            return Some(read);
        }
        if let Some((number, year)) = self.word(at)?.split_once('/') {
            let week = Week::new(figures::year(year)?, number.parse().ok()?).ok()?;
            return Some((Some(PartialDate::Week(week)), at + 1));
        }
        let number = self
            .word(at)?
            .parse()
            .ok()
            .filter(|n| (1..=53).contains(n))?;
        let Some((year, next)) = self.year(at + 1) else {
            return Some((None, at + 1));
        };
        let week = Week::new(year, number).ok()?;
        Some((Some(PartialDate::Week(week)), next))
    }

    /// `26 janvier 2026`, `26 janvier au 1er février 2026`, `26 au 30 janvier 2026` after `semaine du`; from Monday to
    /// Monday at the most
    fn week_of_day(&self, from: usize) -> Read {
        if let Some((Some(PartialDate::Day(day)), next)) = self.month_first(from) {
            return Some((Some(PartialDate::Week(Week::of(day))), next));
        }
        let first = self.day(self.word(from)?)?;
        let to = self.skip(from + 1, |w| self.lexicon.month(w).is_some());
        let to = self.skip(to, |w| self.lexicon[List::DateLinks].has(w));
        let last = self.day_first(to).filter(|(date, _)| date.is_some());
        let (date, next) = last.or_else(|| self.day_first(from))?;
        let Some(PartialDate::Day(last)) = date else {
            return Some((None, next));
        };
        let days = (0..=7).map(|n| last.saturating_sub(jiff::Span::new().days(n)));
        let first = days.into_iter().find(|day| day.day() == first)?;
        Some((Some(PartialDate::Week(Week::of(first))), next))
    }

    fn day(&self, word: &str) -> Option<i8> {
        if self.lexicon[List::FirstOfMonth].has(word) {
            return Some(1);
        }
        let number = ["th", "nd", "rd", "st"]
            .iter()
            .find_map(|end| word.strip_suffix(end));
        number
            .unwrap_or(word)
            .parse()
            .ok()
            .filter(|day| (1..=31).contains(day))
    }

    /// A year, also after a link (`de 2026`) or a stroke.
    fn year(&self, from: usize) -> Option<(i16, usize)> {
        let at = self.skip(from, |w| matches!(w, "-" | "–" | "/" | "·" | "" | "|"));
        let at = self.skip(at, |w| self.lexicon[List::DateLinks].has(w));
        let at = self.skip(at, |w| self.lexicon[List::DateLinks].has(w));
        Some((figures::year(self.word(at)?)?, at + 1))
    }
}

/// `1er`, `2e`
fn ordinal(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < word.len() && matches!(rest, "er" | "e" | "eme" | "st" | "nd" | "rd" | "th")
}
