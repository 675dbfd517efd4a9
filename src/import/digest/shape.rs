//! The shape of a text's sections: short, with headings of one kind, with sources of their own.

use crate::import::block::{Block, Field, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// How many paragraphs a story of a round-up has at most.
const LONGEST: usize = 5;

/// A heading, then a few paragraphs or lists, and no heading below.
pub(super) fn is_story(section: &[Block]) -> bool {
    let kept: Vec<&Block> = section.iter().skip(1).filter(|b| b.is_kept()).collect();
    let is_flat = kept.iter().all(|b| !matches!(b.role, Role::Heading(_)));
    let has_prose = kept.iter().any(|b| words::ends_sentence(&b.text));
    let goes_on = |pair: &[&Block]| pair[0].role == Role::Item && pair[1].role == Role::Item;
    let lists_on = kept.windows(2).filter(|pair| goes_on(pair)).count();
    is_flat && has_prose && kept.len() - lists_on <= LONGEST
}

pub(super) fn has_source(section: &[Block]) -> bool {
    let is_source = |b: &Block| matches!(b.role, Role::Moved(Field::SourceLink | Field::Source));
    section.iter().any(is_source)
}

/// Whether a section stands below a day of its own.
pub(super) fn has_day(section: &[Block]) -> bool {
    section.iter().any(|b| b.role == Role::Moved(Field::Date))
}

/// Whether each heading is marked by the text itself and long enough to tell what happened.
pub(crate) fn are_titles(sections: &[Vec<Block>]) -> bool {
    let is_title = |b: &Block| b.mark.is_some() && words::count(&b.text, 5) == 5;
    let is_brief = |s: &[Block]| s.iter().filter(|b| b.is_kept()).count() <= 4;
    let mut all = sections.iter();
    sections.len() >= 3 && all.all(|s| is_brief(s) && s.first().is_some_and(is_title))
}

/// Whether most headings are long enough to tell what happened.
pub(super) fn tell(sections: &[Vec<Block>]) -> bool {
    let tells = |s: &&Vec<Block>| s.first().is_some_and(|b| words::count(&b.text, 5) == 5);
    sections.iter().filter(tells).count() * 3 >= sections.len() * 2
}

/// Whether headings name the parts of one article.
pub(super) fn are_parts(sections: &[Vec<Block>], lexicon: &Lexicon) -> bool {
    let is_part = |b: &Block| {
        let label = words::label(words::head(&b.text, 80));
        lexicon[List::ArticleParts].has(&label)
    };
    let parts = sections.iter().filter(|s| s.first().is_some_and(is_part));
    parts.count() >= 2
}

/// Whether three sections or more begin with a number or an ornament each, and have the same headings below.
pub(super) fn are_alike(sections: &[Vec<Block>]) -> bool {
    let inner = |s: &Vec<Block>| -> Vec<String> {
        let below = s.iter().filter(|b| b.role == Role::Heading(3));
        below.map(|b| words::label(&b.text)).collect()
    };
    let first = sections.first().map(inner).unwrap_or_default();
    let is_like = |s: &Vec<Block>| inner(s) == first;
    sections.len() >= 3 && !first.is_empty() && are_signed(sections) && sections.iter().all(is_like)
}

/// Whether the text itself marks each heading.
pub(super) fn are_marked(sections: &[Vec<Block>]) -> bool {
    let is_marked = |s: &Vec<Block>| s.first().is_some_and(|b| b.mark.is_some());
    sections.iter().all(is_marked)
}

/// Whether each heading begins with a number or an ornament.
pub(super) fn are_signed(sections: &[Vec<Block>]) -> bool {
    let is_signed =
        |b: &Block| number::of(&b.text).is_some() || number::ornament(&b.text).is_some();
    sections.iter().all(|s| s.first().is_some_and(is_signed))
}
