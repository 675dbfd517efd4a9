//! Moves what a text says about itself to the head: the collector's mark, notices of machine
//! translation, lines with date and author, the publisher.

use super::about::{self, About};
use super::block::{Aside, Block, Field, Role, open};
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

    /// Notices in brackets at the text's beginning, and lines of their own at both ends.
    fn notices(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let open = open(blocks);
        let last = open.len().saturating_sub(6);
        for (place, i) in open
            .iter()
            .enumerate()
            .filter(|(p, _)| *p < 5 || *p >= last)
        {
            let block = &mut blocks[*i];
            if place < 5 && self.bracketed(block, lexicon) {
                continue;
            }
            if is_notice(&block.text, lexicon) {
                self.notice(&block.text.clone(), block.line(), lexicon);
                block.decide(
                    Role::Moved(Field::Notice),
                    "a notice that a machine had a part in the text",
                );
            }
        }
    }

    fn bracketed(&mut self, block: &mut Block, lexicon: &Lexicon) -> bool {
        let Some((notice, rest)) = in_brackets(&block.text) else {
            return false;
        };
        if !has_machine_cue(notice, lexicon) {
            return false;
        }
        let inner = notice
            .trim_matches(|c| matches!(c, '(' | ')' | '[' | ']'))
            .trim();
        self.notice(inner, block.line(), lexicon);
        let (notice, rest) = (notice.to_owned(), rest.trim().to_owned());
        set_aside(
            block,
            notice,
            rest,
            Field::Notice,
            "a notice that a machine had a part in the text",
        );
        true
    }

    fn notice(&mut self, text: &str, line: usize, lexicon: &Lexicon) {
        let folded = words::fold(text);
        let told = Told {
            value: text.to_owned(),
            line,
        };
        if lexicon.translation.count_in(&folded) > 0 {
            self.translation.get_or_insert(told);
        } else {
            self.assisted.get_or_insert(told);
        }
        if let Some(agency) = lexicon.agency_named_by(text) {
            self.source.get_or_insert(Told {
                value: agency.to_owned(),
                line,
            });
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
        block.asides.push(Aside { text, field, why });
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
    let is_bracketed = in_brackets(text).is_some_and(|(_, rest)| rest.is_empty());
    begins.is_some() || speaks_of_itself || is_bracketed
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
