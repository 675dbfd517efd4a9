//! Boxes between the stories of a mail that are no story: what a sponsor says, and what readers are asked
//! to vote on. Enter by [`drop`].

use super::shown::shown;
use crate::import::block::{Block, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::{links, words};

/// Blocks of a sponsor's box below its label.
const BLOCKS: usize = 4;
/// Words of these.
const WORDS: usize = 90;
/// Words of an answer.
const ANSWER: usize = 8;

/// Drops these boxes.
pub(crate) fn drop(blocks: &mut [Block], lexicon: &Lexicon) {
    // What another pass decided to keep, a table, stands between too.
    let open: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_kept()).collect();
    for place in 0..open.len() {
        let below = &open[place + 1..];
        let block = &blocks[open[place]];
        let (count, why) = if is_sponsor(block, lexicon) {
            (said(blocks, below), "what a sponsor says")
        } else if asks(block) {
            (answers(blocks, below), "a question to readers")
        } else {
            continue;
        };
        if count > 0 && blocks[open[place]].is_open() {
            for i in &open[place..=place + count] {
                blocks[*i].decide(Role::Dropped, why);
            }
        }
    }
}

/// A line of few words that begins with the name of such a box.
fn is_sponsor(block: &Block, lexicon: &Lexicon) -> bool {
    let label = words::label(&shown(words::head(&block.text, 300)));
    let is_line =
        block.is_open_line() && words::at_most(&label, 8) && !words::ends_sentence(&block.text);
    is_line && lexicon[List::Sponsors].beginning(&label).is_some()
}

/// How many blocks a sponsor's box has below its label: as far as a line that is a link, or the next heading.
fn said(blocks: &[Block], below: &[usize]) -> usize {
    let own = below.iter().take_while(|i| blocks[**i].mark.is_none());
    let own: Vec<usize> = own.copied().take(BLOCKS + 1).collect();
    let link = own.iter().position(|i| is_link(&blocks[*i]));
    let count = link.map_or(own.len(), |at| at + 1);
    let words: usize = own[..count]
        .iter()
        .map(|i| words::count(&blocks[*i].text, WORDS + 1))
        .sum();
    if count <= BLOCKS && words <= WORDS {
        count
    } else {
        0
    }
}

/// A heading that is a question.
fn asks(block: &Block) -> bool {
    block.mark.is_some() && block.text.trim_end_matches('*').trim_end().ends_with('?')
}

/// How many lines below a question are links of a few words, where nothing else follows before the next
/// heading or the mail's end.
fn answers(blocks: &[Block], below: &[usize]) -> usize {
    let is_answer = |i: &&usize| {
        let block = &blocks[**i];
        is_link(block) && words::at_most(links::whole_link(&block.text).0, ANSWER)
    };
    below.iter().take_while(is_answer).count()
}

/// A line that is a link and nothing else.
pub(super) fn is_link(block: &Block) -> bool {
    links::whole_link(&block.text).1.is_some() && block.mark.is_none()
}
