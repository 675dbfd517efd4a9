//! Tells headings from paragraphs, once the noise is gone: numbered lines in sequence, lines in
//! capitals, short lines without final sign that prose or a list follows.

use std::collections::{HashMap, HashSet};

use crate::import::block::{Block, Role, is_foot};
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::metadata::about;
use crate::import::words::{self, number};

/// Signs with which no heading begins.
const NO_START: [char; 10] = ['(', '∙', '·', '•', '+', '|', '=', '<', '@', '\\'];

/// How a line looks like a heading; what comes first outranks what comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
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

/// Decides what is still open: heading or paragraph.
pub(crate) fn infer(blocks: &mut [Block], lexicon: &Lexicon) {
    let places: Vec<usize> = (0..blocks.len()).filter(|i| blocks[*i].is_kept()).collect();
    let mut styles = styles(blocks, &places, lexicon);
    drop_unfollowed(blocks, &places, &mut styles);
    level_capitals(&mut styles);
    lower_repeated(blocks, &places, &mut styles);
    let top = styles
        .iter()
        .flatten()
        .copied()
        .filter(|s| *s != Style::Known)
        .min();
    for (i, style) in places.iter().zip(&styles) {
        match style {
            Some(style) => decide_heading(&mut blocks[*i], *style, top),
            None if blocks[*i].is_open() => blocks[*i].decide(Role::Paragraph, "prose"),
            None => {}
        }
    }
}

fn decide_heading(block: &mut Block, style: Style, top: Option<Style>) {
    let is_top = style == Style::Known || Some(style) == top;
    let why = match style {
        Style::Known => "a known heading",
        Style::Marked => "marked as a heading by the text itself",
        Style::Numbered => "numbered, one of a sequence",
        Style::Dated => "a day, one of several",
        Style::Capitals => "a line in capitals",
        Style::Plain => "a short line without final sign before prose or a list",
        Style::Colon => "a short line with a colon before prose",
        Style::Repeated => "stands in several sections",
        Style::Deeper => "numbered within a section",
    };
    block.decide(Role::Heading(if is_top { 2 } else { 3 }), why);
}

fn styles(blocks: &[Block], places: &[usize], lexicon: &Lexicon) -> Vec<Option<Style>> {
    let sequence = numbered_sequence(blocks, places);
    let marked = places
        .iter()
        .map(|i| &blocks[*i])
        .filter(|b| b.is_open() && b.mark.is_some());
    let are_marked = marked.count() >= 2;
    // Marks between numbered lines without marks are of sections within sections.
    let are_inside = sequence.iter().any(|i| blocks[*i].mark.is_none());
    let is_date = |text: &str| about::read(text, lexicon).is_some_and(|a| a.is_only_date());
    let is_chronicle = places
        .iter()
        .filter(|i| blocks[**i].is_open_line() && is_date(&blocks[**i].text))
        .nth(1)
        .is_some();
    let has_gaps = places.iter().filter(|i| blocks[**i].gap).count() * 2 > places.len();
    let style = |(place, i): (usize, &usize)| {
        let block = &blocks[*i];
        let stands_apart = block.gap || !has_gaps || place == 0;
        let before = place.checked_sub(1).map(|before| &blocks[places[before]]);
        let is_open_end = before.is_some_and(|b| b.text.ends_with(','));
        let may_be = block.is_open_line() && stands_apart && !is_open_end && !is_foot(blocks, *i);
        let is_day = is_date(&block.text);
        let may_be = may_be && (is_chronicle || !is_day);
        let own = style(&block.text, lexicon).filter(|_| may_be);
        let own = own.map(|own| if is_day { Style::Dated } else { own });
        match own {
            _ if sequence.contains(i) && (are_inside || !are_marked) => Some(Style::Numbered),
            Some(Style::Known) => own,
            _ if !are_marked => own,
            _ => marked_style(block, are_inside),
        }
    };
    places.iter().enumerate().map(style).collect()
}

fn marked_style(block: &Block, is_inside: bool) -> Option<Style> {
    let level = block.mark.filter(|_| block.is_open())?;
    let is_deep = is_inside || level > 2;
    Some(if is_deep {
        Style::Deeper
    } else {
        Style::Marked
    })
}

fn style(text: &str, lexicon: &Lexicon) -> Option<Style> {
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
fn leads_in(text: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(text);
    let has = |list: List| lexicon[list].count_in(&folded) > 0;
    let asks = lexicon[List::Asks].beginning(&words::label(text)).is_some();
    !asks && (has(List::Saying) || has(List::FiniteVerbs))
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

/// The open lines whose numbers make a sequence from 1 (or 0), prose or a list below each.
fn numbered_sequence(blocks: &[Block], places: &[usize]) -> Vec<usize> {
    let mut sequence = Vec::new();
    let mut expected = None;
    for i in places.iter().filter(|i| blocks[**i].is_open_line()) {
        let Some((number, rest)) = number::of(&blocks[*i].text) else {
            continue;
        };
        let is_next = expected.map_or(number <= 1, |n| n == number);
        if is_next && rest.len() <= 300 && words::at_most(rest, 25) {
            sequence.push(*i);
            expected = Some(number + 1);
        }
    }
    if sequence.len() >= 2 {
        sequence
    } else {
        Vec::new()
    }
}

/// A heading has something below it: prose, a list, or one heading that itself has something below.
fn drop_unfollowed(blocks: &[Block], places: &[usize], styles: &mut [Option<Style>]) {
    let is_list = |place: usize| {
        places
            .get(place)
            .is_some_and(|i| blocks[*i].bullet.is_some() || blocks[*i].role == Role::Numbered)
    };
    for place in (0..styles.len()).rev() {
        let Some(style) = styles[place] else {
            continue;
        };
        let next = styles.get(place + 1).copied();
        let after = styles.get(place + 2).copied();
        let has_prose = places.get(place + 1).is_some_and(|i| is_body(&blocks[*i]));
        let is_before_takeaways = places
            .get(place + 1)
            .is_some_and(|i| blocks[*i].role == Role::TakeawaysHeading);
        let is_followed = match next {
            None => false,
            Some(None) if is_before_takeaways => false,
            Some(None) => has_prose && !(style == Style::Colon && is_list(place + 1)),
            Some(Some(below)) => {
                below > style
                    || below == style && after == Some(None) && !follows_heading(styles, place)
            }
        };
        if !is_followed && !matches!(style, Style::Numbered | Style::Marked) {
            styles[place] = None;
        }
    }
}

/// What may stand below a heading: a list, a sentence, a long line.
fn is_body(block: &Block) -> bool {
    let text = &block.text;
    !block.is_open_line()
        || words::ends_sentence(text)
        || text.ends_with(':')
        || words::count(text, 12) >= 12
}

fn follows_heading(styles: &[Option<Style>], place: usize) -> bool {
    place > 0 && styles[place - 1].is_some()
}

/// One line in capitals among plain headings is a heading like them.
fn level_capitals(styles: &mut [Option<Style>]) {
    let count = |style| styles.iter().filter(|s| **s == Some(style)).count();
    if count(Style::Capitals) == 1 && count(Style::Plain) > 0 {
        for style in styles.iter_mut().filter(|s| **s == Some(Style::Capitals)) {
            *style = Some(Style::Plain);
        }
    }
}

/// Headings of one kind that stand again, each time below another heading of it, are of parts of sections.
fn lower_repeated(blocks: &[Block], places: &[usize], styles: &mut [Option<Style>]) {
    let labels: Vec<(usize, String)> = (0..styles.len())
        .filter(|place| styles[*place] == Some(Style::Plain))
        .map(|place| (place, words::label(&blocks[places[place]].text)))
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, label) in &labels {
        *counts.entry(label).or_default() += 1;
    }
    let is_own = |(_, label): &&(usize, String)| counts[label.as_str()] == 1;
    let mut seen: HashSet<&str> = HashSet::new();
    let mut are_apart = labels.first().is_some_and(|first| is_own(&first));
    for entry in &labels {
        if is_own(&entry) {
            seen.clear();
        } else {
            are_apart &= seen.insert(&entry.1);
        }
    }
    if are_apart && labels.iter().filter(is_own).count() >= 2 {
        for (place, _) in labels.iter().filter(|entry| !is_own(entry)) {
            styles[*place] = Some(Style::Repeated);
        }
    }
}
