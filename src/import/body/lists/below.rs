//! What stands below the heading of a list: bullets, numbered lines, lines in one run. Enter by
//! [`items`].

use crate::import::block::{Block, Role};
use crate::import::body::whom;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// How many items stand below a heading: bullets, numbered lines, or lines in one run.
pub(crate) fn items(blocks: &[Block], heading: usize, below: &[usize], lexicon: &Lexicon) -> usize {
    if blocks[heading].bullet.is_some() {
        return 0;
    }
    let bullets = bullets(blocks, below);
    let numbered = numbered(blocks, below);
    let lines = || lines_in_run(blocks, heading, below).max(brief(blocks, below));
    bullets
        .max(if numbered >= 2 { numbered } else { 0 })
        .max(if bullets + numbered == 0 {
            lines()
                .max(addressed(blocks, below, lexicon))
                .max(bold_labels(blocks, below))
        } else {
            0
        })
}

/// How many paragraphs at the beginning say first whom they are for; none where it is only one.
fn addressed(blocks: &[Block], below: &[usize], lexicon: &Lexicon) -> usize {
    const MOST: usize = 8;
    let says = |i: &&usize| {
        let text = &blocks[**i].text;
        let says = whom::is_addressed(text, lexicon) || whom::is_labelled(text, lexicon);
        blocks[**i].is_open_line() && says
    };
    let count = below.iter().take(MOST).take_while(says).count();
    if count >= 2 { count } else { 0 }
}

/// How many paragraphs at the beginning open with a label in bold (`**Les achats.** Relisez…`); none where it
/// is only one.
fn bold_labels(blocks: &[Block], below: &[usize]) -> usize {
    const LONGEST: usize = 8;
    let opens = |i: &&usize| {
        let bold = blocks[**i].text.strip_prefix("**");
        let sides = bold.and_then(|text| text.split_once("**"));
        sides.is_some_and(|(label, rest)| {
            let is_closed = label.ends_with(['.', ':']) || rest.trim_start().starts_with(':');
            is_closed && words::at_most(label, LONGEST) && words::count(rest, 3) == 3
        })
    };
    let is_open = |i: &&usize| blocks[**i].is_open_line();
    let count = below.iter().take_while(is_open).take_while(opens).count();
    if count >= 2 { count } else { 0 }
}

/// How many lines with the numbers 1, 2, 3 … stand at the beginning.
fn numbered(blocks: &[Block], below: &[usize]) -> usize {
    let numbers = below
        .iter()
        .map(|i| number_of(&blocks[*i]).filter(|_| blocks[*i].is_open()));
    (1..)
        .zip(numbers)
        .take_while(|(n, number)| *number == Some(*n))
        .count()
}

/// How many lines stand at the beginning without an empty line between, each of which says something,
/// in a text that sets its paragraphs apart.
fn lines_in_run(blocks: &[Block], heading: usize, below: &[usize]) -> usize {
    const LONGEST: usize = 8;
    let is_line = |b: &Block| {
        b.is_open_line()
            && b.mark.is_none()
            && words::count(&b.text, 3) >= 3
            && !b.text.ends_with(':')
    };
    let run = below
        .iter()
        .take(LONGEST + 1)
        .enumerate()
        .take_while(|(place, i)| {
            let block = &blocks[**i];
            is_line(block) && (*place == 0 || !block.gap)
        });
    let count = run.count();
    let ends = below.get(count).is_none_or(|i| blocks[*i].gap);
    let are_labelled = || below[..count].iter().all(|i| is_labelled(&blocks[*i].text));
    let is_list = ends && (blocks[heading].gap || are_labelled());
    if is_list && (2..=LONGEST).contains(&count) {
        count
    } else {
        0
    }
}

/// How many lines stand at the beginning that are one brief sentence each, where a paragraph of several
/// sentences follows.
fn brief(blocks: &[Block], below: &[usize]) -> usize {
    const LONGEST: usize = 6;
    let sentences = |text: &str| {
        [". ", "! ", "? "]
            .iter()
            .map(|end| text.matches(end).count())
            .sum::<usize>()
    };
    let is_brief = |b: &Block| {
        let is_sentence = words::ends_sentence(&b.text) && sentences(&b.text) == 0;
        is_sentence && b.is_open_line() && b.mark.is_none() && words::at_most(&b.text, 16)
    };
    let run = below.iter().take_while(|i| is_brief(&blocks[**i])).count();
    let is_longer = |b: &Block| sentences(&b.text) >= 1 && words::count(&b.text, 24) >= 24;
    let goes_on = below.get(run).is_some_and(|i| is_longer(&blocks[*i]));
    if goes_on && (2..=LONGEST).contains(&run) {
        run
    } else {
        0
    }
}

/// `Pour les entreprises : …`
fn is_labelled(text: &str) -> bool {
    let label = words::head(text, 80)
        .split_once(':')
        .map(|(label, _)| label);
    label.is_some_and(|label| words::at_most(label, 6))
}

/// How many items of a list stand at the beginning.
fn bullets(blocks: &[Block], below: &[usize]) -> usize {
    below
        .iter()
        .take_while(|i| blocks[**i].is_open() && blocks[**i].bullet.is_some())
        .count()
}

/// What stands below, without the one word of a tab right below a heading of key points.
pub(crate) fn below<'o>(
    blocks: &mut [Block],
    below: &'o [usize],
    label: &str,
    lexicon: &Lexicon,
) -> &'o [usize] {
    let [first, second, ..] = below else {
        return below;
    };
    let is_tab = |b: &Block| b.is_open_line() && !b.gap && words::at_most(&b.text, 1);
    let goes_on = !blocks[*second].gap && words::count(&blocks[*second].text, 3) >= 3;
    if lexicon[List::KeyPoints].has(label) && is_tab(&blocks[*first]) && goes_on {
        blocks[*first].decide(Role::Dropped, "a tab of the page above its key points");
        return &below[1..];
    }
    below
}

pub(crate) fn number_of(block: &Block) -> Option<u32> {
    let number = number::of(&block.text).filter(|_| block.is_open_line());
    number.map(|(number, _)| number)
}
