//! What was put right in an article after it was published.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::date::deserialize_day;

/// Something put right in an article after it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The day on which it was put right.
    #[serde(deserialize_with = "deserialize_day")]
    pub on: Date,
    /// What was wrong and what is right, for readers.
    pub text: String,
}
