//! The chapeau: what a text itself sets apart as its summary. Enter by [`read`].

use crate::import::block::{Block, Field, Role};
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Moves the chapeau to the head: a line below the title before a line about the article, or a
/// paragraph below « Résumé », where the text goes on.
pub(crate) fn read(blocks: &mut [Block], facts: &mut Facts, lexicon: &Lexicon) {
    let Some(title) = blocks
        .iter()
        .position(|b| b.role == Role::Moved(Field::Title))
    else {
        return;
    };
    let place = between(blocks, title).or_else(|| below_title(blocks, title));
    let labelled = labelled(blocks, title, lexicon);
    let Some(place) = labelled.or(place) else {
        return;
    };
    if labelled.is_some() {
        blocks[place - 1].decide(
            Role::Moved(Field::SummaryHeading),
            "the heading of the summary",
        );
    }
    let block = &mut blocks[place];
    facts.summary = Some(block.text.clone());
    facts.summary_line = Some(block.line());
    block.decide(
        Role::Moved(Field::Summary),
        "stands below the title, set apart as its summary",
    );
}

/// How long a chapeau is, in words.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=90;

fn may_be(block: &Block) -> bool {
    let is_line = block.bullet.is_none() && matches!(block.role, Role::Open | Role::Paragraph);
    is_line && block.mark.is_none() && LENGTH.contains(&words::count(&block.text, LENGTH.end() + 1))
}

/// The one line between the title and the first line about the article.
fn between(blocks: &[Block], title: usize) -> Option<usize> {
    const NEAR: usize = 12;
    let end = (title + 1..blocks.len().min(title + NEAR))
        .find(|i| blocks[*i].role == Role::Moved(Field::About))?;
    let mut kept = (title + 1..end).filter(|i| blocks[*i].is_kept());
    let only = kept.next().filter(|i| may_be(&blocks[*i]))?;
    let goes_on = blocks[end..]
        .iter()
        .any(|b| b.is_open() && words::ends_sentence(&b.text));
    (kept.next().is_none() && goes_on).then_some(only)
}

/// A line right below the title that is no sentence of the text: an empty line stands after it.
fn below_title(blocks: &[Block], title: usize) -> Option<usize> {
    let i = title + 1;
    let block = blocks
        .get(i)
        .filter(|b| b.is_open() && !b.gap && may_be(b))?;
    let next = blocks[i + 1..].iter().find(|b| b.is_kept())?;
    let is_apart = blocks.get(i + 1).is_some_and(|b| b.gap);
    let is_whole = !words::ends_sentence(&block.text) && !block.text.ends_with([':', ',']);
    (is_apart && is_whole && words::is_prose(&next.text)).then_some(i)
}

/// The one paragraph below « Résumé », before a heading.
fn labelled(blocks: &[Block], title: usize, lexicon: &Lexicon) -> Option<usize> {
    let is_heading = |b: &Block| {
        b.is_open_line()
            && lexicon[List::SummaryHeadings].has(&words::label(words::head(&b.text, 80)))
    };
    let at = (title + 1..blocks.len().min(title + 8)).find(|i| is_heading(&blocks[*i]))?;
    let block = blocks
        .get(at + 1)
        .filter(|b| b.is_open() && may_be(b) && words::ends_sentence(&b.text))?;
    let next = blocks
        .get(at + 2)
        .filter(|b| b.gap && !words::ends_sentence(&b.text))?;
    (block.bullet.is_none() && next.bullet.is_none()).then_some(at + 1)
}
