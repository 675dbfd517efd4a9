//! Names that stand near the line about the article, and what goes with that line.

use super::about;
use super::names::{is_role, is_unknown_name};
use super::zone::{header_end, is_beside_about};
use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// How many lines near a title are looked at.
const NEAR: usize = 12;

impl Facts {
    /// The author's name on a line of its own, next to a line about the article or above the name of who
    /// publishes, below the title:
    /// two or three words with a capital letter each, none of which the text knows as a common word.
    pub(crate) fn lone_author(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let end = header_end(blocks, lexicon);
        let title = blocks
            .iter()
            .position(|b| b.role == Role::Moved(Field::Title));
        let from = title.map_or(end, |title| title + 1);
        let end = below_about(blocks, from).unwrap_or(end).max(end);
        let is_near = |i: usize| i < from + 3 && is_unsaid(blocks, i);
        let is_name = |i: &usize| is_full_name(blocks, *i) && !begins_small(&blocks[*i], lexicon);
        let by_about =
            (from..end).find(|i| is_name(i) && (is_beside_about(blocks, *i) || is_near(*i)));
        let mut near = from..blocks.len().min(from + NEAR);
        let name = by_about.or_else(|| near.find(|i| is_name(i) && is_above_masthead(blocks, *i)));
        if let (true, Some(i)) = (self.authors.is_empty(), name) {
            let block = &mut blocks[i];
            self.authors.push(Told {
                value: without_stop(&block.text).to_owned(),
                line: block.line(),
            });
            block.decide(
                Role::Moved(Field::About),
                "a name next to a line about the article",
            );
        }
    }

    /// Drops what stands below the byline and goes with it: the author's name again, what they do, a
    /// button, how long the text takes to read.
    pub(crate) fn drop_below_byline(&self, blocks: &mut [Block], lexicon: &Lexicon) {
        let title = blocks
            .iter()
            .position(|b| b.role == Role::Moved(Field::Title));
        let Some(from) = title.and_then(|title| below_about(blocks, title)) else {
            return;
        };
        let masthead = blocks.first().map(|b| b.text.clone());
        let goes_with = |b: &Block| {
            let is_short = words::at_most(&b.text, 8) && !words::is_closed(&b.text);
            let is_read = about::read(&b.text, lexicon).is_some_and(|about| about.is_timed());
            let is_button = lexicon.is_button(&b.text);
            let is_author = self.authors.iter().any(|author| author.value == b.text);
            let is_again = is_author || masthead.as_ref() == Some(&b.text);
            is_short && (is_read || is_button || is_again || is_role(&b.text, lexicon))
        };
        let below = blocks[from..]
            .iter_mut()
            .filter(|b| b.role != Role::Dropped);
        for block in below.take_while(|b| b.is_open_line() && goes_with(b)) {
            block.decide(Role::Dropped, "stands below the byline and goes with it");
        }
    }
}

/// The place below the last line about the article that stands near a title.
fn below_about(blocks: &[Block], title: usize) -> Option<usize> {
    let near = blocks.get(title..)?.iter().take(NEAR);
    let is_about = |b: &Block| b.role == Role::Moved(Field::About);
    let last = near.rev().position(is_about)?;
    Some((title + NEAR).min(blocks.len()) - last)
}

/// `Léa MARTIN.`: a name without the full stop after it, which belongs to an initial.
fn without_stop(name: &str) -> &str {
    let last = name.split(' ').next_back().unwrap_or_default();
    let is_initial = last.chars().count() <= 2 || last.matches('.').count() > 1;
    name.strip_suffix('.')
        .filter(|_| !is_initial)
        .unwrap_or(name)
}

/// `LES PME INDUSTRIELLES`: a word that begins no name.
fn begins_small(block: &Block, lexicon: &Lexicon) -> bool {
    let first = words::fold(&words::first_words(&block.text, 1));
    lexicon[List::FunctionWords].has(&first)
}

fn is_full_name(blocks: &[Block], i: usize) -> bool {
    blocks[i].is_open_line() && is_unknown_name(blocks, &blocks[i].text)
}

/// Whether the line below in its run says again what the text's first line says.
fn is_above_masthead(blocks: &[Block], i: usize) -> bool {
    let masthead = &blocks[0].text;
    let is_masthead = |b: &Block| !b.gap && b.text == *masthead && words::at_most(masthead, 6);
    blocks.get(i + 1).is_some_and(is_masthead)
}

/// Whether no other line says the name, and an empty line or furniture stands below.
fn is_unsaid(blocks: &[Block], i: usize) -> bool {
    let others = blocks.iter().enumerate().filter(|(other, _)| *other != i);
    let name = &blocks[i].text;
    let is_apart = blocks
        .get(i + 1)
        .is_some_and(|next| next.gap || next.role == Role::Dropped);
    is_apart && others.into_iter().all(|(_, b)| !b.text.contains(name))
}
