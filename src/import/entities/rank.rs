//! Names to entities, in the order in which they matter: those of the title, then those named most,
//! then those named first.

use std::cmp::Reverse;

use super::find::Hit;
use super::folded::{fold, is_word};
use crate::entities::Kind;

/// How many entities are proposed.
const MOST: usize = 10;

/// A name with what speaks for it.
struct Ranked<'k> {
    hit: Hit<'k>,
    is_in_title: bool,
    count: usize,
}

/// The names to propose; `found` are the names of each text in order, the title's first where there is one.
pub(crate) fn names(found: &[(&str, Vec<Hit<'_>>)], has_title: bool) -> Vec<String> {
    let texts: Vec<&str> = found.iter().map(|(text, _)| *text).collect();
    let all: Vec<&Hit<'_>> = found.iter().flat_map(|(_, hits)| hits).collect();
    let mut ranked: Vec<Ranked<'_>> = Vec::new();
    for (i, (_, hits)) in found.iter().enumerate() {
        for hit in hits.iter().filter(|hit| is_meant(hit, &all, &texts)) {
            let is_in_title = has_title && i == 0;
            match ranked.iter_mut().find(|ranked| ranked.is(hit)) {
                Some(known) => known.count += 1,
                None => ranked.push(Ranked {
                    hit: hit.clone(),
                    is_in_title,
                    count: 1,
                }),
            }
        }
    }
    fold_versions(&mut ranked);
    ranked.sort_by_key(|ranked| (!ranked.is_in_title, Reverse(ranked.count)));
    ranked
        .into_iter()
        .map(|ranked| ranked.hit.name)
        .take(MOST)
        .collect()
}

impl Ranked<'_> {
    fn is(&self, hit: &Hit<'_>) -> bool {
        fold(&self.hit.name) == fold(&hit.name)
    }
}

/// A name that means something else too is taken where its entity is named beyond doubt: by another of
/// its names, or inside a sentence with a cue in the text.
fn is_meant(hit: &Hit<'_>, all: &[&Hit<'_>], texts: &[&str]) -> bool {
    if !hit.is_careful || hit.is_versioned {
        return true;
    }
    let entry = &hit.known.entities[hit.entity];
    let is_same =
        |other: &&&Hit<'_>| other.entity == hit.entity && std::ptr::eq(other.known, hit.known);
    let mut same = all.iter().filter(is_same);
    let is_plain = |other: &&Hit<'_>| !other.is_careful || other.is_versioned;
    let has_cue = || {
        entry.cues.is_empty()
            || texts
                .iter()
                .any(|text| entry.cues.iter().any(|cue| has_cue(text, cue)))
    };
    same.clone().any(is_plain) || same.any(|other| other.is_sure) && has_cue()
}

/// Whether the words stand in the text; a cue with a capital as it is written.
fn has_cue(text: &str, cue: &str) -> bool {
    let has_capital = cue.contains(char::is_uppercase);
    let (text, cue) = match has_capital {
        true => (text.to_owned(), cue.to_owned()),
        false => (fold(text), fold(cue)),
    };
    text.match_indices(&cue)
        .any(|(at, _)| is_word(&text, at, at + cue.len()))
}

/// Of a model's name and the names of its versions, those that say more: `Claude 4.5` and `Claude`
/// beside `Claude Opus 4.5` are counted as that one.
fn fold_versions(ranked: &mut Vec<Ranked<'_>>) {
    let kind = |r: &Ranked<'_>| r.hit.known.entities[r.hit.entity].kind;
    let mut i = 0;
    while i < ranked.len() {
        let more = (0..ranked.len()).find(|j| {
            let (own, other) = (&ranked[i].hit, &ranked[*j].hit);
            own.entity == other.entity && is_less(&own.name, &other.name)
        });
        match more.filter(|_| kind(&ranked[i]) == Kind::Model) {
            Some(more) => {
                ranked[more].count += ranked[i].count;
                ranked[more].is_in_title |= ranked[i].is_in_title;
                ranked.remove(i);
            }
            None => i += 1,
        }
    }
}

/// Whether all words of a name stand in another that has more of them.
fn is_less(name: &str, other: &str) -> bool {
    let others: Vec<&str> = other.split([' ', '-']).collect();
    let own: Vec<&str> = name.split([' ', '-']).collect();
    own.len() < others.len() && own.iter().all(|word| others.contains(word))
}
