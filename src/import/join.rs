//! Joins a sentence that the collector broke in two (often at a ticker, `Nvidia` ⏎ `NVDA.O , …`).

use super::block::{Block, Role, open};
use super::words;

/// Joins every open line that goes on in the next one.
pub(crate) fn broken_sentences(blocks: &mut Vec<Block>) {
    let mut tail: Option<usize> = None;
    let mut last = 0;
    for i in open(blocks) {
        let is_adjacent = blocks[last + 1..i.max(last + 1)]
            .iter()
            .all(|b| b.role == Role::Dropped);
        match tail {
            Some(before) if is_adjacent && goes_on(&blocks[before], &blocks[i]) => {
                append(blocks, before, i);
            }
            _ => tail = Some(i),
        }
        last = i;
    }
    blocks.retain(|block| !block.lines.is_empty());
}

fn append(blocks: &mut [Block], before: usize, i: usize) {
    let text = std::mem::take(&mut blocks[i].text);
    let lines = std::mem::take(&mut blocks[i].lines);
    blocks[before].text.push(' ');
    blocks[before].text.push_str(&text);
    blocks[before].lines.extend(lines);
    blocks[before].why = "a sentence that was broken in two";
}

/// The first has no final sign, and the second does not begin as a sentence does: with a ticker or
/// a sign, or (after a line that is too long to be a heading) with a small letter.
fn goes_on(before: &Block, next: &Block) -> bool {
    let is_open_end =
        words::last_sign(&before.text).is_some_and(|c| c.is_alphanumeric() || c == ',');
    let is_line = next.bullet.is_none() && next.mark.is_none() && next.asides.is_empty();
    let may_go_on = before.bullet.is_none() || starts_with_sign(&next.text);
    if !is_open_end || !is_line || !may_go_on {
        return false;
    }
    let is_small = next.text.starts_with(char::is_lowercase);
    let is_long = words::count(&before.text, 16) >= 16;
    is_small && is_long || starts_with_sign(&next.text) || starts_with_ticker(&next.text)
}

/// `, par exemple`, `; puis`
fn starts_with_sign(text: &str) -> bool {
    let rest = text.strip_prefix([',', ';', ')', '.']);
    rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// `NVDA.O , par exemple`: capitals and digits, a point, one or two capitals.
fn starts_with_ticker(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let Some((symbol, exchange)) = first.trim_end_matches([',', ';']).split_once('.') else {
        return false;
    };
    let capitals = |s: &str, most: usize| {
        (1..=most).contains(&s.len())
            && s.bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    capitals(symbol, 6) && capitals(exchange, 2) && exchange.bytes().all(|b| b.is_ascii_uppercase())
}
