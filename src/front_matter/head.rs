//! Heads as typed: what the author left out is `None` or empty.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{
    self, Correction, Disclosure, Entity, Extent, Image, Imported, PartialDate, Reviewed, Rights,
    SourceLink, Week,
};

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
    /// The slug of the article that this one is in another language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<String>,
    /// Themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Companies, bodies and models named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
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
    /// What was put right after it was published.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
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
    /// How much of each story its page has, where that is not what the settings say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Extent>,
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

/// The head of a page beside the articles as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LeafletHead {
    /// Required of what is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Its address, where it is not the file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Its place among the pages of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    /// Whether it stays unpublished.
    #[serde(skip_serializing_if = "is_false")]
    pub draft: bool,
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
