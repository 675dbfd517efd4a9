//! The text of a mail's line as its reader sees it. Enter by [`shown`].

use crate::import::words;

/// Blocks among which stands what a mail says above its text.
pub(crate) const TOP: usize = 6;

/// The words that a block shows, folded: links and images without their addresses.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        out.push_str(before);
        out.push(' ');
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    words::fold(&out.replace(['[', ']', '!', '*', '\\', '|', '·', '•'], " "))
}
