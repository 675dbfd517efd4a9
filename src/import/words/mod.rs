//! What can be said of a line by its letters alone: folded words, its end, its beginning.

pub(super) mod escape;
pub(super) mod number;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, with straight apostrophes and single spaces: what the lexicon holds.
pub(crate) fn fold(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| {
            if matches!(c, '’' | 'ʼ' | '‘') {
                '\''
            } else {
                c
            }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A folded line without the signs around it: `👉 Pour les décideurs :` is `pour les decideurs`.
pub(crate) fn label(text: &str) -> String {
    fold(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The runs of letters and digits: what must not be lost.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// How many runs of letters stand between spaces; counting stops at `limit`.
pub(crate) fn count(text: &str, limit: usize) -> usize {
    text.split_whitespace()
        .filter(|token| token.chars().any(char::is_alphanumeric))
        .take(limit)
        .count()
}

/// Dashes between the parts of a line.
pub(crate) const DASHES: [&str; 3] = [" - ", " – ", " — "];

/// Whether a dash stands between parts of a line.
pub(crate) fn has_dash(text: &str) -> bool {
    DASHES.iter().any(|dash| text.contains(dash))
}

/// Whether a line is a rule: a run of one sign, as a divider is typed.
pub(crate) fn is_rule(line: &str) -> bool {
    const LEAST: usize = 6;
    let line = line.trim();
    let mut signs = ['-', '=', '_', '*'].into_iter();
    line.len() >= LEAST && signs.any(|sign| line.chars().all(|c| c == sign))
}

/// Whether a line has at most `limit` words.
pub(crate) fn at_most(text: &str, limit: usize) -> bool {
    count(text, limit + 1) <= limit
}

/// The last sign that tells how a line ends, seen through closing quotes and brackets and the numbers
/// of notes (`[1]`).
pub(crate) fn last_sign(text: &str) -> Option<char> {
    let mut text = text.trim_end();
    while let Some((before, figures)) = text.strip_suffix(']').and_then(|t| t.rsplit_once('['))
        && !figures.is_empty()
        && figures.bytes().all(|b| b.is_ascii_digit())
    {
        text = before.trim_end();
    }
    text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '»' | '”' | '"' | ')' | ']' | '’')
    })
    .chars()
    .next_back()
}

/// Whether a line ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    matches!(last_sign(text), Some('.' | '!' | '?' | '…'))
}

/// Whether a line ends with a sign after which it cannot be a heading.
pub(crate) fn is_closed(text: &str) -> bool {
    matches!(last_sign(text), Some('.' | '!' | '…' | ',' | ';'))
}

/// The first letter or digit.
pub(crate) fn first_letter(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_alphanumeric())
}

/// Whether the first letter is a small one.
pub(crate) fn starts_small(text: &str) -> bool {
    first_letter(text).is_some_and(char::is_lowercase)
}

/// Whether all letters are capitals, and there are several.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some()
        && text.chars().filter(|c| c.is_alphabetic()).nth(3).is_some()
        && letters.all(|c| !c.is_lowercase())
}

/// Whether a line is a sentence or more: it ends as one and is long enough to say something.
pub(crate) fn is_prose(text: &str) -> bool {
    let ends = ends_sentence(text) || text.trim_end().ends_with(':');
    (ends && count(text, 12) >= 12) || count(text, 30) >= 30
}

/// Whether a line is one question or one exclamation, as a title may be: no sentence ends within it but a label.
pub(crate) fn asks(text: &str) -> bool {
    let inner = text.trim_end_matches(['?', '!']).trim_end();
    let sentences = usize::from(text.ends_with('?'));
    inner.len() < text.len()
        && at_most(text, 25)
        && !inner.contains(['?', '!', ';'])
        && inner.matches(". ").count() <= sentences
}

/// The first `n` words, as they stand.
pub(crate) fn first_words(text: &str, n: usize) -> String {
    text.split_whitespace()
        .take(n)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The beginning of a text, at most `length` bytes of it.
pub(crate) fn head(text: &str, length: usize) -> &str {
    &text[..text.floor_char_boundary(length)]
}
