//! Whether bytes are a web page, by their beginning.

/// Whether the bytes begin as a web page does, after a byte-order mark, spaces and comments.
pub(crate) fn is_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]).to_ascii_lowercase();
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
    is_utf16_page(bytes)
        || [
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<article",
            "<main",
        ]
        .iter()
        .any(|t| is_tag(t))
}

/// UTF-16 with its mark, then `<`.
fn is_utf16_page(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe<\0") || bytes.starts_with(b"\xfe\xff\0<")
}
