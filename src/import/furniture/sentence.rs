//! Tells a sentence of the article from page furniture that begins with the same words. Enter by
//! [`is_of_article`].

use crate::import::block::{Block, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Whether a line that begins with a phrase of furniture is a sentence of the article's all the
/// same: prose stands around it (on one side is enough where it has a verb), and it goes on after
/// the phrase as a sentence does and as a button or a call to the reader does not.
pub(crate) fn is_of_article(blocks: &[Block], i: usize, phrase: &str, lexicon: &Lexicon) -> bool {
    let text = &blocks[i].text;
    let is_in = |list: List| lexicon[list].count_in(&words::fold(text)) > 0;
    let has_verb = is_in(List::FiniteVerbs) && words::last_sign(text) != Some('?');
    words::ends_sentence(text)
        && goes_on(text, phrase, has_verb)
        && !is_in(List::Reader)
        && prose_beside(blocks, i) >= if has_verb { 1 } else { 2 }
}

/// Whether more than a few words follow the phrase at once: small ones, where there is no verb (a
/// capital begins the title of another page).
fn goes_on(text: &str, phrase: &str, has_verb: bool) -> bool {
    const FEW: usize = 3;
    let mut rest = text
        .split_whitespace()
        .filter(|token| *token != "©")
        .skip(phrase.split_whitespace().count());
    let starts_well = rest
        .next()
        .and_then(|token| token.chars().next())
        .is_some_and(|c| c.is_lowercase() || has_verb && (c.is_alphanumeric() || c == '«'));
    starts_well && rest.count() >= FEW
}

/// On how many sides a sentence of some length stands next to the line.
fn prose_beside(blocks: &[Block], i: usize) -> usize {
    const NEAR: usize = 12;
    let is_kept = |b: &&Block| b.role != Role::Dropped;
    let sides = [
        blocks[..i].iter().rev().take(NEAR).find(is_kept),
        blocks[i + 1..].iter().take(NEAR).find(is_kept),
    ];
    let is_prose = |b: &&Block| words::ends_sentence(&b.text) && words::count(&b.text, 6) >= 6;
    sides.into_iter().flatten().filter(is_prose).count()
}
