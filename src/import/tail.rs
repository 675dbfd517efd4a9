//! The end of a page: readers' comments, and short lines among furniture. Enter by [`drop_end`].

use super::block::{Block, Role};
use super::lexicon::{Lexicon, List};
use super::{about, links, words};

/// Drops readers' comments with all that follows, then the short lines at the end that stand among
/// furniture.
pub(crate) fn drop_end(blocks: &mut [Block], lexicon: &Lexicon) {
    drop_comments(blocks, lexicon);
    let is_end = |b: &Block| b.role == Role::Dropped || is_short(b, lexicon);
    let run = blocks.iter().rev().take_while(|b| is_end(b)).count();
    let start = blocks.len() - run;
    let first = blocks[start..].iter().position(|b| b.role == Role::Dropped);
    let Some(first) = first.map(|first| start + first).filter(|_| start > 0) else {
        return;
    };
    for block in blocks[first..].iter_mut().filter(|b| b.is_open()) {
        block.decide(Role::Dropped, "a short line among furniture at the page's end");
    }
}

/// A line that says little: no sentence, no item, nothing that a head takes.
fn is_short(block: &Block, lexicon: &Lexicon) -> bool {
    let text = &block.text;
    let is_line = block.is_open_line() && block.mark.is_none() && words::at_most(text, 9);
    let label = words::label(words::head(text, 200));
    let is_known = [List::Sources, List::Takeaways, List::TakeawaysLists, List::LateTakeaways, List::KeyPoints, List::Conclusion]
        .iter()
        .any(|list| lexicon[*list].has(&label));
    let is_told = links::find(text).is_some()
        || links::after_cue(text, lexicon).is_some()
        || text.contains('#')
        || text.ends_with([',', ':'])
        || text.split_once(':').is_some_and(|(cue, _)| lexicon[List::Tags].has(&words::label(cue)))
        || about::read(text, lexicon).is_some_and(|about| about.has_date() || about.has_author());
    is_line && !is_known && !is_told && !words::ends_sentence(text)
}

/// Drops all that follows the heading of readers' comments, where no more than a third of the text
/// stands below it.
fn drop_comments(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |b: &Block| {
        let label = words::label(words::head(&b.text, 80));
        let plain = label.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '·'));
        b.bullet.is_none() && words::at_most(&b.text, 8) && lexicon[List::Comments].has(plain)
    };
    let letters = |blocks: &[Block]| -> usize { blocks.iter().map(|b| b.text.len()).sum() };
    let all = letters(blocks);
    let at = blocks.iter().position(is_heading);
    let Some(at) = at.filter(|at| letters(&blocks[*at..]) * 3 <= all && *at > 1) else {
        return;
    };
    for block in blocks[at..].iter_mut().filter(|b| b.is_open()) {
        block.decide(Role::Dropped, "readers' comments and what follows them");
    }
}
