//! For whom a line is, by the words with which it begins: `Entreprises : …`, `Pour les élus, …`. Enter by
//! [`is_addressed`], or [`is_labelled`] where more names may stand before the sign.

use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Whether a line says first whom it is for, and then something to them.
pub(crate) fn is_addressed(text: &str, lexicon: &Lexicon) -> bool {
    let Some((label, sign)) = label(text) else {
        return false;
    };
    let begins = |list: List| lexicon[list].beginning(&label).is_some();
    let (is_called, is_spoken_to) = (begins(List::Addressed), begins(List::SpokenTo));
    is_called && words::at_most(&label, 6)
        || (sign == ':' || is_spoken_to) && names_audience(&label, lexicon)
}

/// Whether a line begins with the name of an audience and a colon.
pub(crate) fn is_named(text: &str, lexicon: &Lexicon) -> bool {
    label(text).is_some_and(|(label, sign)| sign == ':' && names_audience(&label, lexicon))
}

/// `Côté musées : …`, `Pour l'atelier : …`
pub(crate) fn is_called(text: &str, lexicon: &Lexicon) -> bool {
    label(text).is_some_and(|(label, sign)| {
        let is_cue = lexicon[List::Addressed].beginning(&label).is_some();
        is_cue && sign == ':' && words::at_most(&label, 5)
    })
}

/// Whether a line begins with a label that names somebody: `Dirigeants d'ETI : …`, `Pour l'État : …`,
/// `Vous êtes élu : …`, `Direction des achats. …`.
pub(crate) fn is_labelled(text: &str, lexicon: &Lexicon) -> bool {
    if is_addressed(text, lexicon) && is_for_somebody(text, lexicon) {
        return true;
    }
    let Some((label, is_stop)) = longer_label(text) else {
        return false;
    };
    let folded = words::label(label);
    let has = |list: List| lexicon[list].count_in(&folded) > 0;
    let calls = lexicon[List::Addresses].beginning(&folded).is_some();
    let is_one =
        || words::at_most(&folded, 1) && lexicon[List::Audiences].has(&format!("{folded}s"));
    let names = has(List::Audiences) || has(List::Deciders) || is_one();
    let is_clause = has(List::FiniteVerbs) && !calls;
    (names && !is_clause && (!is_stop || words::at_most(label, 6))) || calls && !is_stop
}

/// Whether a line says within its first words whom it is for.
pub(crate) fn is_for_somebody(text: &str, lexicon: &Lexicon) -> bool {
    const FIRST: usize = 9;
    let folded = words::fold(&words::first_words(text, FIRST));
    [List::Audiences, List::Deciders]
        .iter()
        .any(|list| lexicon[*list].count_in(&folded) > 0)
}

/// Whether a folded line names an audience and says nothing else.
pub(crate) fn names_audience(label: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 7;
    let rest = lexicon[List::Audiences].without(label);
    let rest = lexicon[List::Deciders].without(&rest);
    let is_small = |word: &str| lexicon[List::FunctionWords].has(word) || word == "cote";
    rest.len() < label.len() && words::at_most(label, LONGEST) && words::words(&rest).all(is_small)
}

/// The folded words before the first colon or comma, where other words follow it, and that sign.
fn label(text: &str) -> Option<(String, char)> {
    let head = words::head(text, 80);
    let at = head.find([',', ':'])?;
    let sign = head[at..].chars().next()?;
    (words::count(&text[at + 1..], 1) == 1).then(|| (words::label(&head[..at]), sign))
}

/// What stands before the first colon, or before a full stop that ends a label; whether it is a stop.
fn longer_label(text: &str) -> Option<(&str, bool)> {
    const LONGEST: usize = 10;
    let head = words::head(text, 120);
    let colon = head.find(':').map(|at| (at, false));
    let stops = [". ", ".** "].map(|stop| head.find(stop).map(|at| (at, true)));
    let (at, is_stop) = stops.into_iter().chain([colon]).flatten().min()?;
    let label = &text[..at];
    let has_rest = words::count(&text[at + 1..], 2) == 2;
    (has_rest && words::count(label, 1) == 1 && words::at_most(label, LONGEST))
        .then_some((label, is_stop))
}
