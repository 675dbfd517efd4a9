//! Who speaks in turn: interviews and transcripts. Enter by [`mark`].

use std::collections::HashMap;

use super::whom;
use crate::import::block::{Block, Form, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, escape};

/// Marks the paragraphs of which each begins with who speaks (`Léa Martin : …`, `Q : …`): two
/// speakers, one of them twice or more.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let speakers: Vec<Option<(usize, usize)>> = blocks
        .iter()
        .map(|block| speaker(block).filter(|at| !is_label(&block.text[at.0..at.1], lexicon)))
        .collect();
    for (block, at) in blocks.iter().zip(&speakers) {
        if let Some((start, end)) = at {
            *counts
                .entry(before_stamp(&block.text[*start..*end]).to_owned())
                .or_default() += 1;
        }
    }
    let turns: usize = counts.values().filter(|n| **n >= 2).sum();
    let is_dialogue =
        counts.len() >= 2 && counts.values().filter(|n| **n >= 2).count() >= 2 && turns >= 4
            || speakers
                .iter()
                .flatten()
                .filter(|(start, _)| *start > 0)
                .count()
                >= 3;
    if !is_dialogue {
        return;
    }
    for (block, at) in blocks.iter_mut().zip(speakers) {
        let Some((start, end)) = at.filter(|(start, end)| {
            *start > 0 || counts.contains_key(before_stamp(&block.text[*start..*end]))
        }) else {
            continue;
        };
        block.text = written(&block.text, start, end);
        block.form = Form::Inline;
        block.decide(Role::Paragraph, "begins with who speaks");
    }
}

/// Puts what is said on the line of who says it and when (`00:42 – Léa Martin`), where three lines or
/// more are such ones.
pub(crate) fn join_stamps(blocks: &mut Vec<Block>) {
    join_names(blocks);
    let is_stamp = |b: &Block| {
        let name = after_stamp(before_stamp(&b.text));
        let is_name = words::at_most(name, 4) && words::count(name, 1) == 1;
        let is_word = |c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',');
        b.is_open_line() && name.len() < b.text.len() && is_name && name.chars().all(is_word)
    };
    if blocks.iter().filter(|b| is_stamp(b)).count() < 3 {
        return;
    }
    for i in (1..blocks.len()).rev() {
        let may_go_on = blocks[i].is_open_line() && !is_stamp(&blocks[i]);
        if may_go_on && is_stamp(&blocks[i - 1]) {
            let said = blocks.remove(i);
            let stamp = &mut blocks[i - 1];
            stamp.text = format!("{} : {}", stamp.text, said.text);
            stamp.lines.extend(said.lines);
            stamp.why = "what is said, below who says it";
        }
    }
}

/// Puts the name of who speaks on the line of the time above it, where three times or more stand alone.
fn join_names(blocks: &mut Vec<Block>) {
    let is_alone = |b: &Block| b.is_open_line() && after_stamp(&b.text).is_empty();
    let is_name = |b: &Block| {
        let is_line = b.is_open_line() && !b.gap && words::at_most(&b.text, 4);
        is_line && b.text.starts_with(char::is_uppercase) && !words::ends_sentence(&b.text)
    };
    let named = |i: usize| is_alone(&blocks[i - 1]) && is_name(&blocks[i]);
    let places: Vec<usize> = (1..blocks.len()).filter(|i| named(*i)).collect();
    if places.len() < 3 {
        return;
    }
    for i in places.into_iter().rev() {
        let name = blocks.remove(i);
        let stamp = &mut blocks[i - 1];
        stamp.text = format!("{} {}", stamp.text, name.text);
        stamp.lines.extend(name.lines);
    }
}

/// Whether what stands before a colon is an audience's name or that of a section, and nobody's.
fn is_label(text: &str, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 8] = [
        List::Takeaways,
        List::TakeawaysLists,
        List::LateTakeaways,
        List::KeyPoints,
        List::Sources,
        List::ReadLinks,
        List::Tags,
        List::Conclusion,
    ];
    let label = words::label(text);
    LISTS.iter().any(|list| lexicon[*list].has(&label)) || whom::names_audience(&label, lexicon)
}

/// Where the speaker's name begins and ends: after a time, before a colon that words follow.
fn speaker(block: &Block) -> Option<(usize, usize)> {
    let text = block.text.as_str();
    if !block.is_open_line() || block.mark.is_some() || block.form != Form::Plain {
        return None;
    }
    let start = text.len() - after_stamp(text).len();
    let rest = words::head(&text[start..], 60);
    let end = colon(rest)?;
    let whole = rest[..end].trim_end();
    let name = before_stamp(whole);
    let is_name = words::at_most(name, 4)
        && words::count(name, 1) == 1
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '’' | '\'' | '*'))
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.trim_start_matches('*').starts_with(char::is_uppercase);
    let speaks = words::count(&text[start + end..], 1) == 1;
    (is_name && speaks).then_some((start, start + whole.len()))
}

/// Where the first colon stands that is none of a time of day.
fn colon(text: &str) -> Option<usize> {
    let is_figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut colons = text.match_indices(':').map(|(at, _)| at);
    colons.find(|at| {
        let (before, after) = (&text[..*at], &text[at + 1..]);
        !is_figure(before.chars().next_back()) || !is_figure(after.chars().next())
    })
}

/// What stands before `0:06` or `01:02:09` at the end.
fn before_stamp(text: &str) -> &str {
    let Some((name, last)) = text.trim_end().rsplit_once([' ', '\u{a0}']) else {
        return text;
    };
    let is_stamp = !last.is_empty() && after_stamp(last).is_empty();
    if is_stamp { name.trim_end() } else { text }
}

/// What follows `00:12`, `[00:12:05]`, `(12:05)` at the beginning.
fn after_stamp(text: &str) -> &str {
    let asked = text.strip_prefix('Q').and_then(|rest| {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (after.len() < rest.len()).then(|| after.strip_prefix(' '))?
    });
    if let Some(rest) = asked {
        return rest;
    }
    let inner = text.trim_start_matches(['[', '(']);
    let stamp = |c: char| c.is_ascii_digit() || c == ':';
    let rest = inner.trim_start_matches(stamp);
    let own = &inner[..inner.len() - rest.len()];
    let is_stamp = own.contains(':') && own.split(':').all(|n| (1..=2).contains(&n.len()));
    if is_stamp {
        rest.trim_start_matches([']', ')', ' ', '-', '–'])
    } else {
        text
    }
}

fn written(text: &str, start: usize, end: usize) -> String {
    let (stamp, name, rest) = (&text[..start], &text[start..end], &text[end..]);
    let name = name.trim_matches('*');
    let after = rest.find(':').map_or(0, |at| at + 1);
    let (sign, said) = rest.split_at(after);
    let said = said.trim_start_matches('*').trim_start();
    let stamp = escape::start(escape::inline(stamp.trim_end()));
    let space = if stamp.is_empty() { "" } else { " " };
    let sign = sign.replace('*', "");
    format!(
        "{stamp}{space}**{}{sign}** {}",
        escape::inline(name),
        escape::inline(said)
    )
}
