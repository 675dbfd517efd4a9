//! Where a ticker stands beside a name: in which forms, and what the name is.

use super::find;
use super::tickers::Lifter;
use crate::import::lexicon::List;
use crate::import::words;
use crate::model::Ticker;

impl Lifter<'_> {
    /// The ticker with which a text begins, and how many bytes state it.
    pub(crate) fn stated(&self, text: &str) -> Option<(usize, Ticker)> {
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
        let goes_on = |c: char| c == '(' || c.is_alphanumeric(); // a link, or a word that would be glued
        let is_whole = !text[end..].starts_with(goes_on);
        let ticker = self
            .reuters(inside.trim())
            .or_else(|| self.at_exchange(inside))?;
        is_whole.then_some((end, ticker))
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
    pub(crate) fn name_before(&self, text: &str, ticker: &Ticker) -> Option<String> {
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
