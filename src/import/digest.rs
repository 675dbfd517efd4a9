//! Tells a digest of several stories from an article with sections, and takes it apart.

use super::block::{Block, Field, Role, TICKER, Way};
use super::facts::Facts;
use super::lexicon::{Lexicon, List, Titles};
use super::{evidence, headings, sections, words};

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

/// The parts of a digest. The evidence that a text is one: at least two sections, and two of three
/// of them with a section of their own for decision-makers (an article has one at most).
pub(crate) fn read(
    blocks: &[Block],
    title: Option<&str>,
    (lexicon, titles): (&Lexicon, &Titles),
) -> Option<Digest> {
    let themed = sections::stories(blocks);
    let mut sections = sections(themed.as_deref().unwrap_or(blocks));
    let introduction = sections.remove(0);
    let at = sections
        .iter()
        .position(|s| is_conclusion(s, lexicon))
        .unwrap_or(sections.len());
    let conclusion = sections.split_off(at).concat();
    let own = sections.iter().filter(|s| has_takeaways(s)).count();
    let have_takeaways = own >= 2 && own * 3 >= sections.len() * 2;
    if !have_takeaways && !evidence::is_round_up(blocks, title, &introduction, &sections, lexicon) {
        return None;
    }
    let mut digest = Digest {
        introduction,
        stories: sections,
        closing: Vec::new(),
        conclusion,
    };
    digest.free_closing(lexicon);
    digest.free_farewell();
    digest.head_closing(titles);
    digest.head_takeaways(lexicon, titles);
    digest.keep_lists();
    digest.name_stories();
    Some(digest)
}

/// The title of a text that has none is the heading of its first story: points for decision-makers
/// stand before the first heading, and below another one too; or all headings are of its kind, and
/// tell what happened.
pub(crate) fn free_title(blocks: &mut [Block], facts: &mut Facts) {
    let sections = sections(blocks);
    let others = sections.iter().skip(1).filter(|s| has_takeaways(s)).count();
    let has_points = others >= 1 && sections.first().is_some_and(|s| has_takeaways(s));
    let is_first = |b: &&Block| !b.lines.is_empty() && b.role == Role::Moved(Field::Title);
    let are_alike = blocks.first().filter(is_first).is_some()
        && evidence::are_titles(&sections)
        && has_own_prose(&sections);
    let title = blocks
        .iter_mut()
        .find(|b| b.role == Role::Moved(Field::Title));
    if let Some(title) = title
        && (has_points || are_alike)
    {
        title.decide(Role::Heading(2), "the heading of the first story");
        facts.title = None;
    }
}

/// Whether each section has prose, the first one too.
fn has_own_prose(sections: &[Vec<Block>]) -> bool {
    let has_prose = |s: &Vec<Block>| s.iter().any(|b| b.role == Role::Paragraph);
    sections.iter().all(has_prose)
}

/// What stands before the first `##`, then each `##` with what stands below.
fn sections(blocks: &[Block]) -> Vec<Vec<Block>> {
    let mut sections = vec![Vec::new()];
    for block in blocks {
        if block.role == Role::Heading(2) {
            sections.push(Vec::new());
        }
        if let Some(last) = sections.last_mut() {
            last.push(block.clone());
        }
    }
    sections
}

fn is_conclusion(section: &[Block], lexicon: &Lexicon) -> bool {
    section
        .first()
        .is_some_and(|heading| headings::is_conclusion(&heading.text, lexicon))
}

pub(crate) fn has_takeaways(section: &[Block]) -> bool {
    section
        .iter()
        .any(|block| block.role == Role::TakeawaysHeading)
}

impl Digest {
    /// The conclusion's bullets that each address an audience are takeaways, though no heading says so.
    fn head_takeaways(&mut self, lexicon: &Lexicon, titles: &Titles) {
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

    /// An edition's head has no key points and no sources: in its note they stay lists.
    fn keep_lists(&mut self) {
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
    fn name_stories(&mut self) {
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

/// Whether an audience stands among the first words.
fn addresses(text: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::Audiences].count_in(&words::fold(&words::first_words(text, 7))) > 0
}
