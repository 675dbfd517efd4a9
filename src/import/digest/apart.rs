//! Whether sections are about different things: they have hardly a word of substance in common. Enter by
//! [`are_apart`].

use std::collections::{HashMap, HashSet};

use crate::import::block::Block;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Letters of a word that stand for its forms.
const STEM: usize = 7;
/// Letters of a word that says what a text is about.
const LEAST: usize = 5;
/// Words that are compared of a section.
const MOST: usize = 400;

/// Whether hardly a word of substance stands in most sections, none in most of their headings, and none of
/// the title's in most sections; headings that ask are of an interview.
pub(crate) fn are_apart(sections: &[Vec<Block>], title: &str, lexicon: &Lexicon) -> bool {
    let asks = |s: &&Vec<Block>| s.first().is_some_and(|b| b.text.trim_end().ends_with('?'));
    if sections.iter().filter(asks).count() * 2 >= sections.len() {
        return false;
    }
    let all: Vec<HashSet<String>> = sections.iter().map(|s| stems(s, lexicon)).collect();
    let headings = sections
        .iter()
        .map(|s| stems(&s[..s.len().min(1)], lexicon));
    let headings: Vec<HashSet<String>> = headings.collect();
    let common = common(&all);
    let own = of_text(title, lexicon);
    common.len() <= 1 && common.is_disjoint(&own) && self::common(&headings).is_empty()
}

/// What stands in two of three of them or more, and in three at least.
fn common(all: &[HashSet<String>]) -> HashSet<String> {
    let mut counts: HashMap<&String, usize> = HashMap::new();
    for stem in all.iter().flatten() {
        *counts.entry(stem).or_default() += 1;
    }
    let is_common = |count: usize| count >= 3 && count * 3 >= all.len() * 2;
    let found = counts.into_iter().filter(|(_, count)| is_common(*count));
    found.map(|(stem, _)| stem.clone()).collect()
}

/// The beginnings of a section's words, those of its heading too.
fn stems(section: &[Block], lexicon: &Lexicon) -> HashSet<String> {
    let kept = section.iter().filter(|b| b.is_kept());
    kept.flat_map(|b| of_text(words::head(&b.text, 4000), lexicon))
        .collect()
}

fn of_text(text: &str, lexicon: &Lexicon) -> HashSet<String> {
    let folded = words::fold(text);
    let own = words::words(&folded).filter(|word| word.chars().count() >= LEAST);
    let own = own.filter(|word| !lexicon[List::FunctionWords].has(word));
    own.take(MOST)
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}
