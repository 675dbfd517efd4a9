//! Finds the lists that the head or a section for decision-makers takes: key points, takeaways,
//! sources; and numbered lists.

use std::collections::HashSet;

use super::block::{Aside, Block, Field, Role, open};
use super::lexicon::{Lexicon, List};
use super::{links, number, words};

/// Marks key points, takeaways and sources, each below its heading.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let repeated = repeated_labels(blocks, &open);
    let mut has_sections = false;
    for (place, i) in open.iter().enumerate() {
        let block = &blocks[*i];
        if !block.is_open() || !block.is_short() {
            continue;
        }
        let label = words::label(&block.text);
        let below = &open[place + 1..];
        let bullets = bullets(blocks, below);
        let is_late = has_sections || place * 5 >= open.len() * 3 || repeated.contains(&label);
        let is_list = bullets > 0
            && (lexicon[List::TakeawaysLists].has(&label)
                || is_late && lexicon[List::LateTakeaways].has(&label));
        if lexicon[List::Takeaways].has(&label) || is_list {
            takeaways(blocks, *i, &below[..bullets]);
        } else if lexicon[List::KeyPoints].has(&label) && bullets > 0 {
            key_points(blocks, *i, &below[..bullets]);
        } else if is_tags(&blocks[*i].text, lexicon) {
            blocks[*i].decide(Role::Moved(Field::Tags), "a line of tags");
        } else if lexicon[List::Sources].has(&label) {
            sources(blocks, *i, below);
        } else if let Some(field) = source_line(&block.text, lexicon) {
            blocks[*i].decide(Role::Moved(field), "a line that names its source");
        }
        has_sections |= number::of(&blocks[*i].text).is_some();
    }
}

/// The headings that stand more than once: each belongs to a section.
fn repeated_labels(blocks: &[Block], open: &[usize]) -> HashSet<String> {
    let mut seen = HashSet::new();
    let lines = open
        .iter()
        .map(|i| &blocks[*i])
        .filter(|b| b.bullet.is_none() && b.text.len() <= 100);
    lines
        .map(|b| words::label(&b.text))
        .filter(|label| !seen.insert(label.clone()))
        .collect()
}

/// Splits a line that holds both the heading for decision-makers and its text
/// (`Pour les décideurs : relisez vos contrats`) into the two.
pub(crate) fn split_takeaways(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    let mut whole = Vec::with_capacity(blocks.len());
    for mut block in blocks.drain(..) {
        if let Some((cue, rest)) = takeaway_line(&block, lexicon) {
            let aside = Aside {
                text: cue,
                field: None,
                why: "the heading for decision-makers",
            };
            whole.push(Block {
                gap: block.gap,
                ..Block::added(&aside.text, Role::TakeawaysHeading)
            });
            block.asides.push(aside);
            block.text = rest;
            block.decide(
                Role::Takeaway,
                "follows the heading for decision-makers on its line",
            );
        }
        whole.push(block);
    }
    *blocks = whole;
}

fn takeaway_line(block: &Block, lexicon: &Lexicon) -> Option<(String, String)> {
    let (cue, rest) = block
        .text
        .split_once(':')
        .filter(|(cue, _)| cue.len() <= 100)?;
    let is_takeaway = block.is_open_line() && lexicon[List::Takeaways].has(&words::label(cue));
    let has_text = rest.chars().any(char::is_alphanumeric);
    (is_takeaway && has_text).then(|| (cue.to_owned(), rest.trim().to_owned()))
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

/// `Tags : IA, fiscalité`
fn is_tags(text: &str, lexicon: &Lexicon) -> bool {
    let Some((cue, tags)) = text.split_once(':') else {
        return false;
    };
    lexicon[List::Tags].has(&words::label(cue))
        && words::at_most(tags, 20)
        && words::count(tags, 1) == 1
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

/// `Source : Le Courrier`: who published it; with an address or several names, what it relies on.
fn source_line(text: &str, lexicon: &Lexicon) -> Option<Field> {
    let rest = links::after_cue(text, lexicon).filter(|rest| words::at_most(rest, 12))?;
    let is_one = links::find(rest).is_none() && !rest.contains([',', ';']);
    let is_publisher = is_one
        && lexicon[List::Source]
            .beginning(&words::label(text))
            .is_some();
    let field = if is_publisher {
        Field::Source
    } else {
        Field::SourceLink
    };
    (words::count(rest, 1) == 1).then_some(field)
}

/// Marks numbered lines that follow each other at once, each number by one more, as a list, and
/// bullets as items.
pub(crate) fn mark_items(blocks: &mut [Block]) {
    let open = open(blocks);
    let numbers: Vec<Option<u32>> = open.iter().map(|i| number_of(&blocks[*i])).collect();
    let goes_on = |place: usize| matches!(numbers.get(place..place + 2), Some([Some(a), Some(b)]) if *b == a + 1);
    for (place, i) in open.iter().enumerate() {
        if goes_on(place) || place > 0 && goes_on(place - 1) {
            blocks[*i].decide(Role::Numbered, "numbered lines one after the other");
        } else if blocks[*i].bullet.is_some() {
            blocks[*i].decide(Role::Item, "begins with a bullet");
        }
    }
}

fn number_of(block: &Block) -> Option<u32> {
    let number = number::of(&block.text).filter(|_| block.is_open_line());
    number.map(|(number, _)| number)
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
            Role::Takeaway if block.bullet.is_none() && block.asides.is_empty() => {}
            Role::Dropped | Role::Moved(_) => {}
            _ => is_below = false,
        }
    }
}
