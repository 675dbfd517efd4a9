//! What an input holds, told by its content. Enter by [`unpack`].

use std::borrow::Cow;

use super::draft::Raw;
use super::item::{Content, Item};
use super::{decode, feed, ghost, html, lexicon, mail, pile};
use crate::diag::Diagnostic;

/// The items of an input in their order, at least one. What they are is told by the bytes, never by
/// the name. An error says why the whole input cannot be imported, and what to do; what is wrong with
/// one item is told by `read`.
pub fn unpack<'a>(raw: &Raw<'a>) -> Result<Vec<Item<'a>>, Diagnostic> {
    let ours = |message: &str| {
        let help = "this is a fault of hebdo: please report it";
        Diagnostic::of_file(raw.name, message, help)
    };
    let lexicon = lexicon::embedded().map_err(ours)?;
    if feed::is_feed(raw.bytes) {
        return feed::items(raw, lexicon);
    }
    if ghost::is_export(raw.bytes) {
        return ghost::items(raw, lexicon);
    }
    if mail::is_archive(raw.bytes) {
        return Ok(vec![mail::page_of(raw)?]);
    }
    if mail::is_mail(raw.bytes) || mail::is_mailbox(raw.bytes) {
        return Ok(mail::items(raw, lexicon));
    }
    let bytes = Cow::Borrowed(raw.bytes);
    if html::is_page(raw.bytes) {
        return Ok(vec![Item::whole(raw, Content::Page(bytes, None))]);
    }
    let parts = decode::text(raw)
        .ok()
        .and_then(|text| pile::parts(&text, lexicon));
    Ok(match parts {
        Some(parts) => (1..)
            .zip(parts)
            .map(|(n, part)| Item::text_of(raw, n, part))
            .collect(),
        None => vec![Item::whole(raw, Content::Text(bytes))],
    })
}
