//! Texts that are nearly the same: one story pasted twice, a wire under two titles.
//!
//! Enter by [`Index::find`]. A text is known by some of its shingles, the runs of five words: of the
//! hashes of every eight runs in a row the smallest is kept (winnowing; Schleimer, Wilkerson and Aiken,
//! 2003), so that two texts that share twelve words in a row share a hash. Case and signs do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Words of a shingle.
const WORDS: usize = 5;
/// Shingles of which one is kept.
const WINDOW: usize = 8;
/// How much of a text must stand in another one to be worth telling, in per cent.
const ENOUGH: usize = 50;
/// Texts with fewer words than this say too little to be compared.
const SHORT: usize = 25;

/// What a text is known by: hashes, sorted, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prints(Vec<u64>);

impl Prints {
    /// Of a text in Markdown or plain; of a very short one there are none.
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: Vec<u64> = words.filter(|w| !w.is_empty()).map(hash).collect();
        if words.len() < SHORT {
            return Self::default();
        }
        let shingles: Vec<u64> = words.windows(WORDS).map(together).collect();
        let kept = shingles.windows(WINDOW).filter_map(|w| w.iter().min());
        let kept: BTreeSet<u64> = kept.copied().collect();
        Self(kept.into_iter().collect())
    }
}

/// FNV-1a of a word's small letters.
fn hash(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| {
        (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn together(words: &[u64]) -> u64 {
    words.iter().fold(0, |all: u64, word| {
        (all.rotate_left(13) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// A file that has much of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The file, as it was added.
    pub file: PathBuf,
    /// How much of the text stands there, 0 to 100.
    pub percent: usize,
}

/// The texts of files, to be asked who has one already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    files: Vec<PathBuf>,
    /// Each hash with the place of a file that has it.
    prints: BTreeSet<(u64, usize)>,
}

impl Index {
    /// An index of files with their prints.
    pub fn new(all: Vec<(PathBuf, Prints)>) -> Self {
        let mut pairs = Vec::new();
        let mut files = Vec::with_capacity(all.len());
        for (place, (file, prints)) in all.into_iter().enumerate() {
            pairs.extend(prints.0.into_iter().map(|hash| (hash, place)));
            files.push(file);
        }
        Self {
            files,
            prints: pairs.into_iter().collect(),
        }
    }

    /// Adds one file.
    pub fn add(&mut self, file: PathBuf, prints: Prints) {
        let place = self.files.len();
        self.prints
            .extend(prints.0.into_iter().map(|hash| (hash, place)));
        self.files.push(file);
    }

    /// The file that has most of a text, if it has half of it or more; those left out are not asked.
    pub fn find(&self, prints: &Prints, left_out: &[PathBuf]) -> Option<Near> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for hash in &prints.0 {
            for (_, place) in self.prints.range((*hash, 0)..=(*hash, usize::MAX)) {
                *shared.entry(*place).or_default() += 1;
            }
        }
        let is_asked = |file: &Path| !left_out.iter().any(|out| out == file);
        let asked = shared
            .into_iter()
            .filter(|(place, _)| is_asked(&self.files[*place]));
        let (place, count) =
            asked.max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)))?;
        let percent = count * 100 / prints.0.len();
        (percent >= ENOUGH).then(|| Near {
            file: self.files[place].clone(),
            percent,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `n` words that no other number gives.
    fn text(seed: usize, n: usize) -> String {
        let words = (0..n).map(|i| format!("mot{}", seed * 1000 + i));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_share_of_a_text_is_told() {
        let mut index = Index::new(vec![("a.md".into(), Prints::of(&text(1, 300)))]);
        index.add("b.md".into(), Prints::of(&text(2, 300)));
        let percent = |text: &str| index.find(&Prints::of(text), &[]).map(|near| near.percent);
        assert_eq!(percent(&text(1, 300)), Some(100));
        assert_eq!(
            percent(&text(1, 300).to_uppercase().replace(' ', ", ")),
            Some(100)
        );
        let most = percent(&format!("{} {}", text(3, 60), text(1, 240))).unwrap_or_default();
        assert!((70..90).contains(&most), "{most}");
        assert_eq!(percent(&format!("{} {}", text(3, 240), text(1, 60))), None);
        assert_eq!(percent(&text(1, 20)), None, "too short to tell");
        assert_eq!(
            index.find(&Prints::of(&text(1, 300)), &["a.md".into()]),
            None
        );
    }
}
