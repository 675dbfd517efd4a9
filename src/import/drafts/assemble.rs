//! Blocks and facts to drafts, with their report, once the audit has passed them.

use std::collections::HashSet;

use super::audit::{self, Audit, Made};
use super::enrich::Enrich;
use super::head::{self, Common};
use super::markdown::{self, Style};
use crate::front_matter::{ArticleHead, EditionHead, Status};
use crate::import::block::{Block, Field, Role};
use crate::import::digest::{self, Digest};
use crate::import::draft::{Draft, Import, NoteDraft};
use crate::import::entities::Listing;
use crate::import::lexicon::{Lexicon, Titles};
use crate::import::links;
use crate::import::report::Report;
use crate::import::words::{self, number};
use crate::model::{PartialDate, SourceLink, Week, slugify};

/// What is the same for all drafts of one raw text.
pub(crate) struct Desk<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) titles: &'a Titles,
    pub(crate) common: Common,
    pub(crate) enrich: &'a Enrich<'a>,
    /// The tickers that left the prose.
    pub(crate) listings: &'a [Listing],
    /// Whether a digest becomes a draft a story.
    pub(crate) split: bool,
    /// The lines as read, for the audit.
    pub(crate) lines: Vec<&'a str>,
}

impl Desk<'_> {
    /// The drafts that the blocks make, or the word that was lost on the way. Stories that cannot be told
    /// apart line by line stay one article, and the report says so.
    pub(crate) fn drafts(&self, blocks: &[Block], mut report: Report) -> Result<Import, String> {
        let title = self.common.title.as_deref();
        let digest = digest::read(blocks, title, (self.lexicon, self.titles));
        let apart = digest.map(|digest| self.apart(digest, report.clone()));
        match apart {
            None => self.article(blocks, 2, report),
            Some(Ok(import)) => Ok(import),
            Some(Err(fault)) => {
                let told = format!("one article, though it reads as several: {fault}");
                report.noted.push(told);
                self.article(blocks, 2, report)
            }
        }
    }

    fn apart(&self, mut digest: Digest, report: Report) -> Result<Import, String> {
        if !self.split {
            return self.article(&digest.whole(), 3, report);
        }
        digest.drop_tickers_around();
        self.stories(&digest, report)
    }

    /// One article of all blocks, with the level of the heading for decision-makers.
    fn article(&self, blocks: &[Block], level: u8, report: Report) -> Result<Import, String> {
        let mut head = self.whole_head(blocks);
        let kept = self.with_unsaid(blocks, &head);
        if let Some(kept) = &kept {
            head = self.whole_head(kept);
        }
        let blocks = kept.as_deref().unwrap_or(blocks);
        let draft = Draft {
            head,
            body: markdown::body(blocks, &self.style(level, 0)),
        };
        let all: Vec<&Block> = blocks.iter().collect();
        let made = vec![Made {
            blocks: all.clone(),
            body: &draft.body,
        }];
        self.audit(&all, &made, &[&draft])?;
        Ok(Import {
            report: report.tell(&[&draft], None, &all, self.own()),
            drafts: vec![draft],
            note: None,
        })
    }

    /// The head of an article of all blocks.
    fn whole_head(&self, blocks: &[Block]) -> ArticleHead {
        let mut head = self.head(&self.common, self.common.title.clone(), blocks);
        head.summary.clone_from(&self.common.summary);
        head.image.clone_from(&self.common.image);
        head.slug = self.own_slug(head.title.as_deref());
        head
    }

    /// The part of its address that is its own, where its title would give another.
    fn own_slug(&self, title: Option<&str>) -> Option<String> {
        let own = self.common.slug.clone()?;
        (title.map(slugify).as_ref() != Some(&own)).then_some(own)
    }

    /// The blocks, those that the head would have to say and does not among the paragraphs; none where it
    /// says all of them.
    fn with_unsaid(&self, blocks: &[Block], head: &ArticleHead) -> Option<Vec<Block>> {
        let said = audit::said([head], self.common.title.as_deref());
        let audit = self.auditor();
        let is_unsaid = |block: &Block| audit.unsaid(block, &said).is_some();
        blocks.iter().any(is_unsaid).then(|| {
            let kept = blocks.iter().cloned();
            let kept = kept.map(|block| {
                if is_unsaid(&block) {
                    self.told(block)
                } else {
                    block
                }
            });
            kept.collect()
        })
    }

    /// A block that no head says.
    fn told(&self, mut block: Block) -> Block {
        if self.is_whole(&block) {
            block.decide(Role::Paragraph, "says what the head has no place for");
        } else {
            block.decide(Role::Dropped, "says otherwise what the head says");
        }
        block
    }

    /// Whether a block still has all words of its lines: a byline on a page leaves its links.
    fn is_whole(&self, block: &Block) -> bool {
        let raw = block.lines.iter().filter_map(|n| self.lines.get(n - 1));
        let raw = raw.flat_map(|line| words::words(line)).count();
        block.asides.is_empty() && raw == words::words(&block.text).count()
    }

    /// An article a story, and a note of what stands around them.
    fn stories(&self, digest: &Digest, report: Report) -> Result<Import, String> {
        let stories = (1..).zip(&digest.stories);
        let mut drafts: Vec<Draft> = stories.map(|(order, s)| self.story(order, s)).collect();
        number_twins(&mut drafts);
        let around = digest.around();
        let note = self.note(&around);
        let mut made: Vec<Made<'_>> = digest.stories.iter().zip(&drafts).map(made).collect();
        made.push(Made {
            blocks: around.iter().collect(),
            body: &note.body,
        });
        let (all, refs) = (digest.all(), drafts.iter().collect::<Vec<_>>());
        self.audit(&all, &made, &refs)?;
        let says_something = !note.body.is_empty() || note.head.title.is_some();
        let note = Some(note).filter(|_| says_something);
        let report = report.tell(&refs, note.as_ref(), &all, self.own());
        Ok(Import {
            drafts,
            note,
            report,
        })
    }

    fn story(&self, order: u32, blocks: &[Block]) -> Draft {
        let heading = blocks.first().map_or("", |b| &b.text);
        let (heading, link) = links::whole_link(heading);
        let title = number::without(number::without_label(number::without(heading))).to_owned();
        let mut head = self.head(
            &self.common.of_story(blocks, self.lexicon),
            Some(title),
            blocks,
        );
        head.order = Some(order);
        let is_summary = |b: &&Block| b.role == Role::Moved(Field::Summary);
        head.summary = blocks.iter().find(is_summary).map(|b| b.text.clone());
        self.date_story(&mut head, blocks);
        let is_new = |link: &SourceLink| head.sources.iter().all(|own| own.url != link.url);
        head.sources.extend(link.filter(is_new));
        Draft {
            head,
            body: markdown::body(blocks, &self.style(2, 1)),
        }
    }

    /// The heading for decision-makers that is ours, and the tickers that left.
    fn own(&self) -> (&str, &[Listing]) {
        (&self.titles.takeaways, self.listings)
    }

    fn head(&self, common: &Common, title: Option<String>, blocks: &[Block]) -> ArticleHead {
        let lines: Vec<usize> = blocks.iter().map(Block::line).collect();
        let own = self
            .listings
            .iter()
            .filter(|listing| lines.contains(&listing.line));
        let own: Vec<&Listing> = own.collect();
        head::article(common, title, blocks, self.lexicon, (self.enrich, &own))
    }

    fn note(&self, around: &[Block]) -> NoteDraft {
        let week = match self.common.date {
            Some(PartialDate::Day(day)) => Some(Week::of(day)),
            Some(PartialDate::Week(week)) => Some(week),
            _ => None,
        };
        let todo: Vec<String> = self.common.date_todo.iter().cloned().collect();
        let head = EditionHead {
            title: self.common.title.clone(),
            status: (!todo.is_empty()).then_some(Status::Draft),
            todo,
            imported: Some(self.common.imported.clone()),
            ..EditionHead::default()
        };
        NoteDraft {
            head,
            week,
            body: markdown::body(around, &self.style(3, 0)),
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

    fn auditor(&self) -> Audit<'_> {
        Audit {
            lines: &self.lines,
            titles: self.titles,
            lexicon: self.lexicon,
        }
    }

    fn audit(&self, all: &[&Block], made: &[Made<'_>], drafts: &[&Draft]) -> Result<(), String> {
        let audit = self.auditor();
        audit.lines(all)?;
        audit.bodies(made)?;
        audit.heads(all, drafts, self.common.title.as_deref())
    }
}

fn made<'a>((blocks, draft): (&'a Vec<Block>, &'a Draft)) -> Made<'a> {
    Made {
        blocks: blocks.iter().collect(),
        body: &draft.body,
    }
}

/// Stories of one name get a number, so that each has a file of its own.
fn number_twins(drafts: &mut [Draft]) {
    let mut taken = HashSet::new();
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
