//! Text to blocks, a line each; lines that were broken to a width are put together again.

mod charts;
pub(super) mod hyphens;
mod marks;
pub(super) mod pages;
pub(super) mod titles;
pub(super) mod verbatim;

use std::collections::HashMap;

pub(super) use marks::mark;

use super::block::{Block, Form, Role};
use super::words::{self, number};
use marks::{between_dashes, put_bullets, without_bullet, without_mark};

/// A block a line that is not empty, and one for each chart.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let (text, charts) = charts::set_aside(text);
    let mut blocks = around(&text, &charts);
    charts::put_back(&mut blocks, charts);
    blocks
}

/// The blocks of a text whose charts stand aside.
fn around(text: &str, charts: &[Block]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut gap = true;
    let lines: Vec<&str> = text.split('\n').collect();
    let mut fences = verbatim::fences(&lines, charts).into_iter().peekable();
    for (place, line) in lines.iter().enumerate() {
        while fences.next_if(|fence| *fence.end() < place).is_some() {}
        let fence = fences.peek().filter(|fence| fence.contains(&place));
        if fence.is_some_and(|fence| *fence.start() < place) {
            continue;
        }
        if let Some(fence) = fence {
            blocks.push(verbatim::code(&lines[fence.clone()], place, gap));
        } else if !line.trim().is_empty() {
            blocks.push(block(place + 1, line, gap));
        }
        gap = line.trim().is_empty();
    }
    let mut blocks = verbatim::fold(&blocks);
    put_bullets(&mut blocks);
    pages::drop_margins(&mut blocks);
    let mut blocks = titles::numbered(unwrap(blocks));
    mark_ornaments(&mut blocks);
    titles::mark_bulleted(&mut blocks, &lines);
    titles::raise_marks(&mut blocks, &lines);
    titles::mark_items(&mut blocks);
    blocks
}

fn block(number: usize, line: &str, gap: bool) -> Block {
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let framed = between_dashes(line.trim());
    let item = without_bullet(line.trim()).filter(|_| framed.is_none());
    let heading = without_mark(line.trim()).or_else(|| {
        framed
            .filter(|text| text.contains(char::is_alphabetic))
            .map(|text| (2, text))
    });
    let text = item.or(heading.map(|(_, text)| text));
    Block {
        lines: vec![number],
        part: None,
        text: text.unwrap_or(line.trim()).to_owned(),
        form: Form::Plain,
        bullet: item.map(|_| indent),
        mark: heading.map(|(level, _)| level),
        gap,
        repeats: false,
        asides: Vec::new(),
        role: Role::Open,
        why: "",
    }
}

/// Puts the lines of a paragraph together where the text was broken to a width.
fn unwrap(blocks: Vec<Block>) -> Vec<Block> {
    let Some(width) = width(&blocks) else {
        return blocks;
    };
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut length = 0;
    for block in blocks {
        let first = block
            .text
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count());
        let would_fit = length + 1 + first < width;
        let is_end = whole
            .last()
            .is_some_and(|last| words::ends_sentence(&last.text));
        let is_full = (length + 1 + first) * 10 >= width * 8 && !(is_end && would_fit);
        length = block.text.chars().count();
        let has_words = |text: &str| text.contains(char::is_alphanumeric);
        let starts_anew = block.gap
            || !has_words(&block.text)
            || whole.last().is_some_and(|last| !has_words(&last.text))
            || !block.is_open()
            || block.bullet.is_some()
            || block.mark.is_some()
            || number::of(&block.text).is_some()
            || number::ornament(&block.text).is_some();
        match whole.last_mut() {
            Some(last) if is_full && !starts_anew && last.is_open() => {
                last.text.push(' ');
                last.text.push_str(&block.text);
                last.lines.extend(block.lines);
                last.why = "lines broken to a width";
            }
            _ => whole.push(block),
        }
    }
    for block in whole
        .iter_mut()
        .filter(|b| b.lines.len() > 1 && b.mark.is_none())
    {
        mark(block);
    }
    whole
}

/// Short lines that begin with one and the same ornament, prose below each, are headings.
fn mark_ornaments(blocks: &mut [Block]) {
    let may_be = |pair: &[Block]| {
        let sign = number::ornament(&pair[0].text).filter(|_| pair[0].bullet.is_none())?;
        let text = &pair[0].text;
        let is_short = words::at_most(text, 16) && !words::is_closed(text) && !text.ends_with(':');
        let is_above_prose =
            words::ends_sentence(&pair[1].text) && number::ornament(&pair[1].text).is_none();
        (is_short && is_above_prose).then_some(sign)
    };
    let signs: Vec<Option<char>> = blocks.windows(2).map(may_be).collect();
    let mut counts: HashMap<char, usize> = HashMap::new();
    for sign in signs.iter().flatten() {
        *counts.entry(*sign).or_default() += 1;
    }
    let is_repeated = |sign: &char| counts.get(sign).is_some_and(|count| *count >= 2);
    for (block, sign) in blocks.iter_mut().zip(&signs) {
        if sign.as_ref().is_some_and(is_repeated) {
            block.mark.get_or_insert(2);
        }
    }
}

/// The width to which the text was broken: where a line goes on in the next one, that one's first
/// word would not have fitted; hardly a line is longer, and most end inside a sentence.
fn width(blocks: &[Block]) -> Option<usize> {
    let length = |block: &Block| block.text.chars().count();
    let follows = |next: &Block| !next.gap && next.bullet.is_none() && next.is_open();
    let pairs = blocks
        .windows(2)
        .filter(|p| p[0].is_open() && follows(&p[1]));
    let followed: Vec<&[Block]> = pairs.collect();
    let mut lengths: Vec<usize> = followed.iter().map(|p| length(&p[0])).collect();
    lengths.sort_unstable();
    let nearly_all = lengths.len().saturating_sub(1) * 9 / 10;
    let width = lengths
        .get(nearly_all)
        .copied()
        .filter(|width| (40..=140).contains(width))?;
    let long: Vec<&&[Block]> = followed
        .iter()
        .filter(|p| length(&p[0]) * 3 >= width * 2)
        .collect();
    let first = |b: &Block| {
        b.text
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count())
    };
    let is_full = |p: &&&&[Block]| length(&p[0]) + 1 + first(&p[1]) >= width;
    let full = long.iter().filter(is_full).count();
    let inside = long
        .iter()
        .filter(|p| !words::ends_sentence(&p[0].text))
        .count();
    let longer = blocks
        .iter()
        .filter(|b| b.is_open() && length(b) * 5 > width * 6)
        .count();
    let most = |count: usize| count * 10 >= long.len() * 7;
    (long.len() >= 3 && most(full) && most(inside) && longer * 10 <= blocks.len()).then_some(width)
}
