//! Tells a digest of several stories from an article with sections, and takes it apart.

use super::block::{Block, Field, Role};
use super::facts::Facts;
use super::lexicon::{Lexicon, List, Titles};
use super::{evidence, headings, themes, words};

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
pub(crate) fn read(blocks: &[Block], lexicon: &Lexicon, titles: &Titles) -> Option<Digest> {
    let themed = themes::stories(blocks);
    let mut sections = sections(themed.as_deref().unwrap_or(blocks));
    let introduction = sections.remove(0);
    let at = sections
        .iter()
        .position(|s| is_conclusion(s, lexicon))
        .unwrap_or(sections.len());
    let conclusion = sections.split_off(at).concat();
    let own = sections.iter().filter(|s| has_takeaways(s)).count();
    let have_takeaways = own >= 2 && own * 3 >= sections.len() * 2;
    if !have_takeaways && !evidence::is_round_up(blocks, &introduction, &sections, lexicon) {
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
/// stand before the first heading, and below another one too.
pub(crate) fn free_title(blocks: &mut [Block], facts: &mut Facts) {
    let sections = sections(blocks);
    let others = sections.iter().skip(1).filter(|s| has_takeaways(s)).count();
    let title = blocks.iter_mut().find(|b| b.role == Role::Moved(Field::Title));
    if let Some(title) = title
        && others >= 1
        && sections.first().is_some_and(|s| has_takeaways(s))
    {
        title.decide(Role::Heading(2), "the heading of the first story");
        facts.title = None;
    }
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

fn has_takeaways(section: &[Block]) -> bool {
    section
        .iter()
        .any(|block| block.role == Role::TakeawaysHeading)
}

/// Where the first block after a story's takeaways stands that is such a one.
fn after_takeaways(story: &[Block], is: impl Fn(&Block) -> bool) -> Option<usize> {
    let first = story.iter().position(|b| b.role == Role::Takeaway)?;
    let is_point = |b: &Block| matches!(b.role, Role::Takeaway | Role::Dropped);
    let end = first + story[first..].iter().take_while(|b| is_point(b)).count();
    Some(end + story[end..].iter().position(is)?)
}

/// Where the last story goes on after its takeaways with such a block, as no other story does.
fn own_end(stories: &[Vec<Block>], is: impl Fn(&Block) -> bool) -> Option<usize> {
    let (last, others) = stories.split_last()?;
    let is_own = others.iter().all(|s| after_takeaways(s, &is).is_none());
    after_takeaways(last, &is).filter(|_| is_own)
}

/// Whether a block begins a section of its own below a story's takeaways: a heading, also of a list
/// that a head would take, but not a second one for decision-makers.
fn is_headed(block: &Block, lexicon: &Lexicon) -> bool {
    match block.role {
        Role::Heading(_) | Role::Moved(Field::KeyPointsHeading | Field::SourcesHeading) => true,
        Role::TakeawaysHeading => is_late_heading(block, lexicon),
        _ => false,
    }
}

/// `À retenir`: a name that is of takeaways only because it comes late.
fn is_late_heading(block: &Block, lexicon: &Lexicon) -> bool {
    !block.lines.is_empty() && lexicon[List::LateTakeaways].has(&words::label(&block.text))
}

impl Digest {
    /// What comes after the last story's takeaways, where no other story has the like, closes the
    /// digest: a heading with all that stands below, and prose where no conclusion follows.
    /// Sections without takeaways that follow such a heading close it too.
    fn free_closing(&mut self, lexicon: &Lexicon) {
        let last = self.stories.iter().rposition(|s| has_takeaways(s));
        let mut below = self.stories.split_off(last.map_or(0, |last| last + 1));
        let heading = own_end(&self.stories, |b| is_headed(b, lexicon));
        let prose = own_end(&self.stories, |b| b.role == Role::Paragraph)
            .filter(|_| self.conclusion.is_empty() && below.is_empty());
        if heading.is_none() {
            self.stories.append(&mut below);
        }
        let at = heading.into_iter().chain(prose).min();
        if let (Some(at), Some(last)) = (at, self.stories.last_mut()) {
            self.closing = last.split_off(at);
            self.closing.extend(below.concat());
            raise(&mut self.closing, lexicon);
        }
    }

    /// What stands apart at the end of the last story, where each other story is one run of lines, is
    /// said of the whole.
    fn free_farewell(&mut self) {
        let apart = |s: &[Block]| s.iter().skip(1).position(|b| b.gap && b.is_kept() && !b.lines.is_empty());
        let Some((last, others)) = self.stories.split_last_mut() else {
            return;
        };
        let are_runs = !others.is_empty() && others.iter().all(|s| apart(s).is_none());
        if let Some(at) = apart(last).filter(|at| are_runs && *at > 0) {
            let mut farewell = last.split_off(at + 1);
            farewell.append(&mut self.closing);
            self.closing = farewell;
        }
    }

    /// Prose that closes a digest stands below a heading of ours, lest it be part of the introduction.
    fn head_closing(&mut self, titles: &Titles) {
        let is_headed = |b: &Block| {
            let list = Role::Moved(Field::KeyPointsHeading);
            matches!(b.role, Role::Heading(_) | Role::Moved(Field::SourcesHeading)) || b.role == list
        };
        let is_prose = !self.closing.iter().any(is_headed);
        let has_words = self.closing.iter().any(Block::is_kept);
        if has_words && is_prose && self.conclusion.is_empty() {
            let heading = Block::added(&titles.conclusion, Role::Heading(2));
            self.conclusion = std::mem::take(&mut self.closing);
            self.conclusion.insert(0, heading);
        }
    }

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

    /// All blocks in their order, as one article with a section a story.
    pub(crate) fn whole(mut self) -> Vec<Block> {
        for heading in self.stories.iter_mut().filter_map(|s| s.first_mut()) {
            heading.decide(Role::Heading(2), "the heading of a story");
        }
        self.all().into_iter().cloned().collect()
    }
}

/// The headings of what closes a digest stand as high as those of its stories; what is to be
/// remembered of the whole is a list, and of no story's takeaways.
fn raise(closing: &mut [Block], lexicon: &Lexicon) {
    let level = |b: &Block| match b.role {
        Role::Heading(level) => Some(level),
        _ => None,
    };
    let above = closing.iter().filter_map(level).min().unwrap_or(2) - 2;
    let mut is_list = false;
    for block in closing {
        match block.role {
            Role::Heading(level) => block.role = Role::Heading(level - above),
            Role::TakeawaysHeading => {
                is_list = is_late_heading(block, lexicon);
                if is_list {
                    block.decide(
                        Role::Heading(2),
                        "the heading of a list in the edition's note",
                    );
                }
            }
            Role::Takeaway if is_list => {
                block.decide(Role::Item, "an item of a list in the edition's note");
            }
            _ => {}
        }
    }
}

/// Whether an audience stands among the first words.
fn addresses(text: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::Audiences].count_in(&words::fold(&words::first_words(text, 7))) > 0
}
