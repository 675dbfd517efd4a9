//! The list of what an article relies on, below its heading. Enter by [`mark`].

use crate::import::block::{Block, Field, Role};
use crate::import::dates::figures;
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::words::{self, number};

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
        let says_no =
            lexicon[List::Disclaimer].count_in(&words::fold(words::head(&block.text, 400))) > 0;
        let is_named = is_name(block) && !is_heading && !says_no && !is_above_prose(*place);
        let is_told = is_sure(i) || is_named || is_citation(&block.text, lexicon);
        block.role == Role::Moved(Field::SourceLink) || block.is_open() && is_told
    };
    let run = below.iter().enumerate().take_while(may_be).count();
    let is_in_run = |(place, i): &(usize, &usize)| {
        let is_beside = *place == 0 || !blocks[**i].gap;
        is_sure(i) || is_beside || run == below.len()
    };
    let items = below[..run].iter().enumerate().take_while(is_in_run);
    let items: Vec<usize> = items.map(|(_, i)| *i).collect();
    let next = below.get(items.len()).map(|i| &blocks[*i]);
    let is_story = next.is_some_and(|b| b.gap && number::of(&b.text).is_some());
    let is_cited = |i: &usize| is_citation(&blocks[*i].text, lexicon);
    let is_whole = items.iter().any(|i| is_sure(i) || is_cited(i)) || is_story;
    let goes_on = items.len() < below.len() && !is_whole;
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

/// Whether lines below a heading are references by their shape, whatever it says: two or more in one run,
/// as far as the text's end, each a few words and an address.
pub(super) fn are_references(blocks: &[Block], below: &[usize]) -> bool {
    const LONGEST: usize = 24;
    let is_reference = |(place, i): (usize, &usize)| {
        let block = &blocks[*i];
        let named = links::find(&block.text).is_some_and(|at| {
            let is_last = words::count(&block.text[at.end..], 1) == 0;
            is_last && words::count(&block.text[..at.start], 2) == 2
        });
        let is_plain = !block.text.contains("](") && words::at_most(&block.text, LONGEST);
        block.is_open_line() && (place == 0 || !block.gap) && is_plain && named
    };
    below.len() >= 2 && below.iter().enumerate().all(is_reference)
}

/// `Martin L., Cahiers de l'eau, n° 12, 2025.`: signs between names, a year, no verb.
fn is_citation(text: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 40;
    let folded = words::fold(words::head(text, 400));
    let mut all = words::words(&folded);
    words::at_most(text, LONGEST)
        && text.matches(", ").count() >= 2
        && all.any(|word| figures::year(word).is_some())
        && lexicon[List::FiniteVerbs].count_in(&folded) == 0
}

/// A line that may name a source: a few words, no sentence.
fn is_name(block: &Block) -> bool {
    let text = &block.text;
    block.is_short() && words::at_most(text, 20) && !words::is_closed(text) && !text.ends_with(':')
}
