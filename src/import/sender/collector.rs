//! The mark that a collector puts before a text: `date 2026-01-28 …`. Enter by [`read`].

use crate::import::block::{Block, Field};
use crate::import::dates::Said;
use crate::import::facts::{Facts, Told};
use crate::import::metadata::take::set_aside;
use crate::import::words;
use crate::model::PartialDate;

/// Sets the mark aside; the date that it says.
pub(super) fn read(blocks: &mut [Block]) -> Facts {
    let mut facts = Facts::default();
    let first = blocks.iter_mut().find(|b| b.is_open());
    if let Some((block, date)) = first.and_then(|b| date(&b.text).map(|date| (b, date))) {
        let value = Said::Known(date);
        let line = block.line();
        facts.published.push(Told { value, line });
        let mark = words::first_words(&block.text, 2);
        let rest: Vec<&str> = block.text.split_whitespace().skip(2).collect();
        let rest = rest.join(" ");
        set_aside(block, mark, rest, Field::About, "the collector's mark");
    }
    facts
}

fn date(text: &str) -> Option<PartialDate> {
    let mut tokens = text.split_whitespace();
    let is_key = tokens.next()?.eq_ignore_ascii_case("date");
    tokens.next()?.parse().ok().filter(|_| is_key)
}
