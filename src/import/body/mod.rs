//! What the lines of an article are. Enter by [`mark`].
//!
//! `leads`, `join`: titles before their prose, lines and sentences that were broken; `turns`: who speaks;
//! `reviewed`: titles of a review of the press;
//! `cues`, `addressed` (`whom`), `lists`, `references`: key points, takeaways, sources, items; `headings`: the rest
//! are headings or paragraphs.

pub(super) mod addressed;
pub(super) mod cues;
pub(super) mod headings;
pub(super) mod join;
pub(super) mod leads;
pub(super) mod lists;
mod references;
mod reviewed;
pub(super) mod turns;
pub(super) mod whom;

use super::block::Block;
use super::lexicon::Lexicon;

/// Decides what each line is that no pass before has decided on.
pub(crate) fn mark(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    join::broken_sentences(blocks);
    reviewed::mark(blocks, lexicon);
    cues::split(blocks, lexicon);
    references::attach(blocks);
    lists::mark(blocks, lexicon);
    addressed::mark(blocks, lexicon);
    lists::mark_items(blocks);
    headings::infer(blocks, lexicon);
    lists::mark_takeaway_paragraphs(blocks);
    lists::release_empty(blocks);
    cues::head_audiences(blocks);
}
