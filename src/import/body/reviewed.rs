//! Stories of a review of the press: each title stands above a line that says who published it and when. Enter
//! by [`mark`].

use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::Lexicon;
use crate::import::metadata::outlet;
use crate::import::metadata::take::{drop_part, set_aside};

/// Marks such titles as headings, two of them or more, and what stands below them as their sources.
pub(super) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    for (i, _) in outlet::reviews(blocks, lexicon) {
        let why = "a title above the line that says who published it";
        blocks[i - 1].decide(Role::Heading(2), why);
        take(&mut blocks[i], lexicon);
    }
}

/// The outlet and the day stay for the story's head; who wrote it goes there too.
fn take(block: &mut Block, lexicon: &Lexicon) {
    let text = block.text.clone();
    let Some(outlet) = outlet::read(&text, lexicon) else {
        return;
    };
    for page in outlet.pages {
        drop_part(block, page.to_owned(), "where it stands in print");
    }
    let rest = format!("{}, {}", outlet.name, outlet.date);
    for author in outlet.authors {
        let (author, why) = (author.to_owned(), "who wrote a story");
        set_aside(block, author, rest.clone(), Field::About, why);
    }
    block.text = rest;
    let why = "who published a story, and when";
    block.decide(Role::Moved(Field::Source), why);
}
