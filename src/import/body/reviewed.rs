//! Stories of a review of the press: each title stands above a line that says who published it and when. Enter
//! by [`mark`].

use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::Lexicon;
use crate::import::links;
use crate::import::metadata::outlet::{self, Outlet};
use crate::import::metadata::take::{drop_part, set_aside};
use crate::import::words;

/// Marks such titles as headings, two of them or more, and what stands below them as their sources.
pub(super) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let found: Vec<usize> = (1..blocks.len())
        .filter(|i| is_title(&blocks[i - 1]) && is_above_prose(blocks, *i))
        .filter(|i| said(&blocks[*i], lexicon).is_some())
        .collect();
    let is_sure = |i: &&usize| said(&blocks[**i], lexicon).is_some_and(|outlet| outlet.is_sure);
    if found.len() < 2 || found.iter().filter(is_sure).count() * 2 < found.len() {
        return;
    }
    for i in found {
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

/// What may stand between the parts of such a line, which a comma parts for the head.
const SIGNS: [&str; 6] = [" (", " | ", " · ", " • ", " – ", " - "];

/// The outlet and the day stay for the story's head; who wrote it goes there too.
fn take(block: &mut Block, lexicon: &Lexicon) {
    let Some(outlet) = outlet::read(&block.text, lexicon) else {
        return;
    };
    let (author, page) = (
        outlet.author.map(str::to_owned),
        outlet.page.map(str::to_owned),
    );
    if let Some(page) = page {
        drop_part(block, page, "where it stands in print");
    }
    if let Some(author) = author {
        let rest = block.text.replacen(&author, "", 1);
        let rest = rest.trim_end_matches([',', ' ', '–', '|', '·']).to_owned();
        set_aside(block, author, rest, Field::About, "who wrote a story");
    }
    block.text = SIGNS
        .iter()
        .fold(block.text.replace(')', ""), |text, sign| {
            text.replace(sign, ", ")
        });
    block.decide(
        Role::Moved(Field::Source),
        "who published a story, and when",
    );
}
