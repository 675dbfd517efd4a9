//! Notices that a machine had a part in the text (`((Traduction automatisée par …))`).
//!
//! Enter by [`split`].

use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// A notice and what follows it on its line.
pub(crate) fn split(text: &str, lexicon: &Lexicon) -> Option<(String, String)> {
    match in_brackets(text) {
        Some((notice, rest)) if has_machine_cue(notice, lexicon) => {
            Some((notice.to_owned(), rest.trim().to_owned()))
        }
        _ => is_notice(text, lexicon).then(|| (text.to_owned(), String::new())),
    }
}

/// A short paragraph that speaks of this very text and of a machine.
fn is_notice(text: &str, lexicon: &Lexicon) -> bool {
    if text.len() > 500 || !words::at_most(text, 45) || !has_machine_cue(text, lexicon) {
        return false;
    }
    let label = words::label(text);
    let begins = lexicon[List::Translation]
        .beginning(&label)
        .or(lexicon[List::Assisted].beginning(&label));
    let says_by_whom = lexicon[List::By].count_in(&label) > 0 || words::at_most(&label, 4);
    let speaks_of_itself = lexicon[List::Itself].count_in(&label) > 0;
    begins.is_some() && says_by_whom || speaks_of_itself
}

/// The text in the brackets with which a line begins, and what follows them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let closing = match text.get(..2)? {
        "((" => "))",
        "[[" => "]]",
        first if first.starts_with('(') => ")",
        first if first.starts_with('[') => "]",
        _ => return None,
    };
    let end = text.find(closing)? + closing.len();
    Some(text.split_at(end))
}

fn has_machine_cue(text: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(words::head(text, 1000));
    lexicon[List::Translation].count_in(&folded) + lexicon[List::Assisted].count_in(&folded) > 0
}
