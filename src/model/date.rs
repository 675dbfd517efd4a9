//! Dates of the precision that is known, never more. Enter by parsing: `2026-01-28`, `2026-W05`,
//! `2026-01` or `2026` (ISO 8601, reduced precision).

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::config::Closes;
use super::scalar::deserialize_scalar;
use super::week::{Week, WeekError};

/// A date as far as it is known: a day, an ISO week, a month, or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `2026-01-28`
    Day(Date),
    /// `2026-W05`
    Week(Week),
    /// `2026-01`: its year and month, held as the month's first day
    Month(Date),
    /// `2026`: held as the year's first day
    Year(Date),
}

impl PartialDate {
    /// The month `month` (1 to 12) of `year`.
    pub fn month(year: i16, month: i8) -> Result<Self, DateError> {
        let text = format!("{year:04}-{month:02}");
        first_day(year, month, &text).map(Self::Month)
    }

    /// The earliest day that the date can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
            Self::Week(week) => week.monday(),
        }
    }

    /// The latest day that the date can mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Week(week) => week.sunday(),
            Self::Month(day) => day.last_of_month(),
            Self::Year(day) => day.last_of_year(),
        }
    }

    /// The year under which it stands in addresses: of a week, its ISO week-year.
    pub fn year(self) -> i16 {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day.year(),
            Self::Week(week) => week.year(),
        }
    }

    /// The week whose edition it belongs to; none where only the month or the year is known.
    pub fn week(self, closes: Closes) -> Option<Week> {
        match self {
            Self::Day(day) => Some(Week::of_edition(day, closes)),
            Self::Week(week) => Some(week),
            Self::Month(_) | Self::Year(_) => None,
        }
    }
}

/// By the earliest day; of two that begin together, the more precise one comes first.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first_day(), self.last_day()).cmp(&(other.first_day(), other.last_day()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not one of the four forms.
    #[error(
        "« {0} » is not a date; write 2026-01-28, 2026-W05, 2026-01 or 2026, as far as it is known"
    )]
    NotADate(String),
    /// The form is right, the calendar has no such day.
    #[error("the calendar has no {0}")]
    NoSuchDay(String),
    /// The week does not exist.
    #[error(transparent)]
    Week(#[from] WeekError),
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError::NotADate(text.to_owned());
        if text.contains(['W', 'w']) {
            return match text.parse() {
                Ok(week) => Ok(Self::Week(week)),
                Err(WeekError::NotAWeek(_)) => Err(error()),
                Err(no_such_week) => Err(no_such_week.into()),
            };
        }
        let parts: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let digits = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()));
        if !digits || !matches!(widths.as_slice(), [4] | [4, 2] | [4, 2, 2]) {
            return Err(error());
        }
        let number = |i: usize| parts[i].parse::<i16>().map_err(|_| error());
        let small = |i: usize| parts[i].parse::<i8>().map_err(|_| error());
        match parts.len() {
            1 => first_day(number(0)?, 1, text).map(Self::Year),
            2 => first_day(number(0)?, small(1)?, text).map(Self::Month),
            _ => Date::new(number(0)?, small(1)?, small(2)?)
                .map(Self::Day)
                .map_err(|_| DateError::NoSuchDay(text.to_owned())),
        }
    }
}

fn first_day(year: i16, month: i8, text: &str) -> Result<Date, DateError> {
    Date::new(year, month, 1).map_err(|_| DateError::NoSuchDay(text.to_owned()))
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(week) => write!(f, "{week}"),
            Self::Month(day) => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Self::Year(day) => write!(f, "{:04}", day.year()),
        }
    }
}

/// Reads a day: a date of no less precision.
pub(super) fn deserialize_day<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Date, D::Error> {
    deserialize_scalar(deserializer).map(|Day(day)| day)
}

struct Day(Date);

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(PartialDate::Day(day)) => Ok(Self(day)),
            _ => Err(format!("« {text} » is not a day; write it like 2026-01-28")),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}
