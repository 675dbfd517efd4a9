//! Numbered lines and bullets as lists of the text. Enter by [`mark`].

use std::collections::HashSet;

use super::below::number_of;
use crate::import::block::{Block, Role, open};

/// Marks numbered lines that follow each other at once, each number by one more, as a list, and
/// bullets as items.
pub(crate) fn mark(blocks: &mut [Block]) {
    let open = open(blocks);
    let numbers: Vec<Option<u32>> = open.iter().map(|i| number_of(&blocks[*i])).collect();
    let is_nested = |place: usize| blocks[open[place]].bullet.is_some_and(|indent| indent >= 2);
    let tops: Vec<usize> = (0..open.len()).filter(|place| !is_nested(*place)).collect();
    let follows = |pair: &&[usize]| matches!((numbers[pair[0]], numbers[pair[1]]), (Some(a), Some(b)) if b == a + 1);
    let listed: HashSet<usize> = tops.windows(2).filter(follows).flatten().copied().collect();
    for (place, i) in open.iter().enumerate() {
        if listed.contains(&place) {
            // A number in a circle, or `04`, is a sign of its own, which a list of Markdown's would change.
            let is_same = |n: u32| blocks[*i].text.starts_with(&n.to_string());
            let is_plain = numbers[place].is_some_and(is_same);
            let role = if is_plain { Role::Numbered } else { Role::Item };
            blocks[*i].decide(role, "numbered lines one after the other");
        } else if blocks[*i].bullet.is_some() {
            blocks[*i].decide(Role::Item, "begins with a bullet");
        }
    }
}
