//! Whether a text whose sections have no points for decision-makers is a round-up of several stories.
//! Enter by [`is_round_up`].

use super::apart;
use super::parts::has_takeaways;
use super::shape::{
    are_alike, are_marked, are_parts, are_signed, are_titles, has_day, has_source, is_story, tell,
};
use crate::import::block::{Block, Field, Role};
use crate::import::dates;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;
use crate::model::PartialDate;

/// Three sections or more, each short, with headings of one kind; and the text names itself a round-up,
/// has the date of an edition in its title, or each section names its own source.
pub(crate) fn is_round_up(
    blocks: &[Block],
    known: Option<&str>,
    introduction: &[Block],
    sections: &[Vec<Block>],
    lexicon: &Lexicon,
) -> bool {
    let title = blocks.iter().find(|b| b.role == Role::Moved(Field::Title));
    let title = title.map(|b| b.text.as_str()).or(known).unwrap_or_default();
    let pile = Pile {
        title: words::head(title, 300),
        introduction,
        sections,
        lexicon,
    };
    let is_issue = || pile.is_dated() || blocks.iter().any(|b| is_dated_issue(b, lexicon));
    if are_alike(sections) {
        return true;
    }
    let stories = sections.iter().filter(|s| is_story(s)).count();
    let are_short = stories * 4 >= sections.len() * 3;
    match stories {
        0 | 1 => false,
        2 => {
            let are_sourced = || sections.iter().all(|s| has_source(s));
            let is_pair = are_signed(sections) || are_marked(sections) || are_sourced();
            are_short && is_pair && (is_issue() || pile.is_called())
        }
        _ => are_short && (pile.is_told() || is_issue() && tell(sections)),
    }
}

/// A text in sections, of which each may be a story.
struct Pile<'p> {
    title: &'p str,
    introduction: &'p [Block],
    sections: &'p [Vec<Block>],
    lexicon: &'p Lexicon,
}

impl Pile<'_> {
    /// Whether its sections, its title or its introduction say that each section is a story.
    fn is_told(&self) -> bool {
        self.is_sourced()
            || self.is_called() && !are_parts(self.sections, self.lexicon)
            || self.is_apart()
            || self.is_bare()
            || self.is_counted()
    }

    /// Most sections name a source or a day of their own.
    fn is_sourced(&self) -> bool {
        let is_sourced = |s: &&Vec<Block>| has_source(s) || has_day(s);
        self.sections.iter().filter(is_sourced).count() * 3 >= self.sections.len() * 2
    }

    /// The title is that of a round-up.
    fn is_called(&self) -> bool {
        self.names(self.title)
    }

    /// The title has the date of an edition.
    fn is_dated(&self) -> bool {
        is_issue(self.title, self.lexicon)
    }

    /// Marked headings that each tell something, of which none has to do with the others.
    fn is_apart(&self) -> bool {
        are_marked(self.sections)
            && tell(self.sections)
            && opens_briefly(self.introduction)
            && !self.sections.iter().any(|s| has_takeaways(s))
            && apart::are_apart(self.sections, self.title, self.lexicon)
    }

    /// No title and no introduction, and the headings are titles.
    fn is_bare(&self) -> bool {
        let is_bare = self.title.is_empty() && self.introduction.iter().all(|b| !b.is_kept());
        let are_counted = || are_signed(self.sections) && tell(self.sections);
        is_bare && (are_counted() || are_titles(self.sections))
    }

    /// Numbers or ornaments before the headings, below a title with a date or an introduction to a round-up.
    fn is_counted(&self) -> bool {
        let is_dated = || has_date(self.title, self.lexicon) && tell(self.sections);
        are_signed(self.sections) && (self.introduces() || is_dated())
    }

    fn introduces(&self) -> bool {
        let mut prose = self
            .introduction
            .iter()
            .filter(|b| b.role == Role::Paragraph);
        prose.any(|b| self.names(words::head(&b.text, 300)))
    }

    fn names(&self, text: &str) -> bool {
        self.lexicon[List::Digests].count_in(&words::fold(text)) > 0
    }
}

/// Whether hardly more than a greeting stands above the sections; what an article says first is longer.
fn opens_briefly(introduction: &[Block]) -> bool {
    const LONGEST: usize = 60;
    let prose = introduction.iter().filter(|b| b.role == Role::Paragraph);
    prose.map(|b| words::count(&b.text, LONGEST)).sum::<usize>() < LONGEST
}

/// Whether the title ends with a day or a week after a few words, as that of a letter's issue.
pub(crate) fn is_issue(title: &str, lexicon: &Lexicon) -> bool {
    words::at_most(title, 14) && has_date(title.trim_end_matches([')', ']']), lexicon)
}

/// `Lettre du 13 février 2026`, above the text.
fn is_dated_issue(block: &Block, lexicon: &Lexicon) -> bool {
    let folded = words::fold(words::head(&block.text, 200));
    let is_week = || {
        let said = dates::at_start(&block.text, lexicon);
        matches!(said, Some((dates::Said::Known(PartialDate::Week(_)), _)))
    };
    block.role == Role::Moved(Field::About)
        && (is_week()
            || [List::Digests, List::Publishers, List::Issues]
                .iter()
                .any(|list| lexicon[*list].count_in(&folded) > 0))
}

/// Whether a title ends with a day or names a week.
fn has_date(title: &str, lexicon: &Lexicon) -> bool {
    dates::at_end(title, lexicon).is_some() || !dates::weeks_said(title, lexicon).is_empty()
}
