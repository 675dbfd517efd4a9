//! Import: raw articles to drafts that an editor is glad to find. Enter by [`unpack`], which tells what
//! an input holds; [`read`] then makes drafts of each item.
//!
//! Passes in a row (`passes`), each on a list of blocks (a line each, with what became of it and why):
//! 1. `decode`, `hyphens`: bytes to text, words whole that a line's end broke
//! 2. `lines` (`verbatim`, `pages`, `titles`): text to blocks; code, tables, quotes; heads of printed
//!    pages dropped; lines broken to a width put together; numbers and ornaments before titles; `charts`
//!    stand aside as typed
//! 3. `pasted`, `wire`, `press`: what a mail, an agency, a press office writes around a text
//! 4. `noise` (`sentence`), `related`, `appeal`, `tail`: repeated blocks, furniture, other pages, promotion,
//!    disclaimers, comments, the page's end dropped; `join`: lines that a line's end broke
//! 5. `metadata` (`notice`, `about`, `beside`, `names`, `dates`, `figures`, `relative`, `clock`,
//!    `dateline`): the collector's mark, notices, lines about the article moved to the head: `facts`
//! 6. `header` (`zone`, `post`), `publisher`, `margins`, `standfirst`: the title and the chapeau moved;
//!    menu, images, the author's note dropped
//! 7. `turns`, `join`: who speaks in turn; sentences that were broken in two
//! 8. `cues`, `lists` (`below`, `composed`), `headings`: key points, takeaways, sources, items, headings, paragraphs
//! 9. `entities` moves tickers to the head; `settle`, `digest` (`evidence`, `sections`, `closing`),
//!    `assemble`: one draft or several, `head` and `markdown` of each, with entities, `themes` and rights
//!    by `enrich`; `audit` compares them with what was read; `tally` fills the `report`, `explain` tells
//!    each decision
//!
//! A web page goes through `html`, which gives the same blocks and facts, and joins at 9. Mails (`mail`) and
//! entries of feeds (`feed`) are taken out of their envelope first: what the envelope says are facts, what it
//! holds is a text or HTML (`part`), freed from what counts readers (`tidy`, `redirect`). A Markdown file goes
//! its own way, in `md`.
//!
//! Words and patterns are data: `data/<lang>/import.yaml`, read by `lexicon`.

mod about;
mod addressed;
mod appeal;
mod assemble;
mod audit;
mod below;
mod beside;
mod block;
mod charts;
mod clock;
mod closing;
mod composed;
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
mod evidence;
mod explain;
mod facts;
mod feed;
mod figures;
mod follow;
mod head;
mod header;
mod headings;
mod html;
mod hyphens;
mod item;
mod join;
mod language;
mod lexicon;
mod lines;
mod links;
mod lists;
mod mail;
mod margins;
mod markdown;
mod masthead;
mod md;
mod metadata;
mod names;
mod noise;
mod notice;
mod number;
mod pages;
mod part;
mod passes;
mod pasted;
mod phrases;
mod post;
mod press;
mod publisher;
mod reading;
mod redirect;
mod references;
mod related;
mod relative;
mod report;
mod sections;
mod sentence;
mod settle;
mod signed;
mod standfirst;
mod tail;
mod tally;
mod themes;
mod tidy;
mod titles;
mod turns;
mod unpack;
mod verbatim;
mod wire;
mod words;
mod zone;

pub use draft::{Draft, Import, NoteDraft, Options, Raw};
pub use explain::Decision;
pub use item::Item;
pub use report::{Dropped, Found, Moved, Renamed, Report};
pub use unpack::unpack;

use assemble::Desk;
use enrich::Enrich;
use entities::tickers::{self, Lifter};
use item::Content;
use reading::Reading;

use crate::diag::Diagnostic;

/// Reads an item of an input: drafts for an editor, and a report of what became of each line. An
/// error says why it cannot be imported, and what to do.
pub fn read(item: &Item<'_>, options: &Options) -> Result<Import, Diagnostic> {
    let ours = |message: String| {
        let help = "this is a fault of hebdo, not of the text: please report it with the text";
        Diagnostic::of_file(&item.name, message, help)
    };
    let lexicon = lexicon::with(&options.settings).map_err(|e| ours(e.to_owned()))?;
    let lexicon = lexicon.as_ref();
    let enrich = Enrich::new(options).map_err(ours)?;
    let desk = md::Desk {
        options,
        lexicon,
        enrich: &enrich,
    };
    match reading(item, &desk)? {
        Read::Markdown(import) => Ok(import),
        Read::Blocks(reading) if reading.is_empty() => Err(no_article(item)),
        Read::Blocks(reading) => drafts(item, reading, &desk).map_err(ours),
    }
}

/// What a kind of item gives: Markdown is as good as a draft, the rest are blocks.
enum Read {
    Markdown(Import),
    Blocks(Reading),
}

fn reading(item: &Item<'_>, desk: &md::Desk<'_>) -> Result<Read, Diagnostic> {
    let (options, lexicon) = (desk.options, desk.lexicon);
    let raw = |bytes| Raw {
        name: &item.name,
        bytes,
    };
    let reading = match &item.content {
        Content::Page(bytes) => reading::page(&raw(bytes), options, lexicon)?,
        Content::Text(bytes) => match md::read(&raw(bytes), desk)? {
            Some(import) => return Ok(Read::Markdown(import)),
            None => reading::text(&raw(bytes), lexicon)?,
        },
        Content::Entry(entry) => reading::part(&item.name, entry, lexicon)?,
        Content::Mail(bytes, noted) => {
            let mail = mail::read(&raw(bytes), noted, lexicon)?;
            reading::part(&item.name, &mail, lexicon)?
        }
        Content::Broken(why) => return Err(Diagnostic::clone(why)),
    };
    Ok(Read::Blocks(reading))
}

fn no_article(item: &Item<'_>) -> Diagnostic {
    let message = "there is no article in this text: every line of it is page furniture";
    let help = "save the article itself, not the page around it";
    Diagnostic::of_file(&item.name, message, help)
}

/// The drafts of what was read, or the word that was lost on the way.
fn drafts(item: &Item<'_>, mut reading: Reading, desk: &md::Desk<'_>) -> Result<Import, String> {
    let (options, lexicon) = (desk.options, desk.lexicon);
    let lists = desk.enrich.lists();
    let lifter = Lifter {
        lists: &lists,
        lexicon,
    };
    let listings = tickers::lift(
        &mut reading.blocks,
        &mut reading.facts,
        &lifter,
        &reading.lines,
    );
    let lang = reading.lang.clone().unwrap_or_else(|| options.lang.clone());
    let titles = lexicon.titles(&lang).ok_or("the lexicon has no language")?;
    let Reading {
        lines,
        blocks,
        facts,
        ..
    } = reading.dated(titles, &lang);
    let (common, report) = settle::settle(item, options, &facts, &blocks, lexicon, &lang);
    let desk = Desk {
        lexicon,
        titles,
        common,
        enrich: desk.enrich,
        listings: &listings,
        split: options.split,
        lines: lines.iter().map(String::as_str).collect(),
    };
    let mut import = desk.drafts(&blocks, report)?;
    if options.explain {
        import.report.decisions = explain::decisions(&blocks);
    }
    Ok(import)
}
