//! The header of a page: where it ends, and what stands beside what in it.

use super::names::is_unknown_name;
use super::{about, beside, score};
use crate::import::block::{Block, Field, Role, open};
use crate::import::dates;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// The place of the first block that is no part of a page's header: prose, a list, a numbered
/// line, a known heading.
pub(crate) fn header_end(blocks: &[Block], lexicon: &Lexicon) -> usize {
    const LONGEST: usize = 40;
    let is_second = |b: &Block| matches!(number::of(&b.text), Some((2, _)));
    let goes_on = || blocks.iter().any(is_second);
    let is_listed = |b: &Block| number::of(&b.text).is_some_and(|(n, _)| n != 1 || goes_on());
    let is_text = |block: &Block| {
        let label = if block.is_short() {
            words::label(&block.text)
        } else {
            String::new()
        };
        let is_sentence = words::ends_sentence(&block.text)
            && !words::at_most(&block.text, 8)
            && words::last_sign(&block.text) == Some('.')
            && !score::is_quote(&block.text);
        block.bullet.is_some()
            || words::is_prose(&block.text) && !words::asks(&block.text)
            || is_sentence
            || is_listed(block)
            || block.mark == Some(2) && number::ornament(&block.text).is_some()
            || lexicon[List::KeyPoints].has(&label)
            || lexicon[List::Takeaways].has(&label)
    };
    let open = open(blocks);
    let place = open.iter().take(LONGEST).position(|i| is_text(&blocks[*i]));
    let place = match place {
        Some(0) if begins_with_call(blocks, &open) => 2,
        _ => place.unwrap_or(open.len().min(LONGEST)),
    };
    let place = beyond_chapeau(blocks, &open, place, lexicon);
    open.get(place).copied().unwrap_or(blocks.len())
}

/// Whether a text begins with a call (`Essayez-le !`) over a line that stands apart as a title does, and prose.
fn begins_with_call(blocks: &[Block], open: &[usize]) -> bool {
    let mut lines = open.iter().map(|i| &blocks[*i]);
    let (Some(call), Some(title), Some(text)) = (lines.next(), lines.next(), lines.next()) else {
        return false;
    };
    let is_call = call.is_open_line() && words::at_most(&call.text, 25);
    let is_line = title.is_open_line() && title.gap && text.gap && words::at_most(&title.text, 25);
    is_call
        && call.text.trim_end().ends_with('!')
        && is_line
        && words::count(&title.text, 4) == 4
        && !words::ends_sentence(&title.text)
        && words::is_prose(&text.text)
}

/// A chapeau may stand in the header: a byline follows within a few lines.
fn beyond_chapeau(blocks: &[Block], open: &[usize], place: usize, lexicon: &Lexicon) -> usize {
    const NEAR: usize = 5;
    let about = |place: usize| {
        let block = open
            .get(place)
            .map(|i| &blocks[*i])
            .filter(|b| b.is_open_line() && b.is_short());
        block.and_then(|b| about::read(&b.text, lexicon))
    };
    let is_plain = |place: &usize| {
        open.get(*place)
            .is_some_and(|i| blocks[*i].is_open_line() && number::of(&blocks[*i].text).is_none())
    };
    let near = (place..place + NEAR).take_while(is_plain);
    let is_small = |place: usize| {
        let block = open.get(place).map(|i| &blocks[*i]);
        block.is_some_and(|b| words::at_most(&b.text, 6) && !words::is_closed(&b.text))
    };
    let is_signed = |place: usize| {
        let at = |place: usize| open.get(place).map(|i| &blocks[*i]);
        let is_name = at(place).is_some_and(|b| is_unknown_name(blocks, &b.text));
        let is_one_run = at(place + 1).is_some_and(|b| !b.gap);
        let is_dated = about(place + 1).is_some_and(|a| a.has_date() && !a.has_author());
        is_name && is_one_run && is_dated
    };
    let says_who = |place: usize| {
        let text = open.get(place).map_or("", |i| blocks[*i].text.as_str());
        let label = words::label(words::head(text, 80));
        let is_dated =
            || dates::at_start(text, lexicon).is_some() && text.contains(['|', '·', '•']);
        let is_by = || lexicon[List::By].has(&label) || is_dated() || is_signed(place);
        is_small(place) && is_small(place + 1) && is_by()
    };
    let byline = near.clone().find(|place| {
        says_who(*place)
            || is_label(blocks, open, *place, lexicon)
            || about(*place).is_some_and(|a| a.has_author() || a.is_stated() || a.is_timed())
    });
    let Some(byline) = byline.filter(|byline| *byline > place) else {
        return place;
    };
    let is_small_below = |place: usize| {
        let block = open.get(place).map(|i| &blocks[*i]);
        block.is_some_and(|b| {
            b.is_open_line()
                && !b.gap
                && words::at_most(&b.text, 4)
                && !words::ends_sentence(&b.text)
        })
    };
    let goes_on = |place: usize| about(place).is_some() || is_small_below(place) || says_who(place);
    (byline + 1..)
        .find(|place| !goes_on(*place))
        .unwrap_or(byline + 1)
}

/// Whether the open line at a place is a label over what it announces: `Publié le` ⏎ `13 février 2026`.
fn is_label(blocks: &[Block], open: &[usize], place: usize, lexicon: &Lexicon) -> bool {
    let line = |place: usize| open.get(place).map(|i| &blocks[*i]);
    let (Some(label), Some(value)) = (line(place), line(place + 1)) else {
        return false;
    };
    beside::is_label(&label.text, lexicon)
        && value.is_open_line()
        && value.is_short()
        && beside::below(&label.text, value, lexicon).is_some()
}

/// How many lines of a page may stand above its byline, where one of them reads as prose: an offer of the page's.
const ABOVE: usize = 20;

/// The place of the first line about the article, near the beginning.
pub(crate) fn byline(blocks: &[Block]) -> Option<usize> {
    let mut near = blocks.iter().take(ABOVE);
    near.position(|b| b.role == Role::Moved(Field::About))
}

/// Whether the byline stands a line or two below, near the beginning.
pub(crate) fn is_over_byline(blocks: &[Block], i: usize) -> bool {
    byline(blocks).is_some_and(|byline| (i..=i + 2).contains(&byline))
}

/// Whether a line about the article stands next to it.
pub(crate) fn is_beside_about(blocks: &[Block], i: usize) -> bool {
    let is_about = |b: &Block| b.role == Role::Moved(Field::About);
    let before = i.checked_sub(1).and_then(|before| blocks.get(before));
    blocks.get(i + 1).is_some_and(is_about) || before.is_some_and(is_about)
}
