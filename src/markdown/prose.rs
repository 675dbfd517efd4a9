//! The beginning of a text that is plain prose: it need not be parsed to know that no section there is data.

use memchr::{memchr, memmem};

use super::bare;
use crate::locale::LONGEST_NAME;

/// The byte at which what may be data begins: all blocks before it are paragraphs too long for a name, and
/// headings that `is_wanted` does not accept. What follows means what it would mean at the start of a text.
pub(super) fn end(text: &str, is_wanted: impl Fn(&str) -> bool) -> usize {
    let mut end = 0;
    while let Some(length) = memmem::find(&text.as_bytes()[end..], b"\n\n") {
        let block = text[end..end + length].trim_start_matches('\n');
        if !(block.is_empty() || is_paragraph(block) || is_other_heading(block, &is_wanted)) {
            break;
        }
        end += length + 2;
    }
    end
}

/// Whether a block is a paragraph, and too long for a name: a line that begins with a letter opens nothing.
fn is_paragraph(block: &str) -> bool {
    let is_words = |line: &str| line.starts_with(|c: char| c.is_alphabetic() || c == '«');
    block.split('\n').all(is_words) && memchr(b'\r', block.as_bytes()).is_none() && is_long(block)
}

/// Whether a paragraph has more words than a name, whatever its signs mean: what stands between brackets
/// may be an address, and counts for nothing.
fn is_long(block: &str) -> bool {
    let (mut letters, mut depth) = (0, 0_usize);
    for byte in block.bytes() {
        match byte {
            b'<' | b'&' => return false,               // HTML
            b'"' | b'\'' if depth > 0 => return false, // a link's title may hold brackets of its own
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => letters += usize::from(depth == 0 && byte.is_ascii_alphanumeric()),
        }
        if letters > LONGEST_NAME {
            return true;
        }
    }
    false
}

/// Whether a block is a heading of one line, of words alone, that is not wanted.
fn is_other_heading(block: &str, is_wanted: impl Fn(&str) -> bool) -> bool {
    let words = block.trim_start_matches('#');
    let level = block.len() - words.len();
    let name = words.trim_matches(' ');
    let is_heading = (1..=6).contains(&level) && words.starts_with(' ');
    is_heading && bare::is_line(name) && !name.contains('#') && !is_wanted(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::outline::extract_list;
    use super::end;
    use crate::locale::LONGEST_NAME;

    /// A paragraph of so many letters.
    fn long(words: &str) -> String {
        format!("{words} {}", "mot ".repeat(LONGEST_NAME / 3 + 1))
    }

    #[test]
    fn prose_ends_where_data_may_begin() {
        let is_x = |name: &str| name == "X";
        let prose = format!(
            "{}\n\n## Y\n\n{}\nDe *même*.\n\n",
            long("Un"),
            long("« Deux » ([a](b))")
        );
        for rest in [
            "## X\n\n- a\n",
            "Court.\n\nb",
            "- a\n\nb",
            "## *Y*\n\nb",
            "```\n\nb",
            "[a]: b\n\nb",
            "<b>\n\nc",
        ] {
            assert_eq!(end(&format!("{prose}{rest}"), is_x), prose.len(), "{rest}");
        }
        for first in [
            long("<!-- a"),
            long("a\n==="),
            long("a\r- b"),
            long("    a"),
            long("1. a"),
            format!("X [a](b \"{})\")", long("c)")),
            format!("X [a]({})", long("b")),
            format!("X <b title={}>", "a".repeat(2 * LONGEST_NAME)),
            format!("X{}", "&nbsp;".repeat(LONGEST_NAME)),
        ] {
            assert_eq!(end(&format!("{first}\n\nb"), is_x), 0, "{first}");
        }
    }

    proptest! {
        #[test]
        fn sections_are_found_as_in_the_whole_text(
            blocks in prop::collection::vec((0..14_usize, "[a-cé \"'\\[\\]()<>&#=`*\n-]{0,12}"), 0..8),
        ) {
            let open = ["", "", "# ", "## X", "- ", "X", "```\n", "> ", "[a]: b", "[^a]: ", "<b>", "\n", "    ", "| a |\n|--|\n"];
            let texts = blocks.iter().map(|(kind, signs)| match kind {
                0 | 1 => long(signs.trim_start()),
                kind => format!("{}{signs}", open[*kind]),
            });
            let text = texts.collect::<Vec<_>>().join("\n\n");
            let is_x = |name: &str| name.trim() == "X";
            // A wanted name is never passed over; where all are looked at, nothing is.
            let whole = format!("<!-- -->\n\n{text}");
            let (found, all) = (extract_list(&text, is_x), extract_list(&whole, is_x));
            prop_assert_eq!(found.items, all.items);
            prop_assert_eq!(found.rest, all.rest.trim_start_matches("<!-- -->").trim());
        }
    }
}
