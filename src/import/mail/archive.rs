//! A web page that a browser saved in the form of a mail (MHTML, RFC 2557): its HTML beside its
//! pictures. Enter by [`is_archive`], then [`page_of`].

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders};

use super::{kind, nested, parts};
use crate::diag::Diagnostic;
use crate::import::draft::Raw;
use crate::import::item::{Content, Item};

/// Heads that a mail gets on its way, and no page has.
const SENT: &[&str] = &[
    "to",
    "cc",
    "received",
    "message-id",
    "delivered-to",
    "return-path",
    "reply-to",
    "list-id",
];

/// Whether the bytes begin with the head of a saved page: several related parts or one page, with the
/// page's address or the browser's mark, and sent to nobody.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    if !kind::is_mail(bytes) {
        return false;
    }
    let start = kind::start(bytes).to_ascii_lowercase();
    let lines = start.lines().take_while(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.take(400).collect();
    let names: Vec<String> = lines.iter().filter_map(|line| kind::name(line)).collect();
    let says = |start: &str, what: &str| {
        let own = lines.iter().filter(|line| line.starts_with(start));
        own.into_iter().any(|line| line.contains(what))
    };
    let has = |name: &str| names.iter().any(|own| own == name);
    let is_related = says("content-type:", "multipart/related");
    let is_page = is_related || says("content-type:", "text/html");
    let is_marked = has("snapshot-content-location") || has("content-location");
    let is_saved = is_marked || is_related && says("from:", "saved by");
    is_page && is_saved && !names.iter().any(|name| SENT.contains(&name.as_str()))
}

/// The page in it, with the address at which it was found; an error where it holds none.
pub(crate) fn page_of<'a>(raw: &Raw<'a>) -> Result<Item<'a>, Diagnostic> {
    let fail = |message: &str| {
        let help = "save the page again, as « web page, complete » or as HTML only";
        Diagnostic::of_file(raw.name, message, help)
    };
    if nested::is_bottomless(raw.bytes) {
        return Err(fail("this saved page has parts within parts without end"));
    }
    let message = MessageParser::default().parse(raw.bytes);
    let message = message.ok_or_else(|| fail("this saved page cannot be read: it has no head"))?;
    let page = message.parts.iter().find(|part| parts::is_html(part));
    let page = page.ok_or_else(|| fail("this saved page holds no HTML"))?;
    let found_at = address(&message, page);
    let text = parts::decoded(&message, page);
    let content = Content::Page(Cow::Owned(text.into_bytes()), found_at);
    Ok(Item::whole(raw, content))
}

/// The page's address: as the browser states it for the whole, else for its own part.
fn address(message: &Message<'_>, page: &MessagePart<'_>) -> Option<String> {
    let stated = message.header_raw("Snapshot-Content-Location");
    let own = page.content_location();
    let found = stated.or(own).or_else(|| message.content_location())?;
    let found = found.trim();
    let is_web = ["http://", "https://"].iter().any(|s| found.starts_with(s));
    is_web.then(|| found.to_owned())
}
