//! Import: a raw text or a saved web page to drafts that an editor is glad to find. Enter by [`read`].
//!
//! Passes in a row, each on a list of blocks (a line each, with what became of it and why):
//! 1. `decode`: bytes to text
//! 2. `lines`: text to blocks, lines broken to a width put together
//! 3. `noise` (`sentence`), `related`: repeated blocks, furniture, other pages, promotion, disclaimers
//!    dropped; `join`: lines that a line's end broke
//! 4. `metadata` (`notice`, `about`, `beside`, `names`, `dates`, `clock`, `dateline`): the collector's
//!    mark, notices,
//!    lines about the article moved to the head: `facts`
//! 5. `header` (`zone`), `margins`: the title moved; menu, image descriptions, author's note dropped
//! 6. `join`: sentences that were broken in two
//! 7. `cues`, `lists`, `headings`: key points, takeaways, sources, items, headings, paragraphs
//! 8. `settle`, `digest`, `assemble`: one draft or several, `head` and `markdown` of each, which `audit`
//!    compares with what was read; `tally` fills the `report`
//!
//! `entities` moves tickers to the head before 8; there `enrich` adds entities, `themes` and rights.
//!
//! A Markdown file goes its own way, in `md`. A web page goes through `html`, which gives the same blocks and facts, and joins at 8.
//!
//! Words and patterns are data: `data/<lang>/import.yaml`, read by `lexicon`.

mod about;
mod assemble;
mod audit;
mod beside;
mod block;
mod clock;
mod cue;
mod cues;
mod dateline;
mod dates;
mod decode;
mod digest;
mod draft;
mod enrich;
mod entities;
mod escape;
mod facts;
mod follow;
mod head;
mod header;
mod headings;
mod html;
mod join;
mod language;
mod lexicon;
mod lines;
mod links;
mod lists;
mod margins;
mod markdown;
mod md;
mod metadata;
mod names;
mod noise;
mod notice;
mod number;
mod phrases;
mod related;
mod report;
mod sentence;
mod settle;
mod tally;
mod themes;
mod words;
mod zone;

pub use draft::{Draft, Import, NoteDraft, Options, Raw};
pub use report::{Dropped, Found, Moved, Renamed, Report};

use assemble::Desk;
use block::{Block, Role};
use enrich::Enrich;
use entities::tickers::{self, Lifter};
use facts::Facts;
use lexicon::Lexicon;

use crate::diag::Diagnostic;

/// What was read: lines, what became of each, what they say of themselves.
struct Reading {
    lines: Vec<String>,
    blocks: Vec<Block>,
    facts: Facts,
    /// As the page states it, or as the text's letters tell.
    lang: Option<String>,
}

/// Reads a raw text or a saved web page, told apart by their content: drafts for an editor, and a
/// report of what became of each line. An error says why the bytes cannot be imported, and what to do.
pub fn read(raw: &Raw<'_>, options: &Options) -> Result<Import, Diagnostic> {
    let ours = |message: String| {
        let help = "this is a fault of hebdo, not of the text: please report it with the text";
        Diagnostic::of_file(raw.name, message, help)
    };
    let lexicon = lexicon::embedded().map_err(|e| ours(e.to_owned()))?;
    let enrich = Enrich::new(options).map_err(ours)?;
    let desk = md::Desk {
        options,
        lexicon,
        enrich: &enrich,
    };
    if let Some(import) = md::read(raw, &desk)? {
        return Ok(import);
    }
    let reading = if html::is_page(raw.bytes) {
        page(raw, lexicon)?
    } else {
        text(raw, lexicon)?
    };
    let Reading {
        lines,
        mut blocks,
        mut facts,
        lang,
    } = reading;
    let lists = enrich.lists();
    let lifter = Lifter {
        lists: &lists,
        lexicon,
    };
    let listings = tickers::lift(&mut blocks, &mut facts, &lifter, &lines);
    let lang = lang.as_ref().unwrap_or(&options.lang);
    let no_titles = || ours("the lexicon has no language".to_owned());
    let titles = lexicon.titles(lang).ok_or_else(no_titles)?;
    let is_day_first = titles.day_first && !language::may_be_other(&lines.join("\n"), lang);
    let facts = if is_day_first {
        facts.day_first()
    } else {
        facts
    };
    if blocks.iter().all(|b| b.role == Role::Dropped) {
        let message = "there is no article in this text: every line of it is page furniture";
        let help = "save the article itself, not the page around it";
        return Err(Diagnostic::of_file(raw.name, message, help));
    }
    let (common, report) = settle::settle(raw, options, &facts, &blocks, lexicon, lang);
    let desk = Desk {
        lexicon,
        titles,
        common,
        enrich: &enrich,
        listings: &listings,
        split: options.split,
        lines: lines.iter().map(String::as_str).collect(),
    };
    desk.drafts(&blocks, report).map_err(ours)
}

fn text(raw: &Raw<'_>, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
    let text = decode::text(raw)?;
    let (blocks, facts) = decide(&text, lexicon);
    Ok(Reading {
        lines: text.split('\n').map(str::to_owned).collect(),
        blocks,
        facts,
        lang: language::of(&text).map(str::to_owned),
    })
}

fn page(raw: &Raw<'_>, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
    let page = html::read(raw, lexicon)?;
    let own = || language::of(&page.lines.join("\n")).map(str::to_owned);
    Ok(Reading {
        lang: page.lang.clone().or_else(own),
        lines: page.lines,
        blocks: page.blocks,
        facts: page.facts,
    })
}

/// The passes: each decides what it has evidence for and leaves the rest open for the next.
fn decide(text: &str, lexicon: &Lexicon) -> (Vec<Block>, Facts) {
    let mut blocks = lines::blocks(text);
    noise::drop_repeats(&mut blocks);
    noise::drop_furniture(&mut blocks, lexicon);
    noise::drop_widgets(&mut blocks, lexicon);
    related::drop_titles(&mut blocks, lexicon);
    noise::drop_disclaimers(&mut blocks, lexicon);
    noise::drop_promotion(&mut blocks, lexicon);
    join::broken_lines(&mut blocks, lexicon);
    let facts = metadata::read(&mut blocks, lexicon);
    let facts = header::read(&mut blocks, facts, lexicon);
    margins::drop_author_note(&mut blocks, &facts.authors, lexicon);
    margins::drop_image_descriptions(&mut blocks, lexicon);
    join::broken_sentences(&mut blocks);
    cues::split(&mut blocks, lexicon);
    lists::mark(&mut blocks, lexicon);
    lists::mark_items(&mut blocks);
    headings::infer(&mut blocks, lexicon);
    lists::mark_takeaway_paragraphs(&mut blocks);
    (blocks, facts)
}

/// The hash by which a raw text is recognised when it comes again.
pub fn hash(bytes: &[u8]) -> String {
    draft::hash(bytes)
}
