//! Names in a text: the longest at each place, at the borders of words, as their case allows.

use std::cmp::Reverse;

use super::folded::{Folded, is_word};
use super::known::{Known, Name};
use super::version;
use crate::entities::Kind;
use crate::import::words;

/// A name where it stands.
#[derive(Clone)]
pub(crate) struct Hit<'k> {
    pub(crate) known: &'k Known,
    pub(crate) entity: usize,
    /// What to propose for it: the entity's name, with the version that stands there.
    pub(crate) name: String,
    pub(crate) is_versioned: bool,
    /// The bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) is_careful: bool,
    /// Whether the place itself shows that a name is meant.
    pub(crate) is_sure: bool,
}

/// The names that stand in the text, in its order; of two lists the first one's go first.
pub(crate) fn hits<'k>(text: &str, lists: &[&'k Known], lang: &str) -> Vec<Hit<'k>> {
    let folded = Folded::new(text);
    let finder = Finder {
        text,
        folded: &folded,
        is_capitals: words::is_capitals(text),
        lang,
    };
    let mut all: Vec<Hit<'k>> = lists.iter().flat_map(|known| finder.all(known)).collect();
    all.sort_by_key(|hit| (hit.start, Reverse(hit.end)));
    let mut end = 0;
    all.retain(|hit| {
        let is_free = hit.start >= end;
        if is_free {
            end = hit.end;
        }
        is_free
    });
    let companies: Vec<Hit<'k>> = all.iter().filter_map(company).collect();
    all.extend(companies);
    all
}

/// A company whose name the versioned name of its model holds: `DeepSeek V4` names DeepSeek too.
fn company<'k>(hit: &Hit<'k>) -> Option<Hit<'k>> {
    let entry = &hit.known.entities[hit.entity];
    (hit.is_versioned && entry.kind == Kind::Company).then(|| Hit {
        name: entry.name.clone(),
        is_versioned: false,
        ..hit.clone()
    })
}

struct Finder<'t> {
    text: &'t str,
    folded: &'t Folded,
    /// Whether the whole text is in capitals.
    is_capitals: bool,
    lang: &'t str,
}

impl Finder<'_> {
    fn all<'k>(&self, known: &'k Known) -> Vec<Hit<'k>> {
        let found = known.automaton.find_overlapping_iter(&self.folded.text);
        found
            .filter(|m| is_word(&self.folded.text, m.start(), m.end()))
            .filter_map(|m| {
                let name = &known.names[m.pattern().as_usize()];
                let place = (self.folded.place(m.start()), self.folded.place(m.end()));
                self.is_spelt(name, place)
                    .then(|| self.hit(known, name, place))
            })
            .collect()
    }

    /// Whether the letters that stand there may mean the name.
    fn is_spelt(&self, name: &Name, (start, end): (usize, usize)) -> bool {
        let written = &self.text[start..end];
        let is_short = name.spelling.len() <= 4 && !name.spelling.contains(char::is_lowercase);
        if name.is_careful {
            let (before, after) = (&self.text[..start], &self.text[end..]);
            let is_part =
                before.ends_with('-') || after.starts_with('-') && !is_number(&after[1..]);
            return written == name.spelling && !is_part;
        }
        if is_short {
            return written == name.spelling && !self.is_capitals;
        }
        written == name.spelling || written.contains(char::is_uppercase)
    }

    fn hit<'k>(&self, known: &'k Known, name: &Name, (start, end): (usize, usize)) -> Hit<'k> {
        let entry = &known.entities[name.entity];
        let version = match entry.versions {
            true => version::length(&self.text[end..], known),
            false => 0,
        };
        let written = &self.text[end..end + version];
        Hit {
            known,
            entity: name.entity,
            name: format!("{}{}", entry.name_in(self.lang), written),
            is_versioned: version > 0,
            start,
            end: end + version,
            is_careful: name.is_careful,
            is_sure: version > 0 || !name.is_careful || self.is_inside(start, end),
        }
    }

    /// Whether the capital stands there because it is a name's: after a small word or a sign inside a
    /// sentence, and with no other capital behind, which would make it a first name.
    fn is_inside(&self, start: usize, end: usize) -> bool {
        let (before, after) = (&self.text[..start], &self.text[end..]);
        let next = after.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
        let last = before.trim_end().chars().next_back();
        let word = before
            .split([' ', '\u{a0}', '\'', '’'])
            .rfind(|word| !word.is_empty());
        let after_small = word.is_some_and(|w| w.starts_with(char::is_lowercase) && !ends(w))
            && !before.trim_end().ends_with(['.', '!', '?', '…']);
        let after_sign = last.is_some_and(|c| ",;:(«".contains(c));
        !next.starts_with(char::is_uppercase) && (after_small || after_sign)
    }
}

fn ends(word: &str) -> bool {
    word.ends_with(['.', '!', '?', '…'])
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}
