//! A post of a social network: who wrote it, in a few lines above its text. Enter by `Facts::post`.

use super::about;
use super::names::{is_unknown_name, names};
use crate::import::block::{Block, Field, Role};
use crate::import::dates::Said;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::Lexicon;

/// How many lines such a head has.
const LONGEST: usize = 6;

impl Facts {
    /// Takes the author's name with which a post begins: in one run of lines with a day that is counted
    /// from another one (`3 j`).
    pub(crate) fn post(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let is_author = |b: &Block| b.is_open_line() && is_unknown_name(blocks, &b.text);
        let is_open = |b: &&Block| b.role != Role::Dropped;
        let mut head = blocks.iter().filter(is_open).take(2);
        let Some(first) = head
            .find(|b| is_author(b))
            .and_then(|found| blocks.iter().position(|b| std::ptr::eq(b, found)))
        else {
            return;
        };
        if self.handled(blocks, first, lexicon) {
            return;
        }
        let gap = (first + 1..blocks.len()).find(|i| blocks[*i].gap);
        let end = gap.unwrap_or(blocks.len());
        let counted = |b: &Block| {
            let about = about::read(&b.text, lexicon).filter(|_| b.is_short());
            about
                .and_then(|about| about.published)
                .filter(|said| matches!(said, Said::Relative(_)))
        };
        let said = (first..end.min(first + LONGEST))
            .find_map(|i| Some((counted(&blocks[i])?, blocks[i].line(), i + 1)));
        let is_name = blocks[first].is_open_line() && is_unknown_name(blocks, &blocks[first].text);
        let Some((value, line, after)) = said.filter(|_| self.authors.is_empty() && is_name) else {
            return;
        };
        self.published.push(Told { value, line });
        self.authors.push(Told {
            value: blocks[first].text.clone(),
            line: blocks[first].line(),
        });
        blocks[first].decide(Role::Moved(Field::About), "who wrote a post");
        for block in blocks[first..gap.unwrap_or(after)]
            .iter_mut()
            .filter(|b| b.is_open())
        {
            block.decide(
                Role::Dropped,
                "what the author of a post says of themselves",
            );
        }
    }

    /// Takes a name over the handle by which a network knows it (`@lmartin`), and the day and the time that
    /// such a post has below it; whether it is one.
    fn handled(&mut self, blocks: &mut [Block], first: usize, lexicon: &Lexicon) -> bool {
        let is_name = blocks[first].is_open_line() && is_unknown_name(blocks, &blocks[first].text);
        let is_below = blocks.get(first + 1).is_some_and(is_handle);
        if !is_name || !is_below || !self.authors.is_empty() {
            return false;
        }
        let (value, line) = (blocks[first].text.clone(), blocks[first].line());
        self.authors.push(Told { value, line });
        blocks[first].decide(Role::Moved(Field::About), "who wrote a post");
        blocks[first + 1].decide(Role::Dropped, "the handle of who wrote a post");
        self.timed_below(blocks, lexicon);
        true
    }

    /// Takes the last line that says a day and a time, where no day is known.
    fn timed_below(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let lines = blocks.iter_mut().rev();
        let lines = lines.filter(|b| b.is_open_line() && b.is_short());
        let read = lines.filter_map(|b| Some((about::read(&b.text, lexicon)?, b)));
        let mut timed = read.filter(|(about, _)| about.has_date() && about.time.is_some());
        if let Some((about, block)) = timed.next().filter(|_| self.published.is_empty()) {
            self.take_about(about, block.line());
            block.decide(Role::Moved(Field::About), "the day below a post");
        }
    }

    /// Several names and nothing else on a line below the title are its authors'.
    pub(crate) fn named_together(&mut self, blocks: &mut [Block], end: usize, lexicon: &Lexicon) {
        let title = blocks
            .iter()
            .position(|b| b.role == Role::Moved(Field::Title));
        for i in title.map_or(end, |title| title + 1)..end {
            let (found, rest) = names(&blocks[i].text, lexicon);
            let are_names =
                found.len() >= 2 && found.iter().all(|name| is_unknown_name(blocks, name));
            if self.authors.is_empty()
                && blocks[i].is_open_line()
                && are_names
                && rest.trim().is_empty()
            {
                let line = blocks[i].line();
                self.authors = found
                    .into_iter()
                    .map(|value| Told { value, line })
                    .collect();
                blocks[i].decide(Role::Moved(Field::About), "names below the title");
            }
        }
    }
}

/// `@lmartin`, right below a line.
fn is_handle(block: &Block) -> bool {
    let name = block.text.strip_prefix('@');
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@');
    !block.gap && name.is_some_and(|name| !name.is_empty() && name.chars().all(is_sign))
}
