//! Which lines that look like headings are some, and of what: sections, or parts of these.

use std::collections::{HashMap, HashSet};

use super::style::Style;
use crate::import::block::{Block, Role};
use crate::import::words;

/// A heading has something below it: prose, a list, or one heading that itself has something below.
pub(super) fn drop_unfollowed(blocks: &[Block], places: &[usize], styles: &mut [Option<Style>]) {
    let is_list = |place: usize| {
        places
            .get(place)
            .is_some_and(|i| blocks[*i].bullet.is_some() || blocks[*i].role == Role::Numbered)
    };
    for place in (0..styles.len()).rev() {
        let Some(style) = styles[place] else {
            continue;
        };
        let next = styles.get(place + 1).copied();
        let after = styles.get(place + 2).copied();
        let has_prose = places.get(place + 1).is_some_and(|i| is_body(&blocks[*i]));
        let is_before_takeaways = places
            .get(place + 1)
            .is_some_and(|i| blocks[*i].role == Role::TakeawaysHeading);
        let is_followed = match next {
            None => false,
            Some(None) if is_before_takeaways => false,
            Some(None) => has_prose && !(style == Style::Colon && is_list(place + 1)),
            Some(Some(below)) => {
                below > style
                    || below == style && after == Some(None) && !follows_heading(styles, place)
            }
        };
        if !is_followed && !matches!(style, Style::Numbered | Style::Marked) {
            styles[place] = None;
        }
    }
}

/// What may stand below a heading: a list, a sentence, a long line.
fn is_body(block: &Block) -> bool {
    let text = &block.text;
    !block.is_open_line()
        || words::ends_sentence(text)
        || text.ends_with(':')
        || words::count(text, 12) >= 12
}

fn follows_heading(styles: &[Option<Style>], place: usize) -> bool {
    place > 0 && styles[place - 1].is_some()
}

/// One line in capitals among plain headings is a heading like them.
pub(super) fn level_capitals(styles: &mut [Option<Style>]) {
    let count = |style| styles.iter().filter(|s| **s == Some(style)).count();
    if count(Style::Capitals) == 1 && count(Style::Plain) > 0 {
        for style in styles.iter_mut().filter(|s| **s == Some(Style::Capitals)) {
            *style = Some(Style::Plain);
        }
    }
}

/// Headings of one kind that stand again, each time below another heading of it, are of parts of sections.
pub(super) fn lower_repeated(blocks: &[Block], places: &[usize], styles: &mut [Option<Style>]) {
    let labels: Vec<(usize, String)> = (0..styles.len())
        .filter(|place| styles[*place] == Some(Style::Plain))
        .map(|place| (place, words::label(&blocks[places[place]].text)))
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, label) in &labels {
        *counts.entry(label).or_default() += 1;
    }
    let is_own = |(_, label): &&(usize, String)| counts[label.as_str()] == 1;
    let mut seen: HashSet<&str> = HashSet::new();
    let mut are_apart = labels.first().is_some_and(|first| is_own(&first));
    for entry in &labels {
        if is_own(&entry) {
            seen.clear();
        } else {
            are_apart &= seen.insert(&entry.1);
        }
    }
    if are_apart && labels.iter().filter(is_own).count() >= 2 {
        for (place, _) in labels.iter().filter(|entry| !is_own(entry)) {
            styles[*place] = Some(Style::Repeated);
        }
    }
}
