//! What a page puts around its article and into it. Enter by [`drop_page`].

use super::outside::BELOW_TITLE;
use super::piece::Piece;
use crate::import::block::{Block, Field, Role, open};
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about;
use crate::import::words;

/// Drops menus, boxes, what stands above the title, headings with nothing below.
pub(crate) fn drop_page(blocks: &mut [Block], pieces: &[Piece], facts: &Facts, lexicon: &Lexicon) {
    drop_menus(blocks, lexicon);
    drop_framed(blocks, pieces, lexicon);
    drop_above_title(blocks);
    drop_dates(blocks, pieces, lexicon);
    drop_said(blocks, pieces, facts);
    drop_last_headings(blocks);
}

/// Drops paragraphs of several lines that are each a menu word.
fn drop_menus(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks
        .iter_mut()
        .filter(|b| b.is_open_line() && b.is_short())
    {
        let shown = |line: &str| words::label(line.split("](").next().unwrap_or(line));
        let is_menu = |line: &str| lexicon[List::Menu].has(&shown(line));
        if block.text.contains("\\\n") && block.text.lines().all(is_menu) {
            block.decide(Role::Dropped, "menu words");
        }
    }
}

/// Drops boxes that the page names as its own: `<nav>`, `class="newsletter-box"`. Those that hold points
/// or sources stay, and all of them where they are much of what is left.
fn drop_framed(blocks: &mut [Block], pieces: &[Piece], lexicon: &Lexicon) {
    let is_framed = |i: usize| {
        let line = blocks[i].line().checked_sub(1);
        line.is_some_and(|line| pieces[line].is_framed)
    };
    let open = open(blocks);
    let runs: Vec<&[usize]> = open
        .chunk_by(|a, b| is_framed(*a) == is_framed(*b))
        .filter(|run| is_framed(run[0]))
        .collect();
    let has_section = |run: &&[usize]| run.iter().any(|i| names_section(&blocks[*i], lexicon));
    let boxes: Vec<usize> = runs
        .into_iter()
        .filter(|run| !has_section(run) && !is_chapeau(blocks, run))
        .flatten()
        .copied()
        .collect();
    if count(blocks, &boxes) * 3 > count(blocks, &open) {
        return;
    }
    for i in boxes {
        blocks[i].decide(Role::Dropped, "a box of the page");
    }
}

/// Whether it is one sentence right below the title, where the article goes on.
fn is_chapeau(blocks: &[Block], run: &[usize]) -> bool {
    let [one] = run else {
        return false;
    };
    let above = blocks[..*one].last();
    let is_below_title = above.is_some_and(|b| b.role == Role::Moved(Field::Title));
    let text = &blocks[*one].text;
    let is_sentence = words::ends_sentence(text) && words::count(text, 8) == 8;
    is_below_title && is_sentence && !text.contains("](")
}

fn count(blocks: &[Block], places: &[usize]) -> usize {
    let counts = places.iter().map(|i| words::count(&blocks[*i].text, 500));
    counts.sum()
}

/// Whether it is the heading of points or of sources.
pub(super) fn names_section(block: &Block, lexicon: &Lexicon) -> bool {
    let label = words::label(words::head(&block.text, 200));
    let lists = [
        List::Takeaways,
        List::TakeawaysLists,
        List::LateTakeaways,
        List::KeyPoints,
        List::Sources,
    ];
    lists.iter().any(|list| lexicon[*list].has(&label))
}

/// Drops lines above the title, where no prose stands there: the site's name and motto, a way back, the
/// section.
fn drop_above_title(blocks: &mut [Block]) {
    let is_title = |b: &Block| b.mark == Some(1) && b.role == Role::Moved(Field::Title);
    let Some(at) = blocks.iter().position(is_title) else {
        return;
    };
    let is_line = |b: &&Block| b.bullet.is_none() && !words::is_prose(&b.text);
    let is_top = blocks[..at]
        .iter()
        .filter(|b| b.is_open())
        .all(|b| is_line(&b));
    if !is_top || !blocks[at..].iter().any(Block::is_open) {
        return;
    }
    for block in blocks[..at].iter_mut().filter(|b| b.is_open()) {
        block.decide(Role::Dropped, "stands above the title");
    }
}

/// Drops dates alone right below the title: the head says when.
fn drop_dates(blocks: &mut [Block], pieces: &[Piece], lexicon: &Lexicon) {
    let is_title = |block: &Block| block.role == Role::Moved(Field::Title);
    let at = blocks.iter().rposition(is_title).unwrap_or(blocks.len());
    let below = blocks.iter_mut().zip(pieces).skip(at);
    for (block, piece) in below.take(BELOW_TITLE + 1) {
        let about = about::read(words::head(&piece.plain, 400), lexicon);
        if block.is_open_line() && about.is_some_and(|about| about.is_only_date()) {
            block.decide(Role::Dropped, "the date below the title");
        }
    }
}

/// Drops headings that only name an author.
fn drop_said(blocks: &mut [Block], pieces: &[Piece], facts: &Facts) {
    let authors: Vec<String> = facts
        .authors
        .iter()
        .map(|a| words::label(&a.value))
        .collect();
    for (block, piece) in blocks.iter_mut().zip(pieces) {
        let is_heading = block.is_open() && block.mark.is_some() && block.is_short();
        if is_heading && authors.contains(&words::label(&piece.plain)) {
            block.decide(Role::Dropped, "the author's name again");
        }
    }
}

/// Drops headings at the end: what stood below them was no text, or other pages.
fn drop_last_headings(blocks: &mut [Block]) {
    let open = open(blocks);
    let is_kept_below = |i: usize| blocks[i + 1..].iter().any(|b| b.role == Role::Paragraph);
    let is_last = |i: &&usize| blocks[**i].mark.is_some() && !is_kept_below(**i);
    let count = open.iter().rev().take_while(is_last).count();
    if count == open.len() {
        return;
    }
    for i in &open[open.len() - count..] {
        blocks[*i].decide(Role::Dropped, "a heading with nothing below it");
    }
}
