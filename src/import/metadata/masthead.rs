//! What stands above a title and below it, and reads like one: the name of who publishes, a subtitle, the
//! titles of a digest's stories. Enter by [`against`].

use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// How much speaks against a line of the header as its title.
pub(crate) fn against(blocks: &[Block], i: usize, is_title: impl Fn(&str) -> bool) -> i32 {
    let is_name = is_dated_name(blocks, i, &is_title) || is_named_again(blocks, i);
    let is_below = is_subtitle(blocks, i, &is_title);
    let is_story = is_one_of_many(blocks, i, &is_title);
    let is_above = is_name_above(blocks, i, &is_title);
    let is_field = is_field(blocks, i);
    [
        (is_name, 6),
        (is_below, 4),
        (is_story, 4),
        (is_above, 6),
        (is_field, 6),
    ]
    .iter()
    .filter(|(is, _)| *is)
    .map(|(_, weight)| weight)
    .sum()
}

/// Whether a line tells which issue of what this is (`Cahiers du quai, n° 112, décembre 2025`), and a line of
/// more words stands below in its run.
pub(crate) fn counts_issue(blocks: &[Block], i: usize, lexicon: &Lexicon) -> bool {
    const NEAR: usize = 3;
    let text = &blocks[i].text;
    let below = blocks[i + 1..]
        .iter()
        .filter(|b| b.role != Role::Dropped)
        .take(NEAR);
    let mut longer = below.filter(|b| b.is_open_line() && !words::is_prose(&b.text));
    is_numbered(text, lexicon)
        && words::at_most(text, 10)
        && longer.any(|b| words::count(&b.text, 5) == 5 && !words::ends_sentence(&b.text))
}

/// Whether a line has the number of an issue: `n° 112`, `Issue #4`.
pub(crate) fn is_numbered(text: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(words::head(text, 200));
    let mut figures = folded.match_indices(|c: char| c.is_ascii_digit());
    figures.any(|(at, _)| lexicon[List::Issues].end(folded[..at].trim_end()).is_some())
}

/// Whether a line is the name of who publishes: a text's first one, of words with capitals, and a longer line
/// stands in its run.
fn is_name_above(blocks: &[Block], i: usize, is_title: impl Fn(&str) -> bool) -> bool {
    let text = &blocks[i].text;
    let is_own = |word: &str| {
        word.starts_with(char::is_uppercase) || word.chars().count() <= 3 || word == "&"
    };
    let is_first = blocks[..i].iter().all(|b| b.role == Role::Dropped);
    let next = blocks[i + 1..].iter().find(|b| b.role != Role::Dropped);
    let is_below = next.is_some_and(|b| {
        b.is_open_line() && is_title(&b.text) && words::count(&b.text, 6) == 6 && !b.gap
    });
    let are_capitals = words::count(text, 2) == 2 && text.split_whitespace().all(is_own);
    is_first && is_below && are_capitals && words::at_most(text, 6)
}

/// Whether a line is one of several that each say one thing: `Lieu : …`, `Présents : …`.
fn is_field(blocks: &[Block], i: usize) -> bool {
    let says = |b: &Block| {
        let label = b.text.split_once(':').map(|(label, _)| label.trim());
        b.is_open_line() && label.is_some_and(|label| words::at_most(label, 2) && !label.is_empty())
    };
    let beside = [i.checked_sub(1), Some(i + 1)].into_iter().flatten();
    let mut beside = beside.filter_map(|at| blocks.get(at));
    says(&blocks[i]) && beside.any(says)
}

/// How many words the name of who publishes has at most.
const NAME: usize = 5;

/// A text's first line, a date below it, then a longer line that may be the title.
fn is_dated_name(blocks: &[Block], i: usize, is_title: impl Fn(&str) -> bool) -> bool {
    const NEAR: usize = 6;
    let is_first = blocks[..i].iter().all(|b| b.role == Role::Dropped);
    let mut below = blocks[i + 1..].iter().filter(|b| b.role != Role::Dropped);
    let is_date = below
        .next()
        .is_some_and(|b| b.role == Role::Moved(Field::About));
    let may_be = |b: &Block| {
        let length = words::count(&blocks[i].text, NAME).max(4);
        b.is_open_line() && is_title(&b.text) && words::count(&b.text, length) >= length
    };
    is_first && words::at_most(&blocks[i].text, NAME) && is_date && below.take(NEAR).any(may_be)
}

/// A few words that stand inside another line, after other words.
fn is_named_again(blocks: &[Block], i: usize) -> bool {
    let name = blocks[i].text.as_str();
    let stands_in = |b: &Block| {
        let at = b.text.find(name).filter(|at| *at > 0);
        at.is_some_and(|at| !b.text[..at].ends_with(char::is_alphanumeric))
    };
    let is_name = words::at_most(name, NAME) && name.starts_with(char::is_uppercase);
    is_name && words::count(name, 2) == 2 && blocks.iter().any(stands_in)
}

/// Right below a line that may be the title, and an empty line or a line about the article below.
fn is_subtitle(blocks: &[Block], i: usize, is_title: impl Fn(&str) -> bool) -> bool {
    let Some(above) = i.checked_sub(1).map(|above| &blocks[above]) else {
        return false;
    };
    let is_top = above.gap || i >= 2 && blocks[i - 2].role == Role::Dropped;
    let is_whole = above.is_open_line() && is_top && is_title(&above.text);
    let is_long = words::count(&above.text, 4) == 4 && !words::is_capitals(&above.text);
    let is_first = blocks[..i - 1].iter().all(|b| b.role == Role::Dropped);
    let has_dash = words::has_dash(&above.text) || above.text.contains(" | ");
    let is_name = is_first && (has_dash || is_named_again(blocks, i - 1));
    !blocks[i].gap && is_whole && is_long && !is_name
}

/// One of several lines that the text marks alike, a line without a mark above them.
fn is_one_of_many(blocks: &[Block], i: usize, is_title: impl Fn(&str) -> bool) -> bool {
    let own = &blocks[i];
    let is_loud = |b: &Block| words::is_capitals(&b.text) && words::count(&b.text, 4) == 4;
    let alike = |b: &&Block| {
        b.mark.is_some_and(|mark| mark > 1) && b.mark == own.mark || is_loud(b) && is_loud(own)
    };
    let is_plain =
        |b: &Block| b.is_open_line() && b.mark.is_none() && !is_loud(b) && is_title(&b.text);
    blocks.iter().filter(alike).nth(2).is_some() && alike(&own) && blocks[..i].iter().any(is_plain)
}
