//! What a text says of a date, as far as it says it.

use crate::model::PartialDate;

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
