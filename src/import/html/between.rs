//! What Readability leaves out in the middle of an article: a box of key points, a paragraph with a class
//! of its own. Enter by [`keep_between`].

use std::collections::HashSet;

use super::around;
use super::blocks::PROSE_OUTSIDE;
use super::piece::Piece;
use crate::import::block::{Block, Field, OUTSIDE, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Words of a sentence that says something.
const SENTENCE: usize = 5;

/// Opens what stands between the title and the article's last prose and reads as the article does: a
/// heading over sentences, a paragraph. A box that the page names as its own, links, what stands below
/// a heading of other pages, and a sentence that only says again what the text says are none.
pub(crate) fn keep_between(blocks: &mut [Block], pieces: &[Piece], lexicon: &Lexicon) {
    let Some((from, to)) = article(blocks) else {
        return;
    };
    let (mut kept, mut at) = (Vec::new(), from);
    while at < to {
        let end = end_of_part(blocks, at, to);
        if is_out(&blocks[at]) && is_article(&blocks[at..end], &pieces[at..end], lexicon) {
            kept.extend(at..end);
        }
        at = end;
    }
    for i in new(blocks, kept) {
        blocks[i].decide(Role::Open, "");
    }
}

/// Those places whose words do not all stand in the article already, as a line does that a page sets in
/// large letters beside its text.
fn new(blocks: &[Block], mut places: Vec<usize>) -> Vec<usize> {
    if places.is_empty() {
        return places;
    }
    let said: HashSet<String> = blocks
        .iter()
        .filter(|b| b.is_open_line())
        .flat_map(|b| runs(&b.text))
        .collect();
    let is_said = |i: &usize| {
        let runs = runs(&blocks[*i].text);
        !runs.is_empty() && runs.iter().all(|run| said.contains(run))
    };
    places.retain(|i| !is_said(i));
    places
}

/// The runs of so many words of a text.
fn runs(text: &str) -> Vec<String> {
    let folded = words::fold(text);
    let all: Vec<&str> = words::words(&folded).collect();
    all.windows(SENTENCE).map(|run| run.join(" ")).collect()
}

/// From what stands below the title, else from the first prose, to the last prose.
fn article(blocks: &[Block]) -> Option<(usize, usize)> {
    let is_prose = |b: &Block| b.is_open() && words::is_prose(&b.text);
    let last = blocks.iter().rposition(is_prose)?;
    let title = blocks[..last]
        .iter()
        .rposition(|b| b.role == Role::Moved(Field::Title));
    let first = title.or_else(|| blocks.iter().position(is_prose))?;
    Some((first + 1, last))
}

/// A heading has all that stands below it; other blocks stand alone.
fn end_of_part(blocks: &[Block], at: usize, to: usize) -> usize {
    let goes_on = |i: &usize| is_out(&blocks[*i]) && blocks[*i].mark.is_none();
    let has_head = blocks[at].mark.is_some() && is_out(&blocks[at]);
    let below = if has_head {
        (at + 1..to).take_while(goes_on).count()
    } else {
        0
    };
    at + 1 + below
}

fn is_out(block: &Block) -> bool {
    matches!(block.why, OUTSIDE | PROSE_OUTSIDE)
}

fn is_article(part: &[Block], pieces: &[Piece], lexicon: &Lexicon) -> bool {
    if pieces.iter().any(|piece| piece.is_framed) {
        return false;
    }
    let [head, body @ ..] = part else {
        return false;
    };
    if head.mark.is_none() {
        return body.is_empty() && head.why == PROSE_OUTSIDE && says(head);
    }
    let is_named = around::names_section(head, lexicon);
    let is_own = |b: &Block| says(b) || is_named && b.bullet.is_some() && has_words(b);
    !body.is_empty() && !heads_other(head, lexicon) && body.iter().all(is_own)
}

/// Whether a heading is that of other pages, of readers' words, of a note on the author.
fn heads_other(head: &Block, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 4] = [List::Related, List::Comments, List::AuthorNote, List::Menu];
    let label = words::label(words::head(&head.text, 200));
    LISTS.iter().any(|list| lexicon[*list].has(&label))
}

fn says(block: &Block) -> bool {
    words::ends_sentence(&block.text) && has_words(block)
}

fn has_words(block: &Block) -> bool {
    words::count(&block.text, SENTENCE) == SENTENCE && !block.text.contains("](")
}
