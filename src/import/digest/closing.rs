//! What closes a digest: a section or prose below its last story that no other story has the like of.

use super::parts::{Digest, has_takeaways};
use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::{Lexicon, List, Titles};
use crate::import::words::{self, number};

impl Digest {
    /// The last sections without a number, where those before have one each, close the digest; one alone
    /// is its conclusion.
    pub(super) fn free_uncounted(&mut self) {
        let is_counted = |s: &Vec<Block>| s.first().is_some_and(|b| number::of(&b.text).is_some());
        let counted = self.stories.iter().take_while(|s| is_counted(s)).count();
        let rest = &self.stories[counted..];
        let is_end = counted >= 2 && !rest.iter().any(|s| is_counted(s) || has_takeaways(s));
        if !is_end {
            return;
        }
        let mut rest = self.stories.split_off(counted);
        if self.conclusion.is_empty() && rest.len() == 1 {
            self.conclusion = rest.remove(0);
        }
        self.closing = rest.concat();
    }

    /// What comes after the last story's takeaways, where no other story has the like, closes the
    /// digest: a heading with all that stands below, and prose where no conclusion follows.
    /// Sections without takeaways that follow such a heading close it too.
    pub(crate) fn free_closing(&mut self, lexicon: &Lexicon) {
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
            let mut closing = last.split_off(at);
            closing.extend(below.concat());
            closing.append(&mut self.closing);
            self.closing = closing;
            raise(&mut self.closing, lexicon);
        }
    }

    /// What stands apart at the end of the last story, where each other story is one run of lines, is
    /// said of the whole.
    pub(crate) fn free_farewell(&mut self, lexicon: &Lexicon) {
        let apart = |s: &[Block]| {
            s.iter()
                .skip(1)
                .position(|b| b.gap && b.is_kept() && !b.lines.is_empty())
        };
        let Some((last, others)) = self.stories.split_last_mut() else {
            return;
        };
        if let Some(at) = farewell(last, lexicon) {
            let mut farewell = last.split_off(at);
            for block in farewell.iter_mut().filter(|b| b.role == Role::Takeaway) {
                block.decide(Role::Paragraph, "what takes leave of the reader");
            }
            farewell.append(&mut self.closing);
            self.closing = farewell;
            return;
        }
        let are_runs = !others.is_empty() && others.iter().all(|s| apart(s).is_none());
        if let Some(at) = apart(last).filter(|at| are_runs && *at > 0) {
            let mut farewell = last.split_off(at + 1);
            farewell.append(&mut self.closing);
            self.closing = farewell;
        }
    }

    /// Prose that closes a digest stands below a heading of ours, lest it be part of the introduction.
    pub(crate) fn head_closing(&mut self, titles: &Titles) {
        let is_headed = |b: &Block| {
            let list = Role::Moved(Field::KeyPointsHeading);
            matches!(
                b.role,
                Role::Heading(_) | Role::Moved(Field::SourcesHeading)
            ) || b.role == list
        };
        let is_prose = !self.closing.iter().any(is_headed);
        let has_words = self.closing.iter().any(Block::is_kept);
        if has_words && is_prose && self.conclusion.is_empty() {
            let heading = Block::added(&titles.conclusion, Role::Heading(2));
            self.conclusion = std::mem::take(&mut self.closing);
            self.conclusion.insert(0, heading);
        }
    }
}

/// Where the last paragraph begins, if it takes leave of the reader: `À la semaine prochaine, …`.
fn farewell(story: &[Block], lexicon: &Lexicon) -> Option<usize> {
    let at = story.iter().rposition(Block::is_kept)?;
    let block = &story[at];
    let is_line = matches!(block.role, Role::Paragraph | Role::Takeaway) && block.bullet.is_none();
    let label = words::label(words::head(&block.text, 300));
    let says = lexicon[List::Farewells].beginning(&label)?;
    let is_long = words::count(says, 3) >= 3;
    (at >= 2 && is_line && is_long && words::at_most(&block.text, 30)).then_some(at)
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
            Role::Takeaway if is_list && block.bullet.is_none() => {
                block.decide(Role::Paragraph, "a line of the edition's note");
            }
            Role::Takeaway if is_list => {
                block.decide(Role::Item, "an item of a list in the edition's note");
            }
            _ => {}
        }
    }
}
