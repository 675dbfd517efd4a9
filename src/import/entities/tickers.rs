//! Tickers beside a name (`Amazon AMZN.O`, `Amazon (NASDAQ: AMZN)`, `Amazon <AMZN.O>`): they leave the
//! prose and stand in the head with their entity.

use std::collections::HashMap;

use super::known::Known;
use crate::import::block::{Aside, Block, Field, Form, Role, TICKER, Way};
use crate::import::facts::Facts;
use crate::import::lexicon::Lexicon;
use crate::model::Ticker;

/// A name with the ticker that the text states for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listing {
    /// The first line of the block that states it.
    pub(crate) line: usize,
    /// The line on which it stands.
    pub(crate) at: usize,
    pub(crate) name: String,
    pub(crate) ticker: Ticker,
}

/// The tickers that a text states, in its order.
#[derive(Default)]
pub(crate) struct Listings {
    pub(crate) all: Vec<Listing>,
    /// The ticker of each name.
    tickers: HashMap<String, Ticker>,
}

impl Listings {
    /// Takes a listing, unless another ticker is known for its name.
    fn take(&mut self, listing: Listing) -> bool {
        let own = self.tickers.entry(listing.name.clone());
        let is_same = *own.or_insert_with(|| listing.ticker.clone()) == listing.ticker;
        if is_same {
            self.all.push(listing);
        }
        is_same
    }
}

/// What looks for tickers.
pub(crate) struct Lifter<'a> {
    pub(crate) lists: &'a [&'a Known],
    pub(crate) lexicon: &'a Lexicon,
}

/// Takes tickers out of what is kept and of key points and title; what they name.
pub(crate) fn lift(
    blocks: &mut [Block],
    facts: &mut Facts,
    lifter: &Lifter<'_>,
    lines: &[String],
) -> Vec<Listing> {
    let mut listings = Listings::default();
    for block in blocks {
        let line = block.line();
        let is_prose = block.is_kept() && block.form != Form::Whole;
        let title = facts.title.as_mut().filter(|told| told.line == line);
        let taken = match (block.role, title) {
            (Role::Moved(Field::Title), Some(title)) => {
                lifter.lift(&mut title.value, line, &mut listings)
            }
            (Role::Moved(Field::KeyPoint), _) => lifter.lift(&mut block.text, line, &mut listings),
            _ if is_prose => lifter.lift(&mut block.text, line, &mut listings),
            _ => continue,
        };
        let first = listings.all.len() - taken.len();
        place(&mut listings.all[first..], &taken, &block.lines, lines);
        block.asides.extend(taken.into_iter().map(|text| Aside {
            text,
            way: Way::Head(Field::Entities),
            why: TICKER,
        }));
    }
    listings.all
}

/// Tells of each ticker on which of its block's lines it stands; they come in their order.
fn place(listings: &mut [Listing], taken: &[String], own: &[usize], lines: &[String]) {
    let mut rest = own.iter().copied().peekable();
    for (listing, text) in listings.iter_mut().zip(taken) {
        let has = |line: &usize| {
            lines
                .get(line - 1)
                .is_some_and(|l| l.contains(text.as_str()))
        };
        while rest.next_if(|line| !has(line)).is_some() {}
        listing.at = rest.peek().copied().unwrap_or(listing.line);
    }
}

impl Lifter<'_> {
    /// Takes the tickers out of a text; their words, each with what stood around it. A second ticker of
    /// one name stays where it is: the head has room for one.
    pub(crate) fn lift(
        &self,
        text: &mut String,
        line: usize,
        listings: &mut Listings,
    ) -> Vec<String> {
        let (mut taken, mut out, mut done) = (Vec::new(), String::new(), 0);
        let spaces = text.match_indices([' ', '\u{a0}', '\u{202f}']);
        for at in spaces.map(|(at, sign)| at + sign.len()) {
            let stated = Some(at).filter(|at| *at >= done).map(|at| &text[at..]);
            let Some((length, ticker)) = stated.and_then(|rest| self.stated(rest)) else {
                continue;
            };
            out.push_str(&text[done..at]);
            done = at;
            let Some(name) = self.name_before(out.trim_end(), &ticker) else {
                continue;
            };
            let listing = Listing {
                line,
                at: line,
                name,
                ticker,
            };
            if !listings.take(listing) {
                continue;
            }
            taken.push(text[at..at + length].to_owned());
            out.truncate(out.trim_end().len());
            done = at + length;
            let rest = text[done..].trim_start();
            if rest.starts_with([',', '.', ')']) {
                done = text.len() - rest.len();
            }
        }
        if !taken.is_empty() {
            out.push_str(&text[done..]);
            *text = out;
        }
        taken
    }
}

/// Whether a line begins with what looks like a ticker.
pub(crate) fn begins(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(looks_like_one)
}

/// Whether a line ends with what looks like a ticker.
pub(crate) fn ends(text: &str) -> bool {
    text.split_whitespace()
        .next_back()
        .is_some_and(looks_like_one)
}

/// `NVDA.O`, `<NVDA.O>`, `(9984.T),`: capitals and digits, a point, one or two capitals.
fn looks_like_one(token: &str) -> bool {
    let token = token.trim_matches(['(', ')', '<', '>', ',', ';']);
    let Some((symbol, exchange)) = token.split_once('.') else {
        return false;
    };
    let capitals = |s: &str, most: usize| {
        let is_sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
        (1..=most).contains(&s.len()) && s.bytes().all(is_sign)
    };
    capitals(symbol, 6) && capitals(exchange, 2) && exchange.bytes().all(|b| b.is_ascii_uppercase())
}
