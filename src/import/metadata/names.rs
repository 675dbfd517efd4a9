//! Who wrote an article: the names of a byline, and what these people do. Enter by [`names`].

use crate::import::block::Block;
use crate::import::dates;
use crate::import::lexicon::cue::{after_cue, trim};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// The names with which the text begins (`Léa Martin et Jean de Broglie`), and what follows them.
pub(crate) fn names<'t>(text: &'t str, lexicon: &Lexicon) -> (Vec<String>, &'t str) {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((name, after)) = name(rest, lexicon) {
        names.push(name.to_owned());
        rest = after;
        let trimmed = after.trim_start_matches([' ', ',']);
        let linked =
            after_cue(trimmed, &lexicon[List::NameLinks]).or_else(|| trimmed.strip_prefix('&'));
        let next = linked.or((trimmed.len() < after.trim_start().len()).then_some(trimmed));
        match next.map(str::trim_start) {
            Some(next) if self::name(next, lexicon).is_some() => rest = next,
            _ => break,
        }
    }
    (names, rest)
}

/// `, associée, et Jean Martin`: what the one is who was named before, and the text of the next name.
pub(crate) fn role_between<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, &'t str)> {
    let (role, after) = text.strip_prefix(',')?.split_once(',')?;
    let is_small = |word: &str| !word.starts_with(char::is_uppercase);
    let is_role = words::at_most(role, 6)
        && words::count(role, 1) == 1
        && role.split_whitespace().all(is_small);
    let linked = after_cue(after.trim_start(), &lexicon[List::NameLinks])?.trim_start();
    (is_role && name(linked, lexicon).is_some()).then_some((role.trim(), linked))
}

/// `Léa Martin, associée, Lyon | Jean Roux, avocat, Metz`, `Léa Martin (associée), Jean Roux (avocat)`: each
/// person, and what is said of them.
pub(crate) fn each_apart<'t>(text: &'t str, lexicon: &Lexicon) -> Option<Vec<(&'t str, &'t str)>> {
    let person = |part: &'t str| {
        let part = part.trim();
        let (found, role) = part.split_once(" (").or_else(|| part.split_once(", "))?;
        let (own, rest) = name(found, lexicon)?;
        let is_whole = rest.is_empty() && words::count(own, 2) == 2;
        let is_role = words::at_most(role, 6) && !role.contains(|c: char| c.is_ascii_digit());
        (is_whole && is_role).then_some((own, role.trim()))
    };
    [" | ", "; ", "), ", ") et ", ") and "]
        .iter()
        .find_map(|sign| {
            let people = text.trim_end_matches(')').split(sign).map(person);
            let people = people.collect::<Option<Vec<_>>>();
            people.filter(|people| people.len() >= 2)
        })
}

/// One name: two to five words with a capital letter each (one is enough before the line's end).
fn name<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, &'t str)> {
    let text = without_civility(text);
    let mut end = 0;
    for token in text.split_whitespace().take(5) {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        let word = token.trim_end_matches([',', ';', ':', ')']);
        let is_first = end > 0 || word.starts_with(char::is_uppercase);
        let is_name = is_first && is_name_word(word)
            || (end > 0 && lexicon[List::NameParticles].has(&words::fold(word)));
        if !is_name {
            break;
        }
        if is_name_word(word) {
            end = start + word.len();
        }
        if word.len() < token.len() {
            break;
        }
    }
    let name = &text[..end];
    let last = name.split_whitespace().next_back()?;
    let is_role = |word: &str| lexicon[List::Roles].has(&words::fold(word));
    let is_person = is_name_word(last) && !name.split_whitespace().any(is_role);
    is_person.then_some((name, &text[end..]))
}

/// What people are called before their names.
pub(crate) const CIVILITIES: [&str; 9] =
    ["M", "MM", "Mme", "Mmes", "Mlle", "Mr", "Mrs", "Ms", "Dr"];

/// `Mme Léa Martin` without what she is called.
fn without_civility(text: &str) -> &str {
    let (first, rest) = text.split_once([' ', '\u{a0}']).unwrap_or((text, ""));
    let is_civility = CIVILITIES.contains(&first.trim_end_matches('.'));
    if is_civility { rest.trim_start() } else { text }
}

/// Whether a word may stand in a person's name.
pub(crate) fn is_name_word(word: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.');
    let own = word
        .strip_prefix('d')
        .and_then(|rest| rest.strip_prefix(['’', '\'']));
    own.unwrap_or(word).starts_with(char::is_uppercase) && word.chars().all(letters)
}

/// Where the author writes from (`, à Brévan`), and what follows.
pub(crate) fn place<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, &'t str)> {
    let rest = text.trim_start_matches([',', ' ', '(']);
    let after = after_cue(rest, &lexicon[List::DateLinks])?.trim_start();
    let (name, end) = name(after, lexicon)?;
    let is_end = end
        .trim_start_matches([')', ' ', '.'])
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric());
    is_end.then(|| (name, end.trim_start_matches(')')))
}

/// What the author is (`, président de Caravelle`), as far as the line's end or a date.
pub(crate) fn role<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let role = text.strip_prefix(',')?.trim();
    let is_small = words::at_most(role, 5)
        && role
            .split_whitespace()
            .all(|w| w.starts_with(char::is_lowercase))
        && !role.contains(|c: char| c.is_ascii_digit());
    let is_said = words::count(role, 1) == 1 && (is_small || is_role(role, lexicon));
    if !is_said || words::ends_sentence(role) {
        return None;
    }
    let mut ends = role.match_indices([',', '|', '▪', '·', '–', '—']);
    let date = ends.find(|(end, _)| dates::at_start(trim(&role[*end..]), lexicon).is_some());
    Some(date.map_or(role, |(end, _)| role[..end].trim_end()))
}

/// Whether words say what somebody does: within the first few, and no sentence.
pub(crate) fn is_role(text: &str, lexicon: &Lexicon) -> bool {
    const FIRST: usize = 3;
    const LONGEST: usize = 14;
    let folded = words::fold(&words::first_words(text, FIRST));
    words::at_most(text, LONGEST)
        && !words::is_closed(text)
        && lexicon[List::Roles].count_in(&folded) > 0
}

/// Two or three words with a capital letter each, none of which the text has as a common word.
pub(crate) fn is_unknown_name(blocks: &[Block], name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_common = |word: &str| {
        let small = word.to_lowercase();
        let mut tokens = blocks.iter().flat_map(|b| b.text.split_whitespace());
        tokens.any(|token| !is_address(token) && words::words(token).any(|own| own == small))
    };
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| is_name_word(word) && !is_common(word))
}

/// `lea.martin`, `lea@fil.example`: a name in it is somebody's, though it stands in small letters.
fn is_address(token: &str) -> bool {
    let inner = token.trim_matches(|c: char| !c.is_alphanumeric());
    inner.contains(['.', '@'])
}

/// `Le Fil du commerce`, `Ledger & Point`: an article, or words with a capital each but for small ones.
pub(crate) fn reads_as_name(text: &str, lexicon: &Lexicon) -> bool {
    let is_small = |word: &str| word == "&" || lexicon[List::NameParticles].has(&words::fold(word));
    let mut all = text.split_whitespace();
    begins_with_article(text, lexicon) || all.all(|word| is_name_word(word) || is_small(word))
}

/// `Le Fil`, `L’Écho`, `The Ledger`
pub(crate) fn begins_with_article(text: &str, lexicon: &Lexicon) -> bool {
    let first = text.split([' ', '’', '\'']).next().map(words::fold);
    first.is_some_and(|first| lexicon[List::Articles].has(&first))
}
