//! Pictures of a mail that are no part of its text: buttons, links with a word or two for who does not see
//! them; and those that the mail says to be ornaments, with no word at all. Enter by [`drop`].

use crate::import::block::{Block, Role, open};
use crate::import::words;

/// Words of what a sign shows: `fb`, `Partager sur X`.
const SIGN: usize = 3;

/// Drops blocks of which nothing else is left.
pub(crate) fn drop(blocks: &mut [Block]) {
    for i in open(blocks) {
        if are_signs(&blocks[i].text) {
            blocks[i].decide(Role::Dropped, "a sign that is a link");
        } else if is_ornament(&blocks[i].text) {
            blocks[i].decide(Role::Dropped, "a picture without a word");
        }
    }
}

/// `![](…)`
fn is_ornament(text: &str) -> bool {
    let address = text
        .strip_prefix("![](")
        .and_then(|rest| rest.strip_suffix(')'));
    address.is_some_and(|address| !address.contains([')', '\n']))
}

/// Whether a text is made of nothing but such pictures.
fn are_signs(text: &str) -> bool {
    let mut rest = text.trim();
    while !rest.is_empty() {
        let Some(after) = after_sign(rest) else {
            return false;
        };
        rest = after.trim_start_matches(['\\', '\n', ' ', '|', '\u{a0}']);
    }
    true
}

/// What follows the sign with which a text begins.
fn after_sign(text: &str) -> Option<&str> {
    let (alt, after) = text.strip_prefix("[![")?.split_once("](")?;
    let after = after.split_once(')')?.1.strip_prefix("](")?;
    words::at_most(alt, SIGN).then_some(after.split_once(')')?.1)
}
