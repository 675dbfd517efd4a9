//! The beginning of a line of facts: signs between its parts, and the phrase that tells what follows.

use super::phrases::Words;
use crate::import::words;

/// Signs between the parts.
pub(crate) fn trim(text: &str) -> &str {
    let is_ornament = |c: char| !c.is_ascii() && !c.is_alphanumeric() && !"«»“”‘’".contains(c);
    text.trim_start_matches(|c: char| {
        c.is_whitespace() || "▪•|·–—-/\\,;:()●■.*_".contains(c) || is_ornament(c)
    })
}

/// What follows the longest phrase with which the text begins.
pub(crate) fn after_cue<'t>(text: &'t str, cues: &Words) -> Option<&'t str> {
    let start = words::head(text, 80);
    let count = cues.beginning(&words::fold(start))?.chars().count();
    let mut folded = 0;
    let mut after_space = true;
    for (i, c) in start.char_indices() {
        if folded >= count {
            return Some(&text[i..]);
        }
        let is_space = c.is_whitespace();
        folded += match (is_space, after_space) {
            (true, true) => 0, // folding makes one space of many
            (true, false) => 1,
            (false, _) => words::fold(c.encode_utf8(&mut [0; 4])).chars().count(),
        };
        after_space = is_space;
    }
    Some(&text[start.len()..])
}
