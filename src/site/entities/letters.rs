//! The index of entities by letters.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::site::terms::TermView;

/// A letter of the index, with what begins with it.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Letter<'b> {
    /// « A », or « 0–9 ».
    label: String,
    /// Its id on the page.
    anchor: String,
    terms: Vec<&'b TermView>,
}

/// Terms by the first letter of their slugs, which have no accents; digits come first, as one.
pub(in crate::site) fn letters<'b>(
    terms: impl IntoIterator<Item = (&'b str, &'b TermView)>,
) -> Vec<Letter<'b>> {
    let mut letters: BTreeMap<char, Vec<&'b TermView>> = BTreeMap::new();
    for (slug, term) in terms {
        let first = slug.chars().next().unwrap_or('0');
        let letter = if first.is_ascii_alphabetic() {
            first
        } else {
            '0'
        };
        letters.entry(letter).or_default().push(term);
    }
    letters
        .into_iter()
        .map(|(letter, terms)| named(letter, terms))
        .collect()
}

fn named(letter: char, terms: Vec<&TermView>) -> Letter<'_> {
    let (label, name) = match letter {
        '0' => ("0–9".to_owned(), "0-9".to_owned()),
        letter => (letter.to_ascii_uppercase().to_string(), letter.to_string()),
    };
    Letter {
        label,
        anchor: format!("index-{name}"),
        terms,
    }
}
