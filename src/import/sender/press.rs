//! What a press release has around its text: its label, an embargo, whom to call, what the company is.
//! Enter by [`drop_frame`].

use super::pasted::has_telephone;
use crate::import::block::{Block, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Why such a section goes.
pub(crate) const COMPANY: &str = "says what a company is, below a press release";

/// Drops these lines and sections.
pub(crate) fn drop_frame(blocks: &mut [Block], lexicon: &Lexicon) {
    let has_label = drop_labels(blocks, lexicon);
    let has_contact = drop_contacts(blocks, lexicon);
    let is_wire = |b: &Block| {
        lexicon[List::ReleaseWires].count_in(&words::fold(words::head(&b.text, 200))) > 0
    };
    if has_label || has_contact || blocks.iter().any(is_wire) {
        drop_company(blocks, lexicon);
    }
}

/// `COMMUNIQUÉ DE PRESSE`, `Sous embargo jusqu'au …`: whether there is such a line.
fn drop_labels(blocks: &mut [Block], lexicon: &Lexicon) -> bool {
    const HEADER: usize = 12;
    let mut is_release = false;
    for block in blocks.iter_mut().take(HEADER).filter(|b| b.is_open_line()) {
        let label = words::label(words::head(&block.text, 200));
        if !words::at_most(&block.text, 14) || words::is_prose(&block.text) {
            continue;
        }
        if lexicon[List::ReleaseLabels].has(&label) {
            is_release = true;
            block.decide(Role::Dropped, "says that it is a press release");
        } else if lexicon[List::Embargo].beginning(&label).is_some() {
            is_release = true;
            block.decide(Role::Dropped, "an embargo");
        }
    }
    is_release
}

/// Drops whom to call, from its heading on: lines that are no sentences, or hold an address.
fn drop_contacts(blocks: &mut [Block], lexicon: &Lexicon) -> bool {
    let is_heading = |b: &Block| {
        let label = words::label(
            words::head(&b.text, 80)
                .split([':', '\n'])
                .next()
                .unwrap_or_default(),
        );
        b.is_open() && words::at_most(&label, 6) && lexicon[List::Contacts].has(&label)
    };
    let half = blocks.len() / 2;
    let Some(at) = (half..blocks.len()).find(|i| is_heading(&blocks[*i])) else {
        return false;
    };
    let is_way = |b: &Block| b.text.contains('@') || has_telephone(&b.text);
    let is_contact =
        |b: &Block| is_way(b) || words::at_most(&b.text, 18) && !words::ends_sentence(&b.text);
    let end = (at + 1..blocks.len()).find(|i| {
        let ends = company(&blocks[*i], lexicon) || !is_contact(&blocks[*i]);
        blocks[*i].is_open() && ends
    });
    let end = end.unwrap_or(blocks.len());
    if !blocks[at..end].iter().any(is_way) {
        return false;
    }
    for block in blocks[at..end].iter_mut().filter(|b| b.is_open()) {
        block.decide(Role::Dropped, "whom the press may call");
    }
    true
}

/// `À propos de Caravelle`
fn company(block: &Block, lexicon: &Lexicon) -> bool {
    let head = words::head(&block.text, 100);
    let sides = head.split_once('\n').or(head.split_once(": "));
    let name = sides.map_or(head, |(name, _)| name);
    let label = words::label(name);
    let is_whole = name.len() < head.len() || !words::is_closed(&block.text);
    block.is_open_line()
        && words::at_most(name, 8)
        && is_whole
        && lexicon[List::CompanyNote]
            .beginning(&label)
            .is_some_and(|cue| cue.len() < label.len())
}

/// Drops the sections that say what a company is, in the text's second half.
fn drop_company(blocks: &mut [Block], lexicon: &Lexicon) {
    let mut is_below = false;
    for i in blocks.len() / 3..blocks.len() {
        let block = &mut blocks[i];
        if !block.is_open() {
            continue;
        }
        if company(block, lexicon) {
            is_below = true;
        } else if is_below && !words::ends_sentence(&block.text) && words::at_most(&block.text, 10)
        {
            is_below = false;
        }
        if is_below {
            block.decide(Role::Dropped, COMPANY);
        }
    }
}
