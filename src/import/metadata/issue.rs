//! The name of a letter in the title of one of its issues. Enter by [`titled`] and [`masthead`].

use super::names;
use super::publisher::is_own_name;
use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::{dates, words};

/// `La Lettre n° 42`, `La Lettre #42`: the name without the number of its issue.
fn without_issue<'t>(name: &'t str, lexicon: &Lexicon) -> &'t str {
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let label = plain.trim_end_matches(['#', ' ']);
    let end = lexicon[List::Issues].end(&words::fold(label)).map(str::len);
    let is_numbered =
        plain.len() < name.len() && (end.is_some() || label.len() < plain.trim_end().len());
    match end {
        Some(_) if is_numbered => label
            .rsplit_once(' ')
            .map_or(label, |(name, _)| name)
            .trim_end(),
        _ if is_numbered => label,
        _ => name,
    }
}

/// `La Lettre – 12 mars 2026`: the name with which the title of an issue begins, before its day, its week or its
/// number.
pub(super) fn titled<'t>(title: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let (name, rest) = words::DASHES
        .iter()
        .chain(&[" | "])
        .find_map(|dash| title.split_once(dash))?;
    let name = without_issue(name, lexicon);
    let is_day =
        dates::at_end(rest, lexicon).is_some() || !dates::weeks_said(rest, lexicon).is_empty();
    let is_called = || lexicon[List::Publishers].count_in(&words::fold(name)) > 0;
    (is_day && words::at_most(name, 5) && (is_called() || is_own_name(name, lexicon)))
        .then_some(name)
}

/// `LE BRIEF DU LUNDI` ⏎ `Semaine 7 · 2026`: the title of an issue that is the name of the letter.
pub(super) fn masthead<'b>(blocks: &'b [Block], lexicon: &Lexicon) -> Option<&'b str> {
    let at = blocks
        .iter()
        .position(|b| b.role == Role::Moved(Field::Title))?;
    let below = blocks.get(at + 1)?;
    let is_dated = below.role == Role::Moved(Field::About) && !below.gap;
    let title = blocks[at].text.as_str();
    let cut = words::DASHES.iter().find_map(|dash| title.split_once(dash));
    let name = cut.map_or(title, |(name, _)| name).trim_end();
    let is_noun = |text: &str| {
        lexicon[List::Publishers]
            .beginning(&words::fold(text))
            .is_some()
    };
    let is_issue = below.asides.iter().any(|aside| is_noun(&aside.text));
    let is_digest = lexicon[List::Digests].count_in(&words::fold(name)) > 0 || is_issue;
    let is_named = names::begins_with_article(name, lexicon) && is_own_name(name, lexicon);
    (is_dated && is_digest && is_named).then_some(name)
}
