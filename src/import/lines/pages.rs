//! What stands on every page of a printed document: running heads and page numbers. Enter by
//! [`drop_margins`].

use std::collections::HashMap;

use crate::import::block::{Block, Role};
use crate::import::words;

/// Why a running head is dropped.
pub(crate) const RUNNING: &str = "stands on every page";

/// Drops running heads (the first one stays where the number alone tells them apart), and numbers
/// that count pages.
pub(crate) fn drop_margins(blocks: &mut [Block]) {
    let heads = running_heads(blocks);
    let numbers = page_numbers(blocks, &heads);
    if !heads.is_empty() || numbers.len() >= 2 {
        for i in numbers {
            blocks[i].decide(Role::Dropped, "the number of a page");
        }
    }
    for i in heads {
        blocks[i].decide(Role::Dropped, RUNNING);
    }
}

/// Lines that are a number each, one more than the one before, apart or over a running head.
fn page_numbers(blocks: &[Block], heads: &[usize]) -> Vec<usize> {
    let number = |b: &Block| {
        b.text
            .trim_matches(['-', '–', '—', ' '])
            .parse::<u16>()
            .ok()
    };
    let follows_gap = |i: usize| {
        let before = i == 0 || blocks[i].gap;
        before && blocks.get(i + 1).is_none_or(|next| next.gap)
    };
    let mut found: Vec<(usize, u16)> = Vec::new();
    for (i, block) in blocks.iter().enumerate().filter(|(_, b)| b.is_open()) {
        let is_below = i
            .checked_sub(1)
            .is_some_and(|above| heads.binary_search(&above).is_ok());
        let is_end = i + 1 == blocks.len() || heads.binary_search(&(i + 1)).is_ok() || is_below;
        let goes_on = found.last().is_some() && !heads.is_empty();
        let Some(number) = number(block).filter(|_| is_end || goes_on || follows_gap(i)) else {
            continue;
        };
        if found.last().is_none_or(|(_, last)| *last + 1 == number) {
            found.push((i, number));
        }
    }
    found.into_iter().map(|(i, _)| i).collect()
}

/// Lines that stand several times, but for a number at an end, apart from each other.
fn running_heads(blocks: &[Block]) -> Vec<usize> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, block) in blocks.iter().enumerate() {
        let text = without_page(&block.text);
        let may_be = block.is_open_line() && block.mark.is_none() && !words::is_prose(text);
        if may_be && words::count(text, 3) >= 3 && words::at_most(text, 14) && text.len() <= 200 {
            places.entry(text).or_default().push(i);
        }
    }
    let mut heads: Vec<usize> = places
        .into_values()
        .filter(|p| is_running(blocks, p))
        .flatten()
        .collect();
    heads.sort_unstable();
    heads
}

/// Three of them, or two of which one bears a page's number; none below the other at once.
fn is_running(blocks: &[Block], places: &[usize]) -> bool {
    const APART: usize = 3;
    let is_apart = places.windows(2).all(|pair| pair[1] - pair[0] >= APART);
    let bears = |i: &usize| without_page(&blocks[*i].text).len() < blocks[*i].text.trim().len();
    let beside = |i: &usize| {
        let is_number = |b: &Block| b.text.trim().parse::<u16>().is_ok();
        let before = i.checked_sub(1).is_some_and(|i| is_number(&blocks[i]));
        before || blocks.get(i + 1).is_some_and(is_number)
    };
    let is_numbered = places.iter().any(|i| bears(i) || beside(i));
    is_apart && places.len() >= 2 && is_numbered
}

/// A line without the number of a page that runs of spaces or a stroke set apart from it.
fn without_page(text: &str) -> &str {
    let text = text.trim();
    let figures = |c: char| c.is_ascii_digit();
    let rest = text.trim_end_matches(figures);
    let is_apart = rest.len() < text.len() && (rest.ends_with("  ") || rest.ends_with("| "));
    let text = if is_apart {
        rest.trim_end_matches(['|', ' '])
    } else {
        text
    };
    let rest = text.trim_start_matches(figures);
    let is_apart = rest.len() < text.len() && (rest.starts_with("  ") || rest.starts_with(" |"));
    if is_apart {
        rest.trim_start_matches(['|', ' '])
    } else {
        text
    }
}
