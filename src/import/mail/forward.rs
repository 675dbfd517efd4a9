//! Mails that somebody forwarded in the text of another: the head of the inner one, as mail programs
//! write it (`De : … Envoyé : … À : … Objet : …`). Enter by [`read`].

use super::{sender, subject};
use crate::import::block::{Block, Role};
use crate::import::dates;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// What is said before a forwarded mail has fewer words than an article.
const NOTE: usize = 80;
/// Forwards of forwards.
const MOST: usize = 6;

/// A line of a mail's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    From,
    Date,
    To,
    Subject,
}

/// A head that stands in a text: the numbers of its lines, and what it says.
struct Head {
    first: usize,
    last: usize,
    says: Vec<(Field, String)>,
}

/// Drops the heads of forwarded mails with the notes before them, and takes what the innermost one
/// says; below an article, the mail that it answers is dropped.
pub(crate) fn read(blocks: &mut [Block], lines: &[String], facts: &mut Facts, lexicon: &Lexicon) {
    for _ in 0..MOST {
        let start = blocks.iter().find(|b| b.is_open()).map_or(0, Block::line);
        let Some(head) = head(lines, start, lexicon) else {
            return;
        };
        let before = blocks
            .iter()
            .filter(|b| b.is_open() && b.line() < head.first);
        let note: usize = before.map(|b| words::count(&b.text, NOTE + 1)).sum();
        if note > NOTE {
            drop_lines(
                blocks,
                head.first,
                usize::MAX,
                "the mail that this one answers",
            );
            return;
        }
        drop_lines(blocks, 0, head.first - 1, "said by who forwarded the mail");
        drop_lines(
            blocks,
            head.first,
            head.last,
            "the head of the forwarded mail",
        );
        facts.take_head(&head, lexicon);
    }
}

fn drop_lines(blocks: &mut [Block], first: usize, last: usize, why: &'static str) {
    let range = first..=last;
    for block in blocks
        .iter_mut()
        .filter(|b| b.is_open() && range.contains(&b.line()))
    {
        block.decide(Role::Dropped, why);
    }
}

/// The first head from the line on.
fn head(lines: &[String], start: usize, lexicon: &Lexicon) -> Option<Head> {
    let numbered = (1..).zip(lines).skip(start.saturating_sub(1));
    let parts = numbered.flat_map(|(n, line)| line.split('\n').map(move |part| (n, part)));
    let mut head: Option<Head> = None;
    for (number, part) in parts.filter(|(_, part)| !part.trim().is_empty()) {
        match (field(part, lexicon), &mut head) {
            (Some(says), Some(head)) => {
                head.says.push(says);
                head.last = number;
            }
            (Some(says), None) => {
                head = Some(Head {
                    first: number,
                    last: number,
                    says: vec![says],
                });
            }
            // A list of receivers goes on.
            (None, Some(head)) if head.has(Field::To) && part.contains('@') => head.last = number,
            (None, Some(own)) if own.is_whole() => break,
            (None, _) => head = None,
        }
    }
    head.filter(Head::is_whole)
}

/// What a line says, where it begins with a word of a head and a colon.
fn field(line: &str, lexicon: &Lexicon) -> Option<(Field, String)> {
    let line = line.trim_start_matches(['>', ' ', '*', '_', '\\']);
    let (name, value) = line.split_once(':')?;
    let label = words::label(words::head(name, 40));
    let lists = [
        (List::MailFrom, Field::From),
        (List::MailDate, Field::Date),
        (List::MailTo, Field::To),
        (List::MailSubject, Field::Subject),
    ];
    let (_, field) = lists
        .into_iter()
        .find(|(list, _)| lexicon[*list].has(&label))?;
    let is_short = name.chars().count() <= 30 && value.len() <= 2000;
    let value = value
        .trim_end_matches('\\')
        .trim_matches(['*', '_', ' ', '\u{a0}', '\t']);
    is_short.then(|| (field, value.to_owned()))
}

impl Head {
    fn has(&self, field: Field) -> bool {
        self.says.iter().any(|(own, _)| *own == field)
    }

    fn is_whole(&self) -> bool {
        self.has(Field::From) && self.has(Field::Subject) && self.says.len() >= 3
    }

    fn says(&self, field: Field) -> Option<&str> {
        let found = self.says.iter().find(|(own, _)| *own == field);
        found.map(|(_, value)| value.as_str())
    }
}

impl Facts {
    /// Takes what the head of a forwarded mail says, in place of the outer one's.
    fn take_head(&mut self, head: &Head, lexicon: &Lexicon) {
        let line = head.first;
        let told = |value| Told { value, line };
        let subject = head.says(Field::Subject).map(|text| text.replace('\\', ""));
        if let Some(title) = subject.and_then(|subject| subject::title(&subject, lexicon)) {
            self.title = Some(told(title));
        }
        let sender = sender::of(head.says(Field::From).unwrap_or_default(), lexicon);
        self.authors = sender.author.into_iter().map(told).collect();
        self.source = sender.source.or(sender.name).map(told);
        self.sender = None;
        self.url = None;
        let date = head
            .says(Field::Date)
            .and_then(|date| dates::at_start(date, lexicon));
        self.published = date
            .map(|(said, _)| Told {
                value: said.day_first(),
                line,
            })
            .into_iter()
            .collect();
    }
}
