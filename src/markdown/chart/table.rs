//! A chart as plain text: its numbers in a small table.

use super::words::Words;
use crate::model::{Chart, Link};

/// The longest line of a plain text.
const WIDTH: usize = 76;

/// What stands in a row besides its label and number: margin, two dots and spaces around them.
const BESIDE: usize = 6;

/// A chart as lines of at most 76 characters: title, unit, a line a number (decimal signs below each
/// other), source with its address (alone on its line, whatever its length). Spaces that do not break
/// are U+00A0, which every mail reader has.
pub fn table(chart: &Chart, lang: &str) -> String {
    let words = Words::of(chart, lang);
    let mut out = wrapped(&words.title);
    if let Some(unit) = words.unit_line() {
        out.push_str(&wrapped(&unit));
    }
    out.push('\n');
    out.push_str(&rows(&words));
    out.push('\n');
    let source = format!("{}{}", words.fill(&words.figures.source, &[]), words.source);
    out.push_str(&wrapped(&source));
    if let Some(url) = chart.source.url.as_ref().map(Link::as_str) {
        out.push_str(url);
        out.push('\n');
    }
    out.replace('\u{202f}', "\u{a0}")
}

fn rows(words: &Words) -> String {
    let sign = words.figures.decimal();
    let split = |number: &str| {
        let at = number.find(sign).unwrap_or(number.len());
        (length(&number[..at]), length(&number[at..]))
    };
    let sizes = words.points.iter().map(|(_, number)| split(number));
    let (whole, decimals) = sizes.fold((0, 0), |(w, d), (a, b)| (w.max(a), d.max(b)));
    let room = WIDTH.saturating_sub(whole + decimals + BESIDE).max(8);
    let labels: Vec<String> = words
        .points
        .iter()
        .map(|(label, _)| cut(label, room))
        .collect();
    let widest = labels.iter().map(|label| length(label)).max().unwrap_or(0);
    let row = |(label, (_, number)): (&String, &(String, String))| {
        let dots = ".".repeat(widest - length(label) + 2);
        let before = " ".repeat(whole - split(number).0);
        format!("  {label} {dots} {before}{number}\n")
    };
    labels.iter().zip(&words.points).map(row).collect()
}

fn cut(label: &str, room: usize) -> String {
    if length(label) <= room {
        return label.to_owned();
    }
    let kept: String = label.chars().take(room - 1).collect();
    format!("{}…", kept.trim_end())
}

fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if used > 0 && used + 1 + length(word) > WIDTH {
            out.push('\n');
            used = 0;
        }
        if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length(word);
    }
    out.push('\n');
    out
}

fn length(text: &str) -> usize {
    text.chars().count()
}
