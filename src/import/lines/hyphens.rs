//! Words that a line's end broke in two (`obser-` ⏎ `vatoire`). Enter by [`heal`].

use std::borrow::Cow;

use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// The text with each broken word whole on the line where it begins; lines stay what they are.
pub(crate) fn heal<'t>(text: &'t str, lexicon: &Lexicon) -> Cow<'t, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    if !lines
        .windows(2)
        .any(|pair| broken(pair[0], pair[1]).is_some())
    {
        return Cow::Borrowed(text);
    }
    let mut healed: Vec<Cow<'_, str>> = lines.into_iter().map(Cow::Borrowed).collect();
    for i in 1..healed.len() {
        let Some((start, end)) = broken(&healed[i - 1], &healed[i]) else {
            continue;
        };
        let before = &healed[i - 1].trim_end()[..start];
        let hyphen = if keeps_hyphen(before, &healed[i][..end], lexicon) {
            "-"
        } else {
            ""
        };
        let whole = format!("{before}{hyphen}{}", &healed[i][..end]);
        let rest = healed[i][end..].trim_start().to_owned();
        healed[i - 1] = Cow::Owned(whole);
        healed[i] = Cow::Owned(rest);
    }
    Cow::Owned(healed.join("\n"))
}

/// Where the hyphen stands in the first line, and where the word's rest ends in the second, which
/// goes on after it.
fn broken(line: &str, next: &str) -> Option<(usize, usize)> {
    let line = line.trim_end();
    let start = line.strip_suffix(['-', '\u{ad}', '‐'])?.len();
    let letters = |c: char| !c.is_alphabetic();
    let end = next
        .find(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '’' | '\''))
        .unwrap_or(next.len());
    let is_word = line[..start].ends_with(char::is_alphabetic)
        && !line[..start]
            .split_whitespace()
            .next_back()?
            .contains(letters)
        && next.starts_with(char::is_lowercase);
    let sign = next[end..]
        .find(char::is_whitespace)
        .unwrap_or(next.len() - end);
    let goes_on = words::count(&next[end + sign..], 1) == 1;
    (is_word && goes_on && words::count(line, 3) >= 3).then_some((start, end + sign))
}

/// `celui-` ⏎ `ci`, `non-` ⏎ `lieu`: a hyphen of the word itself.
fn keeps_hyphen(before: &str, rest: &str, lexicon: &Lexicon) -> bool {
    let first = words::fold(before.split_whitespace().next_back().unwrap_or_default());
    let last = words::label(rest);
    lexicon[List::HyphenAfter].has(&first) || lexicon[List::HyphenBefore].has(&last)
}
