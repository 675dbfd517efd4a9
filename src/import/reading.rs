//! What is read of an item, whatever its kind: a text, a page, what an envelope held.

use super::block::{Block, Role};
use super::draft::{Options, Raw};
use super::facts::Facts;
use super::html::{self, Page};
use super::lexicon::{Lexicon, Titles};
use super::lines::hyphens;
use super::part::{Part, Ways, Words};
use super::{decode, language, passes};
use crate::diag::Diagnostic;

/// What was read: lines, what became of each, what they say of themselves.
pub(crate) struct Reading {
    pub(crate) lines: Vec<String>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) facts: Facts,
    /// As the page states it, or as the text's letters tell.
    pub(crate) lang: Option<String>,
}

impl Reading {
    /// Whether nothing of it is an article.
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.iter().all(|b| b.role == Role::Dropped)
    }

    /// The same, its dates in figures read as its language has them.
    pub(crate) fn dated(self, titles: &Titles, lang: &str) -> Self {
        let is_foreign = || language::may_be_other(&self.lines.join("\n"), lang);
        let has = |sign: char| self.lines.iter().any(|line| line.contains(sign));
        let is_british = has('£') && !has('$');
        if !(titles.day_first || is_british) || is_foreign() {
            return self;
        }
        Self {
            facts: self.facts.day_first(),
            ..self
        }
    }
}

/// A raw text.
pub(crate) fn text(raw: &Raw<'_>, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
    let text = decode::text(raw)?;
    let text = hyphens::heal(&text, lexicon);
    Ok(words(&text, Facts::default(), Ways::default(), lexicon))
}

/// What an envelope held.
pub(crate) fn part(name: &str, part: &Part, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
    let facts = part.facts.clone();
    let own = match &part.words {
        Words::Html(html) => {
            let bytes = html.as_bytes();
            of_page(html::read_part(
                &Raw { name, bytes },
                facts,
                part.ways,
                lexicon,
            )?)
        }
        Words::Text(text) => {
            let bytes = text.as_bytes();
            let text = decode::text(&Raw { name, bytes })?;
            words(&text, facts, part.ways, lexicon)
        }
    };
    Ok(Reading {
        lang: part.lang.clone().or(own.lang),
        ..own
    })
}

fn words(text: &str, facts: Facts, ways: Ways, lexicon: &Lexicon) -> Reading {
    let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let (blocks, facts) = passes::decide(text, &lines, facts, ways, lexicon);
    Reading {
        lines,
        blocks,
        facts,
        lang: language::of(text).map(str::to_owned),
    }
}

/// A saved web page, and where it was found, if that is known.
pub(crate) fn page(
    raw: &Raw<'_>,
    found_at: Option<&str>,
    options: &Options,
    lexicon: &Lexicon,
) -> Result<Reading, Diagnostic> {
    Ok(of_page(html::read(
        raw,
        found_at,
        options.keeps_files,
        lexicon,
    )?))
}

fn of_page(page: Page) -> Reading {
    let own = || language::of(&page.lines.join("\n")).map(str::to_owned);
    Reading {
        lang: page.lang.clone().or_else(own),
        lines: page.lines,
        blocks: page.blocks,
        facts: page.facts,
    }
}
