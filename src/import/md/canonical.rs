//! The body of a file: its title and its tickers moved to the head, every other word kept.

use super::body::{self, Kind, Piece};
use super::draft::Article;
use super::own::body_lines;
use crate::import::block::TICKER;
use crate::import::drafts::follow::follow;
use crate::import::entities::tickers::Lifter;
use crate::import::facts::Told;
use crate::import::report::Moved;
use crate::import::words;
use crate::markdown;

/// The text's blocks, without a heading that is its title.
pub(crate) struct Body {
    pub(crate) title: Option<Told<String>>,
    pub(crate) pieces: Vec<Piece>,
    /// By how much headings are lowered, for sections begin at `##`.
    pub(crate) raise: u8,
}

impl Body {
    /// The texts in which names are looked for.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let says = |piece: &&Piece| piece.kind != Kind::Other;
        self.pieces
            .iter()
            .filter(says)
            .map(|piece| piece.text.as_str())
    }
}

impl Article<'_> {
    /// The canonical blocks, once every word is known to stand in them.
    pub(crate) fn body(&mut self, title: Option<&str>) -> Result<Body, String> {
        let text = &self.text[self.parts.body_start..];
        let mut pieces = body::pieces(text);
        let title = self.title(&mut pieces, title);
        let moved = title
            .as_ref()
            .map_or(0..0, |(_, piece)| piece.range.clone());
        let left = self.lift(&mut pieces);
        audit([&text[..moved.start], &text[moved.end..]], &pieces, &left)?;
        let has_high = pieces.iter().any(|piece| piece.kind == Kind::Heading(1));
        Ok(Body {
            title: title.map(|(told, _)| told),
            pieces,
            raise: u8::from(has_high),
        })
    }

    /// Takes out the first heading where it is of the highest level and says the title.
    fn title(
        &mut self,
        pieces: &mut Vec<Piece>,
        known: Option<&str>,
    ) -> Option<(Told<String>, Piece)> {
        let is_heading = |piece: &Piece| matches!(piece.kind, Kind::Heading(_));
        let place = pieces.iter().position(is_heading)?;
        let piece = &pieces[place];
        let plain = markdown::to_text(&piece.text, "").trim().to_owned();
        let is_same = known.is_none_or(|known| words::label(known) == words::label(&plain));
        if piece.kind != Kind::Heading(1) || plain.is_empty() || !is_same {
            return None;
        }
        let count = body_lines(&self.text[self.parts.body_start..][piece.range.clone()]);
        self.report.lines_moved += count;
        self.report.lines_kept -= count;
        let line = self.line(piece);
        self.moved(line, "title", &plain, "the heading of the text");
        Some((Told { value: plain, line }, pieces.remove(place)))
    }

    /// Moves the tickers beside names to the head; their words.
    fn lift(&mut self, pieces: &mut [Piece]) -> Vec<String> {
        let lists = self.desk.enrich.lists();
        let lifter = Lifter {
            lists: &lists,
            lexicon: self.desk.lexicon,
        };
        let mut all = Vec::new();
        for piece in pieces.iter_mut().filter(|piece| piece.kind == Kind::Prose) {
            let taken = lifter.lift(&mut piece.text, 0, &mut self.listings);
            if taken.is_empty() {
                continue;
            }
            let first = self.line(piece);
            let typed = &self.text[self.parts.body_start..][piece.range.clone()];
            for text in &taken {
                let above = typed.find(text).map_or("", |at| &typed[..at]);
                let line = first + above.matches('\n').count();
                self.moved(line, "entities", text, TICKER);
            }
            all.extend(taken);
        }
        all
    }

    fn moved(&mut self, line: usize, to: &'static str, text: &str, reason: &'static str) {
        self.report.moved.push(Moved {
            line,
            to,
            text: text.to_owned(),
            reason,
        });
    }

    /// The number of a block's first line.
    fn line(&self, piece: &Piece) -> usize {
        let before = &self.text[..self.parts.body_start + piece.range.start];
        before.matches('\n').count() + 1
    }
}

/// Each word that was read stands in a block, in its order, or left as a ticker; and no other does.
fn audit(read: [&str; 2], pieces: &[Piece], left: &[String]) -> Result<(), String> {
    let read: Vec<&str> = read.into_iter().flat_map(words::words).collect();
    let said = pieces.iter().flat_map(|piece| words::words(&piece.text));
    let said: Vec<&str> = said.collect();
    let left: Vec<Vec<&str>> = left
        .iter()
        .map(|text| words::words(text).collect())
        .collect();
    let lost = |word: &str| format!("the word « {word} » was lost");
    let count = follow(&read, &said, &left).map_err(lost)?;
    let more = said.get(count);
    more.map_or(Ok(()), |word| {
        Err(format!("the word « {word} » comes from nowhere"))
    })
}
