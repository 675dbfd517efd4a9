//! Which of a mail's texts is the article, and what else it carries.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::{flowed, quoted};
use crate::import::lexicon::Lexicon;
use crate::import::part::Words;
use crate::import::{html, redirect, words};

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
        Words::Text(redirect::in_text(&quoted::freed(&text), lexicon))
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

fn page(message: &Message<'_>) -> String {
    let parts = message
        .html_bodies()
        .filter(|part| matches!(part.body, PartType::Html(_)));
    parts.map(|part| decoded(message, part)).collect()
}

fn text(message: &Message<'_>) -> String {
    let parts = message
        .text_bodies()
        .filter(|part| matches!(part.body, PartType::Text(_)));
    let parts = parts.map(|part| {
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
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// The part's text; where it does not state its encoding, or not the right one, a guess.
fn decoded(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let text = part.text_contents().unwrap_or_default();
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = message
        .raw_message
        .get(range)
        .filter(|_| text.contains('\u{fffd}'));
    let bytes = raw.and_then(|raw| match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    });
    bytes.map_or_else(|| text.to_owned(), |bytes| html::decoded(&bytes))
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
    if is_message || is_shown {
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
