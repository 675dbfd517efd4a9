//! Pieces of a page to blocks: what stands outside the article dropped, the title moved, headings
//! brought to `##` and `###`; key points, takeaways and sources by the passes that texts go through.

use super::piece::{Kind, Piece};
use super::{around, between, bold, outside, points, subtitle};
use crate::import::block::{Block, Field, Form, OUTSIDE, Role};
use crate::import::body::{addressed, cues, lists};
use crate::import::facts::Facts;
use crate::import::furniture::{margins, noise};
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::{about, stated};
use crate::import::part::Ways;
use crate::import::sender::press;
use crate::import::words;

/// Why prose that Readability leaves out is dropped.
pub(crate) const PROSE_OUTSIDE: &str = "prose outside the article";
/// Bytes of what may stand before the title in its heading: `EN DIRECT.`, `Title:`.
const MOST_BEFORE_TITLE: usize = 12;

/// The blocks of a page, each decided; its facts with what the article's own words add. Numbered
/// pieces that stay a list get their numbers, in the lines too.
pub(crate) fn read(
    pieces: &[Piece],
    lines: &mut [String],
    facts: &mut Facts,
    ways: Ways,
    lexicon: &Lexicon,
) -> Vec<Block> {
    let mut blocks: Vec<Block> = (1..)
        .zip(pieces)
        .map(|(n, piece)| block(n, piece))
        .collect();
    (ways.first)(&mut blocks, lines, facts, lexicon);
    move_title(&mut blocks, facts);
    outside::keep_article(&mut blocks, pieces, lexicon);
    between::keep_between(&mut blocks, pieces, lexicon);
    noise::drop_furniture(&mut blocks, lexicon);
    noise::drop_widgets(&mut blocks, lexicon);
    noise::drop_disclaimers(&mut blocks, lexicon);
    noise::drop_promotion(&mut blocks, lexicon);
    about_lines(&mut blocks, pieces, facts, lexicon);
    around::drop_page(&mut blocks, pieces, facts, lexicon);
    subtitle::free(&mut blocks);
    press::drop_frame(&mut blocks, lexicon);
    margins::drop_author_note(&mut blocks, &facts.authors, lexicon);
    bold::mark(&mut blocks, pieces);
    free_cues(&mut blocks, lexicon);
    free_pictures(&mut blocks);
    cues::split(&mut blocks, lexicon);
    lists::mark(&mut blocks, lexicon);
    addressed::mark(&mut blocks, lexicon);
    decide(&mut blocks, pieces, lines);
    lists::mark_takeaway_paragraphs(&mut blocks);
    cues::head_audiences(&mut blocks);
    blocks
}

fn block(number: usize, piece: &Piece) -> Block {
    let is_item = matches!(piece.kind, Kind::Item | Kind::Numbered(_));
    let mut block = Block {
        lines: vec![number],
        bullet: is_item.then_some(0),
        mark: match piece.kind {
            Kind::Heading(level) => Some(level),
            _ => None,
        },
        form: match piece.kind {
            Kind::Whole(_) => Form::Whole,
            _ => Form::Inline,
        },
        ..Block::added(&piece.markdown, Role::Open)
    };
    if !piece.is_inside {
        let is_prose = !is_item && words::is_prose(&piece.plain);
        let why = if is_prose { PROSE_OUTSIDE } else { OUTSIDE };
        block.decide(Role::Dropped, why);
    } else if let Kind::Whole(why) = piece.kind {
        let is_said = why == points::HEAD;
        block.decide(
            if is_said {
                Role::Dropped
            } else {
                Role::Paragraph
            },
            why,
        );
    }
    block
}

/// The title's heading, and a chapeau that stands outside the article, are said by the head.
fn move_title(blocks: &mut [Block], facts: &Facts) {
    let label = |text: &String| words::label(text);
    let title = facts.title.as_ref().map(|title| label(&title.value));
    let summary = facts.summary.as_ref().map(label);
    let is_marked = |b: &Block| b.mark.is_some() && Some(words::label(&b.text)) == title;
    let mut is_shown = blocks.iter().any(is_marked);
    for block in blocks.iter_mut().filter(|b| b.text.len() <= 2000) {
        let own = Some(words::label(&block.text));
        let is_bold = block.text.starts_with("**") && block.text.ends_with("**");
        let is_title = match (&own, &title) {
            (Some(own), Some(title)) => own.strip_suffix(title.as_str()).is_some_and(|more| {
                more.is_empty() || block.mark == Some(1) && more.len() <= MOST_BEFORE_TITLE
            }),
            _ => false,
        };
        let is_line = !is_shown && block.bullet.is_none() && own == title;
        if (block.mark.is_some() || is_bold || is_line) && is_title {
            is_shown = true;
            block.decide(Role::Moved(Field::Title), "the title");
        } else if block.role == Role::Dropped && own == summary {
            block.decide(Role::Moved(Field::Summary), "the summary");
        }
    }
}

/// Lines with date and author, read without their links; what they say counts where the page's head
/// is silent, and is told where it differs.
fn about_lines(blocks: &mut [Block], pieces: &[Piece], facts: &mut Facts, lexicon: &Lexicon) {
    for (block, piece) in blocks.iter_mut().zip(pieces) {
        let is_about = block.is_open_line()
            && block.is_short()
            && about::read(&piece.plain, lexicon).is_some();
        if is_about {
            block.text.clone_from(&piece.plain);
        }
    }
    let mut noticed = Facts::default();
    noticed.notices(blocks, lexicon);
    let mut own = stated::read(blocks, noticed, lexicon);
    own.title.clone_from(&facts.title);
    own.lone_author(blocks, lexicon);
    for (block, piece) in blocks.iter_mut().zip(pieces).filter(|(b, _)| b.is_open()) {
        block.text.clone_from(&piece.markdown);
    }
    facts.complete(own);
}

/// `**Pour les décideurs :** …` is such a cue without its emphasis.
fn free_cues(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks.iter_mut().filter(|b| b.is_open_line()) {
        let Some((cue, rest)) = block
            .text
            .strip_prefix("**")
            .and_then(|t| t.split_once("**"))
        else {
            continue;
        };
        let label = words::label(words::head(cue, 100));
        if lexicon[List::Takeaways].has(&label) || lexicon[List::TakeawaysLists].has(&label) {
            block.text = format!("{cue}{rest}");
        }
    }
}

/// An item with a picture is no point that a head could take.
fn free_pictures(blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|b| b.is_open_line()) {
        if block.bullet.is_some() && block.text.contains("![") {
            block.bullet = None;
        }
    }
}

/// Decides what is still open, by what the page itself marks.
fn decide(blocks: &mut [Block], pieces: &[Piece], lines: &mut [String]) {
    let marks = blocks.iter().filter(|b| b.is_open()).filter_map(|b| b.mark);
    let top = marks.min().unwrap_or(2);
    for block in blocks.iter_mut().filter(|b| b.is_open()) {
        let line = block.line().saturating_sub(1);
        match (block.mark, pieces.get(line).map(|p| p.kind)) {
            (Some(level), _) => {
                let level = if level == top { 2 } else { 3 };
                block.decide(Role::Heading(level), "a heading of the page");
            }
            (_, Some(Kind::Numbered(number))) => {
                block.text = format!("{number}. {}", block.text);
                lines[line].clone_from(&block.text);
                block.decide(Role::Numbered, "an item of a numbered list");
            }
            (_, Some(Kind::Item)) => block.decide(Role::Item, "an item of a list"),
            _ => block.decide(Role::Paragraph, "a paragraph of the page"),
        }
    }
}
