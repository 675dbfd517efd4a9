//! Blocks and facts to drafts, with their report.

use super::audit::{self, Made};
use super::block::{Block, Role};
use super::digest::{self, Digest};
use super::draft::{Draft, Import, NoteDraft, Options};
use super::head::{self, Common};
use super::lexicon::{Lexicon, Titles};
use super::markdown::{self, Style};
use super::number;
use super::report::Report;
use crate::front_matter::{EditionHead, Status};
use crate::model::{PartialDate, Week};

/// What is the same for all drafts of one raw text.
pub(crate) struct Desk<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) titles: &'a Titles,
    pub(crate) options: &'a Options,
    pub(crate) common: Common,
    /// The text as decoded, for the audit.
    pub(crate) text: &'a str,
}

impl Desk<'_> {
    /// The drafts that the blocks make, or the word that was lost on the way.
    pub(crate) fn drafts(&self, blocks: &[Block], report: Report) -> Result<Import, String> {
        match digest::read(blocks, self.lexicon, self.titles) {
            Some(digest) if self.options.split => self.stories(digest, report),
            Some(digest) => self.article(&digest.whole(), 3, report),
            None => self.article(blocks, 2, report),
        }
    }

    fn style(&self, takeaways_level: u8, raise: u8) -> Style<'_> {
        Style {
            lexicon: self.lexicon,
            titles: self.titles,
            takeaways_level,
            raise,
        }
    }

    fn article(
        &self,
        blocks: &[Block],
        takeaways_level: u8,
        report: Report,
    ) -> Result<Import, String> {
        let body = markdown::body(blocks, &self.style(takeaways_level, 0));
        let all: Vec<&Block> = blocks.iter().collect();
        let made = Made {
            blocks: all.clone(),
            body: &body,
        };
        audit::check(self.text, &all, &[made], self.titles)?;
        let head = head::article(
            &self.common,
            self.common.title.clone(),
            blocks,
            self.options,
        );
        let mut import = Import {
            drafts: vec![Draft { head, body }],
            note: None,
            report,
        };
        import.report.tell(&import.drafts, None, &all);
        Ok(import)
    }

    fn stories(&self, mut digest: Digest, report: Report) -> Result<Import, String> {
        for story in &mut digest.stories {
            if let Some(heading) = story.first_mut() {
                heading.decide(
                    Role::Moved(super::block::Field::Title),
                    "the title of a story",
                );
            }
        }
        let mut drafts: Vec<Draft> = (1..)
            .zip(&digest.stories)
            .map(|(order, s)| self.story(order, s))
            .collect();
        number_twins(&mut drafts);
        let note = self.note(&digest);
        let around: Vec<&Block> = digest
            .introduction
            .iter()
            .chain(&digest.conclusion)
            .collect();
        let all: Vec<&Block> = digest
            .introduction
            .iter()
            .chain(digest.stories.iter().flatten())
            .chain(&digest.conclusion)
            .collect();
        let mut made: Vec<Made<'_>> = digest
            .stories
            .iter()
            .zip(&drafts)
            .map(|(s, d)| Made {
                blocks: s.iter().collect(),
                body: &d.body,
            })
            .collect();
        made.push(Made {
            blocks: around,
            body: &note.body,
        });
        audit::check(self.text, &all, &made, self.titles)?;
        let mut import = Import {
            drafts,
            note: Some(note),
            report,
        };
        import
            .report
            .tell(&import.drafts, import.note.as_ref(), &all);
        Ok(import)
    }

    fn story(&self, order: u32, blocks: &[Block]) -> Draft {
        let heading = blocks.first().map_or("", |b| &b.text);
        let title = number::of(heading).map_or(heading, |(_, rest)| rest);
        let mut head = head::article(&self.common, Some(title.to_owned()), blocks, self.options);
        head.order = Some(order);
        Draft {
            head,
            body: markdown::body(blocks, &self.style(2, 1)),
        }
    }

    fn note(&self, digest: &Digest) -> NoteDraft {
        let week = match self.common.date {
            Some(PartialDate::Day(day)) => Some(Week::of(day)),
            Some(PartialDate::Week(week)) => Some(week),
            _ => None,
        };
        let todo: Vec<String> = self.common.date_todo.iter().cloned().collect();
        let around: Vec<Block> = digest
            .introduction
            .iter()
            .chain(&digest.conclusion)
            .cloned()
            .collect();
        NoteDraft {
            head: EditionHead {
                title: self.common.title.clone(),
                status: (!todo.is_empty()).then_some(Status::Draft),
                todo,
                imported: Some(self.common.imported.clone()),
                ..EditionHead::default()
            },
            week,
            body: markdown::body(&around, &self.style(3, 0)),
        }
    }
}

/// Stories of one name get a number, so that each has a file of its own.
fn number_twins(drafts: &mut [Draft]) {
    let mut taken = std::collections::HashSet::new();
    for draft in drafts {
        let slug = draft.slug();
        let mut own = slug.clone();
        for n in 2.. {
            if taken.insert(own.clone()) {
                break;
            }
            own = format!("{slug}-{n}");
        }
        if own != slug {
            draft.head.slug = Some(own);
        }
    }
}
