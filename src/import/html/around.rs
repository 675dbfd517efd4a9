//! What a page puts around its article, and what of the article it puts elsewhere. Enter by
//! [`keep_article`], then [`drop_page`] once lines about the article are read.

use super::blocks::PROSE_OUTSIDE;
use super::piece::Piece;
use crate::import::block::{Block, Field, OUTSIDE, Role, open};
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::{about, words};

/// Lines below the title among which its date stands.
const BELOW_TITLE: usize = 3;

/// Opens what is the article's though it stands outside of it: points for decision-makers, the chapeau
/// and the date below the title.
pub(crate) fn keep_article(blocks: &mut [Block], pieces: &[Piece], lexicon: &Lexicon) {
    keep_takeaways(blocks, lexicon);
    keep_chapeau(blocks);
    keep_date(blocks, pieces, lexicon);
}

/// Drops menus, boxes, what stands above the title, headings with nothing below.
pub(crate) fn drop_page(blocks: &mut [Block], pieces: &[Piece], facts: &Facts, lexicon: &Lexicon) {
    drop_menus(blocks, lexicon);
    drop_framed(blocks, pieces, lexicon);
    drop_above_title(blocks);
    drop_dates(blocks, lexicon);
    drop_said(blocks, facts);
    drop_last_headings(blocks);
}

/// A section for decision-makers is the article's, wherever the page puts it: its heading, and what
/// stands below it, bullets and the headings over them.
fn keep_takeaways(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |block: &Block| {
        block.is_short() && lexicon[List::Takeaways].has(&words::label(&block.text))
    };
    let headings: Vec<usize> = (0..blocks.len())
        .filter(|i| is_heading(&blocks[*i]))
        .collect();
    for at in headings {
        let is_part = |i: &usize| is_point(&blocks[*i]) || is_over_bullets(blocks, *i);
        let end = (at + 1..blocks.len())
            .find(|i| !is_part(i))
            .unwrap_or(blocks.len());
        if end > at + 1 {
            let part = blocks[at..end].iter_mut();
            part.filter(|b| b.role == Role::Dropped)
                .for_each(|b| b.decide(Role::Open, ""));
        }
    }
}

/// A bullet with words of its own, not a link of a menu.
fn is_point(block: &Block) -> bool {
    let is_link = block.text.starts_with('[') && block.text.ends_with(')');
    block.bullet.is_some() && !is_link
}

fn is_over_bullets(blocks: &[Block], i: usize) -> bool {
    blocks[i].mark.is_some() && blocks.get(i + 1).is_some_and(is_point)
}

/// Prose right below the title is the article's, where the article follows: Readability leaves some out.
fn keep_chapeau(blocks: &mut [Block]) {
    let is_title = |block: &Block| block.role == Role::Moved(Field::Title);
    let Some(at) = blocks.iter().rposition(is_title) else {
        return;
    };
    let goes_on = blocks[at..].iter().any(Block::is_open);
    if let Some(block) = blocks.get_mut(at + 1)
        && goes_on
        && block.why == PROSE_OUTSIDE
    {
        block.decide(Role::Open, "");
    }
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

/// A date right below the title, outside of the article.
fn keep_date(blocks: &mut [Block], pieces: &[Piece], lexicon: &Lexicon) {
    let is_title = |block: &Block| block.role == Role::Moved(Field::Title);
    let Some(at) = blocks.iter().rposition(is_title) else {
        return;
    };
    let below = blocks.iter_mut().zip(pieces).skip(at + 1);
    for (block, piece) in below.take(BELOW_TITLE).filter(|(b, _)| b.why == OUTSIDE) {
        let about = about::read(words::head(&piece.plain, 400), lexicon);
        if block.is_short() && about.is_some_and(|about| about.has_date()) {
            block.decide(Role::Open, "");
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
        .filter(|run| !has_section(run))
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

fn count(blocks: &[Block], places: &[usize]) -> usize {
    let counts = places.iter().map(|i| words::count(&blocks[*i].text, 500));
    counts.sum()
}

/// Whether it is the heading of points or of sources.
fn names_section(block: &Block, lexicon: &Lexicon) -> bool {
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
fn drop_dates(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_title = |block: &Block| block.role == Role::Moved(Field::Title);
    let at = blocks.iter().rposition(is_title).unwrap_or(blocks.len());
    for block in blocks.iter_mut().skip(at).take(BELOW_TITLE + 1) {
        let about = about::read(words::head(&block.text, 400), lexicon);
        if block.is_open_line() && about.is_some_and(|about| about.is_only_date()) {
            block.decide(Role::Dropped, "the date below the title");
        }
    }
}

/// Drops headings that only name an author.
fn drop_said(blocks: &mut [Block], facts: &Facts) {
    let authors: Vec<String> = facts
        .authors
        .iter()
        .map(|a| words::label(&a.value))
        .collect();
    for block in blocks
        .iter_mut()
        .filter(|b| b.is_open() && b.mark.is_some())
    {
        if block.is_short() && authors.contains(&words::label(&block.text)) {
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
