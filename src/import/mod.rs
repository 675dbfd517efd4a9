//! Import: raw articles to drafts that an editor is glad to find. Enter by [`unpack`], which tells what
//! an input holds; [`read`] then makes drafts of each item.
//!
//! Passes in a row, each on a list of blocks (a line each, with what became of it and why):
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
mod md;
mod metadata;
mod names;
mod noise;
mod notice;
mod number;
mod pages;
mod part;
mod pasted;
mod phrases;
mod post;
mod press;
mod publisher;
mod redirect;
mod related;
mod relative;
mod report;
mod sections;
mod sentence;
mod settle;
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
use block::{Block, Role};
use enrich::Enrich;
use entities::tickers::{self, Lifter};
use facts::Facts;
use html::Page;
use item::Content;
use lexicon::Lexicon;
use part::{Part, Ways, Words};

use crate::diag::Diagnostic;

/// What was read: lines, what became of each, what they say of themselves.
struct Reading {
    lines: Vec<String>,
    blocks: Vec<Block>,
    facts: Facts,
    /// As the page states it, or as the text's letters tell.
    lang: Option<String>,
}

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
    let raw = |bytes| Raw {
        name: &item.name,
        bytes,
    };
    let reading = match &item.content {
        Content::Page(bytes) => page(&raw(bytes), options, lexicon)?,
        Content::Text(bytes) => {
            let desk = md::Desk {
                options,
                lexicon,
                enrich: &enrich,
            };
            match md::read(&raw(bytes), &desk)? {
                Some(import) => return Ok(import),
                None => text(&raw(bytes), lexicon)?,
            }
        }
        Content::Entry(entry) => part(&item.name, entry, lexicon)?,
        Content::Mail(bytes, noted) => {
            let mail = mail::read(&raw(bytes), noted, lexicon)?;
            part(&item.name, &mail, lexicon)?
        }
        Content::Broken(why) => return Err(Diagnostic::clone(why)),
    };
    let Reading {
        lines,
        mut blocks,
        mut facts,
        lang,
    } = reading;
    let lists = enrich.lists();
    let listings = tickers::lift(
        &mut blocks,
        &mut facts,
        &Lifter {
            lists: &lists,
            lexicon,
        },
    );
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
        return Err(Diagnostic::of_file(&item.name, message, help));
    }
    let (common, report) = settle::settle(item, options, &facts, &blocks, lexicon, lang);
    let desk = Desk {
        lexicon,
        titles,
        common,
        enrich: &enrich,
        listings: &listings,
        split: options.split,
        lines: lines.iter().map(String::as_str).collect(),
    };
    let mut import = desk.drafts(&blocks, report).map_err(ours)?;
    if options.explain {
        import.report.decisions = explain::decisions(&blocks);
    }
    Ok(import)
}

fn text(raw: &Raw<'_>, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
    let text = decode::text(raw)?;
    let text = hyphens::heal(&text, lexicon);
    Ok(words(&text, Facts::default(), Ways::default(), lexicon))
}

/// What an envelope held.
fn part(name: &str, part: &Part, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
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
    let (blocks, facts) = decide(text, &lines, facts, ways, lexicon);
    Reading {
        lines,
        blocks,
        facts,
        lang: language::of(text).map(str::to_owned),
    }
}

fn page(raw: &Raw<'_>, options: &Options, lexicon: &Lexicon) -> Result<Reading, Diagnostic> {
    Ok(of_page(html::read(raw, options.keeps_files, lexicon)?))
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

/// The passes: each decides what it has evidence for and leaves the rest open for the next.
fn decide(
    text: &str,
    lines: &[String],
    mut facts: Facts,
    ways: Ways,
    lexicon: &Lexicon,
) -> (Vec<Block>, Facts) {
    let (text, charts) = charts::set_aside(text);
    let mut blocks = lines::blocks(&text);
    charts::put_back(&mut blocks, charts);
    (ways.first)(&mut blocks, lines, &mut facts, lexicon);
    let mut wire = Facts::default();
    let pasted = pasted::read(&mut blocks, lexicon);
    noise::drop_repeats(&mut blocks);
    wire::read(&mut blocks, &mut wire, lexicon);
    press::drop_frame(&mut blocks, lexicon);
    pasted::drop_signature(&mut blocks);
    noise::drop_contents(&mut blocks, lexicon);
    noise::drop_furniture(&mut blocks, lexicon);
    noise::drop_widgets(&mut blocks, lexicon);
    margins::drop_credited_images(&mut blocks, lexicon);
    related::drop_titles(&mut blocks, lexicon);
    noise::drop_disclaimers(&mut blocks, lexicon);
    noise::drop_promotion(&mut blocks, lexicon);
    appeal::drop_appeals(&mut blocks, lexicon);
    tail::drop_end(&mut blocks, lexicon);
    join::broken_titles(&mut blocks, lexicon);
    join::broken_lines(&mut blocks, lexicon);
    let own = metadata::read(&mut blocks, lexicon).after(pasted, wire);
    let known = facts.title.as_ref().map(|title| title.value.clone());
    let mut own = header::read(&mut blocks, own, known.as_deref(), lexicon);
    own.source = own
        .source
        .take()
        .or_else(|| publisher::find(&blocks, &own, lexicon));
    facts.complete(own);
    margins::drop_author_note(&mut blocks, &facts.authors, lexicon);
    tail::drop_end(&mut blocks, lexicon);
    standfirst::read(&mut blocks, &mut facts, lexicon);
    turns::join_stamps(&mut blocks);
    turns::mark(&mut blocks);
    margins::drop_image_descriptions(&mut blocks, lexicon);
    join::broken_sentences(&mut blocks);
    cues::split(&mut blocks, lexicon);
    lists::mark(&mut blocks, lexicon);
    lists::mark_items(&mut blocks);
    headings::infer(&mut blocks, lexicon);
    lists::mark_takeaway_paragraphs(&mut blocks);
    cues::head_audiences(&mut blocks);
    digest::free_title(&mut blocks, &mut facts);
    (blocks, facts)
}
