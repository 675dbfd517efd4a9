//! Lines that Markdown reads together: code between fences, tables of strokes or of tabs, quotes.
//! Enter by [`fences`] and [`fold`].

use crate::import::block::{Block, Form, Role};
use crate::import::words::{self, escape, number};

const FENCE: &str = "```";

/// The places of lines between fences, each from the opening to the closing one.
pub(crate) fn fences(lines: &[&str], charts: &[Block]) -> Vec<std::ops::RangeInclusive<usize>> {
    let fences = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.trim_start().starts_with(FENCE));
    let places: Vec<usize> = fences.map(|(place, _)| place).collect();
    let has_words = |pair: &&[usize]| {
        let inside = &lines[pair[0] + 1..pair[1]];
        inside.iter().any(|line| words::count(line, 1) == 1)
    };
    let holds_chart = |pair: &[usize]| {
        let inside = |chart: &Block| (pair[0]..pair[1]).contains(&chart.line());
        charts.iter().any(inside)
    };
    let pairs = places.chunks_exact(2).filter(has_words);
    let pairs = pairs.filter(|pair| !holds_chart(pair));
    pairs.map(|pair| pair[0]..=pair[1]).collect()
}

/// The lines between fences as one block; `first` is the place of the first one.
pub(crate) fn code(lines: &[&str], first: usize, gap: bool) -> Block {
    let numbered = (first + 1..).zip(lines);
    let read = numbered.filter(|(_, line)| !line.trim().is_empty());
    let mut block = Block {
        lines: read.map(|(number, _)| number).collect(),
        form: Form::Whole,
        gap,
        ..Block::added(&lines.join("\n"), Role::Open)
    };
    block.decide(Role::Paragraph, "code between fences");
    block
}

/// Puts the rows of a table together, and the lines of a quote.
pub(crate) fn fold(blocks: &[Block]) -> Vec<Block> {
    let are_all_quoted = blocks.iter().all(|b| quoted(&b.text).is_some());
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut rest = blocks;
    while let Some(first) = rest.first() {
        let (length, text, why) = table(rest)
            .or_else(|| quote(rest).filter(|_| !are_all_quoted))
            .unwrap_or_default();
        if length == 0 {
            whole.push(first.clone());
            rest = &rest[1..];
            continue;
        }
        let mut block = Block {
            lines: rest[..length]
                .iter()
                .flat_map(|b| b.lines.clone())
                .collect(),
            form: Form::Whole,
            gap: first.gap,
            ..Block::added(&text, Role::Open)
        };
        block.decide(Role::Paragraph, why);
        whole.push(block);
        rest = &rest[length..];
    }
    whole
}

/// How many blocks there are, their Markdown, and why.
type Folded = (usize, String, &'static str);

/// How many blocks at the beginning follow each other at once and are such ones.
fn run(blocks: &[Block], is: impl Fn(&Block) -> bool) -> usize {
    let own = blocks.iter().enumerate();
    own.take_while(|(i, b)| (*i == 0 || !b.gap) && b.is_open() && is(b))
        .count()
}

fn table(blocks: &[Block]) -> Option<Folded> {
    let (length, sign) = [strokes(blocks), tabs(blocks)]
        .into_iter()
        .max_by_key(|(length, _)| *length)?;
    let rows: Vec<Vec<&str>> = blocks[..length]
        .iter()
        .map(|b| cells(&b.text, sign))
        .filter(|row| !is_rule(row))
        .collect();
    let why = "the rows of a table";
    (rows.len() >= 2).then(|| (length, written(&rows), why))
}

/// Rows that begin and end with a stroke.
fn strokes(blocks: &[Block]) -> (usize, char) {
    let is_row = |b: &Block| {
        let text = b.text.trim();
        text.len() > 2 && text.starts_with('|') && text.ends_with('|')
    };
    (run(blocks, is_row), '|')
}

/// Rows with as many tabs as the first one.
fn tabs(blocks: &[Block]) -> (usize, char) {
    let count = |b: &Block| b.text.matches('\t').count();
    let width = blocks.first().map_or(0, count);
    let is_item = |b: &Block| {
        let (first, _) = b.text.split_once('\t').unwrap_or_default();
        width == 1 && number::of(&format!("{first} a")).is_some()
    };
    let is_row = |b: &Block| width > 0 && b.bullet.is_none() && count(b) == width && !is_item(b);
    (run(blocks, is_row), '\t')
}

fn cells(row: &str, sign: char) -> Vec<&str> {
    let row = if sign == '|' {
        row.trim().trim_start_matches('|').trim_end_matches('|')
    } else {
        row
    };
    row.split(sign).map(str::trim).collect()
}

/// `|---|:-:|`
fn is_rule(row: &[&str]) -> bool {
    let is_line = |cell: &&str| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'));
    row.iter().all(is_line)
}

fn written(rows: &[Vec<&str>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |cells: &Vec<&str>| {
        let mut own: Vec<String> = cells.iter().map(|cell| cell_text(cell)).collect();
        own.resize(width, String::new());
        format!("| {} |", own.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    lines.insert(1, format!("|{}", " --- |".repeat(width)));
    lines.join("\n")
}

fn cell_text(cell: &str) -> String {
    escape::inline(&cell.replace("\\|", "|")).replace('|', "\\|")
}

/// Lines that begin with `>`.
fn quote(blocks: &[Block]) -> Option<Folded> {
    let length = run(blocks, |b| b.bullet.is_none() && quoted(&b.text).is_some());
    let lines = blocks[..length].iter().filter_map(|b| quoted(&b.text));
    let text: Vec<String> = lines
        .map(|line| format!("> {}", escape::line(line)))
        .collect();
    (length > 0).then(|| (length, text.join("\n"), "a quote"))
}

/// What follows the sign of a quote.
pub(crate) fn quoted(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('>')?;
    let inner = rest.trim_start_matches(['>', ' ']);
    (rest.starts_with([' ', '>']) && words::count(inner, 1) == 1).then_some(inner)
}
