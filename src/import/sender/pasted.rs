//! What a pasted mail has around its text: header lines, what was written when it was handed on,
//! quoted answers, a signature. Enter by [`read`] and [`drop_signature`].

use crate::import::block::{Block, Field, Role, drop_all};
use crate::import::dates;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::names;
use crate::import::words;

/// How long a note may be that hands a text on.
const NOTE: usize = 80;

/// Moves what the last header says of its mail to the head, and drops what stands around its text.
pub(crate) fn read(blocks: &mut [Block], lexicon: &Lexicon) -> Facts {
    let mut facts = Facts::default();
    drop_answers(blocks, lexicon);
    let Some((start, end)) = last_header(blocks, lexicon) else {
        return facts;
    };
    let before = blocks[..start].iter().filter(|b| b.is_open());
    let count: usize = before.map(|b| words::count(&b.text, NOTE + 1)).sum();
    if count <= NOTE {
        drop_all(
            &mut blocks[..start],
            "written by whoever handed the text on",
        );
    }
    for block in &mut blocks[start..end] {
        facts.header_line(block, lexicon);
    }
    facts
}

/// Where the last run of header lines begins and ends: three of them or more.
fn last_header(blocks: &[Block], lexicon: &Lexicon) -> Option<(usize, usize)> {
    let is_field = |i: usize| field(&blocks[i], lexicon).is_some() || is_rule(&blocks[i], lexicon);
    let mut found = None;
    let mut i = 0;
    while i < blocks.len() {
        let end = (i..blocks.len())
            .find(|at| !is_field(*at))
            .unwrap_or(blocks.len());
        let fields = blocks[i..end]
            .iter()
            .filter(|b| field(b, lexicon).is_some());
        let is_header =
            fields.clone().count() >= 3 || fields.count() >= 2 && is_rule(&blocks[i], lexicon);
        if is_header && end < blocks.len() {
            found = Some((i, end));
        }
        i = end.max(i + 1);
    }
    found
}

/// `Objet : …`: the field's name and its value.
fn field<'b>(block: &'b Block, lexicon: &Lexicon) -> Option<(String, &'b str)> {
    let (name, value) = block
        .text
        .split_once(':')
        .filter(|(name, _)| name.len() <= 30)?;
    let name = words::label(name);
    (block.is_open() && block.is_short() && lexicon[List::MailFields].has(&name))
        .then_some((name, value.trim()))
}

/// `---------- Forwarded message ---------`
fn is_rule(block: &Block, lexicon: &Lexicon) -> bool {
    block.is_open() && block.is_short() && lexicon[List::Forwarded].has(&words::label(&block.text))
}

impl Facts {
    fn header_line(&mut self, block: &mut Block, lexicon: &Lexicon) {
        let (line, why) = (block.line(), "a line of a mail's header");
        let Some((name, value)) = field(block, lexicon) else {
            return block.decide(Role::Dropped, why);
        };
        if lexicon[List::MailSubject].has(&name) {
            let subject = subject(value, lexicon).to_owned();
            if words::count(&subject, 1) == 0 {
                return block.decide(Role::Dropped, why);
            }
            let at = block.text.len() - subject.len();
            block.text = block.text.split_off(at);
            self.title = Some(Told {
                value: subject,
                line,
            });
            return block.decide(Role::Moved(Field::Title), "a mail's subject");
        }
        if let Some((said, _)) =
            dates::at_start(value, lexicon).filter(|_| lexicon[List::MailDate].has(&name))
        {
            self.published.push(Told { value: said, line });
            return block.decide(Role::Moved(Field::Date), "when a mail was sent");
        }
        if lexicon[List::MailFrom].has(&name) {
            let value = value.to_owned();
            self.sent_by(block, &value, lexicon);
        }
        if block.is_open() {
            block.decide(Role::Dropped, why);
        }
    }

    /// Who sent it: a publisher, or the person who wrote a memo, which has no addresses.
    fn sent_by(&mut self, block: &mut Block, value: &str, lexicon: &Lexicon) {
        let line = block.line();
        let sender = value.split(['<', '[']).next().unwrap_or(value).trim();
        let is_publisher = lexicon[List::Publishers].count_in(&words::fold(sender)) > 0;
        let person = sender
            .split_once(", ")
            .filter(|(name, role)| is_person(name) && names::is_role(role, lexicon));
        if let Some((person, _)) = person.filter(|_| !value.contains('@')) {
            let value = person.to_owned();
            self.reporters.push(Told { value, line });
        } else if is_publisher && words::at_most(sender, 7) {
            let value = without_person(sender).trim_matches('"').to_owned();
            self.source = Some(Told { value, line });
            block.decide(Role::Moved(Field::Source), "who sent a mail");
        }
    }
}

/// `Léa Martin, service des études`: what publishes, without who sends for it.
fn without_person(sender: &str) -> &str {
    let person = sender.split_once(", ").filter(|(name, _)| is_person(name));
    person.map_or(sender, |(_, publisher)| publisher)
}

fn is_person(name: &str) -> bool {
    words::count(name, 2) == 2
        && words::at_most(name, 3)
        && name.split_whitespace().all(names::is_name_word)
}

/// A subject without `TR:`, `Re:`.
fn subject<'t>(value: &'t str, lexicon: &Lexicon) -> &'t str {
    let mut rest = value;
    while let Some(after) = after_cue(rest, &lexicon[List::MailMarks])
        && let Some(after) = after.trim_start().strip_prefix(':')
    {
        rest = after.trim_start();
    }
    rest
}

/// Drops the quotes below `… a écrit :`.
fn drop_answers(blocks: &mut [Block], lexicon: &Lexicon) {
    let says = |b: &Block| {
        let first = b.text.lines().next().unwrap_or_default();
        let text = first.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']);
        let plain = words::fold(text.trim_start_matches(['>', ' ']));
        b.is_short() && lexicon[List::Wrote].end(&plain).is_some()
    };
    for i in 0..blocks.len() {
        let is_quote = |b: &Block| b.text.starts_with('>');
        let next = blocks.get(i + 1).is_some_and(is_quote);
        if says(&blocks[i]) && (next || is_quote(&blocks[i])) {
            let end = (i + 1..blocks.len()).find(|at| !is_quote(&blocks[*at]));
            for block in &mut blocks[i..end.unwrap_or(i + 1).max(i + 1)] {
                block.decide(Role::Dropped, "an answer that a mail quotes");
            }
            if end.is_none() {
                for block in &mut blocks[i..] {
                    block.decide(Role::Dropped, "an answer that a mail quotes");
                }
            }
        }
    }
}

/// Drops what stands below `--`, or a name with a telephone or an address, at the end.
pub(crate) fn drop_signature(blocks: &mut [Block]) {
    const LONGEST: usize = 12;
    let from = blocks.len().saturating_sub(LONGEST);
    let is_rule = |b: &Block| matches!(b.text.trim(), "--" | "—" | "__");
    let is_label = |b: &Block| words::at_most(&b.text, 16) && !words::ends_sentence(&b.text);
    let rule = (from..blocks.len())
        .find(|i| is_rule(&blocks[*i]) && blocks[*i + 1..].iter().all(is_label));
    let start = rule.or_else(|| contact(blocks, from));
    if let Some(start) = start {
        drop_all(&mut blocks[start..], "a mail's signature");
    }
}

/// Where a run of short lines begins, one of them with a telephone or an address, that ends the text.
fn contact(blocks: &[Block], from: usize) -> Option<usize> {
    let is_short = |b: &Block| words::at_most(&b.text, 18) && b.bullet.is_none();
    let run = blocks[from..]
        .iter()
        .rev()
        .take_while(|b| is_short(b) && !b.gap)
        .count();
    let start = blocks
        .len()
        .checked_sub(run + 1)
        .filter(|start| *start >= from.max(1))?;
    let has_way = blocks[start..].iter().any(|b| has_telephone(&b.text));
    (has_way && is_short(&blocks[start]) && words::at_most(&blocks[start].text, 4)).then_some(start)
}

/// Ten figures in a row, set apart by single signs.
pub(crate) fn has_telephone(text: &str) -> bool {
    let mut count = 0;
    let mut apart = 0;
    for c in text.chars() {
        if c.is_ascii_digit() {
            (count, apart) = (count + 1, 0);
        } else if apart < 2
            && count > 0
            && matches!(c, ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}')
        {
            apart += 1;
        } else {
            (count, apart) = (0, 0);
        }
        if count >= 10 {
            return true;
        }
    }
    false
}
