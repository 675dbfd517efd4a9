//! Text to blocks, a line each; lines that were broken to a width are put together again.

use super::block::{Block, Role};
use super::number;

/// Signs that begin an item of a list.
const BULLETS: &str = "•-–*▪◦·‣►▶→✔✅";

/// A block a line that is not empty.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut gap = true;
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        blocks.push(block(number, line, gap));
        gap = false;
    }
    unwrap(blocks)
}

fn block(number: usize, line: &str, gap: bool) -> Block {
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let item = without_bullet(line.trim());
    Block {
        lines: vec![number],
        text: item.unwrap_or(line.trim()).to_owned(),
        bullet: item.map(|_| indent),
        gap,
        repeats: false,
        asides: Vec::new(),
        role: Role::Open,
        why: "",
    }
}

fn without_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(|c| BULLETS.contains(c))?;
    let rest = rest.trim_start_matches('\u{fe0f}');
    let has_words = rest.chars().any(char::is_alphanumeric);
    let stands_apart = rest.starts_with(char::is_whitespace) || line.starts_with('•');
    (has_words && stands_apart).then(|| rest.trim_start())
}

/// Puts the lines of a paragraph together where the text was broken to a width.
fn unwrap(blocks: Vec<Block>) -> Vec<Block> {
    let Some(width) = width(&blocks) else {
        return blocks;
    };
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut is_full = false;
    for block in blocks {
        let length = block.text.chars().count();
        let starts_anew = block.gap || block.bullet.is_some() || number::of(&block.text).is_some();
        match whole.last_mut() {
            Some(last) if is_full && !starts_anew => {
                last.text.push(' ');
                last.text.push_str(&block.text);
                last.lines.extend(block.lines);
                last.why = "lines broken to a width";
            }
            _ => whole.push(block),
        }
        is_full = length * 10 >= width * 7;
    }
    whole
}

/// The width to which the text was broken: most lines that another follows at once come near the
/// longest one, and end inside a sentence.
fn width(blocks: &[Block]) -> Option<usize> {
    let followed = || {
        blocks
            .windows(2)
            .filter(|pair| !pair[1].gap && pair[1].bullet.is_none())
    };
    let width = blocks.iter().map(|b| b.text.chars().count()).max()?;
    let count = followed().count();
    let full = followed().filter(|p| p[0].text.chars().count() * 4 >= width * 3);
    let inside = followed().filter(|p| !super::words::ends_sentence(&p[0].text));
    let is_wrapped = (40..=140).contains(&width)
        && count >= 3
        && full.count() * 10 >= count * 6
        && inside.count() * 10 >= count * 6;
    is_wrapped.then_some(width)
}
