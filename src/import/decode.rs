//! Bytes to text: UTF-8 with or without byte-order mark, NFC, line breaks `\n`.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::draft::Raw;
use crate::diag::Diagnostic;

/// The text of a raw file, or why it is none and what to do.
pub(crate) fn text(raw: &Raw<'_>) -> Result<String, Diagnostic> {
    let fail = |message: &str, help: &str| Diagnostic::of_file(raw.name, message, help);
    let bytes = raw.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw.bytes);
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

fn normal(text: &str) -> String {
    let breaks = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    if is_nfc(&breaks) {
        breaks.into_owned()
    } else {
        breaks.nfc().collect()
    }
}
