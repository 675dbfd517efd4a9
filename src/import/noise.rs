//! Drops what is no part of an article wherever it stands: repeated blocks, separators, lone
//! letters, phrases of page furniture, promotion, disclaimers.

use std::collections::HashMap;

use super::block::{Block, Role, open};
use super::lexicon::{Lexicon, List};
use super::words;
use super::zone::header_end;

/// How many earlier places of a line are tried as the beginning of a repeated block.
const TRIES: usize = 4;

/// Drops the second and further copies of lines that stand several times in a row.
pub(crate) fn drop_repeats(blocks: &mut [Block]) {
    let next = next_places(blocks);
    let mut at = 0;
    while at < blocks.len() {
        match repeated(blocks, &next, at) {
            Some(length) => {
                drop_copy(blocks, at, length);
                at += length;
            }
            None => at += 1,
        }
    }
}

/// For each block, where the same text stands next.
fn next_places(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut last: HashMap<&str, usize> = HashMap::new();
    let mut next = vec![None; blocks.len()];
    for (i, block) in blocks.iter().enumerate().rev() {
        next[i] = last.insert(&block.text, i);
    }
    next
}

/// The number of blocks from `at` on that stand there a second time at once.
fn repeated(blocks: &[Block], next: &[Option<usize>], at: usize) -> Option<usize> {
    let mut places = std::iter::successors(next[at], |place| next[*place]).take(TRIES);
    places.find_map(|place| {
        let length = place - at;
        let copy = blocks.get(place..place + length)?;
        let original = &blocks[at..place];
        let is_copy = original.iter().zip(copy).all(|(a, b)| a.text == b.text);
        let words: usize = original.iter().map(|b| words::count(&b.text, 4)).sum();
        (is_copy && words >= 3).then_some(length)
    })
}

fn drop_copy(blocks: &mut [Block], at: usize, length: usize) {
    let is_furniture = length > 2
        && blocks[at..at + length]
            .iter()
            .all(|b| !words::is_prose(&b.text));
    for block in &mut blocks[at..at + length] {
        block.decide(Role::Dropped, "repeated: it stands again below");
        block.repeats |= is_furniture;
    }
    for block in &mut blocks[at + length..at + 2 * length] {
        block.repeats |= is_furniture;
    }
}

/// Drops lines that are furniture on any page.
pub(crate) fn drop_furniture(blocks: &mut [Block], lexicon: &Lexicon) {
    let header = header_end(blocks, lexicon);
    let footer = last_quarter(blocks);
    for i in open(blocks) {
        let is_margin = i < header || i >= footer;
        if let Some(why) = furniture(blocks, i, is_margin, lexicon) {
            blocks[i].decide(Role::Dropped, why);
        }
    }
}

/// Where the last quarter of the lines begins.
fn last_quarter(blocks: &[Block]) -> usize {
    blocks.len() - blocks.len().div_ceil(4)
}

fn furniture(
    blocks: &[Block],
    i: usize,
    is_margin: bool,
    lexicon: &Lexicon,
) -> Option<&'static str> {
    let block = &blocks[i];
    if !block.is_short() {
        return None;
    }
    let letters = block.text.chars().filter(|c| c.is_alphanumeric()).take(2);
    match letters.collect::<Vec<_>>().as_slice() {
        [] => return Some("a line without words"),
        // Buttons that change the size of letters; in a list it may be a name.
        [one] if one.is_alphabetic() && is_margin && block.bullet.is_none() => {
            return Some("a lone letter");
        }
        _ => {}
    }
    let label = words::label(&block.text);
    let phrase = lexicon[List::Boilerplate]
        .beginning(&label)
        .unwrap_or_default();
    let is_phrase = !phrase.is_empty() && (phrase.contains(' ') || phrase == label);
    let is_furniture = is_phrase || is_counter(&label, lexicon) || block.text.contains('©');
    (is_furniture
        && words::at_most(&block.text, 12)
        && !is_sentence_of_prose(blocks, i, phrase, lexicon))
    .then_some("page furniture")
}

/// Whether a line that begins with a phrase of furniture is a sentence of the article's all the
/// same: prose stands around it (on one side is enough where it has a verb), and it goes on after
/// the phrase as a sentence does and as a button or a call to the reader does not.
fn is_sentence_of_prose(blocks: &[Block], i: usize, phrase: &str, lexicon: &Lexicon) -> bool {
    let text = &blocks[i].text;
    let is_in = |list: List| lexicon[list].count_in(&words::fold(text)) > 0;
    let has_verb = is_in(List::FiniteVerbs) && words::last_sign(text) != Some('?');
    words::ends_sentence(text)
        && goes_on(text, phrase, has_verb)
        && !is_in(List::Reader)
        && prose_beside(blocks, i) >= if has_verb { 1 } else { 2 }
}

/// Whether more than a few words follow the phrase at once: small ones, where there is no verb (a
/// capital begins the title of another page).
fn goes_on(text: &str, phrase: &str, has_verb: bool) -> bool {
    const FEW: usize = 3;
    let mut rest = text
        .split_whitespace()
        .filter(|token| *token != "©")
        .skip(phrase.split_whitespace().count());
    let starts_well = rest
        .next()
        .and_then(|token| token.chars().next())
        .is_some_and(|c| c.is_lowercase() || has_verb && (c.is_alphanumeric() || c == '«'));
    starts_well && rest.count() >= FEW
}

/// On how many sides a sentence of some length stands next to the line.
fn prose_beside(blocks: &[Block], i: usize) -> usize {
    let is_kept = |b: &&Block| b.role != Role::Dropped;
    let sides = [
        blocks[..i].iter().rev().find(is_kept),
        blocks[i + 1..].iter().find(is_kept),
    ];
    let is_prose = |b: &&Block| words::ends_sentence(&b.text) && words::count(&b.text, 6) >= 6;
    sides.into_iter().flatten().filter(is_prose).count()
}

/// `3 commentaires`
fn is_counter(label: &str, lexicon: &Lexicon) -> bool {
    let rest = label.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < label.len() && lexicon[List::Counters].has(rest.trim_start())
}

/// Drops the list below the heading of a list of other pages, and menu words that stand alone
/// where no prose follows (with prose below they may be a heading).
pub(crate) fn drop_widgets(blocks: &mut [Block], lexicon: &Lexicon) {
    let mut is_related = false;
    for i in 0..blocks.len() {
        let block = &blocks[i];
        let label = if block.is_short() {
            words::label(&block.text)
        } else {
            String::new()
        };
        if lexicon[List::Related].has(&label) {
            is_related = true;
        } else if is_related && block.is_open() && block.bullet.is_some() {
            blocks[i].decide(Role::Dropped, "an item of a list of other pages");
        } else {
            is_related = false;
            let is_alone = block.is_open_line() && !is_above_prose(blocks, i);
            if is_alone && lexicon[List::Menu].has(&label) {
                blocks[i].decide(Role::Dropped, "menu words with no prose below");
            } else if is_alone
                && lexicon[List::ImageLast].end(&label).is_some()
                && words::at_most(&label, 6)
            {
                blocks[i].decide(Role::Dropped, "describes an image");
            }
        }
    }
}

fn is_above_prose(blocks: &[Block], i: usize) -> bool {
    let next = blocks[i + 1..].iter().find(|b| b.is_open());
    next.is_some_and(|b| {
        let is_sentence = words::ends_sentence(&b.text) && words::count(&b.text, 4) >= 4;
        is_sentence || words::is_prose(&b.text) || b.bullet.is_some()
    })
}

/// Drops paragraphs that advertise: a sentence that begins with a call, and two lures.
pub(crate) fn drop_promotion(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks.iter_mut().filter(|b| b.is_open_line()) {
        if block.text.len() > 800 || !words::at_most(&block.text, 70) {
            continue;
        }
        let folded = words::fold(&block.text);
        let mut sentences = folded.split(['.', '!', '?']).map(str::trim);
        let calls = sentences.any(|sentence| lexicon[List::Calls].beginning(sentence).is_some());
        if calls && lexicon[List::Lures].count_in(&folded) >= 2 {
            block.decide(Role::Dropped, "promotion: it calls and lures");
        }
    }
}

/// Drops a disclaimer's heading with the paragraphs that follow it, and what reads as one at the
/// text's end.
pub(crate) fn drop_disclaimers(blocks: &mut [Block], lexicon: &Lexicon) {
    let last_quarter = last_quarter(blocks);
    let mut heading: Option<usize> = None;
    for i in open(blocks) {
        let text = words::head(&blocks[i].text, 1000);
        let label = words::label(text);
        let cues = lexicon[List::Disclaimer].count_in(&words::fold(text));
        if lexicon[List::DisclaimerHeadings].has(&label) {
            heading = Some(i);
        } else if heading.is_some() && cues >= 1 || cues >= 2 && i >= last_quarter {
            blocks[i].decide(Role::Dropped, "a disclaimer");
            if let Some(heading) = heading.filter(|h| blocks[*h].is_open()) {
                blocks[heading].decide(Role::Dropped, "the heading of a disclaimer");
            }
        } else {
            heading = None;
        }
    }
}
