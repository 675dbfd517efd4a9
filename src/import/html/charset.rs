//! A page's bytes to text: byte-order mark, else UTF-8, else what `<meta charset>` says, else a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;

/// The text of a page, in NFC.
pub(crate) fn text(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if Encoding::for_bom(bytes).is_none() => text.to_owned(),
        _ => encoding(bytes).decode(bytes).0.into_owned(),
    };
    text.replace('\0', "").nfc().collect()
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    // A page that says UTF-8 and is not is one of the old ones all the same.
    let said = || stated(bytes).filter(|encoding| *encoding != UTF_8);
    marked.or_else(said).unwrap_or_else(|| guess(bytes))
}

/// The encoding that the page's head states.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let (_, after) = start.split_once("charset=")?;
    let name = after.trim_start_matches(['"', '\'', ' ']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c))?;
    Encoding::for_label(&name.as_bytes()[..end])
}

/// The encoding of bytes that are no UTF-8, by their frequencies.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The two differ in signs that French pages take from the second one: quotes, dashes, the euro.
    if guess.name().starts_with("ISO-8859-1") {
        WINDOWS_1252
    } else {
        guess
    }
}
