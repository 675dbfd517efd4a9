//! The list of what an article relies on, below its heading. Enter by [`mark`].

use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::words;

/// Sources are the bullets below, the lines that hold an address, and names: in one run of lines, or
/// as far as the text's end.
pub(super) fn mark(blocks: &mut [Block], heading: usize, below: &[usize], lexicon: &Lexicon) {
    let is_sure =
        |i: &usize| blocks[*i].bullet.is_some() || links::find(&blocks[*i].text).is_some();
    let is_above_prose = |place: usize| {
        let next = below.get(place + 1).map(|i| &blocks[*i]);
        next.is_some_and(|b| words::ends_sentence(&b.text))
    };
    let may_be = |(place, i): &(usize, &usize)| {
        let block = &blocks[**i];
        let is_heading =
            block.mark.is_some() || lexicon[List::Sources].has(&words::label(&block.text));
        let is_named = is_name(block) && !is_heading && !is_above_prose(*place);
        block.role == Role::Moved(Field::SourceLink) || block.is_open() && (is_sure(i) || is_named)
    };
    let run = below.iter().enumerate().take_while(may_be).count();
    let is_in_run = |(place, i): &(usize, &usize)| {
        let is_beside = *place == 0 || !blocks[**i].gap;
        is_sure(i) || is_beside || run == below.len()
    };
    let items = below[..run].iter().enumerate().take_while(is_in_run);
    let items: Vec<usize> = items.map(|(_, i)| *i).collect();
    let goes_on = items.len() < below.len() && !items.iter().any(is_sure);
    if items.is_empty() || goes_on {
        return;
    }
    blocks[heading].decide(Role::Moved(Field::SourcesHeading), "the heading of sources");
    for i in items {
        blocks[i].decide(
            Role::Moved(Field::SourceLink),
            "stands below the heading of sources",
        );
    }
}

/// A line that may name a source: a few words, no sentence.
fn is_name(block: &Block) -> bool {
    let text = &block.text;
    block.is_short() && words::at_most(text, 20) && !words::is_closed(text) && !text.ends_with(':')
}
