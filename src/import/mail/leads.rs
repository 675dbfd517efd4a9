//! Lines of a mail that only lead to where a story comes from: a link below its prose, before the next
//! heading. Enter by [`move_leads`].

use super::boxes::is_link;
use crate::import::block::{Block, Field, Role, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::{links, words};

/// Words of such a link.
const LONGEST: usize = 14;

/// Moves these links to the sources of what stands above, where two stories or more have one; the one below
/// the last story too.
pub(crate) fn move_leads(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let is_lead = |place: usize| {
        place > 0
            && may_lead(&blocks[open[place]], lexicon)
            && words::ends_sentence(&blocks[open[place - 1]].text)
            && blocks[open[place - 1]].mark.is_none()
    };
    let is_before_heading = |place: usize| {
        let next = open.get(place + 1).map(|i| &blocks[*i]);
        next.is_some_and(|b| b.mark.is_some())
    };
    let leads: Vec<usize> = (0..open.len()).filter(|place| is_lead(*place)).collect();
    let closing = leads
        .iter()
        .copied()
        .filter(|place| is_before_heading(*place));
    let mut found: Vec<usize> = closing.collect();
    let last = leads.last().copied();
    if found.len() < 2 {
        return; // one alone may be a call to the reader
    }
    found.extend(last.filter(|place| !found.contains(place)));
    for place in found {
        blocks[open[place]].decide(Role::Moved(Field::SourceLink), "leads to what stands above");
    }
}

fn may_lead(block: &Block, lexicon: &Lexicon) -> bool {
    let (label, _) = links::whole_link(&block.text);
    let folded = words::label(label);
    is_link(block)
        && block.bullet.is_none()
        && !block.text.starts_with("[![")
        && words::at_most(label, LONGEST)
        && lexicon[List::MailFooters].count_in(&folded) == 0
        && !lexicon[List::Buttons].has(&folded)
}
