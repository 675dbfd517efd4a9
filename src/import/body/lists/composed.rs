//! Names of sections for decision-makers that nobody listed: put together from the words that such
//! names are made of (`Trois leçons pour les dirigeants`, `Policy implications`). Enter by
//! [`is_for_deciders`], [`names_points`] and
//! [`names_key_points`].

use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// How many words such a name has at most.
const LONGEST: usize = 9;

/// Whether a folded line names decision-makers, beside a word of such names or below a `pour`, and
/// says nothing else.
pub(crate) fn is_for_deciders(label: &str, lexicon: &Lexicon) -> bool {
    let rest = lexicon[List::Deciders].without(label);
    let is_addressed = || lexicon[List::Addressed].beginning(label).is_some();
    rest.len() < label.len()
        && is_composed(&rest, lexicon)
        && (lexicon[List::SectionWords].count_in(&rest) > 0
            || lexicon[List::SectionNames].count_in(&rest) > 0
            || is_addressed())
}

/// Whether a folded line is made of a name of such sections and of words that go with it.
pub(crate) fn names_points(label: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::SectionNames].count_in(label) > 0 && is_composed(label, lexicon)
}

/// Whether a folded line is two or more words that go with such names, and no other: `Key messages`.
pub(super) fn names_key_points(label: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::SectionWords].count_in(label) >= 2 && is_composed(label, lexicon)
}

/// Whether each word is one of these names' own, or carries the sentence.
fn is_composed(label: &str, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 3] = [List::FunctionWords, List::SectionWords, List::SectionNames];
    let plain = lexicon[List::SectionNames].without(label);
    let is_own = |word: &str| LISTS.iter().any(|list| lexicon[*list].has(word));
    words::at_most(label, LONGEST) && words::words(&plain).all(is_own)
}
