//! For whom a point is, by the words with which it begins (`Entreprises : …`, `Pour les élus, …`), or by
//! a line of its own above. Enter by [`is_addressed`], [`groups`] and [`mark`].

use super::advice;
use crate::import::block::{Block, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// Whether a line says first whom it is for, and then something to them.
pub(crate) fn is_addressed(text: &str, lexicon: &Lexicon) -> bool {
    let Some((label, sign)) = label(text) else {
        return false;
    };
    let begins = |list: List| lexicon[list].beginning(&label).is_some();
    let (is_called, is_spoken_to) = (begins(List::Addressed), begins(List::SpokenTo));
    is_called && words::at_most(&label, 6)
        || (sign == ':' || is_spoken_to) && names_audience(&label, lexicon)
}

/// Whether a line begins with the name of an audience and a colon.
pub(crate) fn is_labelled(text: &str, lexicon: &Lexicon) -> bool {
    label(text).is_some_and(|(label, sign)| sign == ':' && names_audience(&label, lexicon))
}

/// Whether a folded line names an audience and says nothing else.
pub(crate) fn names_audience(label: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 7;
    let rest = lexicon[List::Audiences].without(label);
    let rest = lexicon[List::Deciders].without(&rest);
    let is_small = |word: &str| lexicon[List::FunctionWords].has(word) || word == "cote";
    rest.len() < label.len() && words::at_most(label, LONGEST) && words::words(&rest).all(is_small)
}

/// The folded words before the first colon or comma, where other words follow it, and that sign.
fn label(text: &str) -> Option<(String, char)> {
    let head = words::head(text, 80);
    let at = head.find([',', ':'])?;
    let sign = head[at..].chars().next()?;
    (words::count(&text[at + 1..], 1) == 1).then(|| (words::label(&head[..at]), sign))
}

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

/// How many items stand at the beginning, or whether one sentence does.
fn points(blocks: &[Block], below: &[usize]) -> usize {
    let is_item = |i: &&usize| blocks[**i].is_open() && blocks[**i].bullet.is_some();
    let items = below.iter().take_while(is_item).count();
    let is_sentence =
        |i: &usize| blocks[*i].is_open_line() && words::ends_sentence(&blocks[*i].text);
    items.max(usize::from(below.first().is_some_and(is_sentence)))
}

/// Marks lines that each begin with the name of an audience and a colon as points, though no heading
/// says so: two or more one below the other, or one below the prose of each of several sections.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let kept: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_kept()).collect();
    let says = |place: &usize| {
        let block = &blocks[kept[*place]];
        let is_called = block.bullet.is_some()
            && (advice::is_labelled(&block.text, lexicon) || is_called(&block.text, lexicon));
        block.is_open() && block.mark.is_none() && (is_called || is_labelled(&block.text, lexicon))
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

/// `Côté musées : …`, `Pour l'atelier : …`
fn is_called(text: &str, lexicon: &Lexicon) -> bool {
    label(text).is_some_and(|(label, sign)| {
        let is_cue = lexicon[List::Addressed].beginning(&label).is_some();
        is_cue && sign == ':' && words::at_most(&label, 5)
    })
}

/// Whether a line is a sentence that leads to no list.
fn is_below_prose(above: &Block) -> bool {
    above.is_open() && words::ends_sentence(&above.text) && words::count(&above.text, 6) == 6
}
