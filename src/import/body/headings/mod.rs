//! Tells headings from paragraphs, once the noise is gone: numbered lines in sequence, lines in
//! capitals, short lines without final sign that prose or a list follows.

mod levels;
mod style;

pub(crate) use style::{is_conclusion, leads_in};

use crate::import::block::{Block, Field, Role, is_foot};
use crate::import::lexicon::Lexicon;
use crate::import::metadata::about;
use crate::import::words::{self, number};
use levels::{drop_unfollowed, level_capitals, lower_repeated};
use style::{Style, style};

/// Decides what is still open: heading or paragraph.
pub(crate) fn infer(blocks: &mut [Block], lexicon: &Lexicon) {
    let places: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_kept()).collect();
    let mut styles = styles(blocks, &places, lexicon);
    drop_unfollowed(blocks, &places, &mut styles);
    level_capitals(&mut styles);
    lower_repeated(blocks, &places, &mut styles);
    let top = styles
        .iter()
        .flatten()
        .copied()
        .filter(|s| *s != Style::Known)
        .min();
    for (i, style) in places.iter().zip(&styles) {
        match style {
            Some(style) => decide_heading(&mut blocks[*i], *style, top),
            None if blocks[*i].is_open() => blocks[*i].decide(Role::Paragraph, "prose"),
            None => {}
        }
    }
}

fn decide_heading(block: &mut Block, style: Style, top: Option<Style>) {
    let is_top = style == Style::Known || Some(style) == top;
    let why = match style {
        Style::Known => "a known heading",
        Style::Marked => "marked as a heading by the text itself",
        Style::Numbered => "numbered, one of a sequence",
        Style::Dated => "a day, one of several",
        Style::Capitals => "a line in capitals",
        Style::Plain => "a short line without final sign before prose or a list",
        Style::Colon => "a short line with a colon before prose",
        Style::Repeated => "stands in several sections",
        Style::Deeper => "numbered within a section",
    };
    block.decide(Role::Heading(if is_top { 2 } else { 3 }), why);
}

fn styles(blocks: &[Block], places: &[usize], lexicon: &Lexicon) -> Vec<Option<Style>> {
    let sequence = numbered_sequence(blocks, places);
    let marked = places
        .iter()
        .map(|i| &blocks[*i])
        .filter(|b| b.is_open() && b.mark.is_some());
    let are_marked = marked.count() >= 2;
    // Marks between numbered lines without marks are of sections within sections.
    let are_inside = sequence.iter().any(|i| blocks[*i].mark.is_none());
    let is_date = |text: &str| about::read(text, lexicon).is_some_and(|a| a.is_only_date());
    let is_chronicle = places
        .iter()
        .filter(|i| blocks[**i].is_open_line() && is_date(&blocks[**i].text))
        .nth(1)
        .is_some();
    let has_gaps = places.iter().filter(|i| blocks[**i].gap).count() * 2 > places.len();
    let style = |(place, i): (usize, &usize)| {
        let block = &blocks[*i];
        let stands_apart = block.gap || !has_gaps || place == 0;
        let before = place.checked_sub(1).map(|before| &blocks[places[before]]);
        let is_open_end = before.is_some_and(|b| b.text.ends_with(','));
        let may_be = block.is_open_line() && stands_apart && !is_open_end && !is_foot(blocks, *i);
        let is_day = is_date(&block.text);
        let may_be = may_be && (is_chronicle || !is_day);
        let own = style(&block.text, lexicon).filter(|_| may_be);
        let own = own.map(|own| if is_day { Style::Dated } else { own });
        let own =
            own.filter(|own| *own != Style::Plain || !(place == 0 && is_standfirst(blocks, *i)));
        match own {
            _ if sequence.contains(i) && (are_inside || !are_marked) => Some(Style::Numbered),
            Some(Style::Known) => own,
            _ if !are_marked => own,
            _ => marked_style(block, are_inside),
        }
    };
    places.iter().enumerate().map(style).collect()
}

/// Whether a text's first line goes on from its title in so many words that it is no section's heading.
fn is_standfirst(blocks: &[Block], i: usize) -> bool {
    const LEAST: usize = 10;
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let text = &blocks[i].text;
    let is_long = words::count(text, LEAST) == LEAST && !text.contains([':', '«', '“']);
    is_long && blocks[..i].iter().any(is_title)
}

fn marked_style(block: &Block, is_inside: bool) -> Option<Style> {
    let level = block.mark.filter(|_| block.is_open())?;
    let is_deep = is_inside || level > 2;
    Some(if is_deep {
        Style::Deeper
    } else {
        Style::Marked
    })
}

/// The open lines whose numbers make a sequence from 1 (or 0), prose or a list below each.
fn numbered_sequence(blocks: &[Block], places: &[usize]) -> Vec<usize> {
    let mut sequence = Vec::new();
    let mut expected = None;
    for i in places.iter().filter(|i| blocks[**i].is_open_line()) {
        let Some((number, rest)) = number::of(&blocks[*i].text) else {
            continue;
        };
        let is_next = expected.map_or(number <= 1, |n| n == number);
        if is_next && rest.len() <= 300 && words::at_most(rest, 25) {
            sequence.push(*i);
            expected = Some(number + 1);
        }
    }
    if sequence.len() >= 2 {
        sequence
    } else {
        Vec::new()
    }
}
