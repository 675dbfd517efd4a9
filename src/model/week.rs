//! ISO 8601 weeks, the unit of an edition. Enter by [`Week::of`] or by parsing `2026-W05`.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::config::Closes;
use super::scalar::deserialize_scalar;

/// A week of the ISO 8601 calendar: Monday to Sunday, numbered 1 to 53 within its week-year, which
/// differs from the calendar year at the edges (2027-01-03 is in 2026-W53).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: i16,
    number: i8,
}

impl Week {
    /// The week `number` (1 to 53) of the week-year `year`; an error where that year has no such week.
    pub fn new(year: i16, number: i8) -> Result<Self, WeekError> {
        let error = || WeekError::NoSuchWeek {
            year,
            number,
            last: last_week(year),
        };
        if !(1..=9999).contains(&year) {
            return Err(error());
        }
        ISOWeekDate::new(year, number, Weekday::Monday).map_err(|_| error())?;
        Ok(Self { year, number })
    }

    /// The week that holds `day`, Monday to Sunday.
    pub fn of(day: Date) -> Self {
        let iso = day.iso_week_date();
        Self {
            year: iso.year(),
            number: iso.week(),
        }
    }

    /// The week in whose edition a text of `day` stands: its own, or the next one where the day comes
    /// after the day on which the edition closes.
    pub fn of_edition(day: Date, closes: Closes) -> Self {
        let own = Self::of(day);
        if day.weekday().to_monday_zero_offset() > closes.0.to_monday_zero_offset() {
            own.next()
        } else {
            own
        }
    }

    /// The ISO week-year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The number within the week-year, 1 to 53.
    pub fn number(self) -> i8 {
        self.number
    }

    /// The Monday on which the week begins.
    pub fn monday(self) -> Date {
        self.day(Weekday::Monday)
    }

    /// The Sunday on which the week ends.
    pub fn sunday(self) -> Date {
        self.day(Weekday::Sunday)
    }

    /// First and last day that this week's edition covers, both included.
    pub fn period(self, closes: Closes) -> (Date, Date) {
        let last = self.day(closes.0);
        let first = last.saturating_sub(jiff::Span::new().days(6));
        (first, last)
    }

    /// The week after this one (9999-W52, the calendar's last, is its own).
    pub fn next(self) -> Self {
        Self::of(self.monday().saturating_add(jiff::Span::new().weeks(1)))
    }

    /// The week as an address has it: `2026-w05`.
    pub fn slug(self) -> String {
        self.to_string().to_lowercase()
    }

    fn day(self, weekday: Weekday) -> Date {
        // Whole since `new`: the week exists; only 9999-W52 lacks its last days.
        ISOWeekDate::new(self.year, self.number, weekday).map_or(Date::MAX, ISOWeekDate::date)
    }
}

/// The number of the last week of an ISO week-year: 28 December is always in it (ISO 8601).
fn last_week(year: i16) -> i8 {
    Date::new(year, 12, 28).map_or(52, |day| day.iso_week_date().week())
}

/// Why a text is no week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeekError {
    /// It does not look like `2026-W05`.
    #[error("« {0} » is not a week; write it like 2026-W05")]
    NotAWeek(String),
    /// The year has fewer weeks.
    #[error("there is no week {number} in {year}; its last one is {year}-W{last:02}")]
    NoSuchWeek {
        /// The ISO week-year.
        year: i16,
        /// The number asked for.
        number: i8,
        /// The last week's number in that year.
        last: i8,
    },
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.number)
    }
}

impl FromStr for Week {
    type Err = WeekError;

    /// Reads `2026-W05` (also `2026-w05`, as addresses have it).
    fn from_str(text: &str) -> Result<Self, WeekError> {
        let error = || WeekError::NotAWeek(text.to_owned());
        let (year, number) = text.split_once(['-']).ok_or_else(error)?;
        let number = number.strip_prefix(['W', 'w']).ok_or_else(error)?;
        let digits = |s: &str, n| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(number, 2) {
            return Err(error());
        }
        Self::new(
            year.parse().map_err(|_| error())?,
            number.parse().map_err(|_| error())?,
        )
    }
}

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}
