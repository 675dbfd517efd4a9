//! The end of a page: readers' comments, and short lines among furniture. Enter by [`drop_end`].

use std::ops::Range;

use crate::import::block::{Block, Role};
use crate::import::body::whom;
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::metadata::about;
use crate::import::words::{self, number};

/// Drops readers' comments with all that follows, then the short lines at the end that stand among
/// furniture.
pub(crate) fn drop_end(blocks: &mut [Block], lexicon: &Lexicon) {
    drop_comments(blocks, lexicon);
    drop_boxes(blocks, lexicon);
    let is_end =
        |b: &Block| b.role == Role::Dropped || is_short(b, lexicon) || is_asked(b, lexicon);
    let run = blocks.iter().rev().take_while(|b| is_end(b)).count();
    let start = blocks.len() - run;
    let first = blocks[start..].iter().position(|b| b.role == Role::Dropped);
    let Some(first) = first.map(|first| start + first).filter(|_| start > 0) else {
        return;
    };
    let has_letters = |b: &Block| b.text.contains(char::is_alphabetic);
    let figures = blocks[start..first]
        .iter()
        .rev()
        .take_while(|b| !has_letters(b))
        .count();
    let furniture = blocks[start..].iter().filter(|b| b.role == Role::Dropped);
    let first = match furniture.count() >= FURNITURE && first - start <= LABELS {
        true => start,
        false => first - figures,
    };
    for block in blocks[first..].iter_mut().filter(|b| b.is_open()) {
        block.decide(
            Role::Dropped,
            "a short line among furniture at the page's end",
        );
    }
}

/// So much furniture below a few lines makes these furniture too.
const FURNITURE: usize = 3;
const LABELS: usize = 6;

/// A question or a sentence that speaks to the reader, and is no item.
fn is_asked(block: &Block, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 30;
    let folded = words::fold(words::head(&block.text, 400));
    let is_line = block.is_open_line() && block.mark.is_none() && block.is_short();
    is_line
        && words::at_most(&block.text, LONGEST)
        && lexicon[List::Reader].count_in(&folded) > 0
        && (block.text.trim_end().ends_with('?') || lexicon[List::PageThings].count_in(&folded) > 0)
}

/// A line that says little: no sentence, no item, nothing that a head takes.
fn is_short(block: &Block, lexicon: &Lexicon) -> bool {
    let text = &block.text;
    let is_line = block.is_open_line() && block.mark.is_none() && words::at_most(text, 16);
    let label = words::label(words::head(text, 200));
    let is_known = [
        List::Sources,
        List::Takeaways,
        List::TakeawaysLists,
        List::LateTakeaways,
        List::KeyPoints,
        List::Conclusion,
    ]
    .iter()
    .any(|list| lexicon[*list].has(&label));
    let is_told = links::find(text).is_some()
        || links::after_cue(text, lexicon).is_some()
        || text.contains('#')
        || text.ends_with([',', ':'])
        || text
            .split_once(':')
            .is_some_and(|(cue, _)| lexicon[List::Tags].has(&words::label(cue)))
        || about::read(text, lexicon).is_some_and(|about| about.has_date() || about.has_author());
    let is_point =
        number::ornament(text).is_some() && whom::is_labelled(number::without(text), lexicon);
    is_line && !is_known && !is_told && !is_point && !words::ends_sentence(text)
}

/// `Commentaires`, `Sort by: Best`
fn is_cue(text: &str, lexicon: &Lexicon) -> bool {
    let rest = lexicon[List::Comments]
        .beginning(text)
        .map(|cue| text[cue.len()..].trim_start());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '«', '“', '"']))
}

/// Drops short lines in one run with furniture at both of its ends.
fn drop_boxes(blocks: &mut [Block], lexicon: &Lexicon) {
    const LONGEST: usize = 6;
    let mut start = 0;
    while start < blocks.len() {
        let end = (start + 1..blocks.len())
            .find(|i| blocks[*i].gap)
            .unwrap_or(blocks.len());
        let run = &blocks[start..end];
        let is_framed = run.len() > 2
            && run.len() <= LONGEST
            && [0, run.len() - 1]
                .iter()
                .all(|i| run[*i].role == Role::Dropped);
        let is_short = |b: &Block| {
            b.role == Role::Dropped
                || b.is_open_line() && words::at_most(&b.text, 16) && !words::ends_sentence(&b.text)
        };
        let is_header = run.iter().any(|b| is_byline(b, lexicon));
        if is_framed
            && !is_header
            && run.iter().all(is_short)
            && !is_ruled_title(blocks, start..end)
        {
            for block in blocks[start..end].iter_mut().filter(|b| b.is_open()) {
                block.decide(Role::Dropped, "stands in a box of the page");
            }
        }
        start = end;
    }
}

/// A line of a box that says who wrote the article, or when: no box of the page's.
fn is_byline(block: &Block, lexicon: &Lexicon) -> bool {
    let about = about::read(&block.text, lexicon).filter(|_| block.is_open_line());
    about.is_some_and(|about| about.has_author() || about.is_stated())
}

/// Drops all that follows the heading of readers' comments, where no more than a third of the text
/// stands below it.
fn drop_comments(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |b: &Block| {
        let label = words::label(words::head(&b.text, 200));
        let plain =
            label.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '·'));
        let is_short = words::at_most(&b.text, 8) || b.text.contains(['«', '“', '"']);
        b.bullet.is_none() && words::at_most(&b.text, 24) && is_short && is_cue(plain, lexicon)
    };
    let letters = |blocks: &[Block]| -> usize { blocks.iter().map(|b| b.text.len()).sum() };
    let all = letters(blocks);
    let mut places = (2..blocks.len()).filter(|i| is_heading(&blocks[*i]));
    let Some(at) = places.find(|at| letters(&blocks[*at..]) * 3 <= all) else {
        return;
    };
    for block in blocks[at..].iter_mut().filter(|b| b.is_open()) {
        block.decide(Role::Dropped, "readers' comments and what follows them");
    }
}

/// Whether a run is one line between two rules, below words of the text or with a number, and with prose
/// below: a title. The first line of all may be the masthead.
fn is_ruled_title(blocks: &[Block], run: Range<usize>) -> bool {
    let is_rule = |b: &Block| !b.text.contains(char::is_alphanumeric);
    let below = blocks[run.end..].iter().find(|b| b.is_open());
    let start = run.start;
    let [above, title, under] = &blocks[run] else {
        return false;
    };
    let goes_on = below.is_some_and(|b| b.is_open_line() && words::is_prose(&b.text));
    let is_inside =
        || blocks[..start].iter().any(Block::is_open) || number::of(&title.text).is_some();
    is_rule(above) && is_rule(under) && title.is_open() && goes_on && is_inside()
}
