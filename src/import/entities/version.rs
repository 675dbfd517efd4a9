//! What follows a model's name and is a part of it: `GPT-5.2`, `Claude Opus 4.5`, `Gemini 3 Pro`.

use super::folded::fold;
use super::known::Known;

/// Signs between a name and its version, and between a version's words.
const BETWEEN: [char; 5] = [' ', '\u{a0}', '\u{202f}', '-', '\u{2011}'];

/// How many bytes after a name belong to it as its version; 0 where none follows.
pub(crate) fn length(rest: &str, known: &Known) -> usize {
    let (mut at, mut end, mut is_numbered) = (0, 0, false);
    for _ in 0..4 {
        let Some(token) = token(&rest[at..]) else {
            break;
        };
        let after = &rest[at + 1 + token.len()..];
        let is_number = !is_numbered && is_number(token) && !counts(after, known);
        let is_word =
            token.starts_with(char::is_uppercase) && known.version_words.contains(&fold(token));
        if !is_number && !is_word {
            break;
        }
        is_numbered |= is_number;
        at = rest.len() - after.len();
        if is_numbered {
            end = at;
        }
    }
    end
}

/// The next word after one sign that may stand between.
fn token(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix(BETWEEN)?;
    if rest.len() - inside.len() != 1 {
        return None; // a wide space: the places below count bytes
    }
    let end = inside
        .find(|c: char| !c.is_alphanumeric() && c != '.')
        .unwrap_or(inside.len());
    Some(inside[..end].trim_end_matches('.')).filter(|token| !token.is_empty())
}

/// `4`, `5.2`, `4o`, `V4`, `R1`: at most two digits before the point.
fn is_number(token: &str) -> bool {
    let digits = token
        .strip_prefix(['v', 'V', 'r', 'R', 'k', 'K'])
        .unwrap_or(token);
    let digits = digits.strip_suffix(char::is_lowercase).unwrap_or(digits);
    let mut groups = digits.split('.');
    let is_group = |g: &str| !g.is_empty() && g.len() <= 2 && g.bytes().all(|b| b.is_ascii_digit());
    groups.by_ref().take(3).all(is_group) && groups.next().is_none()
}

/// Whether what follows a number makes it a count of something: `2 millions`, `16 000`, `3,5`.
fn counts(after: &str, known: &Known) -> bool {
    let mut signs = after.chars();
    let is_decimal = signs.next() == Some(',') && signs.next().is_some_and(|c| c.is_ascii_digit());
    let word = after.split_whitespace().next().unwrap_or_default();
    let is_unit = || {
        let word = word.trim_matches(|c: char| ",.;:!?)»".contains(c));
        word.starts_with(|c: char| c.is_ascii_digit()) || known.units.contains(&fold(word))
    };
    is_decimal
        || after.starts_with(char::is_whitespace) && is_unit()
        || after.starts_with(['%', '€', '$'])
}

#[cfg(test)]
mod tests {
    use super::super::known::embedded;
    use super::*;

    #[test]
    fn a_version_is_no_count() {
        let known = embedded().unwrap();
        for (rest, version) in [
            ("-5.2 domine", "-5.2"),
            (" Opus 4.5, qui", " Opus 4.5"),
            (" 3 Pro.", " 3 Pro"),
            (" V4 surpasse", " V4"),
            (" 2. Voici", " 2"),
            ("-4o et", "-4o"),
            (" 2 millions d'utilisateurs", ""),
            (" 16 000 postes", ""),
            (" 3,5 fois", ""),
            (" 2026", ""),
            (" Pro", ""),
            (" et", ""),
        ] {
            assert_eq!(&rest[..length(rest, known)], version, "{rest}");
        }
    }
}
