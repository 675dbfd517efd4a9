//! A chart as typed, and all that may be wrong with it.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_yaml::Value;

use super::fence::Fence;
use super::points;
use crate::diag::{Diagnostic, Source};
use crate::model::{Chart, ChartKind, ChartSource};
use crate::yaml;

/// What stands between the fences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChartHead {
    title: Option<String>,
    #[serde(rename = "type")]
    kind: Option<ChartKind>,
    unit: Option<String>,
    source: Option<ChartSource>,
    data: Option<Data>,
}

/// Labels with what stands behind them, as typed and in the order typed.
pub(super) struct Data(pub(super) Vec<(Value, Value)>);

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Data;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("labels with numbers: { \"2025\": 500, \"2026\": 830 }")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Data, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Data(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// Reads a fenced block of a file: the chart, or all that is wrong with it.
pub(super) fn read(source: &Source<'_>, fence: &Fence) -> Result<Chart, Vec<Diagnostic>> {
    let opening = |message: &str, help: &str| source.error(fence.opening.clone(), message, help);
    if !fence.is_at_margin {
        let message = "a chart stands by itself, at the margin";
        let help = "take it out of the list or quotation, and the spaces before it away";
        return Err(vec![opening(message, help)]);
    }
    if !fence.is_closed {
        let message = "the chart that opens here is never closed";
        return Err(vec![opening(message, "add a line ``` below its data")]);
    }
    match yaml::parse(source, fence.body.clone()) {
        Ok(head) => Checks { source, fence }.whole(head),
        Err(wrong) => Err(with_numbers(wrong, source, fence)),
    }
}

/// What is wrong with other keys, and what is wrong with the numbers beside them.
fn with_numbers(mut wrong: Vec<Diagnostic>, source: &Source<'_>, fence: &Fence) -> Vec<Diagnostic> {
    #[derive(Deserialize)]
    struct Numbers {
        data: Data,
    }
    let body = fence.body.clone();
    if let Ok(Numbers { data }) = serde_yaml::from_str(&source.text[body.clone()])
        && let Err(numbers) = points::read(source, body, &data, None)
    {
        let told: Vec<String> = wrong.iter().map(Diagnostic::location).collect();
        let is_new = |mistake: &Diagnostic| !told.contains(&mistake.location());
        wrong.extend(numbers.into_iter().filter(is_new));
    }
    wrong
}

struct Checks<'a> {
    source: &'a Source<'a>,
    fence: &'a Fence,
}

impl Checks<'_> {
    fn whole(&self, head: ChartHead) -> Result<Chart, Vec<Diagnostic>> {
        let mut wrong = self.missing(&head);
        wrong.extend(self.one_line("title", head.title.as_deref()));
        wrong.extend(self.one_line("unit", head.unit.as_deref()));
        let publisher = head.source.as_ref().map(|source| source.name.as_str());
        wrong.extend(self.one_line("source", publisher));
        let read = head
            .data
            .map(|data| points::read(self.source, self.range(), &data, head.kind));
        let points = match read {
            Some(Ok(points)) => points,
            Some(Err(mistakes)) => {
                wrong.extend(mistakes);
                Vec::new()
            }
            None => Vec::new(),
        };
        match (head.title, head.kind, head.source) {
            (Some(title), Some(kind), Some(source)) if wrong.is_empty() => Ok(Chart {
                title,
                kind,
                unit: head.unit,
                source,
                points,
            }),
            _ => Err(wrong),
        }
    }

    fn missing(&self, head: &ChartHead) -> Vec<Diagnostic> {
        let keys = [
            (head.title.is_none(), "title", "title: \"…\""),
            (
                head.kind.is_none(),
                "type",
                "type: bar (or column, or line)",
            ),
            (
                head.source.is_none(),
                "source",
                "source: { name: \"…\", url: \"https://…\" }",
            ),
            (
                head.data.is_none(),
                "data",
                "data: { \"2025\": 500, \"2026\": 830 }",
            ),
        ];
        let missing = keys.into_iter().filter(|(is_missing, ..)| *is_missing);
        let tell = |(_, key, line): (bool, &str, &str)| {
            let message = format!("this chart has no `{key}`");
            let help = format!("add a line `{line}`");
            self.source.error(self.fence.opening.clone(), message, help)
        };
        missing.map(tell).collect()
    }

    fn one_line(&self, key: &str, text: Option<&str>) -> Option<Diagnostic> {
        let text = text?;
        let is_wrong = text.trim().is_empty() || text.contains(char::is_control);
        let message = format!("the {key} of this chart is not one line of text");
        let help = "write it on one line, between double quotes";
        is_wrong.then(|| yaml::error_at(self.source, self.range(), (key, None), message, help))
    }

    fn range(&self) -> Range<usize> {
        self.fence.body.clone()
    }
}
