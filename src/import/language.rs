//! The language of a text, told by its letters.

use whatlang::{Detector, Lang};

/// How much of a text is enough to tell.
const ENOUGH: usize = 20_000;

/// `fr` or `en`, where the text is long enough to tell.
pub(crate) fn of(text: &str) -> Option<&'static str> {
    let start = &text[..text.floor_char_boundary(ENOUGH)];
    let found = Detector::with_allowlist(vec![Lang::Fra, Lang::Eng]).detect(start)?;
    let code = match found.lang() {
        Lang::Fra => "fr",
        _ => "en",
    };
    found.is_reliable().then_some(code)
}
