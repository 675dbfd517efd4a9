//! A list of words and phrases of the lexicon, and how text is compared with it.

use std::collections::HashSet;

use crate::import::words;

/// Folded words and phrases of one kind.
#[derive(Clone, Default)]
pub(crate) struct Words {
    all: HashSet<String>,
    by_length: Vec<String>,
}

impl Words {
    /// Adds words as the data files have them.
    pub(crate) fn add(&mut self, list: &[String]) {
        self.all.extend(list.iter().map(|word| words::fold(word)));
        self.by_length = self.all.iter().cloned().collect();
        self.by_length
            .sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    }

    /// Whether the folded text is one of them.
    pub(crate) fn has(&self, folded: &str) -> bool {
        self.all.contains(folded)
    }

    /// Whether the folded word stands in one of them.
    pub(crate) fn has_word(&self, folded: &str) -> bool {
        let mut all = self
            .by_length
            .iter()
            .flat_map(|phrase| words::words(phrase));
        all.any(|word| word == folded)
    }

    /// The longest one with which the folded text begins, at a word's end.
    pub(crate) fn beginning(&self, folded: &str) -> Option<&str> {
        let is_whole = |phrase: &&String| {
            folded.strip_prefix(phrase.as_str()).is_some_and(|rest| {
                phrase.ends_with('\'') || !rest.starts_with(char::is_alphanumeric)
            })
        };
        self.by_length.iter().find(is_whole).map(String::as_str)
    }

    /// The longest one with which the folded text ends, at a word's beginning.
    pub(crate) fn end(&self, folded: &str) -> Option<&str> {
        let is_whole = |phrase: &&String| {
            folded
                .strip_suffix(phrase.as_str())
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        self.by_length.iter().find(is_whole).map(String::as_str)
    }

    /// The folded text without those of them that stand in it as whole words, the longest first.
    pub(crate) fn without(&self, folded: &str) -> String {
        self.by_length
            .iter()
            .fold(folded.to_owned(), |text, phrase| {
                match place(&text, phrase) {
                    Some(at) => format!("{}{}", &text[..at], &text[at + phrase.len()..]),
                    None => text,
                }
            })
    }

    /// The longest one that stands in the folded text as whole words.
    pub(crate) fn found_in(&self, folded: &str) -> Option<&str> {
        let found = |phrase: &&String| place(folded, phrase).is_some();
        self.by_length.iter().find(found).map(String::as_str)
    }

    /// How many of them stand in the folded text as whole words.
    pub(crate) fn count_in(&self, folded: &str) -> usize {
        let stands = |phrase: &&String| place(folded, phrase).is_some();
        self.by_length.iter().filter(stands).count()
    }
}

/// Where a phrase stands in a folded text as whole words.
fn place(folded: &str, phrase: &str) -> Option<usize> {
    let mut found = folded.match_indices(phrase).map(|(at, _)| at);
    found.find(|at| {
        !folded[..*at].ends_with(char::is_alphanumeric)
            && !folded[*at + phrase.len()..].starts_with(char::is_alphanumeric)
    })
}
