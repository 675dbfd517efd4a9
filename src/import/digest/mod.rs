//! Tells a digest of several stories from an article with sections, and takes it apart.

mod apart;
pub(super) mod closing;
pub(super) mod evidence;
pub(super) mod masthead;
mod parts;
pub(super) mod sections;
mod shape;
pub(super) mod tails;

pub(crate) use parts::Digest;

use super::block::{Block, Field, Role};
use super::body::headings;
use super::facts::Facts;
use super::lexicon::{Lexicon, List, Titles};
use super::words;
use parts::has_takeaways;

/// The parts of a digest. The evidence that a text is one: at least two sections, and two of three
/// of them with a section of their own for decision-makers (an article has one at most).
pub(crate) fn read(
    blocks: &[Block],
    title: Option<&str>,
    (lexicon, titles): (&Lexicon, &Titles),
) -> Option<Digest> {
    let themed = sections::stories(blocks, lexicon);
    let mut sections = sections(themed.as_deref().unwrap_or(blocks));
    let mut introduction = sections.remove(0);
    while sections.first().is_some_and(|s| is_opening(s, lexicon)) {
        introduction.append(&mut sections.remove(0));
    }
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
    while sections.len() > 2 && sections.first().is_some_and(|s| is_line(s)) {
        introduction.extend(sections.remove(0).into_iter().map(as_line));
    }
    head_opening(&mut introduction, lexicon);
    let mut digest = Digest {
        introduction,
        stories: sections,
        closing: Vec::new(),
        conclusion,
    };
    digest.free_uncounted();
    digest.name_conclusion(titles);
    digest.free_closing(lexicon);
    digest.free_farewell(lexicon);
    digest.head_closing(titles);
    digest.head_takeaways(lexicon, titles);
    digest.keep_lists();
    digest.name_stories();
    Some(digest)
}

/// Whether nothing stands below a heading.
fn is_line(section: &[Block]) -> bool {
    section.iter().filter(|b| b.role != Role::Dropped).count() == 1
}

fn as_line(mut block: Block) -> Block {
    if block.is_kept() {
        block.decide(Role::Paragraph, "a line above the stories");
    }
    block
}

/// Whether a section is what an editor writes above the stories: its heading says so.
fn is_opening(section: &[Block], lexicon: &Lexicon) -> bool {
    let label = section
        .first()
        .map(|b| words::label(words::head(&b.text, 80)));
    label.is_some_and(|label| lexicon[List::Openings].has(&label))
}

/// The heading of what an editor writes above the stories says nothing that an introduction's place does
/// not say.
fn head_opening(introduction: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |b: &&mut Block| matches!(b.role, Role::Heading(_));
    for block in introduction.iter_mut().filter(is_heading) {
        if lexicon[List::Openings].has(&words::label(words::head(&block.text, 80))) {
            block.decide(Role::Dropped, "the heading of an introduction");
        }
    }
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
        && shape::are_titles(&sections)
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
