//! Sections of a digest that hold several stories each. Enter by [`stories`].

use std::collections::HashSet;

use crate::import::block::{Block, Field, Role};
use crate::import::body::headings;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about;
use crate::import::words::{self, number};

/// The blocks with the stories as sections, each with its theme as a tag; none where the sections
/// themselves are the stories: every one begins with a heading below its own, and there are more of
/// these.
pub(crate) fn stories(blocks: &[Block], lexicon: &Lexicon) -> Option<Vec<Block>> {
    let kept: Vec<&Block> = blocks.iter().filter(|b| b.is_kept()).collect();
    let at = |level: u8| move |b: &&Block| b.role == Role::Heading(level);
    let first = kept.iter().position(|b| at(2)(b))?;
    let themes: Vec<usize> = (first..kept.len()).filter(|i| at(2)(&kept[*i])).collect();
    let is_theme = |i: &&usize| kept.get(**i + 1).is_some_and(|b| at(3)(b));
    let holding = themes.iter().filter(is_theme).count();
    let titles: Vec<String> = kept
        .iter()
        .filter(|b| at(3)(b))
        .map(|b| words::label(&b.text))
        .collect();
    let stories = titles.len();
    // A heading that stands again is a part of several stories.
    if titles.iter().collect::<HashSet<_>>().len() < stories {
        return None;
    }
    let is_kicker = |i: &&usize| is_theme(i) && is_kicker(kept[**i], kept[**i + 1]);
    let are_kickers = themes.len() >= 3 && themes.iter().filter(is_kicker).count() == stories;
    if holding < 2 || holding * 4 < themes.len() * 3 || stories <= holding && !are_kickers {
        return None;
    }
    Some(raised(blocks, lexicon))
}

/// Whether a heading only says where or when what the one below it tells took place.
fn is_kicker(heading: &Block, below: &Block) -> bool {
    words::at_most(&heading.text, 3) && words::count(&below.text, 4) == 4
}

fn raised(blocks: &[Block], lexicon: &Lexicon) -> Vec<Block> {
    let mut theme: Option<Block> = None;
    let mut raised: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut waiting: Vec<Block> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let mut block = block.clone();
        match block.role {
            Role::Heading(2)
                if holds(&blocks[i + 1..]) && !headings::is_conclusion(&block.text, lexicon) =>
            {
                tell(&mut block, lexicon);
                theme = Some(block.clone());
                waiting.push(block);
                continue;
            }
            Role::Heading(2) => theme = None,
            Role::Heading(3) => {
                block.role = Role::Heading(2);
                raised.push(block);
                if waiting.is_empty() {
                    raised.extend(theme.as_ref().map(|t| Block::added(&t.text, t.role)));
                }
                raised.append(&mut waiting);
                continue;
            }
            _ => {}
        }
        raised.append(&mut waiting);
        raised.push(block);
    }
    raised.append(&mut waiting);
    raised
}

/// Whether a heading below comes before any other words.
fn holds(below: &[Block]) -> bool {
    let next = below.iter().find(|b| b.is_kept());
    next.is_some_and(|b| b.role == Role::Heading(3))
}

/// What a heading over stories says of them: their day, or what they are about.
fn tell(heading: &mut Block, lexicon: &Lexicon) {
    let is_day = about::read(&heading.text, lexicon).is_some_and(|about| about.is_only_date())
        || lexicon[List::Weekdays].has(&words::label(&heading.text));
    if is_day {
        heading.decide(Role::Moved(Field::Date), "the day of the stories below");
    } else {
        heading.text = plain(&heading.text);
        heading.decide(Role::Moved(Field::Tags), "the theme of the stories below");
    }
}

/// A theme as a tag: without its ornament, not in capitals; a country, which a flag shows, with one.
fn plain(theme: &str) -> String {
    let is_flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
    let own = number::without(theme);
    if !words::is_capitals(own) {
        return own.to_owned();
    }
    let small = own.to_lowercase();
    let mut letters = small.chars();
    match letters.next().filter(|_| theme.starts_with(is_flag)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => small,
    }
}
