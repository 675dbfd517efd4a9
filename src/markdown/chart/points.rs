//! The numbers of a chart as typed: each with its place, so that every wrong one is told.

use std::ops::Range;

use serde_yaml::Value;

use super::places::{Places, Said};
use super::typed::Data;
use crate::diag::{Diagnostic, Source};
use crate::model::{ChartKind, Point};

/// Longer numbers leave no room for their bars on a small screen.
const LARGEST: f64 = 1e9;

/// Reads the `data` of the chart in `range` of a file: its points, or all that is wrong with them.
pub(super) fn read(
    source: &Source<'_>,
    range: Range<usize>,
    Data(pairs): &Data,
    kind: Option<ChartKind>,
) -> Result<Vec<Point>, Vec<Diagnostic>> {
    let mut places = Places::new(source, range);
    let mut points: Vec<Point> = Vec::with_capacity(pairs.len());
    let mut wrong = Vec::new();
    for (label, value) in pairs {
        let places = places.next(&shown(label), &shown(value));
        let label = label_of(label, &points).map_err(|said| places.label(said));
        let value = number(value).map_err(|said| places.value(said));
        match (label, value) {
            (Ok(label), Ok(value)) => points.push(Point { label, value }),
            (label, value) => wrong.extend([label.err(), value.err()].into_iter().flatten()),
        }
    }
    if wrong.is_empty() {
        wrong.extend(all_of(&points, kind).map(|said| places.data(said)));
    }
    if wrong.is_empty() {
        Ok(points)
    } else {
        Err(wrong)
    }
}

fn label_of(label: &Value, before: &[Point]) -> Result<String, Said> {
    let text = match label {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_i64() => number.to_string(),
        other => {
            let message = format!("« {} » is not a label as it stands", shown(other));
            return Err((message, "put it between double quotes".to_owned()));
        }
    };
    if text.trim().is_empty() || text.contains(char::is_control) {
        let message = "this label is not one line of text".to_owned();
        return Err((message, "say what the number is about".to_owned()));
    }
    if before.iter().any(|point| point.label == text) {
        let message = format!("the label « {text} » stands here a second time");
        return Err((message, "give one of the two another label".to_owned()));
    }
    Ok(text)
}

fn number(value: &Value) -> Result<f64, Said> {
    let number = value.as_f64().filter(|number| number.is_finite());
    match (number, value) {
        (Some(number), _) if number.abs() <= LARGEST && has_few_decimals(number) => Ok(number),
        (Some(number), _) if number.abs() <= LARGEST => Err((
            "this number has more decimals than people read".to_owned(),
            format!("round it to {DECIMALS} at most, or count in a smaller unit"),
        )),
        (Some(_), _) => Err((
            "this number is too large to be drawn".to_owned(),
            "count in thousands or millions, and say so in `unit`".to_owned(),
        )),
        (None, Value::Null) => Err((
            "this label has no number".to_owned(),
            "write it after a colon; decimals stand after a point, 12.5, since a comma ends a number".to_owned(),
        )),
        (None, other) => {
            let typed = shown(other);
            let message = format!("« {typed} » is not a number");
            Err((message, meant(&typed)))
        }
    }
}

/// As many decimals as people read.
const DECIMALS: usize = 4;

fn has_few_decimals(number: f64) -> bool {
    let typed = number.to_string();
    typed
        .split_once('.')
        .is_none_or(|(_, decimals)| decimals.len() <= DECIMALS)
}

/// How a number that was typed as people write it is typed here.
fn meant(typed: &str) -> String {
    let digits: String = typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '−' => '-',
            other => other,
        })
        .collect();
    let end = digits
        .find(|c: char| !(c.is_ascii_digit() || ".-".contains(c)))
        .unwrap_or(digits.len());
    let (number, rest) = digits.split_at(end);
    match number.parse::<f64>() {
        Ok(number) if rest.is_empty() => format!("write {number}, without spaces and quotes"),
        Ok(number) => format!("write {number} here, and « {rest} » in `unit`"),
        Err(_) => "write a number: 500, 12.5 or -3".to_owned(),
    }
}

/// What is wrong with the points together.
fn all_of(points: &[Point], kind: Option<ChartKind>) -> Option<Said> {
    let most = kind.map_or(usize::MAX, ChartKind::most_points);
    let said = |message: &str, help: &str| Some((message.to_owned(), help.to_owned()));
    if points.is_empty() {
        said(
            "this chart has no data",
            "add labels with numbers: { \"2025\": 500 }",
        )
    } else if points.len() > most {
        let message = format!("{} numbers cannot be read on a small screen", points.len());
        let help = match kind {
            Some(ChartKind::Column) => "keep 12 at most, or draw a `line` (60 at most)".to_owned(),
            _ => format!("keep {most} at most, those that the story is about"),
        };
        Some((message, help))
    } else if points.len() == 1 && kind == Some(ChartKind::Line) {
        said(
            "a line needs two numbers at least",
            "add one, or draw a `column`",
        )
    } else if points.iter().all(|point| point.value == 0.0) {
        said(
            "every number of this chart is 0",
            "there is nothing to draw: say it in the text",
        )
    } else {
        None
    }
}

/// A scalar as it was typed, more or less; a list or mapping by its kind.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(is) => is.to_string(),
        Value::Null => String::new(),
        Value::Sequence(_) => "[…]".to_owned(),
        _ => "{…}".to_owned(),
    }
}
