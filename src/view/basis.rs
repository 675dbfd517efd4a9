//! What everything that readers see rests on.

use super::address::Addresses;
use crate::locale::Locale;
use crate::model::{Audience, Config};

/// The audiences, the words of the language, and where pages stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Basis<'a> {
    /// For whom takeaways are, in the order of the settings.
    pub(crate) audiences: &'a [Audience],
    /// The words of the site's language.
    pub(crate) locale: &'a Locale,
    /// Where pages stand.
    pub(crate) addresses: Addresses<'a>,
}

impl<'a> Basis<'a> {
    /// For readers elsewhere than on the site: every address is whole.
    pub(crate) fn elsewhere(config: &'a Config, locale: &'a Locale) -> Self {
        Self {
            audiences: &config.audiences,
            locale,
            addresses: Addresses::elsewhere(config),
        }
    }
}
