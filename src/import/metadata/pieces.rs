//! What may stand in a line about the article besides days, times and names: a glued cue, a sign, brackets, the
//! number of an issue, a mark. Each function reads one at a text's beginning.

use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// `ParLéa Martin`: what follows a cue of one word on which a copy has glued the name.
pub(super) fn glued<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let first = text.split(' ').next()?;
    let (at, _) = first
        .char_indices()
        .skip(2)
        .find(|(_, c)| c.is_uppercase())?;
    let is_cue = first[..at].chars().skip(1).all(char::is_lowercase)
        && lexicon[List::By].has(&words::fold(&first[..at]));
    is_cue.then(|| &text[at..])
}

/// `CNIL`: who publishes, in capitals where a name would stand.
pub(super) fn is_sign(name: &str) -> bool {
    (3..=8).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

/// `(Nantes, envoyée spéciale)` after a name, and what follows.
pub(super) fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (note, rest) = text.trim_start().strip_prefix('(')?.split_once(')')?;
    let is_note = words::at_most(note, 6) && !note.contains(|c: char| c.is_ascii_digit());
    (is_note && words::count(note, 2) == 2).then_some((note, rest))
}

/// What follows the hours between a zone and `GMT` (`+2`, `+02:00`).
pub(super) fn without_offset(text: &str) -> &str {
    let offset = |c: char| c.is_ascii_digit() || c == ':';
    text.strip_prefix(['+', '-', '−'])
        .map_or(text, |rest| rest.trim_start_matches(offset))
}

/// `N°112`: what follows the number of an issue.
pub(super) fn issue<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let at = words::head(text, 40).find(|c: char| c.is_ascii_digit())?;
    let (label, rest) = text.split_at(at);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_issue = lexicon[List::Issues].has(&words::fold(label));
    (is_issue && !after.starts_with(char::is_alphanumeric)).then_some(after)
}

/// `Modifié` between two signs.
pub(super) fn updated_mark<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let rest = after_cue(text, &lexicon[List::Updated])?;
    let is_alone = rest
        .trim_start()
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric());
    is_alone.then_some(rest)
}

/// A word between two parts that says nothing by itself (« à »).
pub(super) fn link<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    after_cue(text, &lexicon[List::DateLinks]).filter(|rest| !rest.trim().is_empty())
}
