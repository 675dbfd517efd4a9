//! Drops the titles of other pages: below their heading (`Sur le même sujet`), [`drop_titles`], and above the
//! article, [`drop_list_above`].

use crate::import::block::{Block, Role, open};
use crate::import::body::join::is_known_heading;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about;
use crate::import::{links, words};

/// Drops lines below the heading of a list of other pages, where prose stands before it: they read
/// as titles do, and none has prose of its own below.
pub(crate) fn drop_titles(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_prose = |b: &Block| b.role != Role::Dropped && is_sentence(&b.text);
    let Some(first) = blocks.iter().position(is_prose) else {
        return;
    };
    for heading in first..blocks.len() {
        if !is_heading(&blocks[heading], lexicon) {
            continue;
        }
        for title in titles(blocks, heading, lexicon) {
            blocks[title].decide(Role::Dropped, "the title of another page");
            if blocks[heading].is_open() {
                blocks[heading].decide(Role::Dropped, "the heading of a list of other pages");
            }
        }
    }
}

/// Whether a line is such a heading.
fn is_heading(block: &Block, lexicon: &Lexicon) -> bool {
    let is_line = block.bullet.is_none() && block.is_short();
    is_line && lexicon[List::Related].has(&words::label(&block.text))
}

/// The open lines below that read as titles: without text of their own, or in one run with the heading.
fn titles(blocks: &[Block], heading: usize, lexicon: &Lexicon) -> Vec<usize> {
    let below: Vec<usize> = (heading + 1..blocks.len())
        .take_while(|i| !words::is_rule(&blocks[*i].text))
        .filter(|i| blocks[*i].is_open())
        .collect();
    let has_own_text = |place: usize| {
        let next = below.get(place + 1).map(|i| &blocks[*i]);
        next.is_some_and(|b| b.bullet.is_some() || is_sentence(&b.text))
    };
    let is_alone = |place: usize| {
        let is_run = below[..=place].iter().all(|i| !blocks[*i].gap);
        is_run && below.get(place + 1).is_none_or(|i| blocks[*i].gap)
    };
    let count = below.iter().enumerate().take_while(|(place, i)| {
        let block = &blocks[**i];
        is_title(block, lexicon) && (!has_own_text(*place) || is_alone(*place))
            || *place > 0
                && (is_date(block, lexicon) || is_label(block, lexicon) && !has_own_text(*place))
    });
    count.map(|(_, i)| *i).collect()
}

fn is_title(block: &Block, lexicon: &Lexicon) -> bool {
    let text = &block.text;
    let is_line = block.is_open_line() && block.is_short() && block.mark.is_none();
    is_line
        && words::at_most(text, 20)
        && words::count(text, 3) >= 3
        && !words::is_closed(text)
        && !text.ends_with(':')
        && !is_known_heading(&words::label(text), lexicon)
        && about::read(text, lexicon).is_none()
        && links::after_cue(text, lexicon).is_none()
}

/// Where another page is filed.
fn is_label(block: &Block, lexicon: &Lexicon) -> bool {
    let text = &block.text;
    let is_line = block.is_open_line() && block.mark.is_none() && !block.gap;
    is_line
        && words::at_most(text, 4)
        && !words::is_closed(text)
        && !is_known_heading(&words::label(text), lexicon)
}

/// When another page was published.
fn is_date(block: &Block, lexicon: &Lexicon) -> bool {
    let about = about::read(&block.text, lexicon).filter(|_| block.is_open_line());
    about.is_some_and(|about| about.is_only_date())
}

fn is_sentence(text: &str) -> bool {
    words::is_prose(text) || words::is_closed(text) && words::count(text, 4) >= 4
}

/// Drops the path to a page that was copied as a list: items, the last of which the line below says again.
pub(crate) fn drop_trail(blocks: &mut [Block]) {
    const LONGEST: usize = 6;
    let count = blocks.iter().take_while(|b| b.bullet.is_some()).count();
    let (Some(last), Some(title)) = (blocks[..count].last(), blocks.get(count)) else {
        return;
    };
    if (2..=LONGEST).contains(&count) && last.text == title.text {
        for block in &mut blocks[..count] {
            block.decide(Role::Dropped, "the path to the page");
        }
    }
}

/// Drops the menus with which a page begins: many items of a few words, most of what stands above its prose.
pub(crate) fn drop_menus_above(blocks: &mut [Block]) {
    const LEAST: usize = 12;
    const LONGEST: usize = 8;
    let is_entry = |b: &Block| {
        b.bullet.is_some() && words::at_most(&b.text, LONGEST) && !words::is_closed(&b.text)
    };
    let text = blocks.iter().position(|b| words::is_prose(&b.text));
    let above = &mut blocks[..text.unwrap_or(0)];
    let entries = above.iter().filter(|b| is_entry(b)).count();
    if entries >= LEAST && entries * 2 > above.len() {
        for block in above.iter_mut().filter(|b| b.is_open() && is_entry(b)) {
            block.decide(Role::Dropped, "an item of a menu above the article");
        }
    }
}

/// Drops a list with which a page begins: titles of other articles, above a line that reads like one too.
pub(crate) fn drop_list_above(blocks: &mut [Block]) {
    const LEAST: usize = 4;
    let open = open(blocks);
    let is_title = |b: &Block| !words::ends_sentence(&b.text) && words::at_most(&b.text, 25);
    let is_item = |i: &&usize| blocks[**i].bullet.is_some() && is_title(&blocks[**i]);
    let count = open.iter().take_while(is_item).count();
    let below: Vec<&Block> = open[count..].iter().take(2).map(|i| &blocks[*i]).collect();
    let [title, text] = below.as_slice() else {
        return;
    };
    let is_above_title = title.is_open_line()
        && is_title(title)
        && words::count(&title.text, 4) == 4
        && words::is_prose(&text.text);
    if count >= LEAST && is_above_title {
        for i in &open[..count] {
            blocks[*i].decide(Role::Dropped, "one of the titles above the article's");
        }
    }
}
