//! Points that say for whom they are, though no heading names such a section: below lines that each name an
//! audience, [`groups`]; one by one, [`mark`].

use super::whom::{is_called, is_labelled, is_named, names_audience};
use crate::import::block::{Block, Role};
use crate::import::lexicon::Lexicon;
use crate::import::words::{self, number};

/// Points below lines that each name an audience: where such a line stands, and its points.
pub(crate) fn groups(
    blocks: &[Block],
    below: &[usize],
    lexicon: &Lexicon,
) -> Vec<(usize, Vec<usize>)> {
    let mut groups = Vec::new();
    let mut rest = below;
    while let Some((heading, after)) = rest.split_first() {
        let count = points(blocks, after);
        if count == 0 || !is_name(&blocks[*heading], lexicon) {
            break;
        }
        groups.push((*heading, after[..count].to_vec()));
        rest = &after[count..];
    }
    groups
}

fn is_name(block: &Block, lexicon: &Lexicon) -> bool {
    let is_line = block.is_open_line() && block.is_short() && !words::is_closed(&block.text);
    is_line && names_audience(&words::label(&block.text), lexicon)
}

/// How many items stand at the beginning, or sentences in one run.
fn points(blocks: &[Block], below: &[usize]) -> usize {
    let is_item = |i: &&usize| blocks[**i].is_open() && blocks[**i].bullet.is_some();
    let items = below.iter().take_while(is_item).count();
    let is_sentence =
        |i: &usize| blocks[*i].is_open_line() && words::ends_sentence(&blocks[*i].text);
    let mut lines = below.iter().enumerate();
    let goes_on =
        |(place, i): &(usize, &usize)| is_sentence(i) && (*place == 0 || !blocks[**i].gap);
    items.max(lines.by_ref().take_while(goes_on).count())
}

/// Marks lines that each begin with the name of an audience and a colon as points, though no heading
/// says so: two or more one below the other, or one below the prose of each of several sections.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let kept: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_kept()).collect();
    let says = |place: &usize| {
        let block = &blocks[kept[*place]];
        let is_called = block.bullet.is_some()
            && (is_labelled(&block.text, lexicon) || is_called(&block.text, lexicon));
        block.is_open() && block.mark.is_none() && (is_called || is_named(&block.text, lexicon))
    };
    let (mut runs, mut start) = (Vec::new(), 0);
    while start < kept.len() {
        let end = (start..kept.len()).take_while(says).count() + start;
        if end > start && start > 0 && is_below_prose(&blocks[kept[start - 1]]) {
            runs.push(start..end);
        }
        start = end.max(start + 1);
    }
    let are_several = runs.len() >= 2;
    for run in runs.into_iter().filter(|run| are_several || run.len() >= 2) {
        for i in &kept[run] {
            let block = &mut blocks[*i];
            if number::ornament(&block.text).is_some() {
                block.text = number::without(&block.text).to_owned();
            }
            block.decide(Role::Takeaway, "says first which audience it is for");
        }
    }
}

/// Whether a line is a sentence that leads to no list.
fn is_below_prose(above: &Block) -> bool {
    above.is_open() && words::ends_sentence(&above.text) && words::count(&above.text, 6) == 6
}
