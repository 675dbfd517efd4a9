//! The parts of a digest, and what becomes of their blocks.

use crate::import::block::{Aside, Block, Field, Role, TICKER, Way};
use crate::import::lexicon::{Lexicon, List, Titles};
use crate::import::words;

/// A digest's parts, each a run of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digest {
    pub(crate) introduction: Vec<Block>,
    /// Each begins with its heading.
    pub(crate) stories: Vec<Vec<Block>>,
    /// What is said of the whole after the last story, before a conclusion or without one.
    pub(crate) closing: Vec<Block>,
    pub(crate) conclusion: Vec<Block>,
}

impl Digest {
    /// The conclusion's bullets that each address an audience are takeaways, though no heading says so.
    pub(super) fn head_takeaways(&mut self, lexicon: &Lexicon, titles: &Titles) {
        let items = |b: &Block| b.role == Role::Item;
        let all_address = self
            .conclusion
            .iter()
            .filter(|b| items(b))
            .all(|b| addresses(&b.text, lexicon));
        let Some(first) = self.conclusion.iter().position(items) else {
            return;
        };
        if !all_address || has_takeaways(&self.conclusion) {
            return;
        }
        for block in self.conclusion.iter_mut().filter(|b| items(b)) {
            block.decide(
                Role::Takeaway,
                "a bullet of the conclusion that addresses an audience",
            );
        }
        self.conclusion.insert(
            first,
            Block::added(&titles.takeaways, Role::TakeawaysHeading),
        );
    }

    /// The section that closes an edition has our name for it, unless its own says more.
    pub(super) fn name_conclusion(&mut self, titles: &Titles) {
        let Some(heading) = self.conclusion.first_mut() else {
            return;
        };
        if words::at_most(&heading.text, 6) && !heading.text.contains([':', '–', '—']) {
            let text = std::mem::replace(&mut heading.text, titles.conclusion.clone());
            let way = Way::Heading;
            let why = "the name of the section that closes an edition";
            heading.asides.push(Aside { text, way, why });
        }
    }

    /// An edition's head has no key points and no sources: in its note they stay lists.
    pub(super) fn keep_lists(&mut self) {
        let closing = self.closing.iter_mut().chain(&mut self.conclusion);
        for block in self.introduction.iter_mut().chain(closing) {
            match block.role {
                Role::Moved(
                    Field::KeyPointsHeading | Field::SourcesHeading | Field::SummaryHeading,
                ) => {
                    block.decide(
                        Role::Heading(2),
                        "the heading of a list in the edition's note",
                    );
                }
                Role::Moved(Field::Summary) => {
                    block.decide(Role::Paragraph, "a line of the edition's introduction");
                }
                Role::Moved(Field::KeyPoint | Field::SourceLink) => {
                    block.decide(Role::Item, "an item of a list in the edition's note");
                }
                _ => {}
            }
        }
    }

    /// The heading of a story is its title.
    pub(super) fn name_stories(&mut self) {
        for heading in self.stories.iter_mut().filter_map(|s| s.first_mut()) {
            heading.decide(Role::Moved(Field::Title), "the title of a story");
        }
    }

    /// All blocks in their order.
    pub(crate) fn all(&self) -> Vec<&Block> {
        let stories = self.stories.iter().flatten();
        self.introduction
            .iter()
            .chain(stories)
            .chain(&self.closing)
            .chain(&self.conclusion)
            .collect()
    }

    /// What stands around the stories.
    pub(crate) fn around(&self) -> Vec<Block> {
        self.introduction
            .iter()
            .chain(&self.closing)
            .chain(&self.conclusion)
            .cloned()
            .collect()
    }

    /// The tickers in what becomes the edition's note are told as dropped: its head has no entities.
    pub(crate) fn drop_tickers_around(&mut self) {
        let parts = [
            &mut self.introduction,
            &mut self.closing,
            &mut self.conclusion,
        ];
        let asides = parts.into_iter().flatten().flat_map(|b| &mut b.asides);
        for aside in asides.filter(|aside| aside.why == TICKER) {
            aside.way = Way::Dropped;
        }
    }

    /// All blocks in their order, as one article with a section a story.
    pub(crate) fn whole(mut self) -> Vec<Block> {
        for heading in self.stories.iter_mut().filter_map(|s| s.first_mut()) {
            heading.decide(Role::Heading(2), "the heading of a story");
        }
        self.all().into_iter().cloned().collect()
    }
}

/// Whether a section has one of its own for decision-makers.
pub(super) fn has_takeaways(section: &[Block]) -> bool {
    section
        .iter()
        .any(|block| block.role == Role::TakeawaysHeading)
}

/// Whether an audience stands among the first words.
fn addresses(text: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::Audiences].count_in(&words::fold(&words::first_words(text, 7))) > 0
}
