//! What a page says to its readers around an article, in words that no list of furniture has: it asks
//! them to follow, to pay, to answer; it names its own company. Enter by [`drop_appeals`].

use super::foot;
use crate::import::block::{Block, Role, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// How many words such a line has at most.
const LONGEST: usize = 26;

/// Drops these lines; no item of a list.
pub(crate) fn drop_appeals(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let end = open.len() - open.len().div_ceil(4);
    for (place, i) in open.iter().enumerate() {
        let block = &blocks[*i];
        if !block.is_open_line() || !block.is_short() || !words::at_most(&block.text, LONGEST) {
            continue;
        }
        let folded = words::fold(&block.text);
        let is_said = words::last_sign(&block.text) == Some('.')
            && lexicon[List::Reader].count_in(&words::fold(&foot::unquoted(&block.text))) == 0;
        if let Some(why) = appeal(&folded, is_said, lexicon) {
            blocks[*i].decide(Role::Dropped, why);
        } else if place >= end && names_company(&folded, lexicon) {
            blocks[*i].decide(Role::Dropped, "says which company publishes the page");
        }
    }
}

/// Why a line goes; a sentence that does not speak to the reader (`is_said`) only where a whole clause
/// of such lines stands in it.
fn appeal(folded: &str, is_said: bool, lexicon: &Lexicon) -> Option<&'static str> {
    let has = |list: List| {
        let phrase = lexicon[list].found_in(folded);
        phrase.is_some_and(|phrase| !is_said || phrase.matches(' ').count() >= 3)
    };
    let mut parts = folded.split(['.', '!', '?', ',', ':']).map(str::trim);
    let calls = parts.any(|part| lexicon[List::PageCalls].beginning(part).is_some());
    if has(List::PagePhrases) {
        Some("speaks of the page, not of its subject")
    } else if has(List::MailFooters) || has(List::MailOnline) {
        Some("speaks of a subscription or of a mail's form")
    } else if calls && (has(List::PageThings) || has_address(folded)) {
        Some("calls the reader to something of the page's")
    } else if lexicon[List::Calls].beginning(folded).is_some()
        && has(List::Lures)
        && !is_said
        && !folded.ends_with(['.', '!'])
    {
        Some("calls the reader to what the page offers")
    } else {
        (has_price(folded) && has(List::Offers) && (calls || has(List::PageCalls)))
            .then_some("offers a subscription")
    }
}

/// `3,99 €`, `$5`
fn has_price(text: &str) -> bool {
    text.contains(['€', '$', '£']) && text.contains(|c: char| c.is_ascii_digit())
}

/// `sur exemple.fr`: a host at the end.
fn has_address(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let parts: Vec<&str> = last.trim_end_matches('.').split('.').collect();
    parts.len() >= 2
        && parts.iter().all(|part| part.len() >= 2)
        && parts
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
}

/// A word of a company's legal identity, with a number.
fn names_company(folded: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::CompanyMarks].count_in(folded) > 0
        && folded.contains(|c: char| c.is_ascii_digit())
}
