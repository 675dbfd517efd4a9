//! Names below a title, each with what its person does beside it or on the line below. Enter by
//! `Facts::credits`.

use super::names::{is_role, is_unknown_name};
use super::take::{DOES, drop_part};
use super::zone::header_end;
use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::Lexicon;
use crate::import::words;

/// How many lines below the title such names stand in.
const NEAR: usize = 12;

impl Facts {
    /// Takes the names (`Léa Martin, directrice d'études`; `Léa Martin` ⏎ `Directrice d'études`), where nobody
    /// else is said to have written the text.
    pub(crate) fn credits(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let title = blocks
            .iter()
            .position(|b| b.role == Role::Moved(Field::Title));
        if !self.authors.is_empty() {
            return;
        }
        let from = title.map_or(0, |title| title + 1);
        let end = header_end(blocks, lexicon).min(from + NEAR);
        for i in from..end {
            let beside = beside(blocks, i, lexicon);
            let below = title.is_some()
                && i + 1 < blocks.len()
                && is_name(blocks, i)
                && does(&blocks[i + 1], lexicon);
            let name = match &beside {
                Some((name, _)) => name.clone(),
                None if below => blocks[i].text.clone(),
                None => continue,
            };
            let line = blocks[i].line();
            self.authors.push(Told { value: name, line });
            let why = "a name below the title, with what its person does";
            blocks[i].decide(Role::Moved(Field::About), why);
            match beside {
                Some((_, role)) => drop_part(&mut blocks[i], role, DOES),
                None => blocks[i + 1].decide(Role::Dropped, DOES),
            }
        }
    }
}

fn is_name(blocks: &[Block], i: usize) -> bool {
    let block = &blocks[i];
    block.is_open_line() && !words::is_capitals(&block.text) && is_unknown_name(blocks, &block.text)
}

/// The name and the role of `Léa Martin, directrice d'études`, `Léa Martin (directrice d'études)`.
pub(super) fn beside(blocks: &[Block], i: usize, lexicon: &Lexicon) -> Option<(String, String)> {
    let block = &blocks[i];
    let in_brackets = || block.text.strip_suffix(')')?.split_once(" (");
    let (name, role) = block
        .text
        .split_once(", ")
        .or_else(in_brackets)
        .filter(|_| block.is_open_line())?;
    let is_credit = is_unknown_name(blocks, name) && is_role(role, lexicon);
    is_credit.then(|| (name.to_owned(), role.to_owned()))
}

/// Whether a line right below a name says what its person does.
fn does(block: &Block, lexicon: &Lexicon) -> bool {
    block.is_open_line() && !block.gap && is_role(&block.text, lexicon)
}
