//! How much a header's line reads like a title. Enter by [`score`].

use super::masthead;
use super::menu::{is_appeal, is_image, is_menu_run};
use super::names::{is_unknown_name, names};
use super::zone::is_beside_about;
use crate::import::block::{Block, Role};
use crate::import::dates;
use crate::import::digest::evidence;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// Whether a line may be a title: some words, and no end of a sentence. One word is enough for a line that
/// `is_alone`.
pub(super) fn is_title(text: &str, is_alone: bool) -> bool {
    let enough = words::count(text, 2) >= if is_alone { 1 } else { 2 };
    let is_closed = words::is_closed(text) && !text.ends_with('!') && !is_quote(text);
    enough
        && text.len() <= 300
        && words::at_most(text, 30)
        && !is_closed
        && !text.ends_with(':')
        && number::of(text).is_none()
}

/// `« Classer avant d'automatiser. »`: what somebody says, as a title.
pub(super) fn is_quote(text: &str) -> bool {
    let inner = [('«', '»'), ('“', '”'), ('"', '"')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.is_some_and(|inner| !inner.contains(['«', '“', '"']) && words::at_most(inner, 25))
}

/// The points for a line of the header: its length in words, at most seven, and what speaks for or against it.
pub(super) fn score(header: &[Block], i: usize, lexicon: &Lexicon) -> i32 {
    let block = &header[i];
    let if_so = |is: bool, points: i32| if is { points } else { 0 };
    let is_apart = block.gap && header.get(i + 1).is_none_or(|next| next.gap);
    words::count(&block.text, 7) as i32
        + i32::from(block.gap)
        + i32::from(is_apart)
        + if_so(block.mark == Some(1), 20)
        + if_so(is_beside_about(header, i) && !has_title_above(header, i), 2)
        + if_so(is_below_title(header, i), -3)
        + if_so(says_another(header, i), -9)
        + if_so(dates::has_figures(&block.text), -3)
        + if_so(is_above_prose(header, i), -4)
        + if_so(is_sender(block, i, lexicon), -4)
        + if_so(words::starts_small(&block.text), -6)
        + if_so(is_image(&block.text, lexicon), -6)
        + if_so(is_appeal(&block.text, lexicon), -6)
        + if_so(are_parts(&block.text, lexicon), -9)
        + if_so(are_authors(header, &block.text, lexicon), -9)
        + issue(header, i, lexicon)
        - masthead::against(header, i, |text| is_title(text, false))
}

/// Whether a line says another one below it, and more: `You are viewing …`, a path with the title.
fn says_another(header: &[Block], i: usize) -> bool {
    const NEAR: usize = 6;
    let text = &header[i].text;
    let is_said =
        |b: &Block| b.is_open_line() && words::count(&b.text, 5) == 5 && text.len() > b.text.len();
    let mut below = header[i + 1..].iter().take(NEAR);
    below.any(|b| is_said(b) && text.contains(&b.text))
}

/// Whether a long line that may be a title stands above.
fn has_title_above(header: &[Block], i: usize) -> bool {
    let is_long = |b: &Block| {
        b.is_open_line() && b.gap && is_title(&b.text, false) && words::count(&b.text, 7) >= 7
    };
    header[..i].iter().any(is_long) || is_below_title(header, i)
}

/// `Accueil > Dossiers > Puces`, or the words of a menu: a line of parts.
fn are_parts(text: &str, lexicon: &Lexicon) -> bool {
    let is_path = ["    ", " > ", " › "]
        .iter()
        .any(|sign| text.contains(sign));
    is_path || text.matches(" | ").count() >= 2 || is_menu_run(text, lexicon)
}

/// Two names or more, which the text has not named, and nothing else.
fn are_authors(header: &[Block], text: &str, lexicon: &Lexicon) -> bool {
    let (found, rest) = names(text, lexicon);
    found.len() >= 2
        && rest.trim().is_empty()
        && found.iter().all(|name| is_unknown_name(header, name))
}

/// Whether the line above stands apart on both sides as a title does, and is no name of a rubric: then a
/// longer line below is its subtitle.
fn is_below_title(header: &[Block], i: usize) -> bool {
    let Some(above) = header[..i].iter().rposition(|b| b.role != Role::Dropped) else {
        return false;
    };
    let block = &header[above];
    let is_apart = block.gap && header.get(above + 1).is_some_and(|next| next.gap);
    block.is_open_line()
        && is_apart
        && above > 0
        && is_title(&block.text, false)
        && words::count(&block.text, 5) == 5
        && !words::is_capitals(&block.text)
        && !block.text.contains([':', '>', '›', '»', '|'])
}

/// Whether prose follows at once, as below a section's heading, where another line stands apart above.
fn is_above_prose(header: &[Block], i: usize) -> bool {
    let next = header
        .get(i + 1)
        .is_some_and(|b| !b.gap && b.is_open_line() && words::is_prose(&b.text));
    let is_apart = |at: usize| {
        let is_line = header[at].is_open_line() && words::count(&header[at].text, 4) >= 4;
        is_line && header[at + 1].gap && is_title(&header[at].text, false)
    };
    next && (0..i).any(is_apart)
}

/// A first line that ends with a day or a week is the title of an issue.
fn issue(header: &[Block], i: usize, lexicon: &Lexicon) -> i32 {
    let is_first = header[..i].iter().all(|b| !b.is_kept());
    if masthead::counts_issue(header, i, lexicon) {
        return -8;
    }
    if is_first && evidence::is_issue(&header[i].text, lexicon) {
        8
    } else {
        0
    }
}

/// A first line that names who publishes (`Revue du quai – Dossier`) is hardly a title.
fn is_sender(block: &Block, i: usize, lexicon: &Lexicon) -> bool {
    let is_named = lexicon[List::Publishers].count_in(&words::fold(&block.text)) > 0;
    i == 0 && words::has_dash(&block.text) && is_named
}
