//! An edition: one week's issue of the briefing.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::article::{Article, Image};
use super::config::{EditionSettings, Extent};
use super::picture::Picture;
use super::takeaway::{AudienceId, Takeaway};
use super::week::Week;

/// What the editor wrote in `content/editions/2026-W05.md`, found without fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionNote {
    /// Where it was read, relative to the site's folder; for messages.
    pub path: PathBuf,
    /// The edition's week, from the file's name.
    pub week: Week,
    /// The edition's title.
    pub title: Option<String>,
    /// Its number in the series, where the editor counts.
    pub number: Option<u32>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// A picture.
    pub cover: Option<Image>,
    /// Slugs of this week's articles, in the order that the editor fixed; all of them exist.
    pub stories: Vec<String>,
    /// How much of each story its page has, where that is not what the settings say.
    pub extent: Option<Extent>,
    /// The introduction, in Markdown; empty where there is none.
    pub introduction: String,
    /// The `## Conclusion` section.
    pub conclusion: Option<Conclusion>,
    /// The pictures beside it that it names.
    pub pictures: Vec<Picture>,
}

impl EditionNote {
    /// Whether the editor has written nothing yet that readers would see beside a title.
    pub fn is_empty(&self) -> bool {
        let Self {
            summary,
            cover,
            introduction,
            conclusion,
            ..
        } = self;
        summary.is_none() && cover.is_none() && introduction.is_empty() && conclusion.is_none()
    }
}

/// The section that closes an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// Its heading as typed: `Conclusion`, or `Conclusion : …`.
    pub title: String,
    /// Its text in Markdown, without its takeaways.
    pub body: String,
    /// The points of its own `Pour les décideurs` section.
    pub takeaways: Vec<Takeaway>,
}

/// All stories of one week, in order, with what the editor wrote around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The ISO week.
    pub week: Week,
    /// First and last day that it covers.
    pub period: (Date, Date),
    /// What the editor wrote; none where the week has articles only.
    pub note: Option<EditionNote>,
    /// The stories, numbered from 1.
    pub stories: Vec<Story>,
}

impl Edition {
    /// How much of each story its page has: what its note says, or else the settings.
    pub fn extent(&self, settings: EditionSettings) -> Extent {
        let own = self.note.as_ref().and_then(|note| note.extent);
        own.unwrap_or(settings.stories)
    }

    /// All points for decision-makers: those of its stories, in order, then its conclusion's.
    pub fn takeaways(&self) -> impl Iterator<Item = &Takeaway> {
        let stories = self.stories.iter();
        let note = self.note.iter();
        let closing = note.filter_map(|note| note.conclusion.as_ref());
        stories
            .flat_map(|story| &story.article.takeaways)
            .chain(closing.flat_map(|conclusion| &conclusion.takeaways))
    }

    /// Whether it tells an audience something of its own.
    pub fn tells(&self, audience: &AudienceId) -> bool {
        self.takeaways()
            .any(|takeaway| takeaway.audience.as_ref() == Some(audience))
    }
}

/// An article as it stands in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Its place, from 1.
    pub number: usize,
    /// The article.
    pub article: Arc<Article>,
}
