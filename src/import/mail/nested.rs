//! Mails that another mail carries as attachments (`message/rfc822`, digests of a list): they are the
//! articles, and the mail around them is a covering note. Enter by [`mails`].

use std::borrow::Cow;

use mail_parser::{Encoding, Message, MessageParser, MessagePart, PartType};

use super::parts;
use crate::import::words;

/// A mail that carries more is refused by `read`, not unpacked.
const MOST: usize = 100;
/// Mails within mails.
const DEEPEST: usize = 4;
/// A covering note has fewer words than an article.
const NOTE: usize = 80;

/// A mail's bytes, and what to tell of the mail around it.
pub(crate) struct Found<'a> {
    pub(crate) bytes: Cow<'a, [u8]>,
    pub(crate) noted: Vec<String>,
}

/// The mail, or those that it carries; both where its own text is more than a note.
pub(crate) fn mails(bytes: Cow<'_, [u8]>) -> Vec<Found<'_>> {
    deeper(bytes, DEEPEST)
}

fn deeper(bytes: Cow<'_, [u8]>, depth: usize) -> Vec<Found<'_>> {
    let carried = if depth == 0 { None } else { carried(&bytes) };
    let Some((inner, note)) = carried else {
        return vec![Found {
            bytes,
            noted: Vec::new(),
        }];
    };
    let is_article = !words::at_most(&note, NOTE);
    let mut found = Vec::new();
    let inner = inner.into_iter().map(Cow::Owned);
    let inner = inner.flat_map(|mail| deeper(mail, depth - 1));
    let mut inner: Vec<Found<'_>> = inner.map(owned).collect();
    if is_article {
        found.push(Found {
            bytes,
            noted: Vec::new(),
        });
    } else if let (Some(first), true) = (inner.first_mut(), words::count(&note, 1) > 0) {
        first
            .noted
            .push(format!("the mail around it says: « {} »", note.trim()));
    }
    found.extend(inner);
    found
}

fn owned<'a>(found: Found<'_>) -> Found<'a> {
    Found {
        bytes: Cow::Owned(found.bytes.into_owned()),
        noted: found.noted,
    }
}

/// The mails that a mail carries, with the words of its own; none where it carries none.
fn carried(bytes: &[u8]) -> Option<(Vec<Vec<u8>>, String)> {
    let count = count(bytes, b"message/rfc822") + count(bytes, b"multipart/digest");
    if !(1..=MOST).contains(&count) || self::count(bytes, b"boundary=") > super::MOST_PARTS {
        return None;
    }
    let message = MessageParser::default().parse(bytes)?;
    let parts = message
        .attachments
        .iter()
        .filter_map(|id| message.parts.get(*id as usize));
    let inner: Vec<Vec<u8>> = parts.filter_map(|part| inside(&message, part)).collect();
    let note = parts::plain(&message);
    (!inner.is_empty()).then_some((inner, note))
}

/// The bytes of a mail that stands in a part.
fn inside(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let PartType::Message(inner) = &part.body else {
        return None;
    };
    if part.encoding == Encoding::None {
        let range = part.offset_body as usize..part.offset_end as usize;
        return message.raw_message.get(range).map(<[u8]>::to_vec);
    }
    Some(inner.raw_message.to_vec())
}

/// What follows a mail's head.
pub(crate) fn body(bytes: &[u8]) -> &[u8] {
    let mut at = 0;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        at += line.len();
        if line.trim_ascii().is_empty() && at > line.len() {
            return &bytes[at..];
        }
    }
    &[]
}

/// How often the word stands in the bytes, in whatever case.
pub(crate) fn count(bytes: &[u8], word: &[u8]) -> usize {
    let first = word[0].to_ascii_lowercase();
    let starts = bytes
        .iter()
        .enumerate()
        .filter(|(_, b)| b.to_ascii_lowercase() == first);
    let is_word = |at: usize| {
        let own = bytes.get(at..at + word.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(word))
    };
    starts.filter(|(at, _)| is_word(*at)).count()
}
