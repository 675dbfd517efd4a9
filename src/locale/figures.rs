//! Numbers as readers of a language write them, and the words of charts.

use serde::Deserialize;

use crate::model::ChartKind;

/// How a language writes numbers and speaks of charts. `{…}` in a text is filled in by who uses it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// What stands between groups of three digits.
    group: String,
    /// What stands before the decimals.
    decimal: String,
    bar: String,
    column: String,
    line: String,
    /// `{unit}` as a line below a title.
    pub unit: String,
    /// Before the publisher's name.
    pub source: String,
    /// What opens the table of numbers.
    pub data: String,
    /// The head of the column of labels.
    pub label: String,
    /// The head of the column of numbers, where they have no unit.
    pub value: String,
    /// `{label}` and its `{number}`.
    pub point: String,
    /// What stands between two points.
    pub between: String,
    /// `{count}` points from the `{first}` to the `{last}`, with the `{least}` and the `{most}`.
    pub many: String,
    /// That an axis leaves 0 out.
    pub cut: String,
}

impl Figures {
    /// What a kind of chart is called.
    pub fn kind(&self, kind: ChartKind) -> &str {
        match kind {
            ChartKind::Bar => &self.bar,
            ChartKind::Column => &self.column,
            ChartKind::Line => &self.line,
        }
    }

    /// What stands before decimals.
    pub fn decimal(&self) -> &str {
        &self.decimal
    }

    /// A finite number with the decimals that it has, grouped in thousands: « 1 234,5 », « −3 ».
    pub fn number(&self, value: f64) -> String {
        let typed = value.abs().to_string();
        let (whole, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
        let mut out = String::new();
        if value < 0.0 {
            out.push('\u{2212}');
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(decimals);
        }
        out
    }
}
