//! The head of one page: what search engines, feed readers and those who share it are told.

use serde::Serialize;

use super::feeds::Links;
use super::setting::Setting;

/// The head of one page.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    /// Its name, without the newsletter's; the newsletter's own on the home page.
    title: String,
    /// What it holds, in a sentence, for search engines and previews.
    description: String,
    /// Its own address, whole.
    canonical: String,
    /// What it is to those who share it: `website` or `article`.
    kind: &'static str,
    /// The section of the menu in which it stands; empty for none.
    section: &'static str,
    /// Its own feeds, where it has any.
    feeds: Option<Links>,
}

/// What a page is called, and what it holds.
pub(super) struct About {
    /// Its name, set.
    pub(super) title: String,
    /// What it holds, in a sentence, set.
    pub(super) description: String,
}

impl PageView {
    /// The head of a page that leads to others, at a root-relative address, in a section of the menu.
    pub(super) fn of_list(
        setting: &Setting<'_>,
        url: &str,
        section: &'static str,
        about: About,
    ) -> Self {
        Self {
            title: about.title,
            description: about.description,
            canonical: setting.addresses.absolute(url),
            kind: "website",
            section,
            feeds: None,
        }
    }

    /// The same head, of a page that has feeds of its own.
    pub(super) fn with_feeds(self, feeds: Option<Links>) -> Self {
        Self { feeds, ..self }
    }

    /// The head of a page that is read for itself: an article or an edition.
    pub(super) fn of_text(
        setting: &Setting<'_>,
        url: &str,
        section: &'static str,
        about: About,
    ) -> Self {
        Self {
            kind: "article",
            ..Self::of_list(setting, url, section, about)
        }
    }
}
