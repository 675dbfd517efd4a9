//! Signs before titles and items: a number on a line of its own, an ornament. Enter by [`numbered`] and
//! [`mark_items`].

use super::block::Block;
use super::{number, words};

/// Puts numbers that stand on lines of their own, one after the other from 1, before the lines below.
pub(crate) fn numbered(blocks: Vec<Block>) -> Vec<Block> {
    let mut expected = 1;
    let mut places = Vec::new();
    for (i, pair) in blocks.windows(2).enumerate() {
        let is_title = !pair[1].gap && pair[1].is_open_line() && words::at_most(&pair[1].text, 25);
        if pair[0].is_open_line() && is_title && lone(&pair[0].text) == Some(expected) {
            places.push(i);
            expected += 1;
        }
    }
    if places.len() < 2 {
        return blocks;
    }
    let mut whole: Vec<Block> = Vec::with_capacity(blocks.len());
    for (i, mut block) in blocks.into_iter().enumerate() {
        let title = i
            .checked_sub(1)
            .and_then(|before| places.binary_search(&before).ok());
        if let (Some(number), Some(last)) = (title, whole.last_mut()) {
            last.text = format!("{}. {}", number + 1, block.text);
            last.lines.append(&mut block.lines);
            last.why = "a number above its title";
        } else {
            whole.push(block);
        }
    }
    whole
}

/// `1`, `1.`, `#1`: the number that a line is.
fn lone(text: &str) -> Option<usize> {
    let text = text.trim().trim_start_matches(['#', ' ']);
    let figures = text.trim_end_matches(['.', ')', ' ', '\u{fe0f}', '\u{20e3}']);
    figures
        .parse()
        .ok()
        .filter(|n| (1..=99).contains(n) && figures.len() <= 2)
}

/// Lines one after the other that begin with one and the same ornament are items of a list.
pub(crate) fn mark_items(blocks: &mut [Block]) {
    let sign =
        |b: &Block| number::ornament(&b.text).filter(|_| b.is_open_line() && b.mark.is_none());
    let signs: Vec<Option<char>> = blocks.iter().map(sign).collect();
    let is_item = |i: usize| signs[i].is_some() && !blocks[i].text.ends_with(':');
    let goes_on =
        |i: usize| i + 1 < signs.len() && is_item(i) && is_item(i + 1) && signs[i] == signs[i + 1];
    let items: Vec<bool> = (0..signs.len())
        .map(|i| goes_on(i) || i > 0 && goes_on(i - 1))
        .collect();
    for (block, _) in blocks.iter_mut().zip(items).filter(|(_, is_item)| *is_item) {
        let rest = number::without(&block.text).to_owned();
        if words::count(&rest, 1) == 1 {
            block.text = rest;
            block.bullet = Some(0);
        }
    }
}
