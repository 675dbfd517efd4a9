//! What becomes a takeaway or a key point once its heading is known: [`takeaways`], [`key_points`], [`addressed`];
//! [`mark_first`] and [`mark_paragraphs`] know points by where they stand; [`release_empty`] takes a heading back.

use crate::import::block::{Block, Field, Role, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Why an item is a point.
const LISTED: &str = "an item below such a heading";

pub(super) fn takeaways(blocks: &mut [Block], heading: usize, items: &[usize]) {
    blocks[heading].decide(
        Role::TakeawaysHeading,
        "names a section for decision-makers",
    );
    mark_items(blocks, items);
}

/// Points below a sentence that leads to them (`Une entreprise devra :`), which stays in the text.
pub(super) fn led_in(blocks: &mut [Block], sentence: usize, items: &[usize]) {
    blocks[sentence].decide(Role::Paragraph, "leads to points for decision-makers");
    mark_items(blocks, items);
}

fn mark_items(blocks: &mut [Block], items: &[usize]) {
    for i in without_tags(blocks, items) {
        without_dash(&mut blocks[*i]);
        blocks[*i].decide(Role::Takeaway, LISTED);
    }
}

/// Points below lines that each name whom they are for: where such a line stands, and its points.
pub(super) fn in_groups(blocks: &mut [Block], heading: usize, groups: &[(usize, Vec<usize>)]) {
    takeaways(blocks, heading, &[]);
    for (audience, points) in groups {
        head_group(blocks, *audience, points);
    }
}

/// The items without the tags below them: after an empty line, two or more of a few words each,
/// below sentences.
fn without_tags<'i>(blocks: &mut [Block], items: &'i [usize]) -> &'i [usize] {
    let is_tag =
        |i: &usize| words::at_most(&blocks[*i].text, 3) && !words::is_closed(&blocks[*i].text);
    let tags = items.iter().rev().take_while(|i| is_tag(i)).count();
    let at = items.len() - tags;
    let is_apart = tags >= 2 && at > 0 && blocks[items[at]].gap;
    if !is_apart {
        return items;
    }
    for i in &items[at..] {
        blocks[*i].decide(
            Role::Moved(Field::Tags),
            "one of the tags below the last point",
        );
    }
    &items[..at]
}

pub(super) fn key_points(blocks: &mut [Block], heading: usize, items: &[usize]) {
    blocks[heading].decide(
        Role::Moved(Field::KeyPointsHeading),
        "the heading of key points",
    );
    for i in items {
        without_dash(&mut blocks[*i]);
        blocks[*i].decide(
            Role::Moved(Field::KeyPoint),
            "an item below the heading of key points",
        );
    }
}

/// A dash before an item is its bullet.
fn without_dash(block: &mut Block) {
    if let Some(rest) = block.text.strip_prefix(['—', '–']) {
        block.text = rest.trim_start().to_owned();
    }
}

/// `Pour les responsables publics` over a list or a paragraph, at the end of a text: points for these.
pub(super) fn addressed(
    blocks: &mut [Block],
    heading: usize,
    items: usize,
    below: &[usize],
    lexicon: &Lexicon,
) {
    let block = &blocks[heading];
    let label = words::label(&block.text);
    let is_line =
        block.is_open_line() && words::at_most(&block.text, 7) && !words::is_closed(&block.text);
    let names = lexicon[List::Addressed].beginning(&label).is_some()
        && lexicon[List::Audiences].count_in(&label) > 0;
    let is_paragraph = |i: &usize| blocks[*i].is_open_line() && words::is_prose(&blocks[*i].text);
    let count = if items > 0 {
        items
    } else {
        usize::from(below.first().is_some_and(is_paragraph))
    };
    if !is_line || !names || count == 0 {
        return;
    }
    head_group(blocks, heading, &below[..count]);
}

/// A line that names an audience, and the points below it.
fn head_group(blocks: &mut [Block], audience: usize, points: &[usize]) {
    blocks[audience].decide(Role::Audience, "names whom the points below are for");
    for i in points {
        blocks[*i].decide(Role::Takeaway, "stands below whom it is for");
    }
}

/// Moves the bullets right below the title, above the text, to the head: they sum it up.
pub(super) fn mark_first(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let Some(title) = blocks.iter().position(is_title) else {
        return;
    };
    let is_point = |b: &&Block| b.is_open() && b.bullet.is_some();
    let open: Vec<usize> = open(blocks).into_iter().filter(|i| *i > title).collect();
    let count = open.iter().take_while(|i| is_point(&&blocks[**i])).count();
    let below: Vec<&Block> = open[count..].iter().map(|i| &blocks[*i]).collect();
    let prose = below
        .iter()
        .filter(|b| b.is_open_line() && words::is_prose(&b.text));
    let is_first = blocks[title + 1..open.first().copied().unwrap_or(title + 1)]
        .iter()
        .all(|b| !b.is_kept());
    let goes_on = prose.count() >= 2 && below.first().is_some_and(|b| b.is_open_line());
    let first = &open[..count];
    if !first.is_empty() && first.iter().all(|i| lexicon.is_button(&blocks[*i].text)) {
        for i in first {
            blocks[*i].decide(Role::Dropped, "what a button of the page does");
        }
    } else if (2..=8).contains(&count) && is_first && goes_on {
        for i in first {
            blocks[*i].decide(
                Role::Moved(Field::KeyPoint),
                "a bullet between title and text",
            );
        }
    }
}

/// The paragraphs below a heading for decision-makers that has no bullets are its points.
pub(crate) fn mark_paragraphs(blocks: &mut [Block]) {
    let (mut is_below, mut is_listed) = (false, false);
    for block in blocks.iter_mut() {
        match block.role {
            Role::TakeawaysHeading => (is_below, is_listed) = (true, false),
            // A list of points is whole: what stands apart below it goes on with the text.
            Role::Paragraph if is_below && block.gap && is_listed => is_below = false,
            // A picture is no point, and what stands below it is another part.
            Role::Paragraph if block.text.starts_with("![") => is_below = false,
            Role::Paragraph if is_below => block.decide(
                Role::Takeaway,
                "a paragraph below a heading for decision-makers",
            ),
            Role::Takeaway if block.bullet.is_none() && block.asides.is_empty() => {
                is_listed |= block.why == LISTED;
            }
            Role::Dropped | Role::Moved(_) => {}
            _ => is_below = false,
        }
    }
}

/// A heading for decision-makers over other headings alone is a heading like these.
pub(crate) fn release_empty(blocks: &mut [Block]) {
    for i in 0..blocks.len() {
        let below = blocks[i + 1..].iter().find(|b| b.is_kept());
        let is_empty = below.is_some_and(|b| matches!(b.role, Role::Heading(_)));
        if blocks[i].role == Role::TakeawaysHeading && is_empty {
            blocks[i].decide(Role::Heading(2), "stands over headings, not over points");
        }
    }
}
