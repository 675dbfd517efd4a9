//! A feed's bytes to text without XML declarations. Enter by [`text`]. The parser aborts on one that names
//! another encoding and does not end among the first 64 bytes, so none is left to it.

use encoding_rs::{Encoding, UTF_8};

use crate::import::html;

/// The text in the encoding that its declaration states, else in UTF-8, else in the one that its bytes
/// are like.
pub(crate) fn text(bytes: &[u8]) -> String {
    let text = match (stated(bytes), std::str::from_utf8(bytes)) {
        (Some(encoding), _) => encoding.decode(bytes).0.into_owned(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => html::decoded(bytes),
    };
    without_declarations(&text)
}

/// Another encoding than UTF-8 in which these bytes can be written: UTF-16 would not show its name.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_ascii_lowercase();
    let after = start.strip_prefix("<?xml")?.split_once("encoding")?.1;
    let label = after.split(['"', '\'']).nth(1)?;
    Encoding::for_label(label.as_bytes()).filter(|e| *e != UTF_8 && e.is_ascii_compatible())
}

/// The text with its declarations left out; in `CDATA` and comments they are words.
fn without_declarations(text: &str) -> String {
    const PARTS: [(&str, &str); 3] = [("<?xml", "?>"), ("<![CDATA[", "]]>"), ("<!--", "-->")];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let part = PARTS.iter().find(|(open, _)| rest.starts_with(open));
        let end = part.and_then(|(_, close)| Some(rest.find(close)? + close.len()));
        let is_declaration = end.is_some() && part == Some(&PARTS[0]);
        let (own, after) = rest.split_at(end.unwrap_or(1));
        out.push_str(if is_declaration { "" } else { own });
        rest = after;
    }
    out + rest
}
