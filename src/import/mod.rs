//! Import: raw articles to drafts that an editor is glad to find. Enter by [`unpack`], which tells what
//! an input holds; [`read`] then makes drafts of each item.
//!
//! Passes in a row (`passes`), each on a list of `block`s (a line each, with what became of it and why):
//! 1. `decode`, `lines`: bytes to text, text to blocks, lines broken to a width put together
//! 2. `sender`: what a mail, an agency, a press office writes around a text
//! 3. `furniture`: what a page has around its article
//! 4. `metadata` (`dates`): what the text says of itself moves to the head: `facts`
//! 5. `body`: key points, takeaways, sources, items, headings, paragraphs
//! 6. `entities` moves tickers to the head; `digest` tells a round-up from an article; `drafts` makes one
//!    draft or several, and proves that nothing was lost; `report`, `explain` tell each decision
//!
//! A web page goes through `html`, which gives the same blocks and facts, and joins at 6. Mails (`mail`) and
//! entries of feeds (`feed`) are taken out of their envelope first: what the envelope says are facts, what it
//! holds is a text or HTML (`part`), freed from what counts readers (`links`). A Markdown file goes its own
//! way, in `md`.
//!
//! Words and patterns are data: `data/<lang>/import.yaml`, read by `lexicon`; `words` looks at the letters.

mod block;
mod body;
mod dates;
mod decode;
mod digest;
mod draft;
mod drafts;
mod entities;
mod explain;
mod facts;
mod feed;
mod furniture;
mod ghost;
mod html;
mod item;
mod language;
mod lexicon;
mod lines;
mod links;
mod mail;
mod md;
mod metadata;
mod part;
mod passes;
mod pile;
mod reading;
mod report;
mod sender;
mod unpack;
mod words;

pub use draft::{Draft, Import, NoteDraft, Options, Raw};
pub use explain::Decision;
pub use item::Item;
pub use report::{Dropped, Found, Moved, Renamed, Report};
pub use unpack::unpack;

use drafts::assemble::Desk;
use drafts::enrich::Enrich;
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
        Content::Page(bytes, found_at) => {
            let found_at = found_at.as_deref();
            reading::page(&raw(bytes), found_at, options, lexicon)?
        }
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
        mut blocks,
        facts,
        ..
    } = reading.dated(titles, &lang);
    digest::masthead::drop_again(
        &mut blocks,
        facts.title.as_ref().map(|title| title.value.as_str()),
    );
    let (common, report) = drafts::settle::settle(item, options, &facts, &blocks, lexicon, &lang);
    let desk = Desk {
        lexicon,
        titles,
        common,
        enrich: desk.enrich,
        listings: &listings,
        split: options.split && facts.slug.is_none(),
        lines: lines.iter().map(String::as_str).collect(),
    };
    let mut import = desk.drafts(&blocks, report)?;
    if options.explain {
        import.report.decisions = explain::decisions(&blocks);
    }
    Ok(import)
}
