//! The day of a story of a digest, where lines of its own say it. Enter by `Desk::date_story`.

use jiff::civil::Date;

use super::assemble::Desk;
use crate::front_matter::ArticleHead;
use crate::import::block::{Block, Field, Role};
use crate::import::dates::{self, Said};
use crate::import::links;
use crate::import::metadata::about;
use crate::model::PartialDate;

impl Desk<'_> {
    /// The day that a story's own lines say; without a year, that of the edition's.
    pub(super) fn date_story(&self, head: &mut ArticleHead, blocks: &[Block]) {
        let day = |b: &Block| match self.said_by(b)? {
            Said::Known(date) => Some(date),
            Said::NoYear(words) => self.near(&words),
            _ => None,
        };
        if let Some(date) = blocks.iter().find_map(day) {
            head.date = Some(date);
            head.todo
                .retain(|todo| Some(todo) != self.common.date_todo.as_ref());
            head.draft = !head.todo.is_empty();
        }
    }

    /// What a line of a story says of its day, in the order of day and month that its language has.
    fn said_by(&self, block: &Block) -> Option<Said> {
        let is_cited = || links::after_cue(&block.text, self.lexicon).is_some();
        let said = match block.role {
            Role::Moved(Field::Date | Field::About) => {
                about::read(&block.text, self.lexicon)?.published
            }
            Role::Moved(Field::Source) if !is_cited() => {
                links::names_and_date(&block.text, self.lexicon).1
            }
            _ => None,
        };
        match self.titles.day_first {
            true => said.map(Said::day_first),
            false => said,
        }
    }

    /// The day of these words that is within a month of the edition's date.
    fn near(&self, words: &str) -> Option<PartialDate> {
        let edition = self.common.date?.first_day();
        let read = |year: i16| {
            let words = format!("{words} {year}");
            match dates::at_start(&words, self.lexicon)?.0 {
                Said::Known(PartialDate::Day(day)) => Some(day),
                _ => None,
            }
        };
        let years = [edition.year(), edition.year() - 1, edition.year() + 1];
        let is_near = |day: &Date| (*day - edition).get_days().abs() <= 31;
        years
            .into_iter()
            .filter_map(read)
            .find(is_near)
            .map(PartialDate::Day)
    }
}
