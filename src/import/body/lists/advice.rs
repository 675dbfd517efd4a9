//! Points for decision-makers that only their own words give away, whatever the heading above them: each
//! says first whom it is for, or tells somebody what to do. Enter by [`are_points`] and [`labels`].

use std::collections::{HashMap, HashSet};

use super::below::items;
use super::name::is_heading_line;
use crate::import::block::Block;
use crate::import::body::whom::{is_for_somebody, is_labelled};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// Whether lines below a heading are points: all say first whom they are for, or the heading promises
/// advice and most of them give it.
pub(crate) fn are_points(
    heading: &str,
    blocks: &[Block],
    items: &[usize],
    lexicon: &Lexicon,
) -> bool {
    let labelled = count(blocks, items, |text| is_labelled(text, lexicon));
    let advising = count(blocks, items, |text| advises(text, lexicon));
    let most = |count: usize| items.len() >= 2 && count * 3 >= items.len() * 2;
    let is_theirs = items.len() >= 2
        && (names_deciders(heading, lexicon)
            || calls(heading, lexicon) && count(blocks, items, |text| text.contains("](")) == 0);
    let is_one = items.len() == 1 && labelled == 1 && is_promised(heading, lexicon);
    is_one || is_theirs || most(labelled) || most(advising) && is_promised(heading, lexicon)
}

/// Whether one of some lines says whom it is for, or tells somebody what to do.
pub(crate) fn are_given(blocks: &[Block], lines: &[usize], lexicon: &Lexicon) -> bool {
    count(blocks, lines, |text| advises(text, lexicon)) > 0
}

fn advises(text: &str, lexicon: &Lexicon) -> bool {
    is_for_somebody(text, lexicon) || tells_to(text, lexicon)
}

/// The labels that stand over points for somebody in several sections, be it over one point each.
pub(crate) fn labels(
    blocks: &[Block],
    open: &[usize],
    repeated: &HashSet<String>,
    lexicon: &Lexicon,
) -> HashSet<String> {
    let mut points: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, i) in open.iter().enumerate() {
        let label = words::label(words::head(&blocks[*i].text, 200));
        if !repeated.contains(&label) || !is_heading_line(&blocks[*i]) {
            continue;
        }
        let below = &open[place + 1..];
        let count = items(blocks, *i, below, lexicon).max(1);
        let below = below.iter().take(count).copied();
        points.entry(label).or_default().extend(below);
    }
    points.retain(|label, items| are_points(label, blocks, items, lexicon));
    points.into_keys().collect()
}

fn count(blocks: &[Block], items: &[usize], is: impl Fn(&str) -> bool) -> usize {
    items.iter().filter(|i| is(&blocks[**i].text)).count()
}

/// Whether a line begins with a verb that asks for something (`Notez`, `Donner`), or says what somebody
/// should do.
fn tells_to(text: &str, lexicon: &Lexicon) -> bool {
    let said = number::of(text).map_or(text, |(_, rest)| rest);
    let first = words::words(said)
        .next()
        .map(words::fold)
        .unwrap_or_default();
    let is_verb = ["ez", "er", "ir", "re"]
        .iter()
        .any(|end| first.ends_with(end))
        && first.len() >= 4
        && !lexicon[List::FunctionWords].has(&first);
    let folded = words::fold(words::head(text, 200));
    is_verb || lexicon[List::Duties].count_in(&folded) > 0
}

/// Whether a heading ends by saying which decision-makers it is for: `En bref, pour le dirigeant pressé`.
fn names_deciders(heading: &str, lexicon: &Lexicon) -> bool {
    let label = words::label(words::head(heading, 200));
    let all: Vec<&str> = words::words(&label).collect();
    let cue = all
        .iter()
        .rposition(|word| matches!(*word, "pour" | "for" | "aux"));
    cue.is_some_and(|at| {
        let rest = all[at + 1..].join(" ");
        let first = all.len() - at - 1 <= 4;
        first && lexicon[List::Deciders].count_in(&rest) > 0
    })
}

/// Whether a line that may be a heading promises advice.
pub(crate) fn is_promised(heading: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(words::head(heading, 200));
    let has = |list: List| lexicon[list].count_in(&folded) > 0;
    has(List::SectionNames) && !has_subject(&folded, lexicon)
        || has(List::Advice)
        || has(List::Deciders)
        || calls(heading, lexicon)
        || has(List::Audiences) && has(List::Duties)
}

/// `Les enjeux de la mutualisation`: whether a section's name goes on to say of what these are.
fn has_subject(folded: &str, lexicon: &Lexicon) -> bool {
    const OF: [&str; 5] = ["de ", "du ", "des ", "d'", "of "];
    let name = lexicon[List::SectionNames].found_in(folded);
    let rest = name.and_then(|name| Some(folded.split_once(name)?.1.trim_start()));
    rest.is_some_and(|rest| OF.iter().any(|of| rest.starts_with(of)))
}

/// Whether a heading calls whom its points are for: `Si vous dirigez une cave`.
fn calls(heading: &str, lexicon: &Lexicon) -> bool {
    let label = words::label(words::head(heading, 200));
    lexicon[List::Addresses].beginning(&label).is_some()
}
