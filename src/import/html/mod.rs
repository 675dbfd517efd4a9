//! A saved web page: told by its content, read into the blocks and facts that a text gives.
//! Enter by [`read`].
//!
//! 1. `kind`, `scan`: is it a page, and small and shallow enough to be parsed
//! 2. `charset`: bytes to text
//! 3. `article`: Readability says which elements are the article's
//! 4. `walk` (`inline`, `hidden`, `spans`, `list`, `table`, `figure`, `code`, `address`): the whole page to `piece`s of
//!    Markdown in reading order
//! 5. `metadata` (`head`, `json_ld`, `titles`, `times`, `says`): what the page's head says of the article
//! 6. `blocks`: pieces to blocks; what stands outside the article is dropped and counted

mod address;
mod article;
mod blocks;
pub(crate) mod charset;
mod code;
mod figure;
mod head;
mod hidden;
mod inline;
mod json_ld;
mod kind;
mod list;
mod metadata;
mod piece;
mod says;
mod scan;
mod spans;
mod table;
mod times;
mod titles;
mod walk;

pub(crate) use kind::is_page;

use dom_query::Document;

use super::block::Block;
use super::draft::Raw;
use super::facts::Facts;
use super::lexicon::Lexicon;
use crate::diag::Diagnostic;

/// What a page gives: its blocks, each a line of the report, and what it says of itself.
pub(crate) struct Page {
    /// The words of each block of the page, in reading order.
    pub(crate) lines: Vec<String>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) facts: Facts,
    /// The language that the page states.
    pub(crate) lang: Option<String>,
}

/// Reads a page, or says why it cannot be read and what to do.
pub(crate) fn read(raw: &Raw<'_>, lexicon: &Lexicon) -> Result<Page, Diagnostic> {
    scan::check(raw)?;
    let text = charset::text(raw.bytes);
    let document = Document::from(text);
    scan::check_depth(raw, &document)?;
    let mut facts = metadata::read(&document, lexicon);
    let base = address::Base::of(&document, &facts);
    let elements = article::elements(&document);
    let pieces = walk::pieces(&document, &elements, &base);
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
    let blocks = blocks::read(&pieces, &mut lines, &mut facts, lexicon);
    Ok(Page {
        lines,
        blocks,
        facts,
        lang,
    })
}
