//! The head of one page: what search engines, feed readers and those who share it are told.

use jiff::civil::Date;
use serde::Serialize;

use super::data::{self, Graph};
use super::feeds::Links;
use super::setting::Setting;
use super::versions::Version;

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
    /// The language of its title and description, where it is not the site's.
    lang: Option<String>,
    /// Its language and territory, as Open Graph has them: `fr_FR`; none where the territory is not known.
    locale: Option<String>,
    /// The day on which it was published, where that is known.
    published: Option<Date>,
    /// The day of its last change, where that is a later one.
    modified: Option<Date>,
    /// The picture that is shown where the page is shared.
    picture: Option<Picture>,
    /// The page in every language that it has, its own among them; empty where it has one.
    versions: Vec<Version>,
    /// What it tells programs: JSON-LD, ready to stand in a `<script>`.
    data_html: Option<String>,
}

/// What a page is called, and what it holds.
pub(super) struct About {
    /// Its name, set.
    pub(super) title: String,
    /// What it holds, in a sentence, set.
    pub(super) description: String,
}

/// A picture that is shown where a page is shared.
#[derive(Debug, Serialize)]
pub(super) struct Picture {
    /// Whole.
    pub(super) url: String,
    /// What it shows.
    pub(super) alt: String,
    /// Its width and height in pixels, where they are known.
    pub(super) size: Option<(u32, u32)>,
}

impl PageView {
    /// The head of a page that leads to others, at a root-relative address, in a section of the menu.
    pub(super) fn of_list(
        setting: &Setting<'_>,
        url: &str,
        section: &'static str,
        about: About,
    ) -> Self {
        let title = about.title.clone();
        let page = Self::bare(setting, url, section, about);
        page.with_data(setting, || data::to_list(setting, section, (&title, url)))
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
            ..Self::bare(setting, url, section, about)
        }
    }

    /// The head of a page of which programs need to know nothing more.
    pub(super) fn bare(
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
            lang: None,
            locale: setting.locale.territory(setting.locale.lang()),
            published: None,
            modified: None,
            picture: None,
            versions: Vec::new(),
            data_html: None,
        }
    }

    /// The same page, with what it tells programs; that is made where a template shows it.
    pub(super) fn with_data(self, setting: &Setting<'_>, make: impl FnOnce() -> Graph) -> Self {
        let data_html = setting
            .pages_have_data
            .then(|| data::script(&make()))
            .flatten();
        Self { data_html, ..self }
    }

    /// The same page, with the picture that is shown where it is shared.
    pub(super) fn with_picture(self, picture: Option<Picture>) -> Self {
        Self { picture, ..self }
    }

    /// The same page of a text in a language that is not the site's, where one is given.
    pub(super) fn in_language(self, setting: &Setting<'_>, lang: Option<&str>) -> Self {
        match lang {
            Some(lang) => Self {
                lang: Some(lang.to_owned()),
                locale: setting.locale.territory(lang),
                ..self
            },
            None => self,
        }
    }

    /// The same page, with the pages in all languages of what it shows.
    pub(super) fn with_versions(self, versions: Vec<Version>) -> Self {
        Self { versions, ..self }
    }

    /// The same page, with the days on which it was published and last changed, as far as they are known.
    pub(super) fn with_days(self, published: Option<Date>, changed: Option<Date>) -> Self {
        Self {
            published,
            modified: changed.filter(|day| Some(*day) != published),
            ..self
        }
    }
}
