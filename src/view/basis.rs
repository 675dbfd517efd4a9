//! What everything that readers see rests on.

use super::address::Addresses;
use crate::locale::Locale;
use crate::model::{Audience, Config, Section};

/// The audiences, the words of the language, and where pages stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Basis<'a> {
    /// For whom takeaways are, in the order of the settings.
    pub(crate) audiences: &'a [Audience],
    /// The sections that the site has besides editions and articles.
    sections: &'a [Section],
    /// The words of the site's language.
    pub(crate) locale: &'a Locale,
    /// Where pages stand.
    pub(crate) addresses: Addresses<'a>,
}

impl<'a> Basis<'a> {
    /// For readers on the site.
    pub(crate) fn here(config: &'a Config, locale: &'a Locale) -> Self {
        Self::of(config, locale, Addresses::new(config))
    }

    /// For readers elsewhere than on the site: every address is whole.
    pub(crate) fn elsewhere(config: &'a Config, locale: &'a Locale) -> Self {
        Self::of(config, locale, Addresses::elsewhere(config))
    }

    /// Whether the site has a section, so that links can lead to its pages.
    pub(crate) fn has(self, section: Section) -> bool {
        self.sections.contains(&section)
    }

    fn of(config: &'a Config, locale: &'a Locale, addresses: Addresses<'a>) -> Self {
        Self {
            audiences: &config.audiences,
            sections: &config.sections,
            locale,
            addresses,
        }
    }
}
