//! The words of one article, weighed: made where it is read, since a cache keeps no text.

use rustc_hash::FxHashMap;

use super::language::Language;
use crate::model::{Word, Words};

/// How many words stand for an article.
const MOST: usize = 32;
/// What a word must weigh to stand for it: one that a long text says once does not.
const LEAST: u32 = 2;
/// What a word weighs where it stands.
const IN_TITLE: u32 = 4;
const IN_SUMMARY: u32 = 2;
const IN_BODY: u32 = 1;
/// What it weighs at most, however often it is said.
const HEAVIEST: u32 = 12;
/// Bytes of a body that are read: what an article is about is said by then.
const READ: usize = 6000;

/// What is published of an article: of one that may only be quoted, neither key points nor body.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// A BCP 47 tag.
    pub lang: &'a str,
    /// Its title.
    pub title: &'a str,
    /// One or two sentences.
    pub summary: Option<&'a str>,
    /// What to keep in mind.
    pub key_points: &'a [String],
    /// Its text, in Markdown.
    pub body: &'a str,
}

impl Published<'_> {
    /// The words that tell what the article is about.
    pub fn words(&self) -> Words {
        let mut counted = Counted {
            language: Language::of(self.lang),
            found: FxHashMap::default(),
        };
        counted.add(self.title, IN_TITLE);
        counted.add(self.summary.unwrap_or_default(), IN_SUMMARY);
        for point in self.key_points {
            counted.add(point, IN_SUMMARY);
        }
        for piece in prose(opening(self.body)) {
            counted.add(piece, IN_BODY);
        }
        counted.best()
    }
}

/// As much of a text as is read.
fn opening(text: &str) -> &str {
    let end = (0..=READ.min(text.len())).rfind(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or_default()]
}

/// Markdown without what nobody reads in it: fenced blocks, addresses, tags.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut fence = None;
    let lines = text.lines().filter(move |line| {
        let sign = ["```", "~~~"]
            .into_iter()
            .find(|sign| line.starts_with(sign));
        match (fence, sign) {
            (None, None) => true,
            (None, Some(_)) => {
                fence = sign;
                false
            }
            (Some(open), sign) => {
                fence = Some(open).filter(|_| sign != Some(open));
                false
            }
        }
    });
    lines.flat_map(without_addresses)
}

/// The pieces of a line around link targets, bare addresses and tags.
fn without_addresses(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, end) = hidden(rest).map_or((rest, rest.len()), |(at, end)| (&rest[..at], end));
        rest = &rest[end..];
        Some(piece)
    })
}

/// The first stretch of a line that readers do not see: where it begins and ends.
fn hidden(line: &str) -> Option<(usize, usize)> {
    let mut places = line
        .bytes()
        .enumerate()
        .filter(|(_, b)| matches!(b, b']' | b'<' | b':'));
    places.find_map(|(at, byte)| {
        let after = &line[at + 1..];
        let end_at = |sign: char| Some((at, at + 1 + after.find(sign)? + 1));
        match byte {
            b']' if after.starts_with('(') => end_at(')'),
            b'<' if after.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()) => end_at('>'),
            b':' if after.starts_with("//") => {
                let end = after.find([' ', ')', '>', '"']).unwrap_or(after.len());
                Some((at, at + 1 + end))
            }
            _ => None,
        }
    })
}

/// The words of an article while they are counted.
struct Counted<'t> {
    language: &'static Language,
    found: FxHashMap<u64, Found<'t>>,
}

struct Found<'t> {
    form: &'t str,
    weight: u32,
}

impl<'t> Counted<'t> {
    fn add(&mut self, text: &'t str, weight: u32) {
        let tokens = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        for token in tokens {
            if token.contains('-') {
                self.add_compound(token.trim_matches('-'), weight);
            } else {
                self.add_word(token, weight);
            }
        }
    }

    /// « semi-conducteurs » is one word, « est-il » is two.
    fn add_compound(&mut self, token: &'t str, weight: u32) {
        let says_nothing = |part: &str| self.language.is_stop(self.language.key(part));
        if token.split('-').any(says_nothing) {
            for part in token.split('-') {
                self.add_word(part, weight);
            }
        } else {
            self.add_word(token, weight);
        }
    }

    fn add_word(&mut self, word: &'t str, weight: u32) {
        let is_word = word.len() >= 3 && word.contains(char::is_alphabetic);
        if !is_word || word.chars().nth(2).is_none() {
            return;
        }
        let key = self.language.key(word);
        if self.language.is_stop(key) {
            return;
        }
        let new = Found {
            form: word,
            weight: 0,
        };
        let found = self.found.entry(key).or_insert(new);
        found.weight += weight;
        if is_small(word) && !is_small(found.form) {
            found.form = word;
        }
    }

    /// The weightiest; of the same weight the longest, which are the rarest in most texts.
    fn best(self) -> Words {
        let found = self.found.into_iter();
        let mut best: Vec<_> = found.filter(|(_, word)| word.weight >= LEAST).collect();
        best.sort_unstable_by(|(_, a), (_, b)| {
            let of_weight = (b.weight, b.form.len()).cmp(&(a.weight, a.form.len()));
            of_weight.then_with(|| a.form.cmp(b.form))
        });
        let words = best.iter().take(MOST).map(|(key, word)| Word {
            form: word.form,
            key: *key,
            weight: u8::try_from(word.weight.min(HEAVIEST)).unwrap_or(u8::MAX),
        });
        words.collect()
    }
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::Published;

    fn words(title: &str, body: &str) -> Vec<String> {
        let published = Published {
            lang: "fr",
            title,
            summary: None,
            key_points: &[],
            body,
        };
        let words = published.words();
        words.iter().map(|word| word.form.to_owned()).collect()
    }

    #[test]
    fn what_an_article_is_about() {
        let body = "Semi-conducteurs : l'usine attend ses machines.\n\nUne usine, dit-elle, vide.";
        assert_eq!(
            words("Les semi-conducteurs d’ici", body),
            ["semi-conducteurs", "usine"]
        );
    }

    #[test]
    fn what_nobody_reads_is_no_word() {
        let body = "Voir [la page](https://fil.example/puces/puces/puces) ou https://fil.example/puces/puces.\n\n\
            <div class=\"puces puces\">x</div>\n\n```chart\ntitle: puces, puces\n```\n";
        assert_eq!(words("La grève", body), ["grève"]);
    }
}
