//! Mails: one in a file, or many in a mailbox. Enter by [`items`], then [`read`] for each.
//!
//! 1. `kind`, `mbox`: is it a mail, are they several
//! 2. `nested`: mails that a mail only carries
//! 3. `envelope` (`sender`, `subject`): what the mail's head says
//! 4. `parts` (`flowed`, `quoted`, `ruled`): which of its texts is the article
//! 5. `layout` (`rows`): HTML that lays a mail out, made a page
//! 6. `margins` (`forward`, `letter`, `pictures`, `masthead`, `boxes`, `leads`, `online`; `shown`): what a mail puts around its article
//!
//! `archive`: a web page that a browser saved in the form of a mail (MHTML)

mod archive;
mod boxes;
mod envelope;
mod flowed;
mod forward;
mod kind;
mod layout;
mod leads;
mod letter;
mod margins;
mod masthead;
mod mbox;
mod nested;
mod online;
mod parts;
mod pictures;
mod quoted;
mod rows;
mod ruled;
mod sender;
mod shown;
mod subject;

pub(crate) use archive::{is_archive, page_of};
pub(crate) use kind::{is_mail, is_mailbox};

use std::borrow::Cow;

use mail_parser::{Message, MessageParser};

use super::draft::{Raw, hash};
use super::item::{Content, Item};
use super::lexicon::Lexicon;
use super::part::{Part, Ways};
use crate::diag::Diagnostic;
use nested::Found;

/// The mails that the bytes hold, each an item; mails that another one only carries stand in its place.
pub(crate) fn items<'a>(raw: &Raw<'a>, lexicon: &Lexicon) -> Vec<Item<'a>> {
    let mails = if is_mailbox(raw.bytes) {
        mbox::mails(raw.bytes)
    } else {
        vec![Cow::Borrowed(raw.bytes)]
    };
    let found: Vec<Found<'a>> = mails.into_iter().flat_map(nested::mails).collect();
    let is_one = found.len() == 1;
    let numbered = (1..).zip(found);
    numbered
        .map(|(number, found)| item(raw.name, (!is_one).then_some(number), found, lexicon))
        .collect()
}

fn item<'a>(name: &str, number: Option<usize>, found: Found<'a>, lexicon: &Lexicon) -> Item<'a> {
    let head = MessageParser::default().parse_headers(found.bytes.as_ref());
    Item {
        name: number.map_or(name.to_owned(), |n| format!("{name}#{n}")),
        number,
        title: head.as_ref().and_then(|head| subject::of(head, lexicon)),
        date: head.as_ref().and_then(|head| envelope::date(head, lexicon)),
        hash: own_hash(head.as_ref(), &found.bytes),
        content: Content::Mail(found.bytes, found.noted),
    }
}

/// The hash of the mail's identifier and its body, which are the same wherever it was delivered.
fn own_hash(head: Option<&Message<'_>>, bytes: &[u8]) -> String {
    let id = head.and_then(Message::message_id).unwrap_or_default();
    let mut own = id.as_bytes().to_vec();
    own.push(0);
    let body = nested::body(bytes).trim_ascii_end();
    own.extend(body.iter().filter(|byte| **byte != b'\r'));
    hash(&own)
}

/// A mail's words and what its head says, or why it cannot be read.
pub(crate) fn read(raw: &Raw<'_>, noted: &[String], lexicon: &Lexicon) -> Result<Part, Diagnostic> {
    let fail = |message: &str, help: &str| Diagnostic::of_file(raw.name, message, help);
    if nested::is_bottomless(raw.bytes) {
        let message = "this mail has parts within parts without end";
        return Err(fail(message, "no article is like that: paste its text"));
    }
    let message = MessageParser::default().parse(raw.bytes);
    let message = message.ok_or_else(|| {
        let message = "this mail cannot be read: it has no head";
        fail(message, "save it again from the mail program")
    })?;
    let mut facts = envelope::read(&message, lexicon);
    facts.noted.extend(parts::attachments(&message));
    facts.noted.extend_from_slice(noted);
    if parts::breaks_off(&message) {
        facts.todo.push("body: the mail breaks off".to_owned());
    }
    let words = parts::article(&message, lexicon).ok_or_else(|| {
        let message = "this mail has no text";
        fail(
            message,
            "what is attached to it is not imported: give the file itself",
        )
    })?;
    Ok(Part {
        words,
        facts,
        lang: None,
        ways: Ways {
            prepare: layout::flatten,
            first: margins::read,
        },
    })
}
