//! A text as names are looked for in it: small letters without accents, with the way back.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text that knows from where in the text each of its bytes comes.
pub(crate) struct Folded {
    pub(crate) text: String,
    /// For each byte of `text`, and its end, the byte of the original.
    places: Vec<usize>,
}

impl Folded {
    pub(crate) fn new(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            places: Vec::with_capacity(original.len() + 1),
        };
        for (at, c) in original.char_indices() {
            folded.push(at, c);
        }
        folded.places.push(original.len());
        folded
    }

    fn push(&mut self, at: usize, c: char) {
        match c {
            'a'..='z' => self.text.push(c),
            '’' | 'ʼ' | '‘' => self.text.push('\''),
            '\u{2010}' | '\u{2011}' => self.text.push('-'),
            c if c.is_whitespace() => self.text.push(' '),
            c => self.text.extend(
                std::iter::once(c)
                    .nfd()
                    .filter(|c| !is_combining_mark(*c))
                    .flat_map(char::to_lowercase),
            ),
        }
        self.places.resize(self.text.len(), at);
    }

    /// The byte of the original from which a byte of the folded text comes.
    pub(crate) fn place(&self, at: usize) -> usize {
        self.places.get(at).copied().unwrap_or_default()
    }
}

/// A name folded.
pub(crate) fn fold(name: &str) -> String {
    Folded::new(name).text
}

/// Whether a word begins and ends there in the folded text: no letter or digit beside it, and no sign of
/// an address.
pub(crate) fn is_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let next = after.next();
    let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_address = |c: Option<char>| c.is_some_and(|c| "/@_=".contains(c));
    let is_domain = next == Some('.') && goes_on(after.next());
    !(goes_on(before) || goes_on(next) || is_address(before) || is_address(next) || is_domain)
}
