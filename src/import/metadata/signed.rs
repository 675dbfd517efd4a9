//! Who signs a text below it (`Léa Martin, présidente de Caravelle`), and the day. Enter by
//! `Facts::signature`.

use super::about;
use super::names::{is_unknown_name, names};
use super::take::{DOES, drop_part};
use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// How many words say what the author is.
const ROLE: usize = 16;

impl Facts {
    /// Takes the names with which the last lines begin, where no line above names an author, and the
    /// day that is the last line, where no other is said.
    pub(crate) fn signature(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let open: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_open()).collect();
        let [.., first, second] = open[..] else {
            return;
        };
        let said = about::read(words::head(&blocks[second].text, 200), lexicon)
            .filter(|about| about.is_only_date() && blocks[second].is_open_line());
        let signed = if said.is_some() { first } else { second };
        let is_signed = self.authors.is_empty() && self.sign(blocks, signed, lexicon);
        if let Some(about) = said.filter(|_| is_signed || self.published.is_empty()) {
            self.take_about(about, blocks[second].line());
            blocks[second].decide(Role::Moved(Field::About), "the day below a text");
        }
    }

    fn sign(&mut self, blocks: &mut [Block], i: usize, lexicon: &Lexicon) -> bool {
        let Some((found, role)) = signed(blocks, i, lexicon) else {
            return false;
        };
        let line = blocks[i].line();
        let told = found.into_iter().map(|value| Told { value, line });
        self.authors.extend(told);
        blocks[i].decide(Role::Moved(Field::About), "who signs a text, below it");
        if words::count(&role, 1) == 1 {
            drop_part(&mut blocks[i], role, DOES);
        }
        true
    }
}

/// The names with which a line below a sentence begins, and what stands after them.
fn signed(blocks: &[Block], i: usize, lexicon: &Lexicon) -> Option<(Vec<String>, String)> {
    let text = &blocks[i].text;
    let above = blocks[..i].iter().rev().find(|b| b.is_kept())?;
    let (found, rest) = names(text, lexicon);
    let role = rest.trim_start_matches([',', ' ', '–', '—', '(', '-']);
    let is_apart = role.is_empty()
        || role.len() < rest.len() && !rest.starts_with(' ')
        || rest.starts_with(" –")
        || rest.starts_with(" (");
    let is_line = blocks[i].is_open_line()
        && blocks[i].mark.is_none()
        && words::at_most(text, ROLE)
        && !words::ends_sentence(text)
        && !text.contains([':', '@'])
        && lexicon[List::Sources]
            .beginning(&words::label(text))
            .is_none()
        && !lexicon[List::Places].has(&words::fold(found.first()?));
    let is_new = |name: &String| {
        let others = blocks.iter().enumerate().filter(|(other, _)| *other != i);
        is_unknown_name(blocks, name) && others.into_iter().all(|(_, b)| !b.text.contains(name))
    };
    let is_signed = is_apart && is_line && words::ends_sentence(&above.text) && blocks[i].gap;
    (is_signed && found.iter().all(is_new)).then(|| (found, role.trim_end_matches(')').to_owned()))
}
