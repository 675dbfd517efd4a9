//! What the words of a heading name: takeaways, key points, sources. Enter by [`of`].

use super::composed;
use crate::import::block::Block;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// What a line is the heading of.
pub(super) enum Named {
    Takeaways,
    KeyPoints,
    Sources,
}

/// What stands below a line that may be the heading of points.
pub(super) struct Points {
    /// A list, or the like of one.
    pub(super) are_items: bool,
    /// A paragraph or two, with which the text ends.
    pub(super) close: bool,
    /// One tells somebody what to do.
    pub(super) advise: bool,
    /// Most say first whom they are for.
    pub(super) are_addressed: bool,
    /// At most a chapeau stands above.
    pub(super) are_first: bool,
}

/// Some names are of takeaways or of key points, as they come late or early; those and weaker ones
/// only where bullets follow. Points that say whom they are for make takeaways of any name's.
pub(super) fn of(label: &str, points: &Points, is_late: bool, lexicon: &Lexicon) -> Option<Named> {
    let is = |list: List| lexicon[list].has(label) || names_for_whom(label, list, lexicon);
    let names_points = || is(List::LateTakeaways) || composed::names_points(label, lexicon);
    if is(List::Takeaways)
        || composed::is_for_deciders(label, lexicon)
        || points.are_addressed
        || points.are_items && (is(List::TakeawaysLists) || is_late && names_points())
        || points.close && is_late && (is(List::LateTakeaways) || points.advise && names_points())
    {
        Some(Named::Takeaways)
    } else if points.are_items
        && (is(List::KeyPoints)
            || lexicon[List::KeyPoints].has(timed(label))
            || points.are_first && composed::names_key_points(label, lexicon))
    {
        Some(Named::KeyPoints)
    } else {
        is(List::Sources).then_some(Named::Sources)
    }
}

/// `L'essentiel en 30 secondes` without the time that it takes.
fn timed(label: &str) -> &str {
    let counted = [" en ", " in "]
        .iter()
        .filter_map(|link| label.rsplit_once(link));
    let is_count = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let mut names = counted.filter(|(_, rest)| is_count(rest) && words::at_most(rest, 2));
    names.next().map_or(label, |(name, _)| name)
}

/// `Impact pour les entreprises`: a name of such sections, then whom it is for.
fn names_for_whom(label: &str, list: List, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 3] = [List::Takeaways, List::TakeawaysLists, List::LateTakeaways];
    let rest = || Some(label[lexicon[list].beginning(label)?.len()..].trim_start());
    let is_for = |rest: &str| lexicon[List::ForWhom].beginning(rest).is_some();
    LISTS.contains(&list) && words::at_most(label, 9) && rest().is_some_and(is_for)
}

/// A line that may be a heading: a few words, and no end of a sentence.
pub(super) fn is_heading_line(block: &Block) -> bool {
    let asks = block.mark.is_some() && block.text.trim_end().ends_with('?');
    let is_closed = words::is_closed(&block.text) && !asks;
    block.is_open_line() && words::at_most(&block.text, 12) && !is_closed
}
