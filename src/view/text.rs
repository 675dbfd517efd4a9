//! Authors' texts as pages show them: typography set, Markdown written, links led to this site.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::address::Addresses;
use super::html::{self, Place};
use crate::locale::Locale;
use crate::markdown::{self, Document, chart, typography};
use crate::model::{PartialDate, Week};

const NO_BREAK: &str = "\u{a0}";

/// How long a description may be, in characters, before it is cut at a word.
const DESCRIPTION: usize = 200;

/// A title, name or summary with its typography, by the rules of a language; « » has none.
pub(crate) fn set(text: &str, rules: &str) -> String {
    typography::set(text.trim(), rules).into_owned()
}

/// A point of a list, in Markdown, as HTML for its place; it has no headings, whatever its author typed.
pub(crate) fn point(text: &str, rules: &str, place: Place<'_>) -> String {
    let html = Document::parse(text, rules).to_inline_html();
    html::fit(&html::without_headings(&html), place)
}

/// The place of points on our own pages.
pub(crate) fn in_list(addresses: Addresses<'_>) -> Place<'_> {
    here(addresses, 6, "")
}

/// A text in Markdown as HTML, before it is made to fit a page.
pub(crate) fn written(text: &str, lang: &str, locale: &Locale) -> String {
    let text = read(text, lang, locale);
    match locale.breaks_words() {
        true => text.with_breaks(lang).to_html(),
        false => text.to_html(),
    }
}

/// A text in Markdown as HTML for feed readers, which drop drawings.
pub(crate) fn written_plainly(text: &str, lang: &str, locale: &Locale) -> String {
    read(text, lang, locale).to_plain_html()
}

/// A text in Markdown, set where the site sets authors' texts; its charts speak its language all the same.
pub(crate) fn read<'a>(text: &'a str, lang: &str, locale: &Locale) -> Document<'a> {
    Document::parse(text, locale.rules(lang)).with_charts_in(lang)
}

/// A place on one of our own pages.
pub(crate) fn here<'a>(addresses: Addresses<'a>, level: usize, id_prefix: &'a str) -> Place<'a> {
    Place {
        level,
        id_prefix,
        base: addresses.base_path(),
        page: "",
    }
}

/// The first words of a Markdown text, for a description.
pub(crate) fn opening(text: &str, rules: &str) -> String {
    let text = chart::without(text);
    let mut blocks = text.split("\n\n").filter(|block| !block.is_empty());
    let first = blocks.find(|block| !block.starts_with('#'));
    cut(&markdown::to_text(first.unwrap_or_default(), rules))
}

fn cut(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(DESCRIPTION) else {
        return words.to_owned();
    };
    let end = words[..end].rfind(' ').unwrap_or(end);
    format!(
        "{}…",
        words[..end].trim_end_matches([',', ';', ':', '.', ' ', '\u{a0}'])
    )
}

/// A date as pages show it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DateView {
    /// For machines: `2026-01-28`, `2026-W05`, `2026-01`, `2026`.
    pub(crate) iso: String,
    /// In words: « 28 janvier 2026 ».
    pub(crate) words: String,
    /// In words as HTML: « 1<sup>er</sup> février 2026 ».
    pub(crate) html: String,
}

impl DateView {
    pub(crate) fn new(date: PartialDate, locale: &Locale) -> Self {
        let words = keep_day(&locale.date(date), locale);
        Self {
            iso: date.to_string(),
            html: raise_first(&words),
            words,
        }
    }
}

impl DateView {
    /// The date where its words begin a line: « Semaine 5 de 2026 ».
    pub(crate) fn capital(self) -> Self {
        Self {
            words: capital(&self.words),
            html: capital(&self.html),
            iso: self.iso,
        }
    }
}

/// « du 26 janvier au 1er février 2026 » as HTML.
pub(crate) fn period_html(period: (Date, Date), locale: &Locale) -> String {
    raise_first(&keep_day(&locale.period(period), locale))
}

/// « semaine 5 », on one line.
pub(crate) fn week(week: Week, locale: &Locale) -> String {
    locale.week(week).replace(' ', NO_BREAK)
}

/// A text of the strings table about a week: « Édition de la semaine 5 ».
pub(crate) fn of_week(locale: &Locale, name: &str, of: Week) -> String {
    word(locale, name).replace("{week}", &week(of, locale))
}

/// Keeps a day on the line of its month.
fn keep_day(words: &str, locale: &Locale) -> String {
    let words = typography::set(words, locale.lang());
    words.replace("1er ", "1er\u{a0}")
}

fn raise_first(words: &str) -> String {
    words.replace("1er", "1<sup>er</sup>")
}

/// All texts of the strings table, set, by name.
pub(crate) fn all(locale: &Locale) -> BTreeMap<&str, String> {
    let texts = locale.texts().iter();
    texts
        .map(|(name, words)| (name.as_str(), set(words, locale.lang())))
        .collect()
}

/// A text with common no-break spaces (U+00A0) for narrow ones (U+202F), which some mail programs show as
/// a box.
pub(crate) fn plain_spaces(text: &str) -> String {
    text.replace('\u{202f}', NO_BREAK)
}

/// A text whose first letter is a capital, where its first word is a plain lower-case one: `iOS` and
/// `gpt-4` stay as they are.
pub(crate) fn capital(text: &str) -> String {
    if !begins_plainly(text) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Whether the first word is lower-case letters alone, but for hyphens and what stands around it; an
/// apostrophe ends it (« l'IA » begins with « l »).
fn begins_plainly(text: &str) -> bool {
    let word = text.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’'));
    let word = word.map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let is_plain = |c: char| c.is_lowercase() || !(c.is_alphanumeric() || ".:@_".contains(c));
    word.take(1).all(|word| word.chars().all(is_plain))
}

/// A text without the characters that XML cannot hold, nor those that it should not.
pub(crate) fn printable(text: String) -> String {
    let is_refused = |c: char| match c {
        '\n' | '\t' => false,
        c => c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'),
    };
    match may_be_refused(text.as_bytes()) {
        true => text.replace(is_refused, ""),
        false => text,
    }
}

/// Whether UTF-8 has a byte below a space (but `\n` and `\t`), DEL, one that begins U+0080 to U+009F, or one
/// that begins what is near U+FFFE: few texts have, and all others are whole as they are.
fn may_be_refused(bytes: &[u8]) -> bool {
    let is_rare = |b: &u8| (*b < b' ' && !matches!(b, b'\n' | b'\t')) || matches!(b, 0x7f | 0xef);
    bytes.iter().any(is_rare)
        || bytes
            .windows(2)
            .any(|pair| pair[0] == 0xc2 && pair[1] < 0xa0)
}

/// A text of the strings table, set; its own name where the table has none.
pub(crate) fn word<'a>(locale: &'a Locale, name: &'a str) -> Cow<'a, str> {
    let text = locale.texts().get(name).map_or(name, String::as_str);
    typography::set(text, locale.lang())
}

/// « 1 article », « 12 articles »: a text of the strings table for `n` things.
pub(crate) fn count(locale: &Locale, name: &str, n: usize) -> String {
    let is_one = n == 1
        || (n == 0 && typography::Rules::of(locale.lang()) == Some(typography::Rules::French));
    let form = format!("{name}_{}", if is_one { "one" } else { "many" });
    word(locale, &form).replace("{n}", &locale.count(n))
}

#[cfg(test)]
mod tests {
    use super::{capital, count, printable};
    use crate::locale::Locale;

    #[test]
    fn one_is_another_number_in_each_language() {
        let said = |lang: &str| {
            let locale = Locale::of(lang).expect(lang);
            [0, 1, 2, 12_345].map(|n| count(&locale, "articles", n))
        };
        let fr = [
            "0 article",
            "1 article",
            "2 articles",
            "12\u{202f}345 articles",
        ];
        assert_eq!(said("fr").map(|words| words.replace('\u{a0}', " ")), fr);
        let en = ["0 articles", "1 article", "2 articles", "12,345 articles"];
        assert_eq!(said("en"), en);
    }

    #[test]
    fn a_capital_changes_no_name() {
        for (text, expected) in [
            ("relire les comptes", "Relire les comptes"),
            ("été", "Été"),
            ("l'IA arrive", "L'IA arrive"),
            ("l’IA arrive", "L’IA arrive"),
            ("e-commerce, demain", "E-commerce, demain"),
            ("oui : c'est fait", "Oui : c'est fait"),
        ] {
            assert_eq!(capital(text), expected);
        }
        for text in [
            "iOS arrive",
            "iPhone",
            "xRobot.",
            "e-CNY",
            "gpt-4 sort",
            "x.ai lève",
            "https://a.fr",
            "IA",
            "**relire**",
            "",
        ] {
            assert_eq!(capital(text), text);
        }
    }

    #[test]
    fn what_xml_cannot_hold_goes() {
        assert_eq!(
            printable("a\0\u{b}b\u{fffe}\u{ffff}\u{9f}\r\n\tç😀".to_owned()),
            "ab\n\tç😀"
        );
    }
}
