//! Whether bytes are a web page, by their beginning.

use encoding_rs::Encoding;

/// Whether the bytes begin as a web page does, after a byte-order mark, spaces and comments.
pub(crate) fn is_page(bytes: &[u8]) -> bool {
    let start = start(bytes).to_ascii_lowercase();
    let mut rest = start.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    while let Some(after) = rest
        .strip_prefix("<!--")
        .and_then(|r| r.split_once("-->"))
        .or_else(|| rest.strip_prefix("<?xml").and_then(|r| r.split_once("?>")))
    {
        rest = after.1.trim_start();
    }
    let is_tag = |name: &str| {
        rest.strip_prefix(name)
            .is_some_and(|r| r.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()))
    };
    let starts = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<main",
    ];
    starts.iter().any(|start| is_tag(start))
}

/// The first signs, also of UTF-16 with its mark.
fn start(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(8192)];
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}
