//! Signs before titles and items: a number on a line of its own, an ornament, a bullet, `##`. Enter by
//! [`numbered`], [`mark_bulleted`], [`raise_marks`] and [`mark_items`].

use std::collections::HashMap;

use crate::import::block::Block;
use crate::import::words::{self, number};

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

/// Short lines with one and the same bullet that never stand below each other, a sentence without a
/// bullet below each, are titles: three of them or more.
pub(crate) fn mark_bulleted(blocks: &mut [Block], lines: &[&str]) {
    let mut signs: HashMap<char, Vec<usize>> = HashMap::new();
    for i in (0..blocks.len()).filter(|i| blocks[*i].bullet == Some(0)) {
        let sign = line(&blocks[i], lines).chars().next();
        signs.entry(sign.unwrap_or('-')).or_default().push(i);
    }
    let is_title = |i: &usize| {
        let text = &blocks[*i].text;
        let below = blocks.get(i + 1);
        let is_above_prose =
            below.is_some_and(|b| b.is_open_line() && words::ends_sentence(&b.text));
        is_above_prose && words::at_most(text, 16) && !words::is_closed(text)
    };
    let titles: Vec<usize> = signs
        .into_values()
        .filter(|places| places.len() >= 3 && places.iter().all(is_title))
        .flatten()
        .collect();
    for i in titles {
        blocks[i].bullet = None;
        blocks[i].mark = Some(2);
    }
}

/// One `##` above several `###` is a title, and these are its sections.
pub(crate) fn raise_marks(blocks: &mut [Block], lines: &[&str]) {
    let hashed = |b: &Block| b.mark.filter(|_| line(b, lines).starts_with('#'));
    let marks: Vec<u8> = blocks.iter().filter_map(hashed).collect();
    let Some((top, others)) = marks.split_first().filter(|(top, _)| **top > 1) else {
        return;
    };
    if others.len() < 2 || others.iter().any(|mark| mark <= top) {
        return;
    }
    let up = top - 1;
    for block in blocks.iter_mut() {
        block.mark = hashed(block).map(|mark| mark - up).or(block.mark);
    }
}

/// The first line of a block, as typed.
fn line<'l>(block: &Block, lines: &[&'l str]) -> &'l str {
    let own = block.lines.first().and_then(|n| lines.get(n - 1));
    own.map_or("", |line| line.trim())
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
