//! Dates as people write them: `28 janvier 2026`, `2 févr. 2026`, `semaine 5 de 2026`, `28/01/2026`.
//!
//! Enter by [`at_start`], which reads the date with which a text begins.

use jiff::civil::Date;

use super::figures::{figures, year};
use super::lexicon::{Lexicon, List};
use super::words;
use crate::model::{PartialDate, Week};

/// A date as far as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// With its year.
    Known(PartialDate),
    /// A day or a week of a year that is not said: its words.
    NoYear(String),
    /// A day that no calendar has: its words.
    Impossible(String),
    /// A day counted from another one that is not said: its words.
    Relative(String),
    /// In figures of which each may be the month: the day if the day stands first, and its words.
    DayOrMonth(PartialDate, String),
}

impl Said {
    /// What a text says in whose language the day stands first.
    pub(crate) fn day_first(self) -> Self {
        match self {
            Self::DayOrMonth(date, _) => Self::Known(date),
            other => other,
        }
    }
}

/// One word of a text: folded, without the signs around it, and where it ends.
struct Token {
    word: String,
    end: usize,
}

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

/// Whether a year stands among the words or the figures.
fn has_year(date: &str) -> bool {
    date.split(|c: char| !c.is_ascii_digit())
        .any(|figures| year(figures).is_some())
        || figures(trim_signs(date)).is_some()
}

/// Whether the last word is a date in figures whose day and month might be told the other way round.
fn is_unclear(date: &str) -> bool {
    let last = date.split_whitespace().next_back().unwrap_or_default();
    let parts: Vec<&str> = trim_signs(last).split(['/', '.', '-']).collect();
    let [a, b, _] = parts.as_slice() else {
        return false;
    };
    let is_month = |n: i8| (1..=12).contains(&n);
    matches!((a.parse(), b.parse()), (Ok(a), Ok(b)) if a != b && is_month(a) && is_month(b))
}

/// A text without the signs after which a line goes on.
fn trim_signs(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | ':' | '(' | ')' | '*' | '_'))
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

fn tokens(text: &str) -> Vec<Token> {
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

struct Reader<'a> {
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

/// A date (none where its year is not said, or there is no such day) and how many words it takes.
type Read = Option<(Option<PartialDate>, usize)>;

impl Reader<'_> {
    fn date(&self) -> Read {
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
        self.digits(from)
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
            let week = Week::new(self::year(year)?, number.parse().ok()?).ok()?;
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

    /// `26 janvier 2026`, `26 janvier au 1er février 2026`, `26 au 30 janvier 2026` after `semaine du`
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
        let days = (0..7).map(|n| last.saturating_sub(jiff::Span::new().days(n)));
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
        Some((year(self.word(at)?)?, at + 1))
    }
}

/// `1er`, `2e`
fn ordinal(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < word.len() && matches!(rest, "er" | "e" | "eme" | "st" | "nd" | "rd" | "th")
}
