//! The header of a page: where it ends, and what stands beside what in it.

use super::block::{Block, Field, Role, open};
use super::lexicon::{Lexicon, List};
use super::{number, words};

/// The place of the first block that is no part of a page's header: prose, a list, a numbered
/// line, a known heading.
pub(crate) fn header_end(blocks: &[Block], lexicon: &Lexicon) -> usize {
    const LONGEST: usize = 40;
    let is_text = |block: &Block| {
        let label = if block.is_short() {
            words::label(&block.text)
        } else {
            String::new()
        };
        let is_sentence = words::ends_sentence(&block.text)
            && !words::at_most(&block.text, 8)
            && words::last_sign(&block.text) == Some('.');
        block.bullet.is_some()
            || words::is_prose(&block.text)
            || is_sentence
            || number::of(&block.text).is_some()
            || lexicon[List::KeyPoints].has(&label)
            || lexicon[List::Takeaways].has(&label)
    };
    let open = open(blocks);
    let first = open.iter().take(LONGEST).find(|i| is_text(&blocks[**i]));
    first.or(open.get(LONGEST)).copied().unwrap_or(blocks.len())
}

/// Whether a line about the article stands next to it.
pub(crate) fn is_beside_about(blocks: &[Block], i: usize) -> bool {
    let is_about = |b: &Block| b.role == Role::Moved(Field::About);
    let before = i.checked_sub(1).and_then(|before| blocks.get(before));
    blocks.get(i + 1).is_some_and(is_about) || before.is_some_and(is_about)
}
