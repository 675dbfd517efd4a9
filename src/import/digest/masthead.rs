//! The heading over all others, where the title says it: that of a mail whose subject says more. Enter by
//! [`drop_again`].

use crate::import::block::{Block, Role};
use crate::import::words;

/// Drops the only section's heading, above all else that is kept, where the title says its words; the
/// headings below it, two of them or more, are of sections then.
pub(crate) fn drop_again(blocks: &mut [Block], title: Option<&str>) {
    let is_section = |b: &Block| b.role == Role::Heading(2);
    let Some(first) = blocks.iter().position(Block::is_kept) else {
        return;
    };
    let below = blocks.iter().filter(|b| b.role == Role::Heading(3)).count();
    let is_only =
        blocks.iter().filter(|b| is_section(b)).count() == 1 && is_section(&blocks[first]);
    let is_said = title.is_some_and(|title| says(title, &blocks[first].text));
    if !is_only || !is_said || below < 2 {
        return;
    }
    blocks[first].decide(Role::Dropped, "the title again");
    for block in blocks {
        if let Role::Heading(level) = block.role {
            block.role = Role::Heading(level - 1);
        }
    }
}

fn says(title: &str, heading: &str) -> bool {
    let (title, heading) = (words::label(title), words::label(heading));
    !heading.is_empty() && title.contains(&heading)
}
