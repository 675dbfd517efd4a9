//! A chart: one series of numbers, with where they come from.

use serde::{Deserialize, Serialize};

use super::article::Link;

/// A chart as its author typed it, found without fault; typography is the renderer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// What it shows, on one line.
    pub title: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What its numbers count: `Md$`, `%`.
    pub unit: Option<String>,
    /// Who published the numbers.
    pub source: ChartSource,
    /// At least one (two for a line), in the order typed, labels unlike each other; not all are 0.
    pub points: Vec<Point>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// Horizontal bars, for things to compare.
    Bar,
    /// Columns, for a few moments.
    Column,
    /// A line, for many moments at equal distances.
    Line,
}

/// Who published a chart's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartSource {
    /// The publisher's name.
    pub name: String,
    /// Where the numbers stand.
    pub url: Option<Link>,
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// As typed: `janv. 2026`.
    pub label: String,
    /// At most 10⁹ in size, with at most four decimals.
    pub value: f64,
}

/// A value is a number: equal to itself.
impl Eq for Point {}

impl ChartKind {
    /// How many points can be read on a screen of 320 px.
    pub fn most_points(self) -> usize {
        match self {
            Self::Bar => 20,
            Self::Column => 12,
            Self::Line => 60,
        }
    }
}
