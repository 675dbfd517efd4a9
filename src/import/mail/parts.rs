//! Which of a mail's texts is the article, and what else it carries.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, Message, MessagePart, MimeHeaders, PartType};

use super::{flowed, nested, quoted, ruled};
use crate::import::lexicon::Lexicon;
use crate::import::links::redirect;
use crate::import::part::Words;
use crate::import::{html, words};

/// Attachments that the report lists.
const LISTED: usize = 12;

/// The HTML or the text, whichever holds more of the article.
pub(crate) fn article(message: &Message<'_>, lexicon: &Lexicon) -> Option<Words> {
    let (page, text) = (page(message), text(message));
    let count = |text: &str| words::words(text).count();
    let of_page = html::plain(&page).map_or(0, |plain| count(&plain));
    let of_text = count(&text);
    if of_page.max(of_text) == 0 {
        return None;
    }
    let is_page = of_page * 10 >= of_text * 8;
    Some(if is_page {
        Words::Html(page)
    } else {
        Words::Text(redirect::in_text(
            &ruled::marked(&quoted::freed(&text)),
            lexicon,
        ))
    })
}

/// The words of the mail itself, without what it carries.
pub(crate) fn plain(message: &Message<'_>) -> String {
    let text = text(message);
    let text = if text.trim().is_empty() {
        page(message)
    } else {
        text
    };
    html::plain(&text).unwrap_or_default()
}

/// Whether the line that ends a mail of several parts is missing.
pub(crate) fn breaks_off(message: &Message<'_>) -> bool {
    let kind = message.content_type();
    let boundary = kind.filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart"));
    let boundary = boundary.and_then(|kind| kind.attribute("boundary"));
    boundary.is_some_and(|boundary| {
        let end = format!("--{boundary}--");
        nested::count(&message.raw_message, end.as_bytes()) == 0
    })
}

fn page(message: &Message<'_>) -> String {
    let bodies: Vec<&MessagePart<'_>> = message.html_bodies().collect();
    let is_page = |part: &&&MessagePart<'_>| is_html(part);
    let own: String = bodies
        .iter()
        .filter(is_page)
        .map(|part| decoded(message, part))
        .collect();
    if own.is_empty() {
        let broken: Vec<&MessagePart<'_>> = broken(message).collect();
        return broken
            .iter()
            .filter(is_page)
            .map(|part| decoded(message, part))
            .collect();
    }
    own
}

fn text(message: &Message<'_>) -> String {
    let is_text =
        |part: &&MessagePart<'_>| matches!(part.body, PartType::Text(_)) && !is_html(part);
    let parts: Vec<&MessagePart<'_>> = message.text_bodies().filter(is_text).collect();
    let parts = if parts.is_empty() {
        broken(message).filter(is_text).collect()
    } else {
        parts
    };
    let texts = parts.iter().map(|part| unbroken(message, part));
    texts.collect::<Vec<_>>().join("\n")
}

/// Parts that break off, which the parser takes for attachments.
fn broken<'m>(message: &'m Message<'m>) -> impl Iterator<Item = &'m MessagePart<'m>> {
    let is_broken = |part: &&MessagePart<'_>| {
        part.is_encoding_problem
            && part.attachment_name().is_none()
            && matches!(part.body, PartType::Text(_) | PartType::Html(_))
            && part
                .content_type()
                .is_none_or(|kind| kind.ctype().eq_ignore_ascii_case("text"))
    };
    message.parts.iter().filter(is_broken)
}

pub(super) fn is_html(part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Html(_))
        || part.is_encoding_problem && part.is_content_type("text", "html")
}

/// The part's text with whole lines.
fn unbroken(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let text = decoded(message, part);
    let states = |name: &str, value: &str| {
        let stated = part.content_type().and_then(|kind| kind.attribute(name));
        stated.is_some_and(|stated| stated.eq_ignore_ascii_case(value))
    };
    if states("format", "flowed") {
        flowed::whole(&text, states("delsp", "yes"))
    } else {
        text
    }
}

/// The part's text; where it breaks off, or does not state its encoding, or not the right one, what
/// can be made of its bytes.
pub(super) fn decoded(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let text = part.text_contents().unwrap_or_default();
    let range = part.offset_body as usize..part.offset_end as usize;
    let is_whole = !part.is_encoding_problem && !text.contains('\u{fffd}');
    let Some(raw) = message.raw_message.get(range).filter(|_| !is_whole) else {
        return text.to_owned();
    };
    let stated = part
        .content_transfer_encoding()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let bytes = match stated.as_str() {
        "base64" => of_base64(raw),
        "quoted-printable" => quoted_printable_decode(raw),
        _ => Some(raw.to_vec()),
    };
    bytes.map_or_else(|| text.to_owned(), |bytes| html::decoded(&bytes))
}

/// The bytes of base64 that breaks off, up to there; none of what is no base64.
fn of_base64(raw: &[u8]) -> Option<Vec<u8>> {
    let is_sign = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let raw = raw.split(|b| *b == b'-').next().unwrap_or_default();
    let mut signs: Vec<u8> = raw
        .iter()
        .filter(|b| !b.is_ascii_whitespace())
        .copied()
        .collect();
    if !signs.iter().all(is_sign) {
        return Some(Vec::new());
    }
    signs.truncate(signs.len() / 4 * 4);
    base64_decode(&signs)
}

/// What came with the mail and is not imported, by name; pictures that the text shows are none.
pub(crate) fn attachments(message: &Message<'_>) -> Vec<String> {
    let named: Vec<String> = message.attachments().filter_map(attachment).collect();
    let more = named.len().saturating_sub(LISTED);
    let mut list: Vec<String> = named.into_iter().take(LISTED).collect();
    if more > 0 {
        list.push(format!("{more} more attachments, not imported"));
    }
    list
}

fn attachment(part: &MessagePart<'_>) -> Option<String> {
    let kind = part.content_type();
    let is_message = matches!(part.body, PartType::Message(_));
    let is_shown = part.content_id().is_some()
        && kind.is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    let is_broken_text = part.is_encoding_problem && part.attachment_name().is_none();
    if is_message || is_shown || is_broken_text {
        return None;
    }
    let name = part.attachment_name().and_then(html::one_line);
    let name = name.unwrap_or_else(|| "without a name".to_owned());
    let kind = kind.map_or(String::new(), |kind| format!(" ({})", shown(kind)));
    Some(format!("attachment, not imported: {name}{kind}"))
}

fn shown(kind: &ContentType<'_>) -> String {
    match kind.subtype() {
        Some(subtype) => format!("{}/{subtype}", kind.ctype()),
        None => kind.ctype().to_owned(),
    }
}
