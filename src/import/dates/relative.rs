//! Days that are counted from another one: `il y a 3 jours`, `hier`, `6 days ago`, `3 j`. Enter by
//! [`at_start`].

use super::said::Said;
use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// The count with which the text begins, and what follows it.
pub(crate) fn at_start<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(Said, &'t str)> {
    let cue = after_cue(text, &lexicon[List::Relative]);
    let after_count = |text: &'t str| {
        let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_count = after.len() < text.len() && text.len() - after.len() <= 3;
        let unit = after.trim_start();
        let word = unit
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        let is_unit = is_count && lexicon[List::Units].has(&words::fold(word));
        is_unit.then(|| unit[word.len()..].trim_start_matches('.'))
    };
    let rest = match cue {
        Some(rest) => after_count(rest.trim_start()).unwrap_or(rest),
        None => {
            let rest = after_count(text)?;
            // `6 minutes read` counts no days.
            let is_end = !rest.trim_start().starts_with(char::is_alphabetic);
            let after = after_cue(rest.trim_start(), &lexicon[List::Relative]);
            after.or(is_end.then_some(rest))?
        }
    };
    let own = text[..text.len() - rest.len()].trim();
    Some((Said::Relative(own.to_owned()), rest))
}
