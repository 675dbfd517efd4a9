//! Where a story comes from: its source, what it relies on, its picture, what a machine did to it, who
//! read it again.

use serde::Serialize;

use super::address::Addresses;
use super::basis::Basis;
use super::text::{self, DateView};
use crate::locale::Locale;
use crate::model::{
    Article, Disclosure, Image, Link, PartialDate, Reviewed, Source, SourceLink, slugify,
};

/// Who published an article first.
#[derive(Debug, Serialize)]
pub(crate) struct SourceView<'a> {
    /// The publisher's name.
    pub(crate) name: String,
    /// The original.
    pub(crate) url: Option<&'a str>,
    /// When the original was published, where that is not the article's own date.
    pub(crate) published: Option<DateView>,
    /// Our page of all articles from there.
    page: String,
}

/// Something that an article relies on.
#[derive(Debug, Serialize)]
pub(crate) struct Reference {
    /// Its title, or its address where it has none.
    pub(crate) title: String,
    /// Where it stands.
    pub(crate) url: Option<String>,
}

/// A picture.
#[derive(Debug, Serialize)]
pub(crate) struct ImageView {
    pub(crate) src: String,
    /// What it shows.
    pub(crate) alt: String,
    /// Whose it is.
    pub(crate) credit: Option<String>,
}

/// What a machine did to a text.
#[derive(Debug, Serialize)]
pub(crate) struct Notice {
    /// The kind of help, in words.
    pub(crate) label: String,
    /// The author's notice.
    pub(crate) text: String,
}

/// Who read an article again.
#[derive(Debug, Serialize)]
pub(crate) struct ReviewedView {
    pub(crate) by: String,
    pub(crate) on: DateView,
}

/// The source of an article.
pub(crate) fn source<'a>(
    basis: Basis<'_>,
    article: &Article,
    source: &'a Source,
) -> SourceView<'a> {
    let published = source.published.filter(|date| *date != article.date);
    SourceView {
        name: text::set(&source.name, basis.locale.lang()),
        url: source.url.as_ref().map(Link::as_str),
        published: published.map(|date| DateView::new(date, basis.locale)),
        page: basis
            .addresses
            .within(&basis.addresses.paths.sources, &slugify(&source.name)),
    }
}

/// Something that an article relies on; none where it has neither title nor address.
pub(crate) fn reference(source: &SourceLink, lang: &str) -> Option<Reference> {
    let url = source.url.as_ref().map(|link| link.as_str().to_owned());
    let title = source.title.as_deref().map(|title| text::set(title, lang));
    Some(Reference {
        title: title.or_else(|| url.clone())?,
        url,
    })
}

impl ImageView {
    pub(crate) fn new(image: &Image, lang: &str, addresses: Addresses<'_>) -> Self {
        let src = if image.src.starts_with('/') {
            addresses.at(&image.src)
        } else {
            image.src.clone()
        };
        Self {
            src,
            alt: text::set(&image.alt, lang),
            credit: image
                .credit
                .as_deref()
                .map(|credit| text::set(credit, lang)),
        }
    }
}

/// What a machine did to a text, in the order in which readers are told.
pub(crate) fn notices(locale: &Locale, ai: &Disclosure) -> Vec<Notice> {
    let all = [
        ("ai_translation", &ai.translation),
        ("ai_assisted", &ai.assisted),
    ];
    let told = all.into_iter().filter_map(|(name, notice)| {
        Some(Notice {
            label: text::word(locale, name).into_owned(),
            text: text::set(notice.as_deref()?, locale.lang()),
        })
    });
    told.collect()
}

/// Who read an article again, and when.
pub(crate) fn review(locale: &Locale, reviewed: &Reviewed) -> ReviewedView {
    ReviewedView {
        by: text::set(&reviewed.by, locale.lang()),
        on: DateView::new(PartialDate::Day(reviewed.on), locale),
    }
}
