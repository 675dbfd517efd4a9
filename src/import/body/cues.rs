//! Takeaways whose heading stands on their own line. Enter by [`split`].

use std::collections::{HashMap, HashSet};

use super::whom;
use crate::import::block::{Aside, Block, Form, Role, Way};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Puts the heading for decision-makers before the first heading that names an audience, and before
/// the first point that has none above.
pub(crate) fn head_audiences(blocks: &mut Vec<Block>) {
    let is_data = |b: &Block| {
        matches!(
            b.role,
            Role::Takeaway | Role::Audience | Role::Dropped | Role::Moved(_)
        )
    };
    let goes_on = |above: &[Block]| {
        let before = above.iter().rev().find(|b| b.is_kept());
        before.is_some_and(|b| is_data(b) || b.role == Role::TakeawaysHeading)
    };
    for i in (0..blocks.len()).rev() {
        let is_first = matches!(blocks[i].role, Role::Audience | Role::Takeaway);
        if is_first && !goes_on(&blocks[..i]) {
            blocks.insert(i, Block::added("", Role::TakeawaysHeading));
        }
    }
}

/// Splits a line that holds both the heading for decision-makers and its text
/// (`Pour les décideurs : relisez vos contrats`) into the two.
pub(crate) fn split(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    let repeated = repeated_cues(blocks, lexicon);
    let mut whole = Vec::with_capacity(blocks.len());
    for mut block in blocks.drain(..).flat_map(|block| parts(block, lexicon)) {
        if let Some((cue, rest)) = takeaway_line(&block, &repeated, lexicon) {
            let aside = Aside {
                text: cue,
                way: Way::Heading,
                why: "the heading for decision-makers",
            };
            whole.push(Block {
                gap: block.gap,
                ..Block::added(&aside.text, Role::TakeawaysHeading)
            });
            block.asides.push(aside);
            block.text = rest;
            block.decide(
                Role::Takeaway,
                "follows the heading for decision-makers on its line",
            );
        }
        whole.push(block);
    }
    *blocks = whole;
}

/// A line in whose middle the heading for decision-makers stands, taken apart: the title in bold with
/// which it begins, its text, the points.
fn parts(mut block: Block, lexicon: &Lexicon) -> Vec<Block> {
    let Some(at) = inner_cue(&block, lexicon) else {
        return vec![block];
    };
    let points = block.split_off(at);
    let end = block
        .text
        .strip_prefix("**")
        .and_then(|t| t.find("**"))
        .map_or(0, |end| end + 4);
    if end == 0 || words::count(&block.text[end..], 3) < 3 {
        return vec![block, points];
    }
    let text = block.split_off(end);
    block.text = block.text.trim_matches('*').to_owned();
    block.decide(Role::Heading(2), "a title in bold before its story");
    vec![block, text, points]
}

/// Where the heading for decision-makers begins, after a sentence and before a colon.
fn inner_cue(block: &Block, lexicon: &Lexicon) -> Option<usize> {
    let text = &block.text;
    if !block.is_open_line() || block.form != Form::Plain {
        return None;
    }
    let ends = text
        .match_indices(". ")
        .chain(text.match_indices("! "))
        .chain(text.match_indices("? "));
    ends.map(|(end, _)| end + 2).find(|start| {
        let label = words::head(&text[*start..], 80)
            .split_once(':')
            .map(|(label, _)| words::label(label));
        label.is_some_and(|label| lexicon[List::Takeaways].has(&label))
    })
}

/// Cues that name such a section only because several lines begin with them.
fn repeated_cues(blocks: &[Block], lexicon: &Lexicon) -> HashSet<String> {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    for (cue, rest) in blocks.iter().filter(|b| b.is_open()).filter_map(cue) {
        let (all, told) = counts.entry(words::label(cue)).or_default();
        *all += 1;
        *told += usize::from(whom::is_for_somebody(rest, lexicon));
    }
    let is_named = |label: &str| {
        lexicon[List::TakeawaysLists].has(label) || lexicon[List::LateTakeaways].has(label)
    };
    let is_other = |label: &str| {
        [
            List::Sources,
            List::Tags,
            List::KeyPoints,
            List::ReadLinks,
            List::Audiences,
        ]
        .iter()
        .any(|list| lexicon[*list].has(label))
    };
    let is_other = |label: &str| is_other(label) || names_audience(label, lexicon);
    let asks =
        |label: &str| words::at_most(label, 4) && words::count(label, 2) == 2 && !is_other(label);
    counts.retain(|label, (all, told)| {
        *all >= 2 && is_named(label) || *all >= 3 && *told * 3 >= *all * 2 && asks(label)
    });
    counts.into_keys().collect()
}

/// `Côté PME`: whom a point is for, which stays before it.
fn names_audience(label: &str, lexicon: &Lexicon) -> bool {
    let rest = lexicon[List::Addressed]
        .beginning(label)
        .map(|cue| &label[cue.len()..]);
    rest.is_some_and(|rest| lexicon[List::Audiences].count_in(rest) > 0)
}

/// What stands before and after the first colon, if both are words.
fn cue(block: &Block) -> Option<(&str, &str)> {
    let asked = words::head(&block.text, 60).find("? ");
    let (cue, rest) = match asked {
        Some(at) => (&block.text[..at + 1], &block.text[at + 1..]),
        None => block.text.split_once(':')?,
    };
    if cue.len() > 100 {
        return None;
    }
    rest.chars()
        .any(char::is_alphanumeric)
        .then_some((cue, rest))
}

fn takeaway_line(
    block: &Block,
    repeated: &HashSet<String>,
    lexicon: &Lexicon,
) -> Option<(String, String)> {
    let (cue, rest) = cue(block).filter(|_| block.is_open())?;
    let label = words::label(cue);
    let is_cue = lexicon[List::Takeaways].has(&label) || repeated.contains(&label);
    let rest = rest.trim_start_matches(['*', '_']).trim();
    is_cue.then(|| (cue.to_owned(), rest.to_owned()))
}
