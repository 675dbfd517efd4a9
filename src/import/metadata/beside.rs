//! Lines about the article that only their neighbours or their signs give away: a label over what it
//! announces, a name, a place or a label beside a date.

use super::about::{About, read};
use super::labels::{is_over_title, names_sender, with_labels};
use super::names::{begins_with_article, is_name_word, is_role, is_unknown_name, reads_as_name};
use super::outlet;
use super::take::{DOES, drop_part};
use crate::import::block::{Block, Field, Role};
use crate::import::dates::{self, Said};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;
use crate::model::PartialDate;

impl Facts {
    /// A label over what it announces (`Auteur` ⏎ `Léa Martin`), two lines that read as one.
    pub(crate) fn labelled(&mut self, header: &mut [Block], lexicon: &Lexicon) {
        for i in 1..header.len() {
            let (before, from) = header.split_at_mut(i);
            let (label, value) = (&mut before[i - 1], &mut from[0]);
            if !label.is_open_line() || !label.is_short() || !is_label(&label.text, lexicon) {
                continue;
            }
            let why = "a label over what it says about the article";
            if self.said_below(&label.text, value, why, lexicon) {
                label.decide(Role::Moved(Field::About), why);
                let label = label.text.clone();
                for next in &mut from[1..] {
                    let is_next = !next.gap && next.is_open_line() && next.is_short();
                    if !is_next || !self.said_below(&label, next, why, lexicon) {
                        break;
                    }
                }
            }
        }
    }

    /// Takes what a line says below its label; whether it says something.
    fn said_below(
        &mut self,
        label: &str,
        value: &mut Block,
        why: &'static str,
        lexicon: &Lexicon,
    ) -> bool {
        let Some(mut about) = below(label, value, lexicon) else {
            return false;
        };
        let roles = std::mem::take(&mut about.roles);
        if value.is_open_line() {
            self.take_about(about, value.line());
            value.decide(Role::Moved(Field::About), why);
            for role in roles {
                drop_part(value, role, DOES);
            }
        }
        value.role == Role::Moved(Field::About)
    }

    /// A date with a name, a place or a label beside it, in the header or as the text's last line.
    pub(crate) fn named(&mut self, blocks: &mut [Block], header: usize, lexicon: &Lexicon) {
        let last = blocks.iter().rposition(Block::is_open);
        let reviews = outlet::reviews(blocks, lexicon);
        let is_story = |i: usize| reviews.iter().any(|(at, _)| *at == i);
        for i in 0..blocks.len() {
            let block = &blocks[i];
            if !block.is_open_line() || !block.is_short() || is_story(i) {
                continue;
            }
            let is_margin = i < header && has_other_line(&blocks[..header], i) || Some(i) == last;
            if !is_margin {
                continue;
            }
            let is_first = blocks[..i].iter().all(|b| !b.is_kept());
            if let Some((name, about)) = with_name(&block.text, is_first, lexicon) {
                let name = name.to_owned();
                let is_person = is_person(blocks, &name, lexicon);
                let is_other = self.authors.iter().all(|author| author.value != name);
                if is_person && is_other && !self.authors.is_empty() {
                    self.take_published(&mut blocks[i], about, name);
                } else {
                    self.take_named(&mut blocks[i], about, name, is_person);
                }
            } else if let Some((name, sign, about)) = signed_and_dated(&block.text, lexicon)
                .filter(|(name, ..)| is_unknown_name(blocks, &without_particles(name, lexicon)))
            {
                let (name, sign) = (name.to_owned(), sign.map(str::to_owned));
                self.take_named(&mut blocks[i], about, name, true);
                if let Some(sign) = sign {
                    self.take_sign(&mut blocks[i], sign);
                }
            } else if let Some((name, about)) =
                with_publisher(&block.text, lexicon).filter(|_| !is_first)
            {
                let name = name.to_owned();
                self.take_published(&mut blocks[i], about, name);
            } else if let Some((about, name, rest)) = with_author(blocks, i, lexicon) {
                let block = &mut blocks[i];
                self.take_named(block, about, name, true);
                if words::count(&rest, 1) == 1 {
                    drop_part(block, rest, "a label beside the date");
                }
            } else if let Some((about, name, role)) = dated_and_signed(blocks, i, lexicon) {
                let block = &mut blocks[i];
                self.take_named(block, about, name, true);
                if let Some(role) = role {
                    drop_part(block, role, DOES);
                }
            } else if let Some((about, labels)) =
                with_labels(&block.text, is_over_title(&blocks[..header], i), lexicon)
            {
                let sender = labels
                    .first()
                    .filter(|name| is_first && names_sender(name, &labels, lexicon));
                let line = block.line();
                let sender = sender.map(|name| Told {
                    value: (*name).to_owned(),
                    line,
                });
                self.source = self.source.take().or(sender);
                let labels: Vec<String> = labels.into_iter().map(str::to_owned).collect();
                self.take_about(about, block.line());
                let block = &mut blocks[i];
                block.decide(
                    Role::Moved(Field::About),
                    "a line about the article: date, author, time",
                );
                for label in labels {
                    drop_part(block, label, "a label beside the date");
                }
            }
        }
    }

    /// Who published it, and what stands after the name.
    fn take_published(&mut self, block: &mut Block, about: About, name: String) {
        let (line, value) = (block.line(), name.clone());
        self.source.get_or_insert(Told { value, line });
        self.take_about(about, line);
        let why = "a line about the article: publisher, date, author";
        block.decide(Role::Moved(Field::About), why);
        drop_part(block, name, "who published it, before the date");
    }

    /// Who published it, in capitals behind the author's name.
    fn take_sign(&mut self, block: &mut Block, sign: String) {
        let (line, value) = (block.line(), sign.clone());
        self.source.get_or_insert(Told { value, line });
        drop_part(block, sign, "who published it, before the date");
    }

    fn take_named(&mut self, block: &mut Block, mut about: About, name: String, is_author: bool) {
        block.decide(
            Role::Moved(Field::About),
            "a line about the article: date, author, time",
        );
        if is_author {
            about.authors.push(name);
        } else {
            drop_part(block, name, "the place where it was written");
        }
        self.take_about(about, block.line());
    }
}

/// A day, then the author with what they do (`17 mars 2026 | Léa Martin, cheffe de rubrique`).
fn dated_and_signed(
    blocks: &[Block],
    i: usize,
    lexicon: &Lexicon,
) -> Option<(About, String, Option<String>)> {
    let text = blocks[i].text.as_str();
    let (day, signed) = [" | ", " · ", " • ", " - ", " – ", " — "]
        .iter()
        .find_map(|sign| text.split_once(sign))?;
    let about = read(day, lexicon).filter(About::is_only_date)?;
    let (name, role) = match signed.split_once(", ") {
        Some((name, role)) => (name, Some(role)),
        None => (signed, None),
    };
    let is_author = is_unknown_name(blocks, name) && role.is_none_or(|role| is_role(role, lexicon));
    is_author.then(|| (about, name.to_owned(), role.map(str::to_owned)))
}

/// A day, the author's name, a few words (`3 avril 2026 Léa Martin Non classé 2 commentaires`).
fn with_author(blocks: &[Block], i: usize, lexicon: &Lexicon) -> Option<(About, String, String)> {
    let text = blocks[i].text.as_str();
    let (_, after) = dates::at_start(text, lexicon)?;
    let about = read(&text[..text.len() - after.len()], lexicon)?;
    let first = words::first_words(after, 2);
    let rest = after.trim_start().strip_prefix(first.as_str())?.trim();
    let is_author = is_unknown_name(blocks, &first) && first.split(' ').all(is_name_word);
    let is_line = words::at_most(text, 12) && !words::ends_sentence(text) && !rest.is_empty();
    (is_author && is_line).then(|| (about, first, rest.to_owned()))
}

/// A name or a place before a day (`Léa Martin, 3 avril 2026`; `Paris, le 3 avril 2026`), and what
/// the rest says.
fn with_name<'t>(text: &'t str, is_first: bool, lexicon: &Lexicon) -> Option<(&'t str, About)> {
    let (name, rest) = text
        .split_once([',', '|', '·', '–', '—'])
        .or_else(|| text.split_once(" - "))?;
    let (name, about) = (name.trim(), read(rest, lexicon)?);
    let first = words::fold(name.split_whitespace().next()?);
    let is_known = lexicon[List::Places].has(&words::fold(name));
    // A text's first line is hardly of a place that a dash sets apart: an issue names itself so.
    let is_dash = text[name.len()..].trim_start().starts_with(['–', '—', '-']);
    let is_name = name.split_whitespace().all(is_name_word)
        && words::at_most(name, 3)
        && (is_known || !(is_first && is_dash && words::at_most(name, 1)))
        && (is_known || !lexicon[List::FunctionWords].has(&first));
    let is_day = match &about.published {
        Some(Said::Known(date)) => matches!(date, PartialDate::Day(_)),
        Some(Said::DayOrMonth(..) | Said::Impossible(_)) => true,
        Some(Said::NoYear(_) | Said::Relative(_)) | None => false,
    };
    (is_name && is_day && !about.has_author()).then_some((name, about))
}

/// An author, and who publishes in capitals, before a date with its cue (`Léa Martin JDN Mis à jour le
/// 15/09/26 08:49`), and what the rest says.
fn signed_and_dated<'t>(
    text: &'t str,
    lexicon: &Lexicon,
) -> Option<(&'t str, Option<&'t str>, About)> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=4;
    let starts = text.match_indices(' ').map(|(at, _)| at);
    let (name, about) = starts
        .map(|at| text.split_at(at))
        .take_while(|(name, _)| words::at_most(name, *NAME.end()))
        .filter(|(name, _)| NAME.contains(&words::count(name, *NAME.end())))
        .find_map(|(name, rest)| Some((name, read(rest, lexicon)?)))?;
    let is_stated = about.is_stated() && !about.has_author();
    let is_sign = |word: &str| (2..=6).contains(&word.len()) && words::is_capitals(&word.repeat(2));
    let parted = name
        .rsplit_once(' ')
        .filter(|(own, last)| own.contains(' ') && is_sign(last));
    let (person, sign) = parted.map_or((name, None), |(own, last)| (own, Some(last)));
    let is_name = person.split_whitespace().all(is_name_word);
    (is_stated && is_name).then_some((person, sign, about))
}

/// The name of who publishes before a date (`Le Fil du quai, 15 avril 2026, par Léa Martin`), and what the
/// rest says: a name with an article, a sign, or a noun of such names, or before an author.
fn with_publisher<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, About)> {
    let (name, rest) = text.split_once([',', '|', '·'])?;
    let (name, about) = (name.trim(), read(rest, lexicon)?);
    let is_article = begins_with_article(name, lexicon);
    let is_called = lexicon[List::Publishers].count_in(&words::fold(name)) > 0;
    let is_sign = name.contains(" & ");
    (reads_as_name(name, lexicon)
        && about.has_date()
        && words::at_most(name, 6)
        && (is_article || is_called || is_sign || !about.authors.is_empty()))
    .then_some((name, about))
}

/// What a line says below a label, the two read as one.
pub(super) fn below(label: &str, value: &Block, lexicon: &Lexicon) -> Option<About> {
    read(&format!("{label} : {}", value.text), lexicon)
}

/// `Auteur`, `Date :`: a cue and nothing else.
pub(super) fn is_label(text: &str, lexicon: &Lexicon) -> bool {
    let label = words::label(text);
    [List::By, List::Published, List::Updated]
        .iter()
        .any(|list| lexicon[*list].has(&label))
}

/// Whether another line of the header may be the title.
fn has_other_line(header: &[Block], i: usize) -> bool {
    let mut others = header.iter().enumerate().filter(|(other, _)| *other != i);
    others.any(|(_, b)| b.is_open_line() && words::count(&b.text, 2) == 2)
}

/// `Léa De Montmirail` as `Léa Montmirail`: what of a name only a name has.
fn without_particles(name: &str, lexicon: &Lexicon) -> String {
    let is_own = |word: &&str| !lexicon[List::NameParticles].has(&words::fold(word));
    let own: Vec<&str> = name.split(' ').filter(is_own).collect();
    own.join(" ")
}

/// Whether it may be a person: no place that we know.
fn is_person(blocks: &[Block], name: &str, lexicon: &Lexicon) -> bool {
    !lexicon[List::Places].has(&words::fold(name)) && is_unknown_name(blocks, name)
}
