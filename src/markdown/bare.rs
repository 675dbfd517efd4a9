//! Texts without Markdown: the points and names that a site has by the thousand need not be parsed.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The events of a text that is one line of words, without a sign that means something to Markdown; none of
/// another one, which is to be parsed.
pub(super) fn paragraph(text: &str) -> Option<Vec<Event<'_>>> {
    is_line(text).then(|| {
        vec![
            Event::Start(Tag::Paragraph),
            Event::Text(CowStr::Borrowed(text)),
            Event::End(TagEnd::Paragraph),
        ]
    })
}

/// Whether a text is one line of words, without a sign that means something to Markdown.
pub(super) fn is_line(text: &str) -> bool {
    let is_words = text.starts_with(char::is_alphabetic) && !text.ends_with(' ');
    is_words && !text.bytes().any(is_sign)
}

/// Whether a byte means something to Markdown inside a line.
fn is_sign(byte: u8) -> bool {
    let is_mark = matches!(
        byte,
        b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'&' | b'~' | b'|'
    );
    is_mark || byte.is_ascii_control()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Parser, TextMergeStream};

    use super::super::document::OPTIONS;
    use super::paragraph;

    proptest! {
        #[test]
        fn a_parser_finds_the_same(text in "[a-zéA-Z0-9 .,:;!?#+=()\"'«»\u{a0}/@{}$^%*_`<>&~|\\[\\]\\\\\n-]{1,24}") {
            let parsed = TextMergeStream::new(Parser::new_ext(&text, OPTIONS)).collect::<Vec<_>>();
            if let Some(events) = paragraph(&text) {
                prop_assert_eq!(events, parsed);
            }
        }
    }

    #[test]
    fn words_are_bare_and_markup_is_not() {
        assert!(paragraph("Les élus, eux, « attendent » : 5 000 € à la page 3 !").is_some());
        for text in [
            "- un",
            "1. un",
            "un *mot*",
            "un\ndeux",
            "a ",
            "",
            "l&apos;un",
        ] {
            assert!(paragraph(text).is_none(), "{text}");
        }
    }
}
