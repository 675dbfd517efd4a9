//! Lines that stand several times in a row, as pages write their headers. Enter by [`drop_repeats`].

use std::collections::HashMap;

use crate::import::block::{Block, Role};
use crate::import::words;

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
