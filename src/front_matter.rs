//! The contract between import and load: the head of an article or of an edition note.
//!
//! Enter by [`read`] (a file's text to head and body) and [`write()`] (a head to YAML, keys in the
//! documented order, quoted only where needed).

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diag::{Diagnostic, Source};
use crate::model::{Disclosure, Image, Imported, PartialDate, Reviewed, Rights, SourceLink, Week};
use crate::{model, yaml};

/// The head of an article as typed; what the author left out is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ArticleHead {
    /// Required of what is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Required of what is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The edition, where it is not the date's own week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<WeekChoice>,
    /// One or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// Who published it, if not us.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<model::Source>,
    /// What it relies on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceLink>,
    /// How much of it may be published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<Rights>,
    /// What a machine did to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai: Option<Disclosure>,
    /// The language, where it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Companies, bodies and models named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<String>,
    /// What to keep in mind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub key_points: Vec<String>,
    /// A picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Its place in its edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    /// Whether it stays unpublished.
    #[serde(skip_serializing_if = "is_false")]
    pub draft: bool,
    /// What import could not know; an article with a todo is not published.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub todo: Vec<String>,
    /// Where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
    /// The last segment of its address, where it is not the file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Former addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Who read it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Reviewed>,
}

/// The head of an edition note as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EditionHead {
    /// The edition's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its number in the series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// One or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// A picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
    /// Slugs of the week's articles, in the order that they shall have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stories: Vec<String>,
    /// Whether the edition is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What import could not know; a note with a todo is not published.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub todo: Vec<String>,
    /// Where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
}

/// Whether an edition is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Held back with all its stories.
    Draft,
    /// Published.
    Published,
}

/// What `week:` says: an edition, or that the article stands in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekChoice {
    /// `week: 2026-W05`
    In(Week),
    /// `week: none`
    None,
}

impl std::str::FromStr for WeekChoice {
    type Err = model::WeekError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "none" => Ok(Self::None),
            week => week.parse().map(Self::In),
        }
    }
}

impl Serialize for WeekChoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::In(week) => week.serialize(serializer),
            Self::None => serializer.serialize_str("none"),
        }
    }
}

impl<'de> Deserialize<'de> for WeekChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        model::deserialize_scalar(deserializer)
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands a reference
fn is_false(value: &bool) -> bool {
    !value
}

/// A file taken apart: its head, and where things stand in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts<H> {
    /// The head.
    pub head: H,
    /// The bytes of the head, from the opening `---` on.
    pub head_range: Range<usize>,
    /// The byte at which the body begins.
    pub body_start: usize,
}

/// Takes a file apart (line breaks `\n`, no byte-order mark): its head and its body, or all that is
/// wrong with its head. A file without a head has an empty one.
pub fn read<H: DeserializeOwned>(source: &Source<'_>) -> Result<Parts<H>, Vec<Diagnostic>> {
    let (head_range, body_start) = split(source)?;
    Ok(Parts {
        head: yaml::parse(source, head_range.clone())?,
        head_range,
        body_start,
    })
}

/// The bytes of the head, from the opening `---` to before the closing one, and of the body's start.
fn split(source: &Source<'_>) -> Result<(Range<usize>, usize), Vec<Diagnostic>> {
    let text = source.text;
    let mut lines = text.split_inclusive('\n');
    let Some(opening) = lines.next().filter(|line| line.trim_end() == "---") else {
        return match misplaced_opening(source) {
            Some(mistake) => Err(vec![mistake]),
            None => Ok((0..0, 0)),
        };
    };
    let mut at = opening.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Ok((0..at, at + line.len()));
        }
        at += line.len();
    }
    Err(vec![source.error(
        0..3,
        "the front matter that opens here is never closed",
        "add a line `---` between the front matter and the text",
    )])
}

/// A head that does not begin on the first line, or whose opening line is missing.
fn misplaced_opening(source: &Source<'_>) -> Option<Diagnostic> {
    let start = source.text.len() - source.text.trim_start().len();
    let mut lines = source.text[start..].lines().map(str::trim_end);
    let first = lines.next()?;
    let is_closed = lines.any(|line| line == "---");
    let is_key = first.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    });
    let (message, help) = match first {
        "---" => (
            "the front matter does not begin on the first line",
            "take out the empty lines above it",
        ),
        _ if is_key => (
            "the line `---` that opens the front matter is missing",
            "add a line `---` above this one",
        ),
        _ => return None,
    };
    is_closed.then(|| source.error(start..start + first.len(), message, help))
}

/// A head as it stands in a file: YAML between `---` lines, keys in the documented order, a list that
/// would make a long line with an item a line.
pub fn write<H: Serialize>(head: &H) -> Result<String, serde_yaml::Error> {
    let mut out = String::from("---\n");
    if let serde_yaml::Value::Mapping(map) = serde_yaml::to_value(head)? {
        for (key, value) in &map {
            out.push_str(&entry(key.as_str().unwrap_or_default(), value));
        }
    }
    out.push_str("---\n");
    Ok(out)
}

/// The length, in characters, from which a list has an item a line.
const LONG_LINE: usize = 100;

fn entry(key: &str, value: &serde_yaml::Value) -> String {
    let line = format!("{key}: {}\n", flow(value));
    match value {
        serde_yaml::Value::Sequence(items) if line.chars().count() > LONG_LINE => {
            let items = items.iter().map(|item| format!("  - {}\n", flow(item)));
            format!("{key}:\n{}", items.collect::<String>())
        }
        _ => line,
    }
}

/// A value in YAML's flow style, on one line.
fn flow(value: &serde_yaml::Value) -> String {
    use serde_yaml::Value;
    match value {
        Value::String(text) => scalar(text),
        Value::Sequence(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(map) => {
            let pairs = map
                .iter()
                .map(|(key, value)| format!("{}: {}", flow(key), flow(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Null | Value::Tagged(_) => "null".to_owned(),
    }
}

/// A text as a plain scalar where YAML reads it back as that very text in any style, otherwise
/// between double quotes (YAML 1.2, 7.3: JSON's escapes are YAML's).
fn scalar(text: &str) -> String {
    let plain_start = text.chars().next().is_some_and(char::is_alphanumeric);
    let plain_end = text
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_whitespace() && c != ':');
    let harmless =
        |c: char| !c.is_control() && !"\"#[]{},&*!|>%@`\\\u{feff}\u{2028}\u{2029}".contains(c);
    let plain = plain_start && plain_end && !text.contains(": ") && text.chars().all(harmless);
    if plain && is_string_to_yaml(text) {
        text.to_owned()
    } else {
        double_quoted(text)
    }
}

/// JSON's escapes, and those of the line breaks and marks that only YAML knows.
fn double_quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    let mut quoted = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted
}

/// Whether YAML takes the plain scalar for that very text, inside a list too, where its rules are
/// stricter: dates and weeks yes, numbers and booleans no.
fn is_string_to_yaml(text: &str) -> bool {
    let read = serde_yaml::from_str::<Vec<serde_yaml::Value>>(&format!("[{text}]"));
    let lower = text.to_ascii_lowercase();
    read.is_ok_and(|list| list == [serde_yaml::Value::from(text)])
        && !matches!(lower.as_str(), "yes" | "no" | "on" | "off" | "y" | "n")
}
