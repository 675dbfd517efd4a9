//! What of a language comparing articles must know: which words say nothing, how words end.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::locale::fold;

/// The languages that are known; of another one, no word says nothing, and words end as they do.
const FILES: [(&str, &str); 2] = [
    ("fr", include_str!("../../data/fr/related.yaml")),
    ("en", include_str!("../../data/en/related.yaml")),
];

/// Bytes of a word that is told by its first letters only, if it is longer.
const LONGEST: usize = 48;

/// A file as it stands there.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    stop: String,
    endings: Vec<(String, String)>,
}

/// A language's words that say nothing, and its endings.
#[derive(Default)]
pub(super) struct Language {
    stop: FxHashSet<u64>,
    /// In their order, by the last byte.
    endings: FxHashMap<u8, Vec<(String, String)>>,
}

impl Language {
    /// The language of a BCP 47 tag.
    pub(super) fn of(tag: &str) -> &'static Self {
        static KNOWN: LazyLock<Vec<(&str, Language)>> = LazyLock::new(|| {
            let read = |(tag, text)| (tag, Language::read(text));
            FILES.into_iter().map(read).collect()
        });
        static OTHER: LazyLock<Language> = LazyLock::new(Language::default);
        let main = tag.split('-').next().unwrap_or_default();
        let known = KNOWN.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(main));
        known.map_or(&OTHER, |(_, language)| language)
    }

    fn read(text: &str) -> Self {
        let file: File = serde_yaml::from_str(text).unwrap_or_default();
        let mut language = Self::default();
        for (from, to) in file.endings {
            let last = from.bytes().next_back().unwrap_or_default();
            language.endings.entry(last).or_default().push((from, to));
        }
        let words = file.stop.split(|c: char| !c.is_alphanumeric());
        language.stop = words.map(|word| language.key(word)).collect();
        language
    }

    /// Whether a word, by its key, says nothing.
    pub(super) fn is_stop(&self, key: u64) -> bool {
        self.stop.contains(&key)
    }

    /// What all forms of a word have in common: FNV-1a of its folded letters, without its ending.
    pub(super) fn key(&self, word: &str) -> u64 {
        let mut letters = [0; LONGEST];
        let folded = match ascii(word, &mut letters) {
            Some(folded) => folded,
            None => &fold(word),
        };
        let last = folded.bytes().next_back().unwrap_or_default();
        let mut endings = self.endings.get(&last).into_iter().flatten();
        let ending = endings.find_map(|(from, to)| {
            let stem = folded.strip_suffix(from.as_str())?;
            (stem.len() >= 3).then_some((stem, to.as_str()))
        });
        let (stem, end) = ending.unwrap_or((folded, ""));
        hash(stem.bytes().chain(end.bytes()))
    }
}

/// A word of ASCII signs in small letters: most are, and need not be folded at length.
fn ascii<'a>(word: &str, letters: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let room = letters.get_mut(..word.len())?;
    for (letter, byte) in room.iter_mut().zip(word.bytes()) {
        if !byte.is_ascii_alphanumeric() {
            return None;
        }
        *letter = byte.to_ascii_lowercase();
    }
    std::str::from_utf8(room).ok()
}

/// FNV-1a: the same on every machine.
pub(super) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let bytes = bytes.into_iter();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn forms_of_a_word_have_one_key() {
        let french = Language::of("fr-CA");
        for (a, b) in [
            ("Modèle", "modeles"),
            ("réseau", "RÉSEAUX"),
            ("journal", "journaux"),
            ("jeu", "jeux"),
        ] {
            assert_eq!(french.key(a), french.key(b), "{a}, {b}");
        }
        assert_ne!(french.key("puce"), french.key("pouce"));
        let english = Language::of("en");
        assert_eq!(english.key("policy"), english.key("Policies"));
    }

    #[test]
    fn every_file_has_words_that_say_nothing() {
        for (tag, word) in [("fr", "Désormais"), ("fr", "jusqu"), ("en", "Although")] {
            let language = Language::of(tag);
            assert!(language.is_stop(language.key(word)), "{word}");
        }
        let french = Language::of("fr");
        assert!(!french.is_stop(french.key("régulation")));
    }
}
