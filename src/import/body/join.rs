//! Joins a sentence that the collector broke in two (often at a ticker, `Nvidia` ⏎ `NVDA.O , …`), or
//! that a line's end breaks in a text whose paragraphs are a line each.

use crate::import::block::{Block, Role, open};
use crate::import::dates;
use crate::import::entities::tickers;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about;
use crate::import::words::{self, number};

/// Joins a title that a line's end breaks: the line below it begins small, and an empty line follows.
pub(crate) fn broken_titles(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    const HEADER: usize = 20;
    let is_line = |b: &Block| {
        let is_short = b.is_open_line() && b.mark.is_none() && words::at_most(&b.text, 16);
        let is_known = || is_known_heading(&words::label(&b.text), lexicon);
        let first = b.text.split('|').next().unwrap_or_default(); // `par Léa Martin | Actualité`
        is_short && about::read(first, lexicon).is_none() && !is_known()
    };
    for i in (1..blocks.len().min(HEADER)).rev() {
        let (before, next) = (&blocks[i - 1], &blocks[i]);
        let is_whole = words::is_closed(&before.text) || before.text.ends_with(':');
        let goes_on = !next.gap
            && next.text.starts_with(char::is_lowercase)
            && !next.text.starts_with("www.")
            && words::count(&next.text, 2) >= 2;
        let after = blocks[i + 1..].iter().find(|b| !b.lines.is_empty());
        let is_end = after.is_none_or(|after| after.gap) && !words::ends_sentence(&next.text);
        let is_begun = words::count(&before.text, 4) >= 4 && !is_whole;
        let is_first = blocks[..i - 1].iter().all(|b| !b.is_open());
        let is_led = is_first
            && !next.gap
            && before.text.ends_with(':')
            && words::count(&before.text, 4) == 4
            && words::count(&next.text, 3) == 3
            && !words::is_closed(&next.text);
        let is_colon = before.text.ends_with(':') && words::count(&before.text, 3) == 3;
        let is_alone = before.gap && after.is_none_or(|after| after.gap);
        let is_led = is_led
            || is_colon
                && !next.gap
                && !words::is_closed(&next.text)
                && (is_alone || goes_on && words::count(&next.text, 4) == 4)
            || !next.gap && is_loud(before, next, lexicon);
        let is_cut = goes_on && is_end && is_begun && !dates::has_figures(&next.text);
        if is_line(before) && is_line(next) && (is_cut || is_led) {
            append(blocks, i - 1, i);
        }
    }
    blocks.retain(|block| !block.lines.is_empty());
}

/// Whether two lines in capitals are one: the first ends with a word or a sign that leads on.
fn is_loud(before: &Block, next: &Block, lexicon: &Lexicon) -> bool {
    let last = before.text.split_whitespace().next_back().map(words::fold);
    let leads = last.is_some_and(|last| lexicon[List::LeadsOn].has(&last) || last == ":");
    words::is_capitals(&before.text) && words::is_capitals(&next.text) && leads
}

/// Joins a line to the next one, no empty line between, where the first is no end of a sentence and
/// the second, which ends one, goes on with it.
pub(crate) fn broken_lines(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    for i in (1..blocks.len()).rev() {
        if is_broken(&blocks[i - 1], &blocks[i], lexicon) {
            append(blocks, i - 1, i);
        }
    }
    blocks.retain(|block| !block.lines.is_empty());
}

/// The evidence: a small letter after some words, or a word or a comma that leads on.
fn is_broken(before: &Block, next: &Block, lexicon: &Lexicon) -> bool {
    let is_line = |b: &Block| b.is_open_line() && b.mark.is_none() && number::of(&b.text).is_none();
    const WIDE: usize = 50;
    let least = if before.text.len() >= WIDE { 1 } else { 3 };
    let is_sentence = words::ends_sentence(&next.text) && words::count(&next.text, 3) >= least;
    if next.gap || !is_line(before) || !is_line(next) || !is_sentence {
        return false;
    }
    let text = &before.text;
    let is_known = before.is_short() && is_known_heading(&words::label(text), lexicon);
    if is_known || next.is_short() && about::read(&next.text, lexicon).is_some() {
        return false;
    }
    let has_some_words = words::count(text, 4) >= 4;
    let ends_open = words::last_sign(text).is_some_and(|c| c.is_alphanumeric() || c == '%');
    let mut letters = next.text.chars();
    let is_small = letters.next().is_some_and(char::is_lowercase)
        && !letters.next().is_some_and(char::is_uppercase);
    has_some_words && (ends_open && is_small || leads_on(text, lexicon))
}

/// Whether the last word cannot be a line's last one, or the line is the beginning of a sentence up
/// to a comma (a letter's `Bonjour à tous,` does not begin as sentences do).
fn leads_on(text: &str, lexicon: &Lexicon) -> bool {
    let word = |token: Option<&str>| token.map(words::fold).unwrap_or_default();
    let last = word(text.split_whitespace().next_back());
    let first = word(text.split([' ', '\'', '’']).next());
    lexicon[List::LeadsOn].has(&last) || text.ends_with(',') && lexicon[List::Opens].has(&first)
}

/// Whether lines below belong to it as to a heading.
pub(crate) fn is_known_heading(label: &str, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 6] = [
        List::KeyPoints,
        List::Takeaways,
        List::LateTakeaways,
        List::TakeawaysLists,
        List::Sources,
        List::Conclusion,
    ];
    LISTS.iter().any(|list| lexicon[*list].has(label))
}

/// Joins every open line that goes on in the next one.
pub(crate) fn broken_sentences(blocks: &mut Vec<Block>) {
    let mut tail: Option<usize> = None;
    let mut last = 0;
    for i in open(blocks) {
        let is_adjacent = blocks[last + 1..i.max(last + 1)]
            .iter()
            .all(|b| b.role == Role::Dropped);
        match tail {
            Some(before) if is_adjacent && goes_on(&blocks[before], &blocks[i]) => {
                append(blocks, before, i);
            }
            _ => tail = Some(i),
        }
        last = i;
    }
    blocks.retain(|block| !block.lines.is_empty());
}

fn append(blocks: &mut [Block], before: usize, i: usize) {
    let text = std::mem::take(&mut blocks[i].text);
    let lines = std::mem::take(&mut blocks[i].lines);
    blocks[before].text.push(' ');
    blocks[before].text.push_str(&text);
    blocks[before].lines.extend(lines);
    blocks[before].why = "a sentence that was broken in two";
}

/// The first has no final sign, and the second does not begin as a sentence does: with a ticker or
/// a sign, or (after a line that is too long to be a heading) with a small letter.
fn goes_on(before: &Block, next: &Block) -> bool {
    let is_open_end =
        words::last_sign(&before.text).is_some_and(|c| c.is_alphanumeric() || c == ',');
    let is_line = next.bullet.is_none() && next.mark.is_none() && next.asides.is_empty();
    let may_go_on = before.bullet.is_none() || starts_with_sign(&next.text);
    if !is_open_end || !is_line || !may_go_on {
        return false;
    }
    let is_small = next.text.starts_with(char::is_lowercase);
    let is_long = words::count(&before.text, 16) >= 16;
    let is_around_ticker = tickers::begins(&next.text) || is_small && tickers::ends(&before.text);
    is_small && is_long || starts_with_sign(&next.text) || is_around_ticker
}

/// `, par exemple`, `; puis`
fn starts_with_sign(text: &str) -> bool {
    let rest = text.strip_prefix([',', ';', ')', '.']);
    rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}
