//! Finds the lists that the head or a section for decision-makers takes: key points, takeaways, sources.
//! Enter by [`mark`].
//!
//! `fields`: lines that fill a field by themselves; `below`: what stands below a heading; `name` (`composed`),
//! `advice`: whether it is the heading of points; `points`, `sources`: what they become; `items`: other lists.

mod advice;
mod below;
mod composed;
mod fields;
mod items;
mod name;
mod points;
mod sources;

use std::collections::HashSet;

pub(crate) use advice::is_promised;
pub(crate) use fields::of as field_of;
pub(crate) use items::mark as mark_items;
pub(crate) use points::mark_paragraphs as mark_takeaway_paragraphs;
pub(crate) use points::release_empty;

use super::headings::leads_in;
use super::{addressed, whom};
use crate::import::block::{Block, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};
use below::{below, items};
use name::{Named, Points, is_heading_line};

/// A text around its headings, as it was before any line of it was taken.
struct Text {
    /// The places of its open lines.
    open: Vec<usize>,
    /// Headings that stand more than once: each belongs to a section.
    repeated: HashSet<String>,
    /// Headings below which readers are told what to do.
    advising: HashSet<String>,
    /// How many paragraphs stand before each block.
    prose: Vec<usize>,
    last_prose: Option<usize>,
}

impl Text {
    fn of(blocks: &[Block], lexicon: &Lexicon) -> Self {
        let open = open(blocks);
        let repeated = repeated_labels(blocks, &open);
        let is_prose = |b: &Block| b.is_kept() && words::is_prose(&b.text);
        Self {
            advising: advice::labels(blocks, &open, &repeated, lexicon),
            prose: prose_before(blocks),
            last_prose: blocks.iter().rposition(is_prose),
            open,
            repeated,
        }
    }

    /// Whether the line at a place comes after the text's main part, or ends it with what stands below.
    fn is_late(&self, place: usize, label: &str, after: Option<&usize>) -> bool {
        let prose = self.prose[self.open[place]];
        let ends_text = after.is_none_or(|after| self.last_prose < Some(*after));
        prose >= 3
            || place * 5 >= self.open.len() * 3
            || self.repeated.contains(label)
            || prose >= 1 && ends_text
    }
}

/// Marks key points, takeaways and sources, each below its heading; tags and a source on one line.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let text = Text::of(blocks, lexicon);
    fields::mark(blocks, &text.open, lexicon);
    points::mark_first(blocks, lexicon);
    let mut has_sections = false;
    for (place, i) in text.open.iter().enumerate() {
        let block = &blocks[*i];
        if block.is_open() && block.is_short() {
            has_sections |= number::of(&block.text).is_some();
            mark_below(blocks, &text, place, has_sections, lexicon);
        }
    }
}

/// Marks what stands below the line at a place, where that is the heading of such a list.
fn mark_below(
    blocks: &mut [Block],
    text: &Text,
    place: usize,
    has_sections: bool,
    lexicon: &Lexicon,
) {
    let i = text.open[place];
    let label = words::label(&blocks[i].text);
    let below = below(blocks, &text.open[place + 1..], &label, lexicon);
    let items = &below[..items(blocks, i, below, lexicon)];
    let is_late = has_sections || text.is_late(place, &label, below.get(items.len()));
    let groups = addressed::groups(blocks, below, lexicon);
    let last = last(blocks, below, lexicon);
    let points = Points {
        are_items: !items.is_empty()
            || groups.len() >= 2
            || text.repeated.contains(&label) && is_above_line(blocks, below),
        close: !last.is_empty(),
        are_first: text.prose[i] <= 1,
        advise: advice::are_given(blocks, &last, lexicon),
        are_addressed: is_heading_line(&blocks[i])
            && text.prose[i] >= 1
            && (groups.len() >= 2
                || are_addressed(blocks, items, lexicon)
                || text.advising.contains(&label)
                || advice::are_points(&blocks[i].text, blocks, items, lexicon)),
    };
    let are_lines = items.iter().all(|i| blocks[*i].bullet.is_none());
    let are_grouped = groups.len() >= 2 && are_lines;
    match name::of(&label, &points, is_late, lexicon) {
        Some(Named::Takeaways) if items.is_empty() || are_grouped => {
            points::in_groups(blocks, i, &groups);
        }
        Some(Named::Takeaways) if leads_in(&blocks[i].text, lexicon) => {
            points::led_in(blocks, i, items);
        }
        Some(Named::Takeaways) => points::takeaways(blocks, i, items),
        Some(Named::KeyPoints) if items.is_empty() => {}
        Some(Named::KeyPoints) => points::key_points(blocks, i, items),
        Some(Named::Sources) => sources::mark(blocks, i, below, lexicon),
        None if is_heading_line(&blocks[i]) && sources::are_references(blocks, below) => {
            sources::mark(blocks, i, below, lexicon);
        }
        None if is_late => points::addressed(blocks, i, items.len(), below, lexicon),
        None => {}
    }
}

/// Whether two points or more, and most of them, say first whom they are for.
fn are_addressed(blocks: &[Block], items: &[usize], lexicon: &Lexicon) -> bool {
    let says = |i: &&usize| whom::is_named(&blocks[**i].text, lexicon);
    let count = items.iter().filter(says).count();
    count >= 2 && count * 2 > items.len()
}

/// The paragraph or two with which the text ends, but for its sources; none where it goes on.
fn last(blocks: &[Block], below: &[usize], lexicon: &Lexicon) -> Vec<usize> {
    const MOST: usize = 2;
    let is_sentence =
        |i: &usize| blocks[*i].is_open_line() && words::ends_sentence(&blocks[*i].text);
    let are_sources = |i: &usize| {
        let block = &blocks[*i];
        block.is_short() && lexicon[List::Sources].has(&words::label(&block.text))
    };
    let text = below.iter().copied().take_while(|i| !are_sources(i));
    let rest: Vec<usize> = text
        .filter(|i| blocks[*i].is_open())
        .take(MOST + 1)
        .collect();
    let is_end = rest.len() <= MOST && rest.iter().all(is_sentence);
    if is_end { rest } else { Vec::new() }
}

/// How many paragraphs stand before each block.
fn prose_before(blocks: &[Block]) -> Vec<usize> {
    let count = |sum: &mut usize, block: &Block| {
        let before = *sum;
        *sum += usize::from(block.is_kept() && words::is_prose(&block.text));
        Some(before)
    };
    blocks.iter().scan(0, count).collect()
}

/// Whether a sentence stands below at once.
fn is_above_line(blocks: &[Block], below: &[usize]) -> bool {
    let first = below.first().map(|i| &blocks[*i]);
    first.is_some_and(|b| b.is_open_line() && words::ends_sentence(&b.text))
}

/// The headings that stand more than once: each belongs to a section.
fn repeated_labels(blocks: &[Block], open: &[usize]) -> HashSet<String> {
    let mut seen = HashSet::new();
    let lines = open
        .iter()
        .map(|i| &blocks[*i])
        .filter(|b| b.bullet.is_none() && b.text.len() <= 100);
    lines
        .map(|b| words::label(&b.text))
        .filter(|label| !seen.insert(label.clone()))
        .collect()
}
