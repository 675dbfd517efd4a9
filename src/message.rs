//! A mail as a message, as mail programs send it: RFC 5322 with MIME (RFC 2045 to 2047).
//!
//! Enter by [`write()`].

use mail_builder::MessageBuilder;
use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::url::URL;
use mail_builder::mime::{BodyPart, MimePart};

use crate::model::{Email, Mailbox, MessageHead};

/// Where the head of a message says for whom a reader's own part of an address is.
const RECIPIENT: &str = "{recipient}";

/// A message with the text first and the HTML last (`multipart/alternative`, RFC 2046, 5.1.4), both in
/// UTF-8 and quoted-printable; lines end with CRLF. `recipient` stands in place of `{recipient}` in the
/// addresses by which a reader leaves the list; none leaves it as it is. The same mail gives the same
/// bytes.
pub fn write(email: &Email, to: &Mailbox, recipient: Option<&str>) -> Vec<u8> {
    let head = &email.head;
    let personal = |text: &str| match recipient {
        Some(recipient) => text.replace(RECIPIENT, recipient),
        None => text.to_owned(),
    };
    let boundary = format!(
        "=_{}",
        head.message_id.split('@').next().unwrap_or_default()
    );
    let parts = vec![
        part("text/plain", &personal(&email.text)),
        part("text/html", &personal(&email.html)),
    ];
    let alternative = ContentType::new("multipart/alternative").attribute("boundary", boundary);
    let message = MessageBuilder::new()
        .from(address(&head.from))
        .reply_to(address(&head.reply_to))
        .to(address(to))
        .subject(email.subject.as_str())
        .date(head.date.as_second())
        .message_id(head.message_id.as_str())
        .header("List-Id", list_id(head))
        .header("List-Unsubscribe", leave(head, &personal))
        .header(
            "List-Unsubscribe-Post",
            Raw::new("List-Unsubscribe=One-Click"),
        )
        .body(MimePart::new(alternative, BodyPart::Multipart(parts)));
    let mut out = Vec::new();
    message.serialize(&mut out);
    out
}

fn address(mailbox: &Mailbox) -> Address<'_> {
    Address::new_address(mailbox.name.as_deref(), mailbox.address.as_str())
}

/// The list's name and identity (RFC 2919).
fn list_id(head: &MessageHead) -> Address<'_> {
    Address::new_address(Some(head.list_name.as_str()), head.list_id.as_str())
}

/// How a reader leaves: by a page, with one click (RFC 8058), or by a mail (RFC 2369).
fn leave(head: &MessageHead, personal: &impl Fn(&str) -> String) -> HeaderType<'static> {
    let page = personal(&head.unsubscribe.url);
    let mail = format!("mailto:{}", head.unsubscribe.mailto.address);
    URL::new_list([page, mail].into_iter()).into()
}

/// A text in quoted-printable (RFC 2045, 6.7): lines of at most 76 octets.
fn part<'a>(kind: &'static str, text: &str) -> MimePart<'a> {
    let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let encoded = quoted_printable::encode_to_str(crlf);
    MimePart::new(
        ContentType::new(kind).attribute("charset", "utf-8"),
        encoded,
    )
    .transfer_encoding("quoted-printable")
}
