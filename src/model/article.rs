//! An article as meant: whole, checked, ready to be grouped and rendered.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::body::Body;
use super::chart::Chart;
use super::correction::Correction;
use super::date::{PartialDate, deserialize_day};
use super::digest::Digest;
use super::entity::Entity;
use super::picture::Picture;
use super::scalar::deserialize_scalar;
use super::takeaway::Takeaway;
use super::week::Week;
use super::words::Words;

/// An article that `content::load` found without fault. Text fields are as the author typed them;
/// typography is the renderer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Where it was read, relative to the site's folder; for messages.
    pub path: PathBuf,
    /// The digest of its file's path and text: with the settings, all that it was made from.
    pub digest: Digest,
    /// The last segment of its address, unique within its year.
    pub slug: String,
    /// The title, on one line.
    pub title: String,
    /// When it was published, as far as that is known.
    pub date: PartialDate,
    /// The week in whose edition it stands; none for what stands in archives and topics only.
    pub week: Option<Week>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it, if not us.
    pub source: Option<Source>,
    /// What it relies on.
    pub sources: Vec<SourceLink>,
    /// The rights that the author stated; none stated publishes in full, and `build` names the source.
    pub rights: Option<Rights>,
    /// The raw text that it was made of.
    pub imported: Option<Imported>,
    /// What a machine did to it, told to readers.
    pub ai: Option<Disclosure>,
    /// The language of its text, a BCP 47 tag: `fr`.
    pub lang: String,
    /// The slug of the article that this one is in another language.
    pub translation_of: Option<String>,
    /// Themes, as typed.
    pub tags: Vec<String>,
    /// Companies, bodies and models that it names, as typed.
    pub entities: Vec<Entity>,
    /// What to keep in mind, in Markdown, a line each.
    pub key_points: Vec<String>,
    /// A picture.
    pub image: Option<Image>,
    /// Its place in its edition, where the author fixed it.
    pub order: Option<u32>,
    /// Former addresses, each beginning with `/`.
    pub aliases: Vec<String>,
    /// Who read it again, and when.
    pub reviewed: Option<Reviewed>,
    /// What was put right after it was published, as typed.
    pub corrections: Vec<Correction>,
    /// The body in Markdown, without its `Pour les décideurs` section. A cache of articles does not hold it.
    #[serde(skip)]
    pub body: Body,
    /// The words that tell what it is about, of what may be published of it; none where the site does not
    /// compare its articles.
    pub words: Words,
    /// The charts of its body, in order.
    pub charts: Vec<Chart>,
    /// The points of its `Pour les décideurs` section.
    pub takeaways: Vec<Takeaway>,
    /// The pictures beside it that it names; of one that may only be quoted none. A cache does not hold them.
    #[serde(skip)]
    pub pictures: Vec<Picture>,
}

impl Article {
    /// Whether only the title, summary, takeaways and link may be published, never the body.
    pub fn is_quote(&self) -> bool {
        self.rights == Some(Rights::Quote)
    }

    /// The body that may be published; none where it may only be quoted.
    pub fn published_body(&self) -> Option<&str> {
        (!self.is_quote()).then_some(self.body.as_str())
    }

    /// The charts of the body that may be published.
    pub fn published_charts(&self) -> &[Chart] {
        if self.is_quote() { &[] } else { &self.charts }
    }

    /// The key points that may be published.
    pub fn published_key_points(&self) -> &[String] {
        if self.is_quote() {
            &[]
        } else {
            &self.key_points
        }
    }

    /// The picture that may be published.
    pub fn published_image(&self) -> Option<&Image> {
        self.image.as_ref().filter(|_| !self.is_quote())
    }
}

/// Who published an article, if not us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The publisher's name: `Reuters`.
    pub name: String,
    /// Where the original stands.
    pub url: Option<Link>,
    /// When the original was published.
    pub published: Option<PartialDate>,
}

/// Something that an article relies on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceLink {
    /// What it is called; without one, its address is shown.
    pub title: Option<String>,
    /// Where it stands.
    pub url: Option<Link>,
}

/// An address on the web: `http` or `https`, nothing that a browser would run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Link(String);

impl Link {
    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Link {
    type Err = String;

    /// Accepts `http://` and `https://` addresses without spaces.
    fn from_str(text: &str) -> Result<Self, String> {
        let lower = text.to_ascii_lowercase();
        let rest = lower
            .strip_prefix("https://")
            .or_else(|| lower.strip_prefix("http://"));
        match rest {
            Some(rest) if !rest.is_empty() && !text.contains(char::is_whitespace) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(format!(
                "« {text} » is not a web address; write it whole, from https://"
            )),
        }
    }
}

impl<'de> Deserialize<'de> for Link {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}

/// How much of somebody else's article may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rights {
    /// All of it.
    Full,
    /// Title, summary, takeaways and link; never the body.
    Quote,
}

/// What a machine did to a text, as readers are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// The notice of a machine translation.
    pub translation: Option<String>,
    /// The notice of other help by a machine.
    pub assisted: Option<String>,
}

/// A picture with what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// An `https` address, the name of a file beside the text, or the path of one under `static/`, beginning
    /// with `/`.
    pub src: String,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
}

/// Where a draft came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// The file's name or its address.
    pub from: String,
    /// The hash of the raw bytes, by which the same text is recognised.
    pub hash: String,
}

/// Who read an article again before it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// The reviewer's name.
    pub by: String,
    /// The day.
    #[serde(deserialize_with = "deserialize_day")]
    pub on: Date,
}
