//! What a value of another tool's front matter says, in the forms that such values have.

use serde::de::DeserializeOwned;
use serde_yaml::Value;

use crate::import::dates::{self, Said};
use crate::import::lexicon::Lexicon;
use crate::model::{Link, PartialDate, is_address, slugify};

/// A text that says something, on one line.
pub(crate) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Yes or no.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    value.as_bool()
}

/// `status: draft`: whether it stays unpublished.
pub(crate) fn is_draft(value: &Value) -> Option<bool> {
    match value.as_str()? {
        "draft" | "scheduled" => Some(true),
        "published" => Some(false),
        _ => None,
    }
}

/// A date as far as it is known: the digits as they stand, in their own zone.
pub(crate) fn date(value: &Value, lexicon: &Lexicon) -> Option<PartialDate> {
    let text = text(value)?;
    let day = text.get(..10).and_then(|day| day.parse().ok());
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit());
    let day = day.filter(|_| text.get(10..).is_some_and(ends));
    day.or_else(|| text.parse().ok()).or_else(|| {
        let (said, rest) = dates::at_start(&text, lexicon)?;
        match said {
            Said::Known(date) if !rest.trim_start().starts_with(char::is_alphabetic) => Some(date),
            _ => None,
        }
    })
}

/// Names: a list of texts or of tables with a name, or a text with commas between.
pub(crate) fn names(value: &Value) -> Option<Vec<String>> {
    let names: Vec<String> = match value {
        Value::Sequence(items) => items.iter().map(name).collect::<Option<_>>()?,
        Value::String(text) => text.split(',').map(str::trim).map(str::to_owned).collect(),
        Value::Mapping(_) => vec![name(value)?],
        _ => return None,
    };
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then_some(names)
}

fn name(value: &Value) -> Option<String> {
    let inside = ["name", "title", "label", "slug"];
    text(value).or_else(|| inside.iter().find_map(|key| text(value.get(key)?)))
}

/// Tags: names with letters for an address.
pub(crate) fn tags(value: &Value) -> Option<Vec<String>> {
    names(value).filter(|names| names.iter().all(|name| !slugify(name).is_empty()))
}

/// Addresses on the site: a text or a list of texts.
pub(crate) fn addresses(value: &Value) -> Option<Vec<String>> {
    let all = match value {
        Value::Sequence(items) => items.iter().map(text).collect::<Option<Vec<_>>>()?,
        other => vec![text(other)?],
    };
    let is_fit = all
        .iter()
        .all(|address| is_address(address) && !address.contains(':'));
    (is_fit && !all.is_empty()).then_some(all)
}

/// An address on the site whose slashes may be missing.
pub(crate) fn path(value: &Value) -> Option<String> {
    let path = format!("/{}/", text(value)?.trim_matches('/'));
    (is_address(&path) && !path.contains([':', '.'])).then_some(path)
}

/// A slug that may stand in an address as it is.
pub(crate) fn slug(value: &Value) -> Option<String> {
    text(value).filter(|slug| !slug.is_empty() && slugify(slug) == *slug)
}

/// The tag of a language: `fr_FR` is `fr-FR`.
pub(crate) fn lang(value: &Value) -> Option<String> {
    let tag = text(value)?.replace('_', "-");
    let language = tag.split('-').next().unwrap_or_default();
    let groups = || {
        tag.split('-')
            .all(|g| (1..=8).contains(&g.len()) && is_plain(g))
    };
    let is_language = (2..=3).contains(&language.len()) && !language.contains(char::is_numeric);
    (is_language && groups()).then_some(tag)
}

fn is_plain(group: &str) -> bool {
    group.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// An address on the web.
pub(crate) fn link(value: &Value) -> Option<Link> {
    value.as_str()?.parse().ok()
}

/// What hebdo's own front matter has under a key.
pub(crate) fn own<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_yaml::from_value(value.clone()).ok()
}
