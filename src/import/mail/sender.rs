//! Who sent a mail: a publisher, or a person who writes for one. Enter by [`of`].

use crate::import::html;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// A sender's name, taken apart where it names both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sender {
    pub(crate) author: Option<String>,
    pub(crate) source: Option<String>,
    /// The name of a person who writes in no publisher's name.
    pub(crate) person: Option<String>,
    /// The name, where it names one; of a bare address, its host.
    pub(crate) name: Option<String>,
}

impl Sender {
    /// The same, where the name is that of a person by the address: `lea.brunel@vigie.test`.
    pub(crate) fn person(self, address: &str, lexicon: &Lexicon) -> Self {
        let is_word = |part: &str| lexicon[List::FunctionWords].has(&words::fold(part));
        let own = |name: &String| is_person(name, address) && !name.split_whitespace().any(is_word);
        match self.name {
            Some(name) if own(&name) => Self {
                person: Some(name),
                ..Self::default()
            },
            _ => self,
        }
    }
}

/// Whether a name is a first and a last one, of which the address has one before its `@` and none behind.
fn is_person(name: &str, address: &str) -> bool {
    let folded = words::fold(name);
    let parts: Vec<&str> = folded.split_whitespace().collect();
    let local = words::fold(address.split('@').next().unwrap_or_default());
    let mut local = local.split(|c: char| !c.is_alphanumeric());
    let host = words::fold(address.rsplit('@').next().unwrap_or_default());
    let is_host = parts.iter().any(|part| host.contains(part));
    let is_name =
        !is_host && (2..=3).contains(&parts.len()) && name.split_whitespace().all(starts_large);
    is_name && local.any(|part| part.len() >= 3 && parts.contains(&part))
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// `La Vigie <lettre@vigie.test>`, `Léa Brunel | La Vigie`, `Léa Brunel (via La Vigie)`,
/// `lettre@vigie.test`.
pub(crate) fn of(text: &str, lexicon: &Lexicon) -> Sender {
    let plain = text.replace(['\\', '*', '"'], "");
    let name = plain.split(['<', '[']).next().unwrap_or_default();
    let name = name.trim().trim_matches(['\'', '“', '”', ',', ';']).trim();
    if name.is_empty() || name.contains('@') {
        return Sender {
            name: host(&plain),
            ..Sender::default()
        };
    }
    match apart(name, lexicon) {
        Some((author, source)) => Sender {
            author: Some(author),
            source: Some(source),
            ..Sender::default()
        },
        None => Sender {
            name: html::one_line(name),
            ..Sender::default()
        },
    }
}

/// The author and the publisher, where the name has a sign or a word between the two.
fn apart(name: &str, lexicon: &Lexicon) -> Option<(String, String)> {
    if let Some((author, source)) = name.split_once(" | ").or_else(|| name.split_once(" • ")) {
        return both(author, source);
    }
    if let Some((author, source)) = name.split_once(", ")
        && author.split_whitespace().count() == 2
        && author.split_whitespace().all(starts_large)
        && lexicon[List::Publishers].count_in(&words::fold(author)) == 0
    {
        return both(author, source);
    }
    let spaces: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
    spaces.iter().find_map(|at| {
        let (author, rest) = (&name[..*at], name[at + 1..].trim_start_matches('('));
        let folded = words::fold(rest);
        let word = lexicon[List::SenderLinks].beginning(&folded)?;
        let after = rest.char_indices().nth(word.chars().count())?.0;
        both(author, rest[after..].trim_end_matches(')'))
    })
}

fn both(author: &str, source: &str) -> Option<(String, String)> {
    Some((html::one_line(author)?, html::one_line(source)?))
}

/// `vigie.test` of `lettre@vigie.test`
fn host(text: &str) -> Option<String> {
    let (_, after) = text.rsplit_once('@')?;
    let end = after.find(|c: char| !c.is_alphanumeric() && !"-.".contains(c));
    let host = after[..end.unwrap_or(after.len())].trim_matches('.');
    (!host.is_empty()).then(|| host.to_lowercase())
}
