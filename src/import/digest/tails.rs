//! The publisher's name with which each story of a round-up ends. Enter by [`mark`].

use crate::import::block::{Block, Field, Role};
use crate::import::words;

/// Marks the last line of each section that is only a name, where three sections or more end so, and
/// most do: it is where the story was read.
pub(crate) fn mark(blocks: &mut [Block]) {
    let kept: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_kept()).collect();
    let is_heading = |i: usize| matches!(blocks[i].role, Role::Heading(2));
    let is_end = |place: usize| kept.get(place + 1).is_none_or(|next| is_heading(*next));
    let sections = kept.iter().filter(|i| is_heading(**i)).count();
    let tails = (1..kept.len()).filter(|place| {
        is_end(*place) && is_name(&blocks[kept[*place - 1]], &blocks[kept[*place]])
    });
    let tails: Vec<usize> = tails.map(|place| kept[place]).collect();
    if tails.len() < 3 || tails.len() * 3 < sections * 2 {
        return;
    }
    for i in tails {
        blocks[i].decide(
            Role::Moved(Field::SourceLink),
            "a name at the end of each story: where it was read",
        );
    }
}

/// A few words that begin with a capital letter and end no sentence, right below prose.
fn is_name(before: &Block, line: &Block) -> bool {
    line.role == Role::Paragraph
        && line.bullet.is_none()
        && !line.gap
        && words::ends_sentence(&before.text)
        && words::at_most(&line.text, 6)
        && line.text.starts_with(char::is_uppercase)
        && !words::ends_sentence(&line.text)
        && !line.text.ends_with(':')
}
