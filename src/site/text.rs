//! Authors' texts as pages show them: typography set, Markdown written, links led to this site.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use super::address::Addresses;
use crate::locale::Locale;
use crate::markdown::{self, Document, HtmlOptions, typography};
use crate::model::{PartialDate, Week};

const NO_BREAK: &str = "\u{a0}";

/// How long a description may be, in characters, before it is cut at a word.
const DESCRIPTION: usize = 200;

/// A title, name or summary with its typography.
pub(super) fn set(text: &str, lang: &str) -> String {
    typography::set(text.trim(), lang).into_owned()
}

/// A text of one paragraph, in Markdown, as HTML.
pub(super) fn inline(addresses: Addresses<'_>, text: &str, lang: &str) -> String {
    let html = Document::parse(text, lang).to_inline_html();
    lead(html, addresses.base_path())
}

/// A parsed text as HTML whose headings begin at `level`; its ids begin with `id_prefix`.
pub(super) fn block(
    addresses: Addresses<'_>,
    document: &Document<'_>,
    level: usize,
    id_prefix: &str,
) -> String {
    let options = HtmlOptions {
        shift: 0,
        id_prefix,
    };
    lead(
        nest(document.to_html(options), level),
        addresses.base_path(),
    )
}

/// A parsed text as HTML for readers elsewhere: every link is whole; `page` is where it stands here.
pub(super) fn elsewhere(addresses: Addresses<'_>, document: &Document<'_>, page: &str) -> String {
    let options = HtmlOptions {
        shift: 0,
        id_prefix: "",
    };
    let html = lead(nest(document.to_html(options), 2), addresses.base_url());
    html.replace("href=\"#", &format!("href=\"{page}#"))
}

/// The first words of a Markdown text, for a description.
pub(super) fn opening(text: &str, lang: &str) -> String {
    let first = text.split("\n\n").find(|block| !block.starts_with('#'));
    cut(&markdown::to_text(first.unwrap_or_default(), lang))
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

/// Puts `base` in front of root-relative links and pictures.
fn lead(html: String, base: &str) -> String {
    if base.is_empty() {
        return html;
    }
    let mut html = html;
    for attribute in ["href=\"", "src=\""] {
        html = html
            .replace(&format!("{attribute}/"), &format!("{attribute}{base}/"))
            .replace(&format!("{attribute}{base}//"), &format!("{attribute}//"));
    }
    html
}

/// Renumbers headings so that the outermost are at `level` and none is more than one deeper than the
/// one above it.
fn nest(html: String, level: usize) -> String {
    if !html.contains("<h") {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut open: Vec<u8> = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find("<h").into_iter().chain(rest.find("</h")).min() {
        let digit = at + if rest[at..].starts_with("</") { 3 } else { 2 };
        out.push_str(&rest[..digit]);
        rest = &rest[digit..];
        let Some(found @ b'1'..=b'6') = rest.bytes().next() else {
            continue;
        };
        if !out.ends_with("/h") {
            open.truncate(open.iter().take_while(|above| **above < found).count());
            open.push(found);
        }
        out.push_str(&(level + open.len() - 1).min(6).to_string());
        rest = &rest[1..];
    }
    out + rest
}

/// A date as pages show it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DateView {
    /// For machines: `2026-01-28`, `2026-W05`, `2026-01`, `2026`.
    pub(super) iso: String,
    /// In words: « 28 janvier 2026 ».
    pub(super) words: String,
    /// In words as HTML: « 1<sup>er</sup> février 2026 ».
    pub(super) html: String,
}

impl DateView {
    pub(super) fn new(date: PartialDate, locale: &Locale) -> Self {
        let words = keep_day(&locale.date(date), locale);
        Self {
            iso: date.to_string(),
            html: raise_first(&words),
            words,
        }
    }
}

/// « du 26 janvier au 1er février 2026 » as HTML.
pub(super) fn period_html(period: (Date, Date), locale: &Locale) -> String {
    raise_first(&keep_day(&locale.period(period), locale))
}

/// « semaine 5 », on one line.
pub(super) fn week(week: Week, locale: &Locale) -> String {
    locale.week(week).replace(' ', NO_BREAK)
}

/// Keeps a day on the line of its month.
fn keep_day(words: &str, locale: &Locale) -> String {
    let words = typography::set(words, locale.lang());
    words.replace("1er ", "1er\u{a0}")
}

fn raise_first(words: &str) -> String {
    words.replace("1er", "1<sup>er</sup>")
}

/// A text whose first letter is a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A text of the strings table, set; its own name where the table has none.
pub(super) fn word<'a>(locale: &'a Locale, name: &'a str) -> Cow<'a, str> {
    let text = locale.texts().get(name).map_or(name, String::as_str);
    typography::set(text, locale.lang())
}

/// « 1 article », « 12 articles »: a text of the strings table for `n` things.
pub(super) fn count(locale: &Locale, name: &str, n: usize) -> String {
    let is_one = n == 1 || (n == 0 && typography::is_french(locale.lang()));
    let form = format!("{name}_{}", if is_one { "one" } else { "many" });
    word(locale, &form).replace("{n}", &n.to_string())
}

#[cfg(test)]
mod tests {
    use super::{lead, nest};

    #[test]
    fn headings_have_no_jumps() {
        let nested = |html: &str| nest(html.to_owned(), 3);
        assert_eq!(
            nested("<h4>a</h4><h2>b</h2><h4 id=\"x\">c</h4><hr><h2>d</h2>"),
            "<h3>a</h3><h3>b</h3><h4 id=\"x\">c</h4><hr><h3>d</h3>"
        );
        assert_eq!(nested("<p>a</p>"), "<p>a</p>");
    }

    #[test]
    fn links_of_the_site_are_led_to_it() {
        let html = "<a href=\"/a/\">a</a><a href=\"//b.fr/\">b</a><img src=\"/c.png\">";
        assert_eq!(
            lead(html.to_owned(), "/x"),
            "<a href=\"/x/a/\">a</a><a href=\"//b.fr/\">b</a><img src=\"/x/c.png\">"
        );
    }
}
