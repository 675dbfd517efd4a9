//! A feed (RSS, Atom, JSON Feed): an item an entry. Enter by [`items`].
//!
//! 1. `parse` (`declared`): bytes to a feed; what is not well-formed is read entry by entry
//! 2. `entry`: an entry to words and facts
//! 3. `body`: which of its texts is the article

mod body;
mod declared;
mod entry;
mod parse;

use super::draft::Raw;
use super::item::{Content, Item};
use super::lexicon::Lexicon;
use crate::diag::Diagnostic;
use entry::Entry;
use parse::Parsed;

/// Whether the bytes begin as a feed does.
pub(crate) use parse::is_feed;

/// The entries of a feed in its order, at least one.
pub(crate) fn items<'a>(
    raw: &Raw<'_>,
    lexicon: &'static Lexicon,
) -> Result<Vec<Item<'a>>, Diagnostic> {
    let entries = parse::entries(raw, lexicon)?;
    if entries.is_empty() {
        let help = "open it in a browser: a feed without entries has nothing to import yet";
        return Err(Diagnostic::of_file(
            raw.name,
            "this feed has no entry",
            help,
        ));
    }
    let numbered = (1..).zip(entries);
    Ok(numbered
        .map(|(number, parsed)| item(raw, number, parsed, lexicon))
        .collect())
}

fn item<'a>(raw: &Raw<'_>, number: usize, parsed: Parsed, lexicon: &Lexicon) -> Item<'a> {
    let name = format!("{}#{number}", raw.name);
    let read = parsed.and_then(|(feed, entry)| {
        let read = Entry {
            feed: &feed,
            entry: &entry,
            lexicon,
        };
        read.read()
    });
    match read {
        Ok(entry) => Item {
            name,
            number: Some(number),
            title: entry.part.facts.title.as_ref().map(|t| t.value.clone()),
            date: entry.date,
            hash: entry.hash,
            content: Content::Entry(Box::new(entry.part)),
        },
        Err(message) => {
            let help = "open the feed in a browser and save this article's own page";
            let why = Diagnostic::of_file(&name, message, help);
            Item::broken(name, number, why)
        }
    }
}
