//! Tickers beside a name (`Amazon AMZN.O`, `Amazon (NASDAQ: AMZN)`, `Amazon <AMZN.O>`): they leave the
//! prose and stand in the head with their entity.

use super::find;
use super::known::Known;
use crate::import::block::{Aside, Block, Field, Form, Role, TICKER, Way};
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;
use crate::model::Ticker;

/// A name with the ticker that the text states for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listing {
    /// The first line of the block that states it.
    pub(crate) line: usize,
    pub(crate) name: String,
    pub(crate) ticker: Ticker,
}

/// What looks for tickers.
pub(crate) struct Lifter<'a> {
    pub(crate) lists: &'a [&'a Known],
    pub(crate) lexicon: &'a Lexicon,
}

/// A ticker beside its name.
struct Beside {
    /// The bytes that leave the text.
    start: usize,
    end: usize,
    name: String,
    ticker: Ticker,
}

/// Takes tickers out of what is kept and of key points and title; what they name.
pub(crate) fn lift(blocks: &mut [Block], facts: &mut Facts, lifter: &Lifter<'_>) -> Vec<Listing> {
    let mut listings = Vec::new();
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
        block.asides.extend(taken.into_iter().map(|text| Aside {
            text,
            way: Way::Head(Field::Entities),
            why: TICKER,
        }));
    }
    listings
}

impl Lifter<'_> {
    /// Takes the tickers out of a text; their words, each with what stood around it. A second ticker of
    /// one name stays where it is: the head has room for one.
    pub(crate) fn lift(
        &self,
        text: &mut String,
        line: usize,
        listings: &mut Vec<Listing>,
    ) -> Vec<String> {
        let mut taken = Vec::new();
        let mut from = 0;
        while let Some(found) = self.next(text, from) {
            let Beside {
                start,
                end,
                name,
                ticker,
            } = found;
            from = end;
            let known = listings.iter().find(|listing| listing.name == name);
            if known.is_some_and(|listing| listing.ticker != ticker) {
                continue;
            }
            taken.push(text[start..end].trim().to_owned());
            let rest = text[end..].trim_start();
            let end = match rest.starts_with([',', '.', ')']) {
                true => text.len() - rest.len(),
                false => end,
            };
            text.replace_range(start..end, "");
            from = start;
            listings.push(Listing { line, name, ticker });
        }
        taken
    }

    /// The first ticker from there on that stands beside a name.
    fn next(&self, text: &str, from: usize) -> Option<Beside> {
        let starts = text[from..].match_indices([' ', '\u{a0}', '\u{202f}']);
        starts
            .map(|(at, sign)| from + at + sign.len())
            .find_map(|at| {
                let (length, ticker) = self.stated(&text[at..])?;
                let start = text[..at].trim_end().len();
                let name = self.name_before(&text[..start], &ticker)?;
                Some(Beside {
                    start,
                    end: at + length,
                    name,
                    ticker,
                })
            })
    }

    /// The ticker with which a text begins, and how many bytes state it.
    fn stated(&self, text: &str) -> Option<(usize, Ticker)> {
        let opening = text.strip_prefix('\\').unwrap_or(text).chars().next()?;
        let closing = match opening {
            '(' => ')',
            '<' => '>',
            '[' => ']',
            _ => return self.bare(text),
        };
        let inside_at = text.find(opening)? + 1;
        let inside = words::head(&text[inside_at..], 40);
        let inside = &inside[..inside.find(closing)?];
        let end = inside_at + inside.len() + 1;
        let is_link = text[end..].starts_with('(');
        let ticker = self
            .reuters(inside.trim())
            .or_else(|| self.at_exchange(inside))?;
        (!is_link).then_some((end, ticker))
    }

    /// `AMZN.O`, up to what cannot stand in a ticker; a sentence's point is none of it.
    fn bare(&self, text: &str) -> Option<(usize, Ticker)> {
        let is_sign = |c: char| c.is_alphanumeric() || "._-".contains(c);
        let end = text.find(|c| !is_sign(c)).unwrap_or(text.len());
        let token = text[..end].trim_end_matches('.');
        let is_whole = !text[end..].starts_with(['/', '@', '\'', '’', '(']);
        Some((token.len(), self.reuters(token).filter(|_| is_whole)?))
    }

    /// A ticker as Reuters writes it: one that is known, or one of two signs or more at a known market.
    fn reuters(&self, text: &str) -> Option<Ticker> {
        let (symbol, market) = text.split_once('.')?;
        let is_known = self
            .lists
            .iter()
            .any(|known| known.tickers.contains_key(text));
        let has_market = self
            .lists
            .iter()
            .any(|known| known.markets.contains(market));
        let is_symbol = symbol
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            && symbol.len() >= if market.len() == 1 { 3 } else { 2 };
        (is_known || has_market && is_symbol)
            .then(|| text.parse().ok())
            .flatten()
    }

    /// `NASDAQ: AMZN` as Reuters writes it.
    fn at_exchange(&self, text: &str) -> Option<Ticker> {
        let (exchange, symbol) = text.split_once(':')?;
        let (exchange, symbol) = (exchange.trim(), symbol.trim());
        let is_it = |name: &str| name.eq_ignore_ascii_case(exchange);
        let mut exchanges = self.lists.iter().flat_map(|known| &known.exchanges);
        let (_, market) = exchanges.find(|(name, _)| is_it(name))?;
        let is_symbol = symbol
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let ticker = format!("{symbol}.{market}");
        is_symbol.then(|| ticker.parse().ok()).flatten()
    }

    /// The name that ends where a ticker begins: a known one, or words with capitals.
    fn name_before(&self, text: &str, ticker: &Ticker) -> Option<String> {
        let text = text.trim_end_matches(['*', '_']);
        let near = text.len().saturating_sub(80);
        let near = &text[text.ceil_char_boundary(near)..];
        let hits = find::hits(near, self.lists, "");
        if let Some(hit) = hits.into_iter().find(|hit| hit.end == near.len()) {
            return Some(hit.name);
        }
        let written = self.capitals_at_end(near)?;
        let mut known = self.lists.iter().filter_map(|known| {
            let place = known.tickers.get(ticker.as_str())?;
            Some(known.entities[*place].name.clone())
        });
        Some(known.next().unwrap_or(written))
    }

    /// The run of words with capitals at a text's end, without an article that begins a sentence.
    fn capitals_at_end(&self, text: &str) -> Option<String> {
        let mut run: Vec<&str> = Vec::new();
        for token in text.split_whitespace().rev().take(4) {
            let token = token.trim_start_matches(['«', '"', '(', '*', '“']);
            let own = token
                .rsplit_once(['\'', '’'])
                .filter(|(before, _)| before.starts_with(char::is_lowercase));
            let word = own.map_or(token, |(_, word)| word);
            let is_end = !run.is_empty() && word.ends_with([',', '.', ';', ':', '»', ')']);
            if is_end || !(word.starts_with(char::is_uppercase) || word == "&") {
                break;
            }
            run.push(word);
            if own.is_some() {
                break;
            }
        }
        let is_article = |word: &str| self.lexicon[List::FunctionWords].has(&words::fold(word));
        run.pop_if(|first| is_article(first));
        run.reverse();
        let is_name = run
            .last()
            .is_some_and(|last| last.ends_with(char::is_alphanumeric));
        is_name.then(|| run.join(" "))
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
