//! What of an article its page puts elsewhere, or Readability leaves out. Enter by [`keep_article`].

use super::blocks::PROSE_OUTSIDE;
use super::piece::Piece;
use crate::import::block::{Block, Field, OUTSIDE, Role};
use crate::import::body::lists;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about;
use crate::import::words;

/// Lines below the title among which its date stands.
pub(crate) const BELOW_TITLE: usize = 3;

/// Opens what is the article's though it stands outside of it: points for decision-makers, sources, the
/// chapeau and the date below the title.
pub(crate) fn keep_article(blocks: &mut [Block], pieces: &[Piece], lexicon: &Lexicon) {
    keep_takeaways(blocks, lexicon);
    keep_key_points(blocks, lexicon);
    keep_sources(blocks, lexicon);
    keep_chapeau(blocks);
    keep_date(blocks, pieces, lexicon);
}

/// A section for decision-makers is the article's, wherever the page puts it: its heading, and what
/// stands below it, bullets and the headings over them.
fn keep_takeaways(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |block: &Block| {
        block.is_short() && lexicon[List::Takeaways].has(&words::label(&block.text))
    };
    let headings: Vec<usize> = (0..blocks.len())
        .filter(|i| is_heading(&blocks[*i]) || is_over_points(blocks, *i, lexicon))
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

/// Points below a heading of key points are the article's where they stand between its title and its prose.
fn keep_key_points(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let is_prose = |b: &Block| b.is_open() && words::is_prose(&b.text);
    let (Some(title), Some(last)) = (
        blocks.iter().position(is_title),
        blocks.iter().rposition(is_prose),
    ) else {
        return;
    };
    let is_heading = |b: &Block| {
        b.why == OUTSIDE && b.is_short() && lexicon[List::KeyPoints].has(&words::label(&b.text))
    };
    for at in (title + 1..last)
        .filter(|i| is_heading(&blocks[*i]))
        .collect::<Vec<_>>()
    {
        let points = blocks[at + 1..].iter().take_while(|b| is_point(b)).count();
        if points >= 2 {
            let part = blocks[at..=at + points].iter_mut();
            part.for_each(|block| block.decide(Role::Open, ""));
        }
    }
}

/// A list right below the heading `Sources`, after the article's prose, is the article's.
fn keep_sources(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |b: &Block| {
        let is_dropped = b.role == Role::Dropped && b.mark.is_some() && b.is_short();
        is_dropped && lexicon[List::Sources].has(&words::label(&b.text))
    };
    let is_prose = |b: &Block| b.is_open() && words::is_prose(&b.text);
    let Some(prose) = blocks.iter().rposition(is_prose) else {
        return;
    };
    let headings: Vec<usize> = (prose + 1..blocks.len())
        .filter(|i| is_heading(&blocks[*i]))
        .collect();
    for at in headings {
        let items = blocks[at + 1..].iter().take_while(|b| b.bullet.is_some());
        let end = at + 1 + items.count();
        if end > at + 1 {
            let list = blocks[at..end].iter_mut();
            list.for_each(|block| block.decide(Role::Open, ""));
        }
    }
}

/// A heading below the article's prose that promises advice, over two points or more that are sentences
/// without links.
fn is_over_points(blocks: &[Block], at: usize, lexicon: &Lexicon) -> bool {
    let heading = &blocks[at];
    let is_bold = heading.text.starts_with("**") && heading.text.ends_with("**");
    let is_heading = heading.mark.map_or(is_bold, |level| level >= 2);
    if !is_heading || heading.role != Role::Dropped {
        return false;
    }
    let points = blocks[at + 1..].iter().take_while(|b| is_point(b));
    let points: Vec<&Block> = points.collect();
    let is_sentence = |b: &&Block| words::ends_sentence(&b.text) && !b.text.contains("](");
    let are_sentences = points.len() >= 2 && points.iter().all(is_sentence);
    let label = words::label(words::head(&heading.text, 200));
    let is_article = blocks[..at]
        .iter()
        .any(|b| b.is_open() && words::is_prose(&b.text));
    is_article && are_sentences && lists::is_promised(&label, lexicon)
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
