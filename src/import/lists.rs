//! Finds the lists that the head or a section for decision-makers takes: key points, takeaways,
//! sources; and numbered lists.

use super::block::{Block, Field, Role, open};
use super::lexicon::Lexicon;
use super::{links, number, words};

/// Marks key points, takeaways and sources, each below its heading.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let mut has_sections = false;
    for (place, i) in open.iter().enumerate() {
        let block = &blocks[*i];
        if !block.is_open() || !block.is_short() {
            continue;
        }
        let label = words::label(&block.text);
        let below = &open[place + 1..];
        let bullets = bullets(blocks, below);
        let is_late = has_sections || place * 5 >= open.len() * 3;
        if lexicon.takeaways.has(&label)
            || is_late && bullets > 0 && lexicon.late_takeaways.has(&label)
        {
            takeaways(blocks, *i, &below[..bullets]);
        } else if lexicon.key_points.has(&label) && bullets > 0 {
            key_points(blocks, *i, &below[..bullets]);
        } else if lexicon.sources.has(&label) {
            sources(blocks, *i, below);
        }
        has_sections |= number::of(&blocks[*i].text).is_some();
    }
}

/// How many items of a list stand at the beginning.
fn bullets(blocks: &[Block], below: &[usize]) -> usize {
    below
        .iter()
        .take_while(|i| blocks[**i].is_open() && blocks[**i].bullet.is_some())
        .count()
}

fn takeaways(blocks: &mut [Block], heading: usize, items: &[usize]) {
    blocks[heading].decide(
        Role::TakeawaysHeading,
        "names a section for decision-makers",
    );
    for i in items {
        blocks[*i].decide(Role::Takeaway, "a bullet below such a heading");
    }
}

fn key_points(blocks: &mut [Block], heading: usize, items: &[usize]) {
    blocks[heading].decide(
        Role::Moved(Field::KeyPointsHeading),
        "the heading of key points",
    );
    for i in items {
        blocks[*i].decide(
            Role::Moved(Field::KeyPoint),
            "a bullet below the heading of key points",
        );
    }
}

/// Sources are the bullets below, or the lines that hold an address.
fn sources(blocks: &mut [Block], heading: usize, below: &[usize]) {
    let is_source = |i: &&usize| {
        let block = &blocks[**i];
        block.is_open() && (block.bullet.is_some() || links::find(&block.text).is_some())
    };
    let items: Vec<usize> = below.iter().take_while(is_source).copied().collect();
    if items.is_empty() {
        return;
    }
    blocks[heading].decide(Role::Moved(Field::SourcesHeading), "the heading of sources");
    for i in items {
        blocks[i].decide(
            Role::Moved(Field::SourceLink),
            "stands below the heading of sources",
        );
    }
}

/// Marks the numbered lines that follow each other at once as a list, and bullets as items.
pub(crate) fn mark_items(blocks: &mut [Block]) {
    let open = open(blocks);
    let numbered = |i: Option<&usize>| {
        i.is_some_and(|i| blocks[*i].is_open_line() && number::of(&blocks[*i].text).is_some())
    };
    let in_run = |place: usize| {
        numbered(open.get(place))
            && (numbered(open.get(place + 1)) || place > 0 && numbered(open.get(place - 1)))
    };
    let runs: Vec<usize> = (0..open.len())
        .filter(|p| in_run(*p))
        .map(|p| open[p])
        .collect();
    for i in runs {
        blocks[i].decide(Role::Numbered, "numbered lines one after the other");
    }
    for block in blocks
        .iter_mut()
        .filter(|b| b.is_open() && b.bullet.is_some())
    {
        block.decide(Role::Item, "begins with a bullet");
    }
}

/// The paragraphs below a heading for decision-makers that has no bullets are its points.
pub(crate) fn mark_takeaway_paragraphs(blocks: &mut [Block]) {
    let mut is_below = false;
    for block in blocks.iter_mut() {
        match block.role {
            Role::TakeawaysHeading => is_below = true,
            Role::Paragraph if is_below => block.decide(
                Role::Takeaway,
                "a paragraph below a heading for decision-makers",
            ),
            Role::Takeaway if block.bullet.is_none() => {}
            Role::Dropped | Role::Moved(_) => {}
            _ => is_below = false,
        }
    }
}
