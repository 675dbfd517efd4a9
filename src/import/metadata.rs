//! Moves what a text says about itself to the head: the collector's mark, notices of machine
//! translation, lines with date and author, the publisher.

use super::about;
use super::block::{Aside, Block, Field, Role, Way, open};
use super::dates::Said;
use super::facts::{Facts, Told};
use super::lexicon::{Lexicon, List};
use super::pages::RUNNING;
use super::zone::{header_end, is_beside_about};
use super::{dateline, names, notice, words};
use crate::model::PartialDate;

/// Moves every line that is about the article; what they say.
pub(crate) fn read(blocks: &mut [Block], lexicon: &Lexicon) -> Facts {
    let mut facts = Facts::default();
    if let Some(first) = blocks.iter_mut().find(|b| b.is_open()) {
        facts.mark(first);
    }
    facts.notices(blocks, lexicon);
    facts.lines(blocks, lexicon);
    facts.dateline(blocks, lexicon);
    facts.running(blocks, lexicon);
    facts
}

impl Facts {
    /// `date 2026-01-28 …`: the mark that a collector puts before a text.
    fn mark(&mut self, block: &mut Block) {
        let mut tokens = block.text.split_whitespace();
        let Some((Ok(date), true)) = tokens
            .next()
            .map(|key| key.eq_ignore_ascii_case("date"))
            .and_then(|is_key| Some((tokens.next()?.parse::<PartialDate>(), is_key)))
        else {
            return;
        };
        let mark = words::first_words(&block.text, 2);
        let rest = tokens.collect::<Vec<_>>().join(" ");
        self.published.push(Told {
            value: Said::Known(date),
            line: block.line(),
        });
        set_aside(block, mark, rest, Field::About, "the collector's mark");
    }

    /// Notices at both ends of the text, in brackets or as lines of their own.
    fn notices(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let open = open(blocks);
        let last = open.len().saturating_sub(6);
        let ends = open
            .iter()
            .enumerate()
            .filter(|(place, _)| *place < 5 || *place >= last);
        for (_, i) in ends {
            let block = &mut blocks[*i];
            let Some((notice, rest)) = notice::split(&block.text, lexicon) else {
                continue;
            };
            let inner = notice
                .trim_matches(|c| matches!(c, '(' | ')' | '[' | ']'))
                .trim();
            if self.take_notice(inner, block.line(), lexicon) {
                set_aside(
                    block,
                    notice,
                    rest,
                    Field::Notice,
                    "a notice that a machine had a part in the text",
                );
            }
        }
    }

    /// Lines with date, author or publisher: in the header, or where they say « publié », « par ».
    fn lines(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let header = header_end(blocks, lexicon);
        let last = blocks.iter().rposition(Block::is_open);
        for (i, block) in blocks
            .iter_mut()
            .enumerate()
            .filter(|(_, b)| b.is_open_line())
        {
            if !block.is_short() {
                continue;
            }
            let Some(mut about) = about::read(&block.text, lexicon) else {
                continue;
            };
            let roles = std::mem::take(&mut about.roles);
            let is_framed = block.text.starts_with('(') && about.is_only_date();
            let is_signed = (about.has_author() || is_framed) && Some(i) == last;
            let is_known = |name: &String| self.authors.iter().any(|own| own.value == *name);
            let is_again = !about.authors.is_empty() && about.authors.iter().all(is_known);
            let has_cue = is_again
                || about.has_author() && about.has_date()
                || says_published(block, lexicon) && about.has_date();
            if i < header || is_signed || has_cue {
                self.take_about(about, block.line());
                block.decide(
                    Role::Moved(Field::About),
                    "a line about the article: date, author, time",
                );
                for role in roles {
                    drop_part(
                        block,
                        role,
                        "what the author does, for which the head has no place",
                    );
                }
            }
        }
        self.labelled(&mut blocks[..header], lexicon);
        self.named(blocks, header, lexicon);
        self.publisher_alone(&mut blocks[..header], lexicon);
    }

    /// The date and the agency with which the first paragraph begins.
    fn dateline(&mut self, blocks: &[Block], lexicon: &Lexicon) {
        const FIRST: usize = 3;
        let mut prose = blocks
            .iter()
            .filter(|b| b.is_open_line() && words::is_prose(&b.text))
            .take(FIRST);
        let found = prose.find_map(|b| Some((b, dateline::read(&b.text, lexicon)?)));
        if let Some((first, said)) = found {
            let line = first.line();
            let date = said.date.map(|value| Told { value, line });
            self.published.extend(date);
            let agency = said.agency.map(|value| Told { value, line });
            self.source = self.source.take().or(agency);
        }
    }

    /// The date in a head that stands on every page.
    fn running(&mut self, blocks: &[Block], lexicon: &Lexicon) {
        let heads = blocks
            .iter()
            .filter(|b| b.role == Role::Dropped && b.why == RUNNING);
        for block in heads {
            let parts = block.text.split(['|', '·', '–']).map(str::trim);
            let dates = parts.filter_map(|part| about::read(part, lexicon)?.published);
            let line = block.line();
            self.published
                .extend(dates.map(|value| Told { value, line }));
        }
    }

    /// The author's name on a line of its own, next to a line about the article, below the title:
    /// two or three words with a capital letter each, none of which the text knows as a common word.
    pub(crate) fn lone_author(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let end = header_end(blocks, lexicon);
        let title = blocks
            .iter()
            .position(|b| b.role == Role::Moved(Field::Title));
        let from = title.map_or(end, |title| title + 1);
        let end = below_about(blocks, from).unwrap_or(end).max(end);
        let is_near = |i: usize| i < from + 3 && is_unsaid(blocks, i);
        let name = (from..end)
            .find(|i| is_full_name(blocks, *i) && (is_beside_about(blocks, *i) || is_near(*i)));
        if let (true, Some(i)) = (self.authors.is_empty(), name) {
            let block = &mut blocks[i];
            self.authors.push(Told {
                value: block.text.clone(),
                line: block.line(),
            });
            block.decide(
                Role::Moved(Field::About),
                "a name next to a line about the article",
            );
        }
    }

    /// A line of the header that is a publisher's name.
    fn publisher_alone(&mut self, header: &mut [Block], lexicon: &Lexicon) {
        for block in header.iter_mut().filter(|b| b.is_open_line()) {
            if lexicon.agencies.contains(&block.text) {
                let told = Told {
                    value: block.text.clone(),
                    line: block.line(),
                };
                self.source.get_or_insert(told);
                block.decide(
                    Role::Moved(Field::Source),
                    "a publisher's name on a line of its own",
                );
            }
        }
    }
}

/// The place below the last line about the article that stands near a title.
fn below_about(blocks: &[Block], title: usize) -> Option<usize> {
    const NEAR: usize = 12;
    let near = blocks.get(title..)?.iter().take(NEAR);
    let is_about = |b: &Block| b.role == Role::Moved(Field::About);
    let last = near.rev().position(is_about)?;
    Some((title + NEAR).min(blocks.len()) - last)
}

impl Facts {
    /// Drops what stands below the byline and goes with it: the author's name again, what they do, a
    /// button, how long the text takes to read.
    pub(crate) fn drop_below_byline(&self, blocks: &mut [Block], lexicon: &Lexicon) {
        let title = blocks
            .iter()
            .position(|b| b.role == Role::Moved(Field::Title));
        let Some(from) = title.and_then(|title| below_about(blocks, title)) else {
            return;
        };
        let goes_with = |b: &Block| {
            let label = words::label(words::head(&b.text, 80));
            let first = label.split([' ', ',']).next().unwrap_or_default();
            let is_short = words::at_most(&b.text, 8) && !words::is_closed(&b.text);
            let is_read = about::read(&b.text, lexicon).is_some_and(|about| about.is_timed());
            let is_button = words::at_most(&b.text, 4)
                && (lexicon[List::Buttons].has(&label)
                    || lexicon[List::Actions].beginning(&label).is_some());
            let is_author = self.authors.iter().any(|author| author.value == b.text);
            is_short && (is_read || is_button || is_author || lexicon[List::Roles].has(first))
        };
        let below = blocks[from..]
            .iter_mut()
            .filter(|b| b.role != Role::Dropped);
        for block in below.take_while(|b| b.is_open_line() && goes_with(b)) {
            block.decide(Role::Dropped, "stands below the byline and goes with it");
        }
    }
}

/// Takes words off a block's beginning; without any other words the whole block moves.
fn set_aside(block: &mut Block, text: String, rest: String, field: Field, why: &'static str) {
    if rest.chars().any(char::is_alphanumeric) {
        block.asides.push(Aside {
            text,
            way: Way::Head(field),
            why,
        });
        block.text = rest;
    } else {
        block.decide(Role::Moved(field), why);
    }
}

/// Tells a part of a line as dropped.
pub(crate) fn drop_part(block: &mut Block, part: String, why: &'static str) {
    let is_whole = |at: usize| {
        let (before, after) = (&block.text[..at], &block.text[at + part.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let found = block.text.match_indices(&part).map(|(at, _)| at);
    if let Some(at) = found.into_iter().find(|at| is_whole(*at)) {
        let (before, after) = (&block.text[..at], &block.text[at + part.len()..]);
        block.text = format!("{}{after}", before.trim_end_matches([',', ' ']));
    }
    block.asides.push(Aside {
        text: part,
        way: Way::Dropped,
        why,
    });
}

/// Whether no other line says the name, and an empty line stands below.
fn is_unsaid(blocks: &[Block], i: usize) -> bool {
    let others = blocks.iter().enumerate().filter(|(other, _)| *other != i);
    let name = &blocks[i].text;
    let is_apart = blocks.get(i + 1).is_some_and(|next| next.gap);
    is_apart && others.into_iter().all(|(_, b)| !b.text.contains(name))
}

fn is_full_name(blocks: &[Block], i: usize) -> bool {
    blocks[i].is_open_line() && is_unknown_name(blocks, &blocks[i].text)
}

/// Two or three words with a capital letter each, none of which the text has as a common word.
pub(crate) fn is_unknown_name(blocks: &[Block], name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_common = |word: &str| {
        let small = word.to_lowercase();
        blocks
            .iter()
            .any(|b| words::words(&b.text).any(|other| other == small))
    };
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| names::is_name_word(word) && !is_common(word))
}

fn says_published(block: &Block, lexicon: &Lexicon) -> bool {
    let label = words::label(&block.text);
    let cue = lexicon[List::Published]
        .beginning(&label)
        .or(lexicon[List::Updated].beginning(&label));
    cue.is_some_and(|cue| cue.contains(' '))
}
