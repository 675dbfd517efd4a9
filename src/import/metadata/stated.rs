//! Lines in which a text states what it is: lines with date and author, the publisher; and notices of machine
//! translation. Enter by [`read`].

use super::take::{DOES, drop_part, set_aside};
use super::zone::header_end;
use super::{about, dateline, notice, outlet};
use crate::import::block::{Block, Field, Role, open};
use crate::import::dates::Said;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::lines::pages::RUNNING;
use crate::import::words;

/// Moves every line that is about the article; what they say, after what is known already.
pub(crate) fn read(blocks: &mut [Block], mut facts: Facts, lexicon: &Lexicon) -> Facts {
    facts.lines(blocks, lexicon);
    facts.dateline(blocks, lexicon);
    facts.running(blocks, lexicon);
    facts
}

impl Facts {
    /// Notices at both ends of the text, in brackets or as lines of their own.
    pub(crate) fn notices(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let open = open(blocks);
        let last = open.len().saturating_sub(6);
        let ends = open
            .iter()
            .enumerate()
            .filter(|(place, _)| *place < 5 || *place >= last);
        for (_, i) in ends {
            let block = &mut blocks[*i];
            let Some((notice, rest)) = notice::split(&block.text, lexicon) else {
                continue;
            };
            let inner = notice
                .trim_matches(|c| matches!(c, '(' | ')' | '[' | ']'))
                .trim();
            if self.take_notice(inner, block.line(), lexicon) {
                set_aside(
                    block,
                    notice,
                    rest,
                    Field::Notice,
                    "a notice that a machine had a part in the text",
                );
            }
        }
    }

    /// Lines with date, author or publisher: in the header, or where they say « publié », « par ».
    fn lines(&mut self, blocks: &mut [Block], lexicon: &Lexicon) {
        let header = header_end(blocks, lexicon);
        let last = blocks.iter().rposition(Block::is_open);
        let days = days(blocks, lexicon);
        let reviews: Vec<usize> = outlet::reviews(blocks, lexicon)
            .into_iter()
            .map(|(i, _)| i)
            .collect();
        let is_text = |b: &Block| b.is_open_line() && words::is_prose(&b.text);
        let text = blocks.iter().position(is_text).unwrap_or(0);
        for (i, block) in blocks
            .iter_mut()
            .enumerate()
            .filter(|(_, b)| b.is_open_line())
        {
            if !block.is_short() || days.contains(&i) || reviews.contains(&i) {
                continue;
            }
            let Some(mut about) = about::read(&block.text, lexicon) else {
                continue;
            };
            let roles = std::mem::take(&mut about.roles);
            let is_framed = block.text.starts_with('(') && about.is_only_date();
            let is_signed = (about.has_author() || is_framed) && Some(i) == last;
            let is_known = |name: &String| self.authors.iter().any(|own| own.value == *name);
            let is_again = !about.authors.is_empty() && about.authors.iter().all(is_known);
            let has_cue = is_again
                || about.has_author() && about.has_date()
                || i < text && (about.has_author() || about.has_date() && about.time.is_some())
                || says_published(block, lexicon) && about.has_date();
            if i < header || is_signed || has_cue {
                self.take_about(about, block.line());
                block.decide(
                    Role::Moved(Field::About),
                    "a line about the article: date, author, time",
                );
                for role in roles {
                    drop_part(block, role, DOES);
                }
            }
        }
        self.labelled(&mut blocks[..header], lexicon);
        self.named(blocks, header, lexicon);
        self.publisher_alone(&mut blocks[..header], lexicon);
        self.outlet(&mut blocks[..header], lexicon);
    }

    /// The date and the agency with which the first paragraph begins.
    fn dateline(&mut self, blocks: &[Block], lexicon: &Lexicon) {
        const FIRST: usize = 3;
        let mut prose = blocks
            .iter()
            .filter(|b| b.is_open_line() && words::is_prose(&b.text))
            .take(FIRST);
        let found = prose.find_map(|b| Some((b, dateline::read(&b.text, lexicon)?)));
        if let Some((first, said)) = found {
            let line = first.line();
            let date = said.date.map(|value| Told { value, line });
            self.published.extend(date);
            let agency = said.agency.map(|value| Told { value, line });
            self.source = self.source.take().or(agency);
        }
    }

    /// The date in a head that stands on every page.
    fn running(&mut self, blocks: &[Block], lexicon: &Lexicon) {
        let heads = blocks
            .iter()
            .filter(|b| b.role == Role::Dropped && b.why == RUNNING);
        for block in heads {
            let parts = block.text.split(['|', '·', '–']).map(str::trim);
            let dates = parts.filter_map(|part| about::read(part, lexicon)?.published);
            let line = block.line();
            self.published
                .extend(dates.map(|value| Told { value, line }));
        }
    }

    /// A line of the header that is a publisher's name.
    fn publisher_alone(&mut self, header: &mut [Block], lexicon: &Lexicon) {
        for block in header.iter_mut().filter(|b| b.is_open_line()) {
            if lexicon.agencies.contains(&block.text) {
                let told = Told {
                    value: block.text.clone(),
                    line: block.line(),
                };
                self.source.get_or_insert(told);
                block.decide(
                    Role::Moved(Field::Source),
                    "a publisher's name on a line of its own",
                );
            }
        }
    }
}

/// The lines that are the days of a chronicle: three of them or more, none with its year.
fn days(blocks: &[Block], lexicon: &Lexicon) -> Vec<usize> {
    let is_day = |b: &Block| {
        let is_line = b.is_open_line() && b.is_short() && words::at_most(&b.text, 4);
        let about = about::read(&b.text, lexicon).filter(|about| is_line && about.is_only_date());
        about.is_some_and(|about| matches!(about.published, Some(Said::NoYear(_))))
    };
    let days = (0..blocks.len()).filter(|i| is_day(&blocks[*i]));
    let days: Vec<usize> = days.collect();
    if days.len() >= 3 { days } else { Vec::new() }
}

fn says_published(block: &Block, lexicon: &Lexicon) -> bool {
    let label = words::label(&block.text);
    let cue = lexicon[List::Published]
        .beginning(&label)
        .or(lexicon[List::Updated].beginning(&label));
    cue.is_some_and(|cue| cue.contains(' '))
}
