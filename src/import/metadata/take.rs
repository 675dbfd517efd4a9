//! Words that leave a line for the head, or leave it altogether.

use crate::import::block::{Aside, Block, Field, Role, Way};

/// Why what an author does leaves a byline.
pub(super) const DOES: &str = "what the author does, for which the head has no place";

/// Takes words off a block's beginning; without any other words the whole block moves.
pub(crate) fn set_aside(
    block: &mut Block,
    text: String,
    rest: String,
    field: Field,
    why: &'static str,
) {
    if rest.chars().any(char::is_alphanumeric) {
        block.asides.push(Aside {
            text,
            way: Way::Head(field),
            why,
        });
        block.text = rest;
    } else {
        block.decide(Role::Moved(field), why);
    }
}

/// Tells a part of a line as dropped.
pub(crate) fn drop_part(block: &mut Block, part: String, why: &'static str) {
    let is_whole = |at: usize| {
        let (before, after) = (&block.text[..at], &block.text[at + part.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let found = block.text.match_indices(&part).map(|(at, _)| at);
    if let Some(at) = found.into_iter().find(|at| is_whole(*at)) {
        let (before, after) = (&block.text[..at], &block.text[at + part.len()..]);
        block.text = format!("{}{after}", before.trim_end_matches([',', ' ']));
    }
    block.asides.push(Aside {
        text: part,
        way: Way::Dropped,
        why,
    });
}
