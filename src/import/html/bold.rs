//! Headings that a page or a mail only sets in bold, on a line of their own. Enter by [`mark`].

use super::piece::Piece;
use crate::import::block::{Block, Form, open};
use crate::import::words;

/// The words of a heading.
const LONGEST: usize = 16;
/// So many sentences in bold are titles.
const LIKE: usize = 3;
/// The level of a heading in bold: below those that are larger.
const LEVEL: u8 = 3;

/// Marks lines that are bold from end to end, of a few words, where prose or a list stands below: without a
/// final sign, or as one of several.
pub(crate) fn mark(blocks: &mut [Block], pieces: &[Piece]) {
    let open = open(blocks);
    let sentences = sentences(blocks, &open);
    for pair in open.windows(2) {
        let (line, below) = (&blocks[pair[0]], &blocks[pair[1]]);
        let piece = line.line().checked_sub(1).and_then(|n| pieces.get(n));
        if piece.is_some_and(|piece| piece.is_term) {
            continue;
        }
        let leads = below.bullet.is_some()
            || words::ends_sentence(&below.text)
            || words::count(&below.text, 12) == 12;
        let asks = line.text.trim_end_matches('*').trim_end().ends_with('?');
        let is_free = below.bullet.is_some() || sentences >= LIKE;
        let leads = leads && (!asks || below.bullet.is_some());
        let is_heading = |text: &&str| asks || is_free || !words::is_closed(text);
        let over = below.mark.filter(|level| *level > 2);
        let is_theme = |text: &str| over.is_some() && words::is_capitals(text);
        let is_heading =
            |text: &&str| is_theme(text) || leads && below.mark.is_none() && is_heading(text);
        let Some(text) = bold(line).filter(is_heading) else {
            continue;
        };
        let text = text.to_owned();
        blocks[pair[0]].mark = Some(over.map_or(LEVEL, |level| level - 1));
        blocks[pair[0]].text = text;
    }
}

/// How many sentences stand alone in bold: of so many, each is the title of what stands below.
fn sentences(blocks: &[Block], open: &[usize]) -> usize {
    let is_sentence = |i: &&usize| bold(&blocks[**i]).is_some_and(words::ends_sentence);
    open.iter().filter(is_sentence).count()
}

/// The words of a line that is bold from end to end.
fn bold(block: &Block) -> Option<&str> {
    let is_line = block.is_open_line() && block.mark.is_none() && block.form == Form::Inline;
    let text = block.text.strip_prefix("**")?.strip_suffix("**")?;
    let is_whole = !text.contains("**") && !text.contains('\n') && !text.contains("](");
    let is_heading = words::at_most(text, LONGEST)
        && words::count(text, 1) == 1
        && !text.trim_end().ends_with([':', ',']);
    (is_line && is_whole && is_heading).then_some(text)
}
