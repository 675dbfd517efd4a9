//! What a news agency writes around a dispatch: notes to its desks, who reported and edited, initials,
//! the sign of its end. Enter by [`read`].

use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about::{self, About};
use crate::import::metadata::names::names;
use crate::import::metadata::take::drop_part;
use crate::import::words;

const NOTE: &str = "an agency's note to its desks";

/// Drops these lines; what they say of date, publisher and authors goes to the facts.
pub(crate) fn read(blocks: &mut [Block], facts: &mut Facts, lexicon: &Lexicon) {
    let half = blocks.len() / 2;
    let last = blocks.iter().rposition(Block::is_open);
    let is_end = |i: usize, block: &Block| {
        Some(i) == last
            || i >= half && (words::is_capitals(&block.text) || block.text.contains('-'))
    };
    for (i, block) in blocks.iter_mut().enumerate() {
        if !block.is_open() || block.text.len() > 400 {
            continue;
        }
        let inner = block.text.trim_matches(['(', ')', ' ']).to_owned();
        let is_inside = block.text.starts_with('(') && block.text.ends_with(')');
        if let Some(rest) = inner.strip_prefix('©') {
            facts.signed(block, rest, lexicon);
        } else if is_inside && begins(&inner, List::DeskNotes, lexicon) {
            block.decide(Role::Dropped, NOTE);
        } else if let Some((note, mut said)) = noted(&block.text, lexicon) {
            facts.wrote(std::mem::take(&mut said.authors), block.line());
            facts.take_about(said, block.line());
            block.decide(Role::Moved(Field::About), "who wrote a dispatch");
            drop_part(block, note, NOTE);
        } else if i >= half && is_credit(&inner, lexicon) {
            facts.reporters(&inner, block.line(), lexicon);
            block.decide(Role::Dropped, "who reported and edited a dispatch");
        } else if i >= half && (is_initials(&inner) || is_address(&block.text)) {
            block.decide(
                Role::Dropped,
                "the initials or the address of an agency's desk",
            );
        } else if is_end(i, block) && lexicon[List::Ends].has(&words::fold(&block.text)) {
            block.decide(Role::Dropped, "the sign of a text's end");
        }
    }
}

/// `(Ajout de détails) par Léa Martin`: the note, and what the rest says.
fn noted(text: &str, lexicon: &Lexicon) -> Option<(String, About)> {
    let (note, rest) = text.strip_prefix('(')?.split_once(')')?;
    let said = about::read(rest.trim(), lexicon)?;
    begins(note, List::DeskNotes, lexicon).then(|| (format!("({note})"), said))
}

fn begins(text: &str, list: List, lexicon: &Lexicon) -> bool {
    lexicon[list].beginning(&words::label(text)).is_some()
}

/// `Reportage de Léa Martin, édité par …`: two cues, or one and names.
fn is_credit(text: &str, lexicon: &Lexicon) -> bool {
    let is_credit = begins(text, List::Credits, lexicon) && words::at_most(text, 40);
    let folded = words::fold(text);
    is_credit
        && (lexicon[List::Credits].count_in(&folded) >= 2 || after_credit(text, lexicon).is_some())
}

/// The names after the cue.
fn after_credit(text: &str, lexicon: &Lexicon) -> Option<Vec<String>> {
    let rest = after_cue(text, &lexicon[List::Credits])?.trim_start_matches([' ', ':']);
    let mut found = Vec::new();
    let before = rest.split(';').next().unwrap_or(rest);
    for part in before
        .split([',', ';'])
        .flat_map(|p| p.split(" et "))
        .flat_map(|p| p.split(" and "))
    {
        let part = part.trim();
        let part = after_cue(part, &lexicon[List::DateLinks]).map_or(part, str::trim_start);
        let (own, _) = names(part, lexicon);
        match own.into_iter().next().filter(|name| name.contains(' ')) {
            Some(name) => found.push(name),
            None => break,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// `abc-de/fgh/ij`
fn is_initials(text: &str) -> bool {
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    text.contains('/') && text.len() <= 40 && text.split('/').all(is_part)
}

/// `((lea.martin@agence.test; +33…))`
fn is_address(text: &str) -> bool {
    text.starts_with("((") && text.ends_with("))") && text.contains('@')
}

impl Facts {
    /// `© AFP / 17 mars 2026 16h42`
    fn signed(&mut self, block: &mut Block, rest: &str, lexicon: &Lexicon) {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-'));
        let agency = lexicon.agency_at_start(rest);
        let whole = agency.filter(|name| name.len() == rest.trim().len());
        let line = block.line();
        if let Some(name) = whole {
            self.source.get_or_insert(Told {
                value: name.to_owned(),
                line,
            });
            block.decide(Role::Moved(Field::Source), "a publisher's sign");
        } else if let Some(said) = about::read(rest, lexicon).filter(|_| agency.is_some()) {
            self.take_about(said, line);
            block.decide(
                Role::Moved(Field::About),
                "a publisher's sign, with its date",
            );
        }
    }

    fn reporters(&mut self, text: &str, line: usize, lexicon: &Lexicon) {
        let found = after_credit(text, lexicon).filter(|_| self.authors.is_empty());
        self.wrote(found.unwrap_or_default(), line);
    }

    fn wrote(&mut self, names: Vec<String>, line: usize) {
        let told = names.into_iter().map(|value| Told { value, line });
        self.reporters.extend(told);
    }
}
