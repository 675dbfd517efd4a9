//! Dates in figures alone: `28/01/2026`, `28.01.26`. Enter by [`figures`].

use jiff::civil::Date;

use crate::model::PartialDate;

/// Three figures with a sign between them: a day, or none where no calendar has it.
pub(crate) fn figures(word: &str) -> Option<Option<PartialDate>> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let small = |figure: &str| figure.parse().ok().filter(|n| (1..=31).contains(n));
    let day = if let Some(year) = self::year(a) {
        Date::new(year, small(b)?, small(c)?).ok()
    } else {
        let (year, a, b) = (
            self::year(c).or_else(|| short_year(c))?,
            small(a)?,
            small(b)?,
        );
        // Day first, as in Europe, unless there is no such month.
        Date::new(year, b, a)
            .or_else(|_| Date::new(year, a, b))
            .ok()
    };
    Some(day.map(PartialDate::Day))
}

/// The year of two digits at the end of a date in figures.
fn short_year(word: &str) -> Option<i16> {
    let is_year = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse::<i16>()
        .ok()
        .filter(|_| is_year)
        .map(|year| 2000 + year)
}

/// A year of our time, in four digits.
pub(crate) fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse()
        .ok()
        .filter(|year| is_year && (1990..=2100).contains(year))
}
