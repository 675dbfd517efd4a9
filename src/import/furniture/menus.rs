//! Lines of a page's menus: paths, ways back, words of a menu, names of networks. Enter by [`is_menu_line`] and
//! [`ends_in_menu`].

use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// `Accueil > Travaux > Comptes rendus`, `Home / Blog / …`
pub(super) fn is_path(text: &str, lexicon: &Lexicon) -> bool {
    let is_parted = [" > ", " › "]
        .iter()
        .any(|sign| text.matches(sign).count() >= 2);
    let mut parts = text.split(" / ").map(words::label);
    let is_menu = |part: String| lexicon[List::Menu].has(&part);
    let is_slashed = text.matches(" / ").count() >= 2 && parts.next().is_some_and(is_menu);
    is_slashed || is_parted && words::at_most(text, 16) && !words::is_closed(text)
}

/// `Retour à toutes les actualités`
pub(super) fn leads_back(text: &str, lexicon: &Lexicon) -> bool {
    let label = words::label(text);
    let way = lexicon[List::WaysBack].beginning(&label);
    let is_short = words::at_most(text, 6) && !words::is_closed(text);
    is_short && way.is_some_and(|way| lexicon[List::Menu].count_in(&label[way.len()..]) > 0)
}

/// `À la une   Analyses   Podcasts   Boutique`: a few words each, set apart by runs of spaces or
/// strokes, of which two are menu words.
pub(super) fn is_menu_line(text: &str, lexicon: &Lexicon) -> bool {
    let spaced = text.replace(['\t', '|', '•', '·'], "  ");
    let entries: Vec<&str> = spaced
        .split("  ")
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .collect();
    let is_entry = |entry: &&str| words::at_most(entry, 4) && !words::is_closed(entry);
    let known = entries
        .iter()
        .map(|entry| words::label(entry))
        .filter(|entry| lexicon[List::Menu].has(entry) || lexicon[List::Buttons].has(entry));
    entries.len() >= 3 && entries.iter().all(is_entry) && known.count() >= 2
}

/// `Le Courrier Menu Newsletters Se connecter`: what stands before two menu words or more at a line's end.
pub(crate) fn ends_in_menu<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    if !words::at_most(text, 12) || words::is_closed(text) {
        return None;
    }
    let (mut rest, mut count) = (text.trim_end(), 0);
    while let Some(cut) = menu_word(rest, lexicon) {
        rest = rest[..cut].trim_end();
        count += 1;
    }
    (count >= 2).then_some(rest)
}

/// Where the shortest menu word begins with which a line ends.
fn menu_word(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let starts = text
        .char_indices()
        .filter(|(at, _)| *at == 0 || text[..*at].ends_with(' '));
    let is_word = |at: &usize| {
        let label = words::fold(&text[*at..]);
        lexicon[List::Menu].has(&label) || lexicon[List::Buttons].has(&label)
    };
    starts.map(|(at, _)| at).rev().find(is_word)
}

/// A line without the menu words at its end.
pub(crate) fn without_menu<'t>(text: &'t str, lexicon: &Lexicon) -> &'t str {
    let mut rest = text.trim_end();
    while let Some(cut) = menu_word(rest, lexicon).filter(|cut| *cut > 0) {
        rest = rest[..cut].trim_end();
    }
    rest
}

/// `Léa Martin sur LinkedIn`
pub(super) fn is_on_network(text: &str, lexicon: &Lexicon) -> bool {
    let folded = words::label(text);
    let before = lexicon[List::Networks]
        .end(&folded)
        .map(|name| folded[..folded.len() - name.len()].trim_end());
    let is_on = before.is_some_and(|before| before.ends_with(" sur") || before.ends_with(" on"));
    is_on && words::at_most(text, 5)
}

/// `Facebook X LinkedIn`
pub(super) fn are_networks(text: &str, lexicon: &Lexicon) -> bool {
    let names = text.split_whitespace().map(words::label);
    words::at_most(text, 8)
        && words::count(text, 1) == 1
        && names
            .filter(|n| !n.is_empty())
            .all(|n| lexicon[List::Networks].has(&n))
}
