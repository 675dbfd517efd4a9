//! Moves what a text says about itself to the head: the collector's mark, notices of machine
//! translation, lines with date and author, the publisher.

use super::about::{self, About};
use super::block::{Aside, Block, Field, Role, open};
use super::dateline;
use super::dates::Said;
use super::lexicon::Lexicon;
use super::words;
use crate::model::PartialDate;

/// A fact with the line that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told<T> {
    pub(crate) value: T,
    pub(crate) line: usize,
}

/// What a text says about itself; of two dates the first one is the surest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) published: Vec<Told<Said>>,
    pub(crate) updated: Option<Told<Said>>,
    pub(crate) authors: Vec<Told<String>>,
    pub(crate) source: Option<Told<String>>,
    pub(crate) translation: Option<Told<String>>,
    pub(crate) assisted: Option<Told<String>>,
    /// A time of day without a date.
    pub(crate) time: Option<Told<String>>,
}

/// Moves every line that is about the article; what they say.
pub(crate) fn read(blocks: &mut [Block], lexicon: &Lexicon) -> Facts {
    let mut facts = Facts::default();
    if let Some(first) = blocks.iter_mut().find(|b| b.is_open()) {
        facts.mark(first);
    }
    facts.notices(blocks, lexicon);
    facts.lines(blocks, lexicon);
    facts.dateline(blocks, lexicon);
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
            let Some((notice, rest)) = split_notice(&block.text, lexicon) else {
                continue;
            };
            let inner = notice
                .trim_matches(|c| matches!(c, '(' | ')' | '[' | ']'))
                .trim();
            if self.notice(inner, block.line(), lexicon) {
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

    /// Takes a notice; false where another one is known already.
    fn notice(&mut self, text: &str, line: usize, lexicon: &Lexicon) -> bool {
        let is_translation = lexicon.translation.count_in(&words::fold(text)) > 0;
        let place = if is_translation {
            &mut self.translation
        } else {
            &mut self.assisted
        };
        if place.as_ref().is_some_and(|known| known.value != text) {
            return false;
        }
        place.get_or_insert(Told {
            value: text.to_owned(),
            line,
        });
        if let Some(agency) = lexicon.agency_named_by(text) {
            self.source.get_or_insert(Told {
                value: agency.to_owned(),
                line,
            });
        }
        true
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
            let Some(about) = about::read(&block.text, lexicon) else {
                continue;
            };
            let is_signed = about.has_author() && Some(i) == last;
            let has_cue = about.has_author() && about.has_date()
                || says_published(block, lexicon) && about.has_date();
            if i < header || is_signed || has_cue {
                self.about(about, block.line());
                block.decide(
                    Role::Moved(Field::About),
                    "a line about the article: date, author, time",
                );
            }
        }
        self.publisher_alone(&mut blocks[..header], lexicon);
    }

    fn about(&mut self, about: About, line: usize) {
        let told = |value| Told { value, line };
        self.published.extend(about.published.map(told));
        self.updated = self.updated.take().or(about.updated.map(told));
        let told = |value| Told { value, line };
        let known: Vec<String> = self.authors.iter().map(|a| a.value.clone()).collect();
        self.authors.extend(
            about
                .authors
                .into_iter()
                .filter(|a| !known.contains(a))
                .map(told),
        );
        self.source = self.source.take().or(about.agency.map(told));
        self.time = self.time.take().or(about.time.map(told));
    }

    /// The date and the agency with which the first paragraph begins.
    fn dateline(&mut self, blocks: &[Block], lexicon: &Lexicon) {
        let Some(first) = blocks
            .iter()
            .find(|b| b.is_open_line() && words::is_prose(&b.text))
        else {
            return;
        };
        if let Some(said) = dateline::read(&first.text, lexicon) {
            let line = first.line();
            let date = said.date.map(|value| Told { value, line });
            self.published.extend(date);
            let agency = said.agency.map(|value| Told { value, line });
            self.source = self.source.take().or(agency);
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
        let name = (from..end).find(|i| is_beside_about(blocks, *i) && is_full_name(blocks, *i));
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

/// Takes words off a block's beginning; without any other words the whole block moves.
fn set_aside(block: &mut Block, text: String, rest: String, field: Field, why: &'static str) {
    if rest.chars().any(char::is_alphanumeric) {
        block.asides.push(Aside {
            text,
            field: Some(field),
            why,
        });
        block.text = rest;
    } else {
        block.decide(Role::Moved(field), why);
    }
}

/// The text in the brackets with which a line begins, and what follows them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let closing = match text.get(..2)? {
        "((" => "))",
        "[[" => "]]",
        first if first.starts_with('(') => ")",
        first if first.starts_with('[') => "]",
        _ => return None,
    };
    let end = text.find(closing)? + closing.len();
    Some(text.split_at(end))
}

fn has_machine_cue(text: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(words::head(text, 1000));
    lexicon.translation.count_in(&folded) + lexicon.assisted.count_in(&folded) > 0
}

/// A notice and what follows it on its line.
fn split_notice(text: &str, lexicon: &Lexicon) -> Option<(String, String)> {
    match in_brackets(text) {
        Some((notice, rest)) if has_machine_cue(notice, lexicon) => {
            Some((notice.to_owned(), rest.trim().to_owned()))
        }
        _ => is_notice(text, lexicon).then(|| (text.to_owned(), String::new())),
    }
}

/// A short paragraph that speaks of this very text and of a machine.
fn is_notice(text: &str, lexicon: &Lexicon) -> bool {
    if text.len() > 500 || !words::at_most(text, 45) || !has_machine_cue(text, lexicon) {
        return false;
    }
    let label = words::label(text);
    let begins = lexicon
        .translation
        .beginning(&label)
        .or(lexicon.assisted.beginning(&label));
    let speaks_of_itself = lexicon.itself.count_in(&label) > 0;
    begins.is_some() || speaks_of_itself
}

/// Whether a line about the article stands next to it.
pub(crate) fn is_beside_about(blocks: &[Block], i: usize) -> bool {
    let is_about = |b: &Block| b.role == Role::Moved(Field::About);
    let before = i.checked_sub(1).and_then(|before| blocks.get(before));
    blocks.get(i + 1).is_some_and(is_about) || before.is_some_and(is_about)
}

fn is_full_name(blocks: &[Block], i: usize) -> bool {
    let block = &blocks[i];
    let words: Vec<&str> = block.text.split_whitespace().collect();
    let is_common = |word: &str| {
        let small = word.to_lowercase();
        blocks
            .iter()
            .any(|b| words::words(&b.text).any(|other| other == small))
    };
    block.is_open_line()
        && (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| about::is_name_word(word) && !is_common(word))
}

fn says_published(block: &Block, lexicon: &Lexicon) -> bool {
    let label = words::label(&block.text);
    let cue = lexicon
        .published
        .beginning(&label)
        .or(lexicon.updated.beginning(&label));
    cue.is_some_and(|cue| cue.contains(' '))
}

/// The place of the first block that is no part of a page's header: prose, a list, a numbered
/// line, a known heading.
pub(crate) fn header_end(blocks: &[Block], lexicon: &Lexicon) -> usize {
    const LONGEST: usize = 40;
    let is_text = |block: &Block| {
        let label = if block.is_short() {
            words::label(&block.text)
        } else {
            String::new()
        };
        let is_sentence = words::ends_sentence(&block.text)
            && !words::at_most(&block.text, 8)
            && words::last_sign(&block.text) == Some('.');
        block.bullet.is_some()
            || words::is_prose(&block.text)
            || is_sentence
            || super::number::of(&block.text).is_some()
            || lexicon.key_points.has(&label)
            || lexicon.takeaways.has(&label)
    };
    let open = open(blocks);
    let first = open.iter().take(LONGEST).find(|i| is_text(&blocks[**i]));
    first.or(open.get(LONGEST)).copied().unwrap_or(blocks.len())
}
