//! What a head gains beyond what the text says of itself: entities with their tickers, themes, rights.

use super::head::Common;
use super::themes::{self, Themes};
use crate::import::block::{Block, Field, Role};
use crate::import::draft::Options;
use crate::import::entities::{self, Known, Listing, Prose};
use crate::import::words;
use crate::model::{Entity, ImportSettings, Rights, Source};

/// What enriches heads, for all texts of one run alike.
pub(crate) struct Enrich<'a> {
    own: Known,
    embedded: &'static Known,
    themes: &'static Themes,
    settings: &'a ImportSettings,
    site_lang: &'a str,
}

impl<'a> Enrich<'a> {
    /// With hebdo's data files and the editor's own list; or what is wrong with hebdo's.
    pub(crate) fn new(options: &'a Options) -> Result<Self, String> {
        Ok(Self {
            own: Known::own(&options.settings.entities)?,
            embedded: entities::embedded()?,
            themes: themes::embedded()?,
            settings: &options.settings,
            site_lang: &options.lang,
        })
    }

    /// The editor's list, then hebdo's.
    pub(crate) fn lists(&self) -> [&Known; 2] {
        [&self.own, self.embedded]
    }

    /// The entities that a text names, with the tickers that it states.
    pub(crate) fn entities(&self, prose: &Prose<'_>, listed: &[&Listing]) -> Vec<Entity> {
        entities::propose(prose, listed, &self.lists())
    }

    /// The tags that a text states, then those that its words speak for.
    pub(crate) fn tags(&self, mut stated: Vec<String>, prose: &Prose<'_>) -> Vec<String> {
        for theme in themes::propose(prose, self.themes, self.site_lang) {
            if !stated
                .iter()
                .any(|tag| words::fold(tag) == words::fold(&theme))
            {
                stated.push(theme);
            }
        }
        stated
    }

    /// How much may be published: as the editor says now, else as the settings do.
    pub(crate) fn rights(&self, said: Option<Rights>, source: Option<&Source>) -> Option<Rights> {
        said.or_else(|| self.settings.rights.of(source.map(|s| s.name.as_str())))
    }
}

/// What names are looked for in, of an article that these blocks make.
pub(crate) fn prose<'b>(
    common: &'b Common,
    title: Option<&'b str>,
    blocks: &'b [Block],
) -> Prose<'b> {
    let says = |b: &&Block| b.is_kept() || b.role == Role::Moved(Field::KeyPoint);
    let texts = blocks.iter().filter(says).map(|b| b.text.as_str());
    Prose {
        title,
        texts: common.summary.as_deref().into_iter().chain(texts).collect(),
        lang: common.lang.as_deref().unwrap_or_default(),
    }
}
