//! Markdown with or without front matter of Hugo, Zola, Jekyll, Ghost or hebdo. Enter by [`read`].
//!
//! 1. `own`: what hebdo wrote stays as it is, byte for byte
//! 2. `head`: the front matter, whatever its language; `keys` (`entries`, `values`) says it in our words
//! 3. `canonical` (`body`, `outline`): the canonical kind of Markdown; title and tickers move to the head
//! 4. `draft`, `left` (`shortcodes`): the draft and its report. Keys that hebdo does not know stand in a comment at the end of
//!    the text, which no page shows: so nothing is lost, and nothing keeps the article from being published

mod body;
mod canonical;
mod draft;
mod entries;
mod head;
mod keys;
mod left;
mod outline;
mod own;
mod shortcodes;
mod values;

use super::decode;
use super::draft::{Import, Options, Raw};
use super::drafts::enrich::Enrich;
use super::lexicon::Lexicon;
use crate::diag::{Diagnostic, Source};
use entries::Entries;
use head::{Mistake, Parts};

/// What Markdown is read with.
pub(crate) struct Desk<'a> {
    pub(crate) options: &'a Options,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) enrich: &'a Enrich<'a>,
}

/// The drafts of a Markdown file, told by its front matter, or by its name and markup; none where it is
/// something else. An error says what is wrong with it.
pub(crate) fn read(raw: &Raw<'_>, desk: &Desk<'_>) -> Result<Option<Import>, Diagnostic> {
    let bytes = raw.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw.bytes);
    let is_named = [".md", ".markdown"]
        .iter()
        .any(|end| raw.name.to_lowercase().ends_with(end));
    if !is_named
        && ![&b"---"[..], b"+++", b"{"]
            .iter()
            .any(|start| bytes.starts_with(start))
    {
        return Ok(None);
    }
    let text = match decode::text(raw) {
        Ok(text) => text,
        Err(error) if is_named => return Err(error),
        Err(_) => return Ok(None),
    };
    if is_ghost_export(&text) {
        let help = "turn its posts into Markdown files first, and import their folder";
        let message = "this is an export of Ghost, all posts in one file of JSON";
        return Err(Diagnostic::of_file(raw.name, message, help));
    }
    if let Some(import) = own::read(raw, &text, desk) {
        return Ok(Some(import));
    }
    let parts = match head::split(&text) {
        Some(Ok(parts)) if is_named || is_front_matter(&parts) => parts,
        Some(Err(mistake)) if is_named => return Err(broken(raw, &text, &mistake)),
        None if is_named && outline::has_markup(&text) => Parts::none(),
        _ => return Ok(None),
    };
    draft::read(raw, &text, &parts, desk)
        .map(Some)
        .map_err(|message| {
            let help = "this is a fault of hebdo, not of the text: please report it with the text";
            Diagnostic::of_file(raw.name, message, help)
        })
}

/// Whether a text begins as Ghost's export does: `{"db":[{"meta":…`.
fn is_ghost_export(text: &str) -> bool {
    let start: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(9)
        .collect();
    start == r#"{"db":[{""#
}

fn is_front_matter(parts: &Parts) -> bool {
    Entries::new(parts.head.clone()).has(keys::USUAL) || parts.head.contains_key("taxonomies")
}

fn broken(raw: &Raw<'_>, text: &str, mistake: &Mistake) -> Diagnostic {
    let path = std::path::Path::new(raw.name);
    let source = Source { path, text };
    let start = source.line_start(mistake.line);
    let line = text[start..].lines().next().unwrap_or_default();
    let message = format!("the front matter cannot be read: {}", mistake.why);
    let help = "mend it, or take it out: without front matter the text alone is imported";
    source.error(start..start + line.len(), message, help)
}
