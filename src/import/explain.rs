//! What was decided of each block, for `--explain`. Enter by [`decisions`].

use serde::Serialize;

use super::block::{Aside, Block, Role, Way};

/// What was decided of a block, or of a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The number of its first line, from 1.
    pub line: usize,
    /// What it is: `heading`, `paragraph`, a key of the head, `dropped` …
    pub class: &'static str,
    /// Why.
    pub reason: &'static str,
    /// Its words.
    pub text: String,
}

impl Decision {
    /// Whether no draft has its words.
    pub fn is_dropped(&self) -> bool {
        self.class == DROPPED
    }
}

const DROPPED: &str = "dropped";

/// The decisions in the order of the blocks; parts that went another way stand before the rest of
/// their block.
pub(crate) fn decisions(blocks: &[Block]) -> Vec<Decision> {
    let read = blocks.iter().filter(|block| !block.lines.is_empty());
    read.flat_map(|block| {
        let asides = block.asides.iter().map(|aside| of_aside(block, aside));
        asides.chain([of_block(block)])
    })
    .collect()
}

fn of_aside(block: &Block, aside: &Aside) -> Decision {
    Decision {
        line: block.line(),
        class: match aside.way {
            Way::Head(field) => field.key(),
            Way::Heading => class(Role::TakeawaysHeading),
            Way::Dropped => DROPPED,
        },
        reason: aside.why,
        text: aside.text.clone(),
    }
}

fn of_block(block: &Block) -> Decision {
    Decision {
        line: block.line(),
        class: class(block.role),
        reason: block.why,
        text: block.text.clone(),
    }
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Dropped => DROPPED,
        Role::Moved(field) => field.key(),
        Role::Heading(2) => "heading",
        Role::Heading(_) => "subheading",
        Role::TakeawaysHeading => "takeaways",
        Role::Audience => "audience",
        Role::Takeaway => "takeaway",
        Role::Item => "item",
        Role::Numbered => "numbered item",
        Role::Open | Role::Paragraph => "paragraph",
    }
}
