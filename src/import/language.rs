//! The language of a text, told by its letters.

use whatlang::{Detector, Info, Lang};

/// How much of a text is enough to tell.
const ENOUGH: usize = 20_000;

/// `fr` or `en`, where the text is long enough to tell.
pub(crate) fn of(text: &str) -> Option<&'static str> {
    detect(text).filter(Info::is_reliable).as_ref().map(code)
}

/// Whether the text might be in another language than this one, however short it is.
pub(crate) fn may_be_other(text: &str, lang: &str) -> bool {
    detect(text).is_some_and(|found| code(&found) != lang)
}

fn detect(text: &str) -> Option<Info> {
    let start = &text[..text.floor_char_boundary(ENOUGH)];
    Detector::with_allowlist(vec![Lang::Fra, Lang::Eng]).detect(start)
}

fn code(found: &Info) -> &'static str {
    match found.lang() {
        Lang::Fra => "fr",
        _ => "en",
    }
}
