//! The publisher's name with which each story of a round-up ends. Enter by [`mark`].

use crate::import::block::{Block, Field, Role, is_foot};
use crate::import::words;

/// Marks the lines below stories that are only a name, where three stories or more have one, and most do:
/// it is where the story was read.
pub(crate) fn mark(blocks: &mut [Block]) {
    let stories = blocks.iter().filter(|b| b.role == Role::Heading(2)).count();
    let is_tail = |i: &usize| is_name(&blocks[*i]) && is_foot(blocks, *i);
    let tails: Vec<usize> = (0..blocks.len()).filter(is_tail).collect();
    if tails.len() < 3 || tails.len() * 3 < stories * 2 {
        return;
    }
    for i in tails {
        blocks[i].decide(
            Role::Moved(Field::SourceLink),
            "a name at the end of each story: where it was read",
        );
    }
}

/// A few words that begin with a capital letter.
fn is_name(line: &Block) -> bool {
    line.role == Role::Paragraph
        && line.bullet.is_none()
        && words::at_most(&line.text, 6)
        && line.text.starts_with(char::is_uppercase)
        && !line.text.ends_with(':')
}
