//! Drops what is no part of an article wherever it stands: repeated blocks, separators, lone
//! letters, phrases of page furniture, promotion, disclaimers.

use std::collections::HashMap;

use super::block::{Block, Role, open};
use super::lexicon::Lexicon;
use super::words;

/// How many earlier places of a line are tried as the beginning of a repeated block.
const TRIES: usize = 4;

/// Drops the second and further copies of lines that stand several times in a row.
pub(crate) fn drop_repeats(blocks: &mut [Block]) {
    let next = next_places(blocks);
    let mut at = 0;
    while at < blocks.len() {
        match repeated(blocks, &next, at) {
            Some(length) => {
                drop_copy(blocks, at, length);
                at += length;
            }
            None => at += 1,
        }
    }
}

/// For each block, where the same text stands next.
fn next_places(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut last: HashMap<&str, usize> = HashMap::new();
    let mut next = vec![None; blocks.len()];
    for (i, block) in blocks.iter().enumerate().rev() {
        next[i] = last.insert(&block.text, i);
    }
    next
}

/// The number of blocks from `at` on that stand there a second time at once.
fn repeated(blocks: &[Block], next: &[Option<usize>], at: usize) -> Option<usize> {
    let mut places = std::iter::successors(next[at], |place| next[*place]).take(TRIES);
    places.find_map(|place| {
        let length = place - at;
        let copy = blocks.get(place..place + length)?;
        let original = &blocks[at..place];
        let is_copy = original.iter().zip(copy).all(|(a, b)| a.text == b.text);
        let words: usize = original.iter().map(|b| words::count(&b.text, 4)).sum();
        (is_copy && words >= 3).then_some(length)
    })
}

fn drop_copy(blocks: &mut [Block], at: usize, length: usize) {
    let is_furniture = length > 2
        && blocks[at..at + length]
            .iter()
            .all(|b| !words::is_prose(&b.text));
    for block in &mut blocks[at..at + length] {
        block.decide(Role::Dropped, "repeated: it stands again below");
        block.repeats |= is_furniture;
    }
    for block in &mut blocks[at + length..at + 2 * length] {
        block.repeats |= is_furniture;
    }
}

/// Drops lines that are furniture on any page.
pub(crate) fn drop_furniture(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks.iter_mut().filter(|b| b.is_open() && b.is_short()) {
        if let Some(why) = furniture(block, lexicon) {
            block.decide(Role::Dropped, why);
        }
    }
}

fn furniture(block: &Block, lexicon: &Lexicon) -> Option<&'static str> {
    let letters = block
        .text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(2)
        .count();
    if letters == 0 {
        return Some("a line without words");
    }
    if letters == 1 && block.text.chars().any(char::is_alphabetic) {
        return Some("a lone letter");
    }
    let label = words::label(&block.text);
    if words::at_most(&block.text, 12) && lexicon.boilerplate.beginning(&label).is_some() {
        return Some("page furniture");
    }
    let is_name = words::at_most(&block.text, 6) && !label.is_empty();
    let is_image = lexicon.image_last.end(&label).is_some() && block.bullet.is_none();
    (is_name && is_image).then_some("describes an image")
}

/// Drops paragraphs that advertise: a call and two lures.
pub(crate) fn drop_promotion(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks.iter_mut().filter(|b| b.is_open_line()) {
        if block.text.len() > 800 || !words::at_most(&block.text, 70) {
            continue;
        }
        let folded = words::fold(&block.text);
        let calls = lexicon.calls.count_in(&folded);
        if calls >= 1 && lexicon.lures.count_in(&folded) >= 2 {
            block.decide(Role::Dropped, "promotion: it calls and lures");
        }
    }
}

/// Drops a disclaimer's heading with the paragraphs that follow it, and what reads as one.
pub(crate) fn drop_disclaimers(blocks: &mut [Block], lexicon: &Lexicon) {
    let last_quarter = blocks.len() - blocks.len().div_ceil(4);
    let mut is_below_heading = false;
    for i in open(blocks) {
        let block = &mut blocks[i];
        let is_short = block.is_short();
        let label = if is_short {
            words::label(&block.text)
        } else {
            String::new()
        };
        if lexicon.disclaimer_headings.has(&label) {
            block.decide(Role::Dropped, "heading of a disclaimer");
            is_below_heading = true;
            continue;
        }
        let cues = lexicon
            .disclaimer
            .count_in(&words::fold(words::head(&block.text, 1000)));
        if is_below_heading && cues >= 1 || cues >= 2 && i >= last_quarter {
            block.decide(Role::Dropped, "a disclaimer");
        } else {
            is_below_heading = false;
        }
    }
}
