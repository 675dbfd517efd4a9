//! A list of words and phrases of the lexicon, and how text is compared with it.

use std::collections::HashSet;

use super::words;

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
            folded
                .strip_prefix(phrase.as_str())
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
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

    /// How many of them stand in the folded text as whole words.
    pub(crate) fn count_in(&self, folded: &str) -> usize {
        let stands = |phrase: &&String| {
            folded.match_indices(phrase.as_str()).any(|(at, found)| {
                !folded[..at].ends_with(char::is_alphanumeric)
                    && !folded[at + found.len()..].starts_with(char::is_alphanumeric)
            })
        };
        self.by_length.iter().filter(stands).count()
    }
}
