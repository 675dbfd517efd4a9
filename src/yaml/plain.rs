//! Plain mappings, as nearly all heads are: a key a line, whose value stands on that line and is a text, or a
//! list or mapping of texts between brackets. Anything else, all that YAML may take for no text with it, is left to
//! the library, which reads these to the same values in ten times the time.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A value of a plain mapping.
#[derive(Debug)]
pub(super) enum Plain<'a> {
    Text(&'a str),
    List(Vec<Plain<'a>>),
    Map(Vec<(&'a str, Plain<'a>)>),
}

/// How many keys are looked at, and how deep brackets may stand in brackets.
const MOST_KEYS: usize = 32;
const DEEPEST: usize = 2;

/// A text as a plain mapping (line breaks `\n`); none where it is another one.
pub(super) fn mapping(text: &str) -> Option<Plain<'_>> {
    let lines = text.strip_prefix("---\n").unwrap_or(text);
    let pairs = lines.split_terminator('\n').map(|line| {
        let mut line = Line(line);
        line.pair(DEEPEST).filter(|_| line.0.is_empty())
    });
    map(pairs.take(MOST_KEYS + 1).collect::<Option<_>>()?)
}

/// A mapping, unless it has too many keys or one of them twice.
fn map<'a>(pairs: Vec<(&'a str, Plain<'a>)>) -> Option<Plain<'a>> {
    let is_again = |at: usize| pairs[..at].iter().any(|(key, _)| *key == pairs[at].0);
    let is_plain = pairs.len() <= MOST_KEYS && !(0..pairs.len()).any(is_again);
    is_plain.then_some(Plain::Map(pairs))
}

/// What is left of a line.
struct Line<'a>(&'a str);

impl<'a> Line<'a> {
    /// `key: value`
    fn pair(&mut self, depth: usize) -> Option<(&'a str, Plain<'a>)> {
        let is_letter = |b: u8| b.is_ascii_lowercase() || b == b'_';
        let (key, rest) = self.0.split_once(": ")?;
        self.0 = rest;
        (key.bytes().all(is_letter) && is_text(key)).then_some((key, self.value(depth)?))
    }

    fn value(&mut self, depth: usize) -> Option<Plain<'a>> {
        match self.0.bytes().next()? {
            b'"' => self.quoted(),
            b'[' => {
                let items = self.between(']', depth, Self::value)?;
                Some(Plain::List(items))
            }
            b'{' => map(self.between('}', depth, Self::pair)?),
            _ => self.words(),
        }
    }

    /// What stands between brackets, with commas.
    fn between<T>(
        &mut self,
        closing: char,
        depth: usize,
        item: impl Fn(&mut Self, usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        let depth = depth.checked_sub(1)?;
        let mut items = Vec::new();
        self.0 = &self.0[1..];
        loop {
            self.0 = self.0.trim_start_matches(' ');
            items.push(item(self, depth)?);
            let rest = self.0.trim_start_matches(' ');
            if let Some(rest) = rest.strip_prefix(closing) {
                self.0 = rest;
                return Some(items);
            }
            self.0 = rest.strip_prefix(", ")?;
        }
    }

    /// A text between double quotes, none of its signs written by an escape.
    fn quoted(&mut self) -> Option<Plain<'a>> {
        let (text, rest) = self.0[1..].split_once('"')?;
        self.0 = rest;
        text.chars().all(is_shown).then_some(Plain::Text(text))
    }

    /// Words without quotes.
    fn words(&mut self) -> Option<Plain<'a>> {
        let end = self.0.find(|c| !is_of_word(c)).unwrap_or(self.0.len());
        let (words, rest) = self.0.split_at(end);
        let words = words.trim_end_matches(' ');
        self.0 = rest;
        is_text(words).then_some(Plain::Text(words))
    }
}

/// Whether a sign between quotes stands for itself.
fn is_shown(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{d7ff}') && !matches!(c, '\\' | '\u{2028}' | '\u{2029}')
}

/// Whether a sign means nothing to YAML inside words without quotes.
fn is_of_word(c: char) -> bool {
    (c.is_alphanumeric() && c <= '\u{d7ff}') || matches!(c, ' ' | '-' | '\'' | '’')
}

/// Whether words without quotes are a text, and no number, `true` or nothing.
fn is_text(words: &str) -> bool {
    const OTHERS: [&str; 6] = ["null", "true", "false", "nan", "inf", "infinity"];
    let is_other = |other: &&str| other.eq_ignore_ascii_case(words);
    let begins = words.starts_with(char::is_alphabetic) || is_dated(words.as_bytes());
    begins && !OTHERS.iter().any(is_other)
}

/// Whether words begin as `2026-01-28` and `2026-W05` do.
fn is_dated(words: &[u8]) -> bool {
    let year = words.first_chunk::<4>();
    year.is_some_and(|year| year.iter().all(u8::is_ascii_digit)) && words.get(4) == Some(&b'-')
}

impl<'de> IntoDeserializer<'de, Error> for Plain<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Plain<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Map(pairs) => visitor.visit_map(MapDeserializer::new(pairs.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::List(_) => Err(Error::custom("a list is no mapping")),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_enum(text.into_deserializer()),
            _ => Err(Error::custom("left to the library")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;
    use serde_yaml::Value;

    use super::mapping;

    /// What a text is here and to the library, where it is plain.
    fn both(text: &str) -> Option<(Value, Value)> {
        let plain = Value::deserialize(mapping(text)?).expect(text);
        let whole = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        Some((plain, whole))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn the_library_reads_the_same(
            values in prop::collection::vec(
                "[a-zé0-9TN~.'’#&*!|>%@`?:,-]{0,3}[ a-zé0-9:#\"'’{}\\[\\],.\\\\\u{a0}\u{85}\u{2028}\u{feff}😀\t-]{0,12}\
                 |\"[a-z: #'{}\\[\\],\\\\\u{a0}\u{7f}\u{2028}]{0,8}\"|[0-9]{4}-[0-9W]{1,2}[-0-9e]{0,3}|true|Null|\\.inf|NaN|1e5|0x1F\
                 |\\[ ?[a-z 0-9]{1,5},? ?[a-z\"]{1,5} ?\\]|\\{ ?[a-z]{1,4}: ?[a-z\"]{0,5},? ?[a-z]{0,2}:? ?[a-z0-9]{0,2} ?\\}",
                0..4,
            ),
        ) {
            let lines = values.iter().zip(["a", "b_c", "null", "d"]);
            let text: String = lines.map(|(value, key)| format!("{key}: {value}\n")).collect();
            if !text.is_empty() && let Some((plain, whole)) = both(&format!("---\n{text}")) {
                prop_assert_eq!(plain, whole);
            }
        }
    }

    #[test]
    fn heads_are_plain() {
        let head = "---\ntitle: \"L'IA : un « test »\"\ndate: 2026-01-28\nweek: none\nauthors: [\"A. B.\", Jean d'Ormes]\n\
                    source: {name: Le Carnet, url: \"https://a.fr/#b\"}\nsources: [{ title: \"a\", url: \"b\" }]\n";
        let (plain, whole) = both(head).expect("plain");
        assert_eq!(plain, whole);
    }

    #[test]
    fn what_yaml_may_read_in_another_way_is_left_to_it() {
        for value in [
            "1",
            "true",
            "~",
            "",
            "null",
            "Infinity",
            "'a'",
            "\"a\\n\"",
            "a # b",
            "a: b",
            "|",
            "[]",
            "- a",
            "&a b",
            "\"a\" b",
            "[[[a]]]",
            "[a",
            "2026",
            "{a: b, a: c}",
            "a\t",
            "\"a\u{85}b\"",
        ] {
            assert!(mapping(&format!("k: {value}\n")).is_none(), "{value}");
        }
        for text in [
            "a: b\na: c\n",
            "a: b\n  c\n",
            "a: b\n\nc: d\n",
            "a:\n- b\n",
            "a",
            "# a\nb: c\n",
        ] {
            assert!(mapping(text).is_none(), "{text}");
        }
    }
}
