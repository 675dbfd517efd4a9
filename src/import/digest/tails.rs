//! The publisher's name with which each story of a round-up ends, or that stands in brackets below its title. Enter
//! by [`mark`].

use crate::import::block::{Block, Field, Role, is_foot};
use crate::import::words;

/// Marks the lines of stories that are only a name, where three stories or more have one, and most do:
/// it is where the story was read.
pub(crate) fn mark(blocks: &mut [Block]) {
    let stories = blocks.iter().filter(|b| b.role == Role::Heading(2)).count();
    let is_tail = |i: &usize| {
        let is_framed = blocks[*i].text != plain(&blocks[*i]);
        is_name(&blocks[*i]) && (is_framed || is_foot(blocks, *i))
    };
    let tails: Vec<usize> = (0..blocks.len()).filter(is_tail).collect();
    if tails.len() < 3 || tails.len() * 3 < stories * 2 {
        return;
    }
    for i in tails {
        let own = plain(&blocks[i]).to_owned();
        let field = if own == blocks[i].text {
            Field::SourceLink
        } else {
            Field::Source
        };
        blocks[i].text = own;
        blocks[i].decide(
            Role::Moved(field),
            "a name with each story: where it was read",
        );
    }
}

/// `(Le Courrier)` without the brackets.
fn plain(line: &Block) -> &str {
    let inner = line
        .text
        .strip_prefix('(')
        .and_then(|t| t.strip_suffix(')'));
    inner.unwrap_or(&line.text)
}

/// A few words that begin with a capital letter, in brackets or without.
fn is_name(line: &Block) -> bool {
    let text = plain(line);
    line.role == Role::Paragraph
        && line.bullet.is_none()
        && words::at_most(text, 6)
        && text.starts_with(char::is_uppercase)
        && !text.ends_with([':', ')'])
}
