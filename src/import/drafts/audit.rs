//! The proof that nothing was lost: every line stands somewhere, in its order, with all its words.

use std::collections::HashSet;

use super::follow::follow;
use crate::front_matter::ArticleHead;
use crate::import::block::{Aside, Block, Field, Form, Role, Way};
use crate::import::draft::Draft;
use crate::import::lexicon::{Lexicon, Titles};
use crate::import::metadata::about;
use crate::import::{links, words};
use crate::model::{Link, Ticker};

/// What was read, against which drafts are checked.
pub(crate) struct Audit<'a> {
    /// The text's lines.
    pub(crate) lines: &'a [&'a str],
    pub(crate) titles: &'a Titles,
    pub(crate) lexicon: &'a Lexicon,
}

/// A body with the blocks of which it was made.
pub(crate) struct Made<'a> {
    pub(crate) blocks: Vec<&'a Block>,
    pub(crate) body: &'a str,
}

impl Audit<'_> {
    /// Each line that is not empty belongs to one block, and what is kept keeps its order.
    pub(crate) fn lines(&self, blocks: &[&Block]) -> Result<(), String> {
        let numbered = (1..).zip(self.lines);
        let read = numbered
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(n, _)| n);
        let mut placed: Vec<usize> = blocks
            .iter()
            .flat_map(|b| b.lines.iter().copied())
            .collect();
        placed.sort_unstable();
        placed.dedup();
        let kept: Vec<&[usize]> = blocks
            .iter()
            .filter(|b| b.is_kept() && !b.lines.is_empty())
            .map(|b| b.lines.as_slice())
            .collect();
        // Blocks that share their lines are parts of these.
        let follow = |pair: &[&[usize]]| pair[0] == pair[1] || pair[0].last() <= pair[1].first();
        let is_in_order = kept.iter().all(|lines| lines.is_sorted()) && kept.windows(2).all(follow);
        if read.eq(placed) && is_in_order {
            Ok(())
        } else {
            Err("a line was lost or moved".to_owned())
        }
    }

    /// Each body holds the words of its blocks' lines: all of them, in their order, and no other.
    pub(crate) fn bodies(&self, made: &[Made<'_>]) -> Result<(), String> {
        made.iter().try_for_each(|made| self.body(made))
    }

    fn body(&self, made: &Made<'_>) -> Result<(), String> {
        let lines = made.body.lines().filter(|line| !self.is_ours(line));
        let said: Vec<&str> = lines.flat_map(words::words).collect();
        let mut place = 0;
        for block in made
            .blocks
            .iter()
            .filter(|b| b.is_kept() && !self.is_title(b))
        {
            let (before, inside) = block.apart();
            let before: usize = before.iter().map(|a| words::words(&a.text).count()).sum();
            let left: Vec<Vec<&str>> = inside
                .iter()
                .map(|a| words::words(&a.text).collect())
                .collect();
            let raw = block.lines.iter().filter_map(|n| self.lines.get(n - 1));
            let own = block.part.clone().unwrap_or(0..usize::MAX);
            let is_code = block.form == Form::Whole; // which may hold such a heading too
            let read = raw.filter(|l| !(is_code && self.is_ours(l)));
            let read = read.flat_map(|l| words::words(l));
            let read = read
                .skip(own.start + before)
                .take(own.len().saturating_sub(before));
            let read: Vec<&str> = read.collect();
            let lost = |word| format!("line {}: the word « {word} » was lost", block.line());
            place += follow(&read, &said[place..], &left).map_err(lost)?;
        }
        said.get(place).map_or(Ok(()), |word| {
            Err(format!("the word « {word} » comes from nowhere"))
        })
    }

    /// The words of what moved stand in the heads, the title's unless the editor gave another.
    pub(crate) fn heads(
        &self,
        blocks: &[&Block],
        drafts: &[&Draft],
        title: Option<&str>,
    ) -> Result<(), String> {
        let said = said(drafts.iter().map(|draft| &draft.head), title);
        for block in blocks {
            self.tickers(block, drafts)?;
            if let Some(word) = self.unsaid(block, &said) {
                return Err(format!(
                    "line {}: the word « {word} » was lost",
                    block.line()
                ));
            }
        }
        Ok(())
    }

    /// The first word of a block that moved to the head and that no head says.
    pub(crate) fn unsaid<'b>(&self, block: &'b Block, said: &HashSet<&str>) -> Option<&'b str> {
        let text = match block.role {
            Role::Moved(Field::KeyPoint | Field::Notice | Field::About) => block.text.as_str(),
            Role::Moved(Field::Summary) if block.form == Form::Plain => block.text.as_str(),
            Role::Moved(Field::SourceLink) => {
                links::after_cue(&block.text, self.lexicon).unwrap_or(&block.text)
            }
            _ => return None,
        };
        let may_say_when = matches!(block.role, Role::Moved(Field::About | Field::SourceLink));
        let is_told =
            |word: &&str| said.contains(word) || may_say_when && about::is_part(word, self.lexicon);
        words::words(text).find(|word| !is_told(word))
    }

    /// Each ticker that left the prose stands in a head.
    fn tickers(&self, block: &Block, drafts: &[&Draft]) -> Result<(), String> {
        let entities = drafts.iter().flat_map(|draft| &draft.head.entities);
        let tickers: Vec<&Ticker> = entities.filter_map(|e| e.ticker.as_ref()).collect();
        let is_told = |aside: &&&Aside| {
            let symbols = tickers.iter().filter_map(|t| t.as_str().split('.').next());
            symbols
                .into_iter()
                .any(|symbol| aside.text.contains(symbol))
        };
        let (_, inside) = block.apart();
        let mut told = inside.iter().filter(|aside| aside.way != Way::Dropped);
        let lost = told.find(|aside| !is_told(aside));
        lost.map_or(Ok(()), |aside| {
            Err(format!(
                "line {}: the ticker « {} » was lost",
                block.line(),
                aside.text
            ))
        })
    }

    /// A heading, or a line before a list, whose words are ours.
    fn is_ours(&self, line: &str) -> bool {
        let heading = line.trim_start_matches('#').trim_start();
        let is_title = heading == self.titles.takeaways || heading == self.titles.conclusion;
        line.starts_with("##") && is_title || line == self.titles.takeaways_line
    }

    fn is_title(&self, block: &Block) -> bool {
        let is_heading = matches!(block.role, Role::Heading(_) | Role::Audience);
        let is_ours = block.text == self.titles.takeaways || block.text == self.titles.conclusion;
        block.role == Role::TakeawaysHeading || is_heading && is_ours
    }
}

/// The words that the heads say, and a title.
pub(crate) fn said<'h>(
    heads: impl IntoIterator<Item = &'h ArticleHead>,
    title: Option<&'h str>,
) -> HashSet<&'h str> {
    let texts = heads.into_iter().flat_map(texts).chain(title);
    texts.flat_map(words::words).collect()
}

/// The texts of a head.
fn texts(head: &ArticleHead) -> Vec<&str> {
    let mut texts: Vec<&str> = head
        .title
        .iter()
        .chain(&head.summary)
        .chain(&head.key_points)
        .chain(&head.authors)
        .map(String::as_str)
        .collect();
    texts.extend(head.source.iter().map(|source| source.name.as_str()));
    for source in &head.sources {
        texts.extend(source.title.as_deref());
        texts.extend(source.url.as_ref().map(Link::as_str));
    }
    if let Some(ai) = &head.ai {
        texts.extend(
            ai.translation
                .iter()
                .chain(&ai.assisted)
                .map(String::as_str),
        );
    }
    texts
}
