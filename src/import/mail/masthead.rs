//! The masthead that a letter writes in its text: its name with the number and the day of the issue, and
//! its motto. Enter by [`drop`].

use super::shown::shown;
use crate::import::block::{Block, Role, open};
use crate::import::dates;
use crate::import::lexicon::Lexicon;
use crate::import::metadata::masthead::is_numbered;
use crate::import::words;

/// Blocks among which a masthead stands.
const TOP: usize = 4;
/// Words of one.
const LONGEST: usize = 12;

/// Drops the line with number and day, and the line below it where that is no sentence and prose follows.
pub(crate) fn drop(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let is_name = |i: &usize| names_issue(&blocks[*i], lexicon);
    let Some(place) = open.iter().take(TOP).position(is_name) else {
        return;
    };
    let below = open.get(place + 1).copied();
    blocks[open[place]].decide(Role::Dropped, "the masthead of the letter");
    let after = open.get(place + 2).map(|i| &blocks[*i]);
    let goes_on = after.is_some_and(|b| b.mark.is_some());
    if let Some(below) = below
        && goes_on
        && is_line(&blocks[below])
    {
        blocks[below].decide(Role::Dropped, "the letter's motto");
    }
}

fn is_line(block: &Block) -> bool {
    let text = shown(words::head(&block.text, 400));
    block.is_open_line()
        && block.mark.is_none()
        && words::at_most(&text, LONGEST)
        && !words::ends_sentence(&block.text)
        && !block.text.contains("](")
}

/// `La lettre n° 27 – 22 septembre 2026`
fn names_issue(block: &Block, lexicon: &Lexicon) -> bool {
    let text = block.text.trim_matches(['*', '_', ' ']);
    is_line(block) && is_numbered(text, lexicon) && dates::at_end(text, lexicon).is_some()
}
