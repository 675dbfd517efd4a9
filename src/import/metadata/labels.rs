//! A line of parts with strokes between, of which one is a date and others are labels (`janvier 2026 | Équipe
//! produit`). Enter by [`with_labels`].

use super::about::{About, read};
use super::masthead;
use super::names::reads_as_name;
use crate::import::block::Block;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// A line that begins with a date, strokes between its parts, of which some are none that we know
/// (`janvier 2026 | Équipe produit`): what the others say, and each of these.
pub(super) fn with_labels<'t>(
    text: &'t str,
    is_over_title: bool,
    lexicon: &Lexicon,
) -> Option<(About, Vec<&'t str>)> {
    let parts = text.split(['|', '·', '•', '∙']);
    let parts: Vec<&str> = parts.flat_map(cut).map(str::trim).collect();
    let (known, labels): (Vec<&str>, Vec<&str>) = parts
        .iter()
        .partition(|part| part.is_empty() || read(part, lexicon).is_some());
    let longest = if parts.len() > 2 { 6 } else { 4 };
    let is_label = |text: &&str| words::at_most(text, longest) && !words::ends_sentence(text);
    let says = |part: &&str| {
        read(part, lexicon).is_some_and(|about| about.has_date() || about.has_author())
    };
    let is_stated = |part: &&str| read(part, lexicon).is_some_and(|about| about.is_stated());
    let is_dated = says(parts.first()?)
        || is_stated(parts.last()?)
        || parts.len() == 2
            && says(parts.last()?)
            && (is_over_title || names_issue(parts.first()?, lexicon))
        || parts.len() > 2
            && parts.iter().filter(|part| says(part)).count() * 2 >= known.len().max(1);
    let about = read(&known.join(" | "), lexicon)?;
    let is_whole = is_dated && !labels.is_empty() && labels.iter().all(is_label);
    is_whole.then_some((about, labels))
}

/// `Lettre hebdomadaire n° 48`: what publishes, with the number of its issue.
fn names_issue(label: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(label);
    lexicon[List::Publishers].beginning(&folded).is_some() && masthead::is_numbered(label, lexicon)
}

/// Whether the first of a line's labels is the name of who publishes: it reads as such a name does, or a label
/// behind it says what it is (`Mensuel des collectivités`).
pub(super) fn names_sender(name: &str, labels: &[&str], lexicon: &Lexicon) -> bool {
    let is_noun = |label: &&str| lexicon[List::Publishers].count_in(&words::fold(label)) > 0;
    reads_as_name(name, lexicon) && words::at_most(name, 6) && labels.iter().any(is_noun)
}

/// A part in two where the first of the strokes stands in it.
fn cut(part: &str) -> Vec<&str> {
    let stroke = words::DASHES.iter().find(|stroke| part.contains(**stroke));
    stroke.map_or(vec![part], |stroke| part.split(stroke).collect())
}

/// How many lines may stand between such a line and the title.
const NEAR: usize = 3;

/// Whether a line stands below another and right above a longer one that may be the title.
pub(super) fn is_over_title(header: &[Block], i: usize) -> bool {
    let below = header.get(i + 1..).unwrap_or_default();
    let mut next = below.iter().filter(|b| b.is_open_line()).take(NEAR);
    let is_title = |b: &Block| words::count(&b.text, 7) == 7 && !words::ends_sentence(&b.text);
    i > 0 && next.any(|next| next.gap && is_title(next))
}
