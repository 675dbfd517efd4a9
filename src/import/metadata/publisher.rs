//! Who published a text that only its furniture names. Enter by [`find`].

use std::collections::HashMap;

use super::issue::{masthead, titled};
use super::names;
use crate::import::block::{Block, Field, Role};
use crate::import::facts::{Facts, Told};
use crate::import::furniture::menus::{ends_in_menu, without_menu};
use crate::import::lexicon::cue::after_cue;
use crate::import::lexicon::{Lexicon, List};
use crate::import::sender::press::COMPANY;
use crate::import::words;

/// How many lines of furniture are looked at.
const MOST: usize = 300;

/// How many lines from a text's beginning the day of an issue without a title stands.
const NEAR: usize = 3;

/// The publisher's name: in a line that reserves its rights, or in furniture that names it twice.
pub(crate) fn find(blocks: &[Block], facts: &Facts, lexicon: &Lexicon) -> Option<Told<String>> {
    let title = blocks
        .iter()
        .position(|b| b.role == Role::Moved(Field::Title));
    let furniture: Vec<(usize, &Block)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| b.role == Role::Dropped && b.text.len() <= 300)
        .take(MOST)
        .collect();
    let reserved = furniture
        .iter()
        .find_map(|(_, b)| Some((reserved(&b.text, facts, lexicon)?, b.line())));
    let above = furniture
        .iter()
        .filter(|(i, _)| title.is_none_or(|title| *i < title));
    let below = furniture
        .iter()
        .filter(|(i, b)| title.is_some_and(|title| *i > title) && has_dash(&b.text));
    let named_twice = || {
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new(); // menus repeat themselves
        let is_item = |name: &str| {
            furniture
                .iter()
                .any(|(_, b)| b.bullet.is_some() && b.text == name)
        };
        let all = above.chain(below).filter(|(_, b)| b.bullet.is_none());
        let named = all.filter_map(|(i, b)| Some((name(&b.text, lexicon)?, b.line(), i)));
        named
            .filter(|(name, ..)| !is_item(name))
            .find(|(name, _, i)| {
                let holders = known
                    .entry(name)
                    .or_insert_with(|| holders(&furniture, name));
                holders.iter().any(|other| other != *i)
            })
            .map(|(name, line, _)| (name, line))
    };
    let is_dated =
        |pair: &[Block]| pair[0].role == Role::Dropped && pair[1].role == Role::Moved(Field::About);
    let dated = || blocks.windows(2).take(NEAR).position(is_dated);
    let called = || called(blocks, title.or_else(|| Some(dated()? + 1))?, lexicon);
    let company = || {
        blocks
            .iter()
            .find_map(|b| Some((company(b, lexicon)?, b.line())))
    };
    let titled = || {
        let title = facts.title.as_ref()?;
        let issue = || masthead(blocks, lexicon);
        let name = titled(&title.value, lexicon).or_else(issue)?;
        Some((name, title.line))
    };
    let found = reserved.or_else(named_twice).or_else(called);
    let is_company = found.is_none_or(|(name, _)| is_described(blocks, name, lexicon));
    let (name, line) = match found.or_else(company) {
        Some(found) => found,
        None => {
            let (name, line) = titled()?;
            return Some(Told {
                value: name.to_owned(),
                line,
            });
        }
    };
    let is_title = !is_company
        && facts
            .title
            .as_ref()
            .is_some_and(|t| words::fold(&t.value).contains(&words::fold(name)));
    let is_author = is_title || facts.authors.iter().any(|author| author.value == name);
    (!is_author).then(|| Told {
        value: spelled(blocks, name).to_owned(),
        line,
    })
}

/// A dropped line above the title that a noun of publishers' names stands in: the first one of the
/// text, or one with a sign between its parts.
fn called<'b>(blocks: &'b [Block], title: usize, lexicon: &Lexicon) -> Option<(&'b str, usize)> {
    let is_called = |name: &str| lexicon[List::Publishers].count_in(&words::fold(name)) > 0;
    let mut lines = blocks[..title].iter().enumerate();
    lines.find_map(|(i, b)| {
        let is_first = || blocks[..i].iter().all(|b| is_button(b, lexicon));
        let is_line = b.role == Role::Dropped && (has_sign(&b.text) || is_first());
        let is_own = |name: &&str| is_called(name) || is_first() && is_own_name(name, lexicon);
        let name = name(&b.text, lexicon).filter(|name| is_line && is_own(name))?;
        Some((name, b.line()))
    })
}

/// A line above the name of a page: what to do with it, or where to go.
fn is_button(block: &Block, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 5] = [
        List::Menu,
        List::Buttons,
        List::Boilerplate,
        List::Calls,
        List::Actions,
    ];
    let label = words::label(words::head(&block.text, 80));
    block.role == Role::Dropped
        && LISTS
            .iter()
            .any(|list| lexicon[*list].beginning(&label).is_some())
}

/// `Le Fil du commerce`, `Ledger Point`: an article with a capital, or capitals only; no rubric.
pub(super) fn is_own_name(name: &str, lexicon: &Lexicon) -> bool {
    let is_rubric = [
        List::KeyPoints,
        List::Related,
        List::CollectiveAuthors,
        List::Buttons,
        List::Published,
    ]
    .iter()
    .any(|list| lexicon[*list].has(&words::label(name)));
    let is_digest = lexicon[List::Digests].count_in(&words::fold(name)) > 0;
    names::reads_as_name(name, lexicon)
        && (!words::is_capitals(name)
            || names::begins_with_article(name, lexicon)
            || words::count(name, 2) == 2 && !is_digest)
        && !is_rubric
        && words::at_most(name, 6)
}

/// Whether a press release says what the company of that name is.
fn is_described(blocks: &[Block], name: &str, lexicon: &Lexicon) -> bool {
    blocks.iter().any(|b| company(b, lexicon) == Some(name))
}

/// The company of which a press release says what it is.
fn company<'b>(block: &'b Block, lexicon: &Lexicon) -> Option<&'b str> {
    let is_line = block.role == Role::Dropped && block.why == COMPANY;
    let rest = after_cue(&block.text, &lexicon[List::CompanyNote]).filter(|_| is_line)?;
    let name = rest.trim_end_matches([':', ' ']).trim();
    (words::count(name, 1) == 1 && words::at_most(name, 6)).then_some(name)
}

/// Whether a line has several parts.
fn has_sign(text: &str) -> bool {
    has_dash(text) || text.contains("    ")
}

/// A name in capitals as another line spells it.
fn spelled<'b>(blocks: &'b [Block], name: &'b str) -> &'b str {
    let small = name.to_lowercase();
    let other = |text: &'b str| {
        let lower = text.to_lowercase();
        let at = lower.find(&small).filter(|_| lower.len() == text.len())?;
        text.get(at..at + small.len())
            .filter(|own| !words::is_capitals(own))
    };
    let found = || blocks.iter().find_map(|b| other(&b.text));
    Some(name)
        .filter(|name| !words::is_capitals(name))
        .or_else(found)
        .unwrap_or(name)
}

fn has_dash(text: &str) -> bool {
    words::has_dash(text) || text.contains(" | ")
}

/// The first two lines that hold a name: one of them is another than the line that gave it.
fn holders(furniture: &[(usize, &Block)], name: &str) -> Vec<usize> {
    let all = furniture.iter().filter(|(_, b)| holds(&b.text, name));
    all.map(|(i, _)| *i).take(2).collect()
}

/// Whether another line names it, as more than its own whole.
fn holds(text: &str, name: &str) -> bool {
    if !words::is_capitals(name) {
        return text.trim().len() > name.len() && text.contains(name);
    }
    let (text, name) = (words::fold(text), words::fold(name));
    text.len() > name.len() && text.contains(&name)
}

/// The first part of a line, if it may be the name of a publisher.
fn name<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let text = ends_in_menu(text, lexicon).unwrap_or(text);
    let part = text
        .split(['|', '·', '∙', '>', '›', '»', ','])
        .flat_map(|p| p.split(" - "))
        .flat_map(|p| p.split(" – "))
        .flat_map(|p| p.split(" — "))
        .flat_map(|p| p.split("    "));
    part.map(str::trim)
        .next()
        .filter(|part| is_name(part, lexicon))
}

fn is_name(text: &str, lexicon: &Lexicon) -> bool {
    let known = |list: List| lexicon[list].beginning(&words::label(text)).is_some();
    text.starts_with(char::is_uppercase)
        && words::count(text, 2) >= 2
        && words::at_most(text, 7)
        && !words::is_closed(text)
        && !text.contains([':', '?', '>', '@'])
        && !text.contains(|c: char| c.is_ascii_digit())
        && !known(List::Menu)
        && !known(List::ReleaseLabels)
        && !known(List::Boilerplate)
        && !known(List::Calls)
}

/// `© Le Courrier 2026 – Tous droits réservés`: what is left without sign, year and formula.
fn reserved<'t>(text: &'t str, facts: &Facts, lexicon: &Lexicon) -> Option<&'t str> {
    let is_note = words::last_sign(text) == Some('.') && words::count(text, 9) == 9;
    let is_credit = is_note || shows_somebody(text, lexicon);
    let is_reserved =
        text.contains('©') && !is_credit || lexicon[List::Rights].count_in(&words::fold(text)) > 0;
    let parts = text
        .split(['·', '∙', '|', '.', '–', '—'])
        .flat_map(|p| p.split(" - "));
    let mut names = parts.filter_map(|part| {
        let is_sign = |c: char| !c.is_alphabetic();
        let own = without_menu(part.trim_matches(is_sign), lexicon);
        let own = own
            .strip_prefix("Copyright")
            .unwrap_or(own)
            .trim_matches(is_sign);
        let is_formula = lexicon[List::Rights].count_in(&words::fold(own)) > 0;
        let last = own.split([' ', '’', '\'']).next_back();
        let is_capital = last.is_some_and(names::is_name_word);
        let is_author = facts.authors.iter().any(|author| author.value == own);
        (!is_formula && !is_author && is_capital && is_name(own, lexicon)).then_some(own)
    });
    names.next().filter(|_| is_reserved)
}

/// `Léa Martin © Jean Roux`: who is seen on a picture, and who took it.
fn shows_somebody(text: &str, lexicon: &Lexicon) -> bool {
    let Some((who, by)) = text.split_once('©') else {
        return false;
    };
    let folded = words::fold(who);
    words::count(who, 2) == 2
        && lexicon[List::Rights].count_in(&folded) == 0
        && !folded.contains("copyright")
        && by.trim_start().starts_with(char::is_uppercase)
}
