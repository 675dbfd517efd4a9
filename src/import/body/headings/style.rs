//! How a line looks like a heading. Enter by [`style`].

use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::metadata::about;
use crate::import::metadata::names::is_name_word;
use crate::import::words::{self, number};

/// Signs with which no heading begins.
const NO_START: [char; 10] = ['(', '∙', '·', '•', '+', '|', '=', '<', '@', '\\'];

/// How a line looks like a heading; what comes first outranks what comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// `Conclusion`, in whatever form.
    Known,
    /// `## …`, as the text itself marks it, `#` and `##`.
    Marked,
    /// `1. …`, one of a sequence.
    Numbered,
    /// `Lundi 1er juin`, one of several days.
    Dated,
    /// `EN CAPITALES`
    Capitals,
    /// A short line.
    Plain,
    /// A short line that ends with a colon.
    Colon,
    /// A line that stands in several sections.
    Repeated,
    /// `1.1 …`
    Deeper,
}

pub(super) fn style(text: &str, lexicon: &Lexicon) -> Option<Style> {
    if text.len() > 200
        || text.contains(['\t', '@'])
        || !text.contains(char::is_alphabetic)
        || links::find(text).is_some()
        || text.matches(" > ").count() >= 2
        || text.starts_with('[') && text.ends_with(']')
        || words::is_closed(text)
        || !words::at_most(text, 16)
    {
        return None;
    }
    if is_conclusion(text, lexicon) {
        return Some(Style::Known);
    }
    if number::deeper(text).is_some() {
        return Some(Style::Deeper);
    }
    if is_caption(text, lexicon)
        || is_attribution(text, lexicon)
        || greets(text, lexicon)
        || has_sentence(text)
        || text.ends_with(['👇', '⬇', '⤵'])
    {
        return None;
    }
    let begins_well =
        words::first_letter(text).is_some_and(|c| !c.is_lowercase()) && !text.starts_with(NO_START);
    let is_colon = text.ends_with(':');
    let is_about = about::read(text, lexicon).is_some_and(|about| !about.is_only_date());
    if !begins_well || words::count(text, 1) == 0 || number::of(text).is_some() || is_about {
        None
    } else if words::is_capitals(text) {
        Some(Style::Capitals)
    } else if !is_colon {
        Some(Style::Plain)
    } else {
        (words::at_most(text, 10) && !leads_in(text, lexicon)).then_some(Style::Colon)
    }
}

/// `Figure 1 – …`, `Exhibit 2`: what a figure or a table is called.
fn is_caption(text: &str, lexicon: &Lexicon) -> bool {
    let label = words::label(text);
    let rest = lexicon[List::Captions]
        .beginning(&label)
        .map(|cue| label[cue.len()..].trim_start_matches([' ', 'n', '°', '.']));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `Léa Martin, directrice de Caravelle`: who said what stands above.
fn is_attribution(text: &str, lexicon: &Lexicon) -> bool {
    const NEAR: usize = 3;
    let Some((name, what)) = text.split_once(", ") else {
        return false;
    };
    let is_name = words::count(name, 2) == 2 && words::at_most(name, 4);
    let mut near = words::words(what).take(NEAR).map(words::fold);
    is_name
        && name.split_whitespace().all(is_name_word)
        && near.any(|word| lexicon[List::Roles].has(&word))
}

/// `Salut à tout le monde ! 😁`
fn greets(text: &str, lexicon: &Lexicon) -> bool {
    let is_called = text.contains('!') && words::at_most(text, 7);
    is_called
        && lexicon[List::Greetings]
            .beginning(&words::label(text))
            .is_some()
}

/// Whether a sentence ends within a line, and another begins: after a word of some length, which is no
/// title's short form (`M. Martin`).
fn has_sentence(text: &str) -> bool {
    const WORD: usize = 4;
    let ends = text.match_indices(". ").chain(text.match_indices("). "));
    ends.into_iter().any(|(at, _)| {
        let word = text[..at]
            .split([' ', '’', '\''])
            .next_back()
            .unwrap_or_default();
        let is_word = word.chars().filter(|c| c.is_alphabetic()).count() >= WORD;
        let next = text[at..].trim_start_matches([')', '.', ' ']);
        is_word && next.starts_with(char::is_uppercase) && text.ends_with('?')
    })
}

/// `Le contrat dit :`, a clause with a verb, as against `Ce que dit le contrat :`.
pub(crate) fn leads_in(text: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(text);
    let has = |list: List| lexicon[list].count_in(&folded) > 0;
    let asks = lexicon[List::Asks].beginning(&words::label(text)).is_some();
    let before = text.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']);
    let last = words::words(before).last().map(words::fold);
    let goes_on = last.is_some_and(|word| lexicon[List::LeadsOn].has(&word));
    text.ends_with(':')
        && !asks
        && (goes_on || has(List::Saying) || has(List::FiniteVerbs) || has(List::Duties))
}

/// `Conclusion`, `Conclusion : une phrase courte`
pub(crate) fn is_conclusion(text: &str, lexicon: &Lexicon) -> bool {
    let text = number::of(text).map_or(text, |(_, rest)| rest);
    let label = words::label(words::head(text, 200));
    lexicon[List::Conclusion]
        .beginning(&label)
        .is_some_and(|cue| {
            let rest = label[cue.len()..].trim_start();
            rest.is_empty() || rest.starts_with([':', '–', '—', '-'])
        })
}
