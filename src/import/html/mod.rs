//! A saved web page: told by its content, read into the blocks and facts that a text gives.
//! Enter by [`read`]; by [`read_part`] for HTML that is all article, as mails and feeds have it.
//!
//! 1. `kind`, `scan` (`tags`): is it a page, and small and shallow enough to be parsed
//! 2. `charset`: bytes to text
//! 3. `unfold`: what a page folds away until a reader opens it; `article`: Readability says which elements are the article's
//! 4. `walk` (`flow`, `frame`, `inline`, `run`, `signs`, `hidden`, `spans`, `list`, `table`, `figure`, `code`; `links`: `address`, `clean`,
//!    `notes`, `embeds`): the whole page to `piece`s of Markdown in reading order
//! 5. `metadata` (`head`, `json_ld`, `titles`, `authors`, `times`, `says`): what the page's head says of the article
//! 6. `bullets` (`points`), `blocks` (`outside`, `between`, `around`, `subtitle`, `bold`): pieces to blocks; what stands
//!    outside the article is dropped and counted

mod address;
mod around;
mod article;
mod authors;
mod between;
mod blocks;
mod bold;
mod bullets;
pub(crate) mod charset;
mod clean;
mod code;
mod embeds;
mod figure;
mod flow;
mod frame;
mod head;
mod hidden;
mod inline;
mod json_ld;
mod kind;
mod links;
mod list;
mod metadata;
mod notes;
mod outside;
mod piece;
mod points;
mod run;
mod says;
mod scan;
mod signs;
mod spans;
mod subtitle;
mod table;
mod tags;
mod times;
mod titles;
mod unfold;
mod walk;

pub(crate) use charset::text as decoded;
pub(crate) use kind::is_page;
pub(crate) use says::one_line;

use dom_query::Document;

use super::block::Block;
use super::draft::Raw;
use super::facts::Facts;
use super::lexicon::Lexicon;
use super::part::Ways;
use crate::diag::Diagnostic;
use crate::model::Link;

/// What a page gives: its blocks, each a line of the report, and what it says of itself.
pub(crate) struct Page {
    /// The words of each block of the page, in reading order.
    pub(crate) lines: Vec<String>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) facts: Facts,
    /// The language that the page states.
    pub(crate) lang: Option<String>,
}

/// Reads a page, or says why it cannot be read and what to do; `found_at` is its address, where that is
/// known otherwise than by its name. With `keeps_files`, images that lie beside
/// the page are shown with their place there.
pub(crate) fn read(
    raw: &Raw<'_>,
    found_at: Option<&str>,
    keeps_files: bool,
    lexicon: &Lexicon,
) -> Result<Page, Diagnostic> {
    scan::check(raw)?;
    let text = charset::text(raw.bytes);
    let document = Document::from(text);
    scan::check_depth(raw, &document)?;
    unfold::unfold(&document);
    let found_at = found_at.or_else(|| address::of_name(raw.name));
    let mut facts = metadata::read(&document, found_at, lexicon);
    let elements = article::elements(&document);
    let base = address::Base::of(&document, found_at, &facts);
    let links = links::Links {
        notes: notes::Notes::of(&document, &elements),
        embeds: embeds::of(&document, &elements, &base),
        base,
        keeps_files,
    };
    let pieces = bullets::listed(walk::pieces(&document, &elements, &links), lexicon);
    let mut lines: Vec<String> = pieces.iter().map(|p| p.markdown.clone()).collect();
    if !lines
        .iter()
        .any(|line| line.chars().any(char::is_alphanumeric))
    {
        let message = "there is nothing to import: the page has no text";
        let help = "save the page again once it is loaded whole, or paste its text";
        return Err(Diagnostic::of_file(raw.name, message, help));
    }
    let lang = metadata::language(&document);
    let blocks = blocks::read(&pieces, &mut lines, &mut facts, Ways::default(), lexicon);
    Ok(Page {
        lines,
        blocks,
        facts,
        lang,
    })
}

/// Reads HTML that is all article, of which the `facts` are known.
pub(crate) fn read_part(
    raw: &Raw<'_>,
    mut facts: Facts,
    ways: Ways,
    lexicon: &Lexicon,
) -> Result<Page, Diagnostic> {
    scan::check(raw)?;
    let document = Document::from(charset::text(raw.bytes));
    scan::check_depth(raw, &document)?;
    facts.noted.extend((ways.prepare)(&document, lexicon));
    let elements = article::Elements::all();
    let base = address::Base::of(&document, address::of_name(raw.name), &facts);
    let links = links::Links {
        notes: notes::Notes::of(&document, &elements),
        embeds: embeds::of(&document, &elements, &base),
        base,
        keeps_files: false,
    };
    let pieces = bullets::listed(walk::pieces(&document, &elements, &links), lexicon);
    let mut lines: Vec<String> = pieces.iter().map(|p| p.markdown.clone()).collect();
    let lang = metadata::language(&document);
    let blocks = blocks::read(&pieces, &mut lines, &mut facts, ways, lexicon);
    Ok(Page {
        lines,
        blocks,
        facts,
        lang,
    })
}

/// The words of a piece of HTML on one line; as they stand where they are not fit to be parsed.
pub(crate) fn plain(html: &str) -> Option<String> {
    let raw = Raw {
        name: "",
        bytes: html.as_bytes(),
    };
    if !html.contains(['<', '&']) || scan::check(&raw).is_err() {
        return one_line(html);
    }
    let apart = html.replace('<', " <");
    one_line(&Document::from(apart).text())
}

/// A web address made whole against the page on which it stands, without what counts readers.
pub(crate) fn link(href: &str, page: Option<&Link>) -> Option<Link> {
    address::Base::on(page).absolute(href)?.parse().ok()
}
