//! Stories of a review of the press: each title stands above a line that says who published it and when. Enter
//! by [`mark`].

use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::Lexicon;
use crate::import::links;
use crate::import::metadata::outlet::{self, Outlet, is_outlet};
use crate::import::metadata::take::{drop_part, set_aside};
use crate::import::words;

/// Marks such titles as headings, two of them or more, and what stands below them as their sources.
pub(super) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_over = |i: &usize| is_title(&blocks[i - 1]) && is_above_prose(blocks, *i);
    let below = (1..blocks.len()).filter(is_over);
    let found: Vec<(usize, bool)> = below
        .filter_map(|i| Some((i, is_outlet(said(&blocks[i], lexicon)?.name, lexicon))))
        .collect();
    let sure = found.iter().filter(|(_, is_sure)| *is_sure).count();
    if found.len() < 2 || sure * 2 < found.len() {
        return;
    }
    for (i, _) in found {
        let why = "a title above the line that says who published it";
        blocks[i - 1].decide(Role::Heading(2), why);
        take(&mut blocks[i], lexicon);
    }
}

fn said<'b>(block: &'b Block, lexicon: &Lexicon) -> Option<Outlet<'b>> {
    outlet::read(&block.text, lexicon).filter(|_| block.is_open_line() && !block.gap)
}

fn is_title(block: &Block) -> bool {
    block.is_open_line()
        && words::count(&block.text, 3) == 3
        && words::at_most(&block.text, 25)
        && words::last_sign(&block.text) != Some('.')
        && links::find(&block.text).is_none()
}

fn is_above_prose(blocks: &[Block], i: usize) -> bool {
    let below = blocks[i + 1..].iter().find(|b| b.role != Role::Dropped);
    below.is_some_and(|b| words::is_prose(&b.text))
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
