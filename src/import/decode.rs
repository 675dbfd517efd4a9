//! Bytes to text: UTF-8 or UTF-16 by its byte-order mark, UTF-8 without one, else one of the old
//! encodings of one byte a letter; NFC, line breaks `\n`, without what a program left in its answer.

use std::borrow::Cow;

use encoding_rs::Encoding;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::draft::Raw;
use super::html::charset;
use super::words;
use crate::diag::Diagnostic;

/// The text of a raw file, or why it is none and what to do.
pub(crate) fn text(raw: &Raw<'_>) -> Result<String, Diagnostic> {
    let fail = |message: &str, help: &str| Diagnostic::of_file(raw.name, message, help);
    let bytes = unicode(raw.bytes);
    let bytes = bytes.as_ref();
    if bytes.contains(&0) {
        return Err(fail(
            "this is not a text: it has NUL bytes",
            "save it as plain text in UTF-8 (an image, a PDF, a Word file or UTF-16 cannot be read)",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|b| *b == b'\n').count();
        fail(
            &format!("this is not UTF-8: line {line} has a byte that UTF-8 does not allow"),
            "save it again with the encoding UTF-8",
        )
    })?;
    if !text.chars().any(char::is_alphanumeric) {
        return Err(fail(
            "there is nothing to import: the text is empty",
            "check that the article was saved in this file",
        ));
    }
    Ok(normal(text))
}

/// The bytes in UTF-8 without a byte-order mark, where they are in another encoding for sure; else as
/// they are. Bytes that are UTF-8 in places and no UTF-8 in others are left for the error to tell.
fn unicode(bytes: &[u8]) -> Cow<'_, [u8]> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if is_one_byte(bytes) => charset::guess(bytes),
        None => return Cow::Borrowed(bytes),
    };
    let (text, is_broken) = encoding.decode_with_bom_removal(bytes);
    if is_broken {
        return Cow::Borrowed(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// Whether no letter beyond ASCII is written as UTF-8 does, and some are there.
fn is_one_byte(bytes: &[u8]) -> bool {
    let has_invalid = std::str::from_utf8(bytes).is_err();
    has_invalid && !bytes.contains(&0) && bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
}

fn normal(text: &str) -> String {
    let breaks = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let plain = without_references(&breaks);
    if is_nfc(&plain) {
        plain.into_owned()
    } else {
        plain.nfc().collect()
    }
}

/// A text without the references that a program that answers leaves in a copy of its answer
/// (`:contentReference[oaicite:5]{index=5}`, `【4†source】`): they lead nowhere.
fn without_references(text: &str) -> Cow<'_, str> {
    let text = without(Cow::Borrowed(text), ":contentReference[", "oaicite", "}");
    without(text, "【", "†", "】")
}

/// A text without what begins and ends so on one line, and has a sign inside.
fn without<'t>(text: Cow<'t, str>, start: &str, inside: &str, end: &str) -> Cow<'t, str> {
    if !text.contains(start) {
        return text;
    }
    let mut parts = text.split(start);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mark = words::head(part, LONGEST).split_once(end);
        match mark.filter(|(mark, _)| mark.contains(inside) && !mark.contains('\n')) {
            Some((mark, _)) => plain.push_str(&part[mark.len() + end.len()..]),
            None => plain.extend([start, part]),
        }
    }
    Cow::Owned(plain)
}

/// How many bytes such a reference has at most.
const LONGEST: usize = 80;
