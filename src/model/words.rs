//! The words that tell what an article is about.

use serde::{Deserialize, Serialize};

/// Words of what is published of an article, the weightiest first, each once. It is kept with the article
/// where the text is not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// Set apart by spaces; in one text and lists of numbers, it is read back quickly.
    forms: String,
    keys: Vec<u64>,
    weights: Vec<u8>,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// As the article has it, in small letters where it once has it so; without spaces.
    pub form: &'a str,
    /// The same for all forms of a word: singular and plural, with accents and without.
    pub key: u64,
    /// How much it stands for the article.
    pub weight: u8,
}

impl Words {
    /// The words, the weightiest first.
    pub fn iter(&self) -> impl Iterator<Item = Word<'_>> {
        let numbers = self.keys.iter().zip(&self.weights);
        let forms = self.forms.split_ascii_whitespace().zip(numbers);
        forms.map(|(form, (&key, &weight))| Word { form, key, weight })
    }
}

impl<'a> FromIterator<Word<'a>> for Words {
    fn from_iter<I: IntoIterator<Item = Word<'a>>>(words: I) -> Self {
        let mut all = Self::default();
        for word in words {
            all.forms.push_str(word.form);
            all.forms.push(' ');
            all.keys.push(word.key);
            all.weights.push(word.weight);
        }
        all
    }
}
