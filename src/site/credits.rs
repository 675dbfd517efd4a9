//! Where a story comes from: its source, what it relies on, its picture, what a machine did to it, who
//! read it again.

use serde::Serialize;

use super::address::Addresses;
use super::setting::Setting;
use super::text::{self, DateView};
use crate::model::{
    Article, Disclosure, Image, Link, PartialDate, Reviewed, Section, Source, SourceLink, slugify,
};

/// Who published an article first.
#[derive(Debug, Serialize)]
pub(super) struct SourceView<'a> {
    /// The publisher's name.
    name: String,
    /// The original.
    url: Option<&'a str>,
    /// When the original was published, where that is not the article's own date.
    published: Option<DateView>,
    /// Our page of all articles from there, where the site has such pages.
    page: Option<String>,
}

/// Something that an article relies on.
#[derive(Debug, Serialize)]
pub(super) struct Reference {
    /// Its title, or its address where it has none.
    title: String,
    /// Where it stands.
    url: Option<String>,
}

/// A picture.
#[derive(Debug, Serialize)]
pub(super) struct ImageView {
    src: String,
    /// What it shows.
    alt: String,
    /// Whose it is.
    credit: Option<String>,
}

/// What a machine did to a text.
#[derive(Debug, Serialize)]
pub(super) struct Notice {
    /// The kind of help, in words.
    label: String,
    /// The author's notice.
    text: String,
}

/// Who read an article again.
#[derive(Debug, Serialize)]
pub(super) struct ReviewedView {
    by: String,
    on: DateView,
}

/// The source of an article.
pub(super) fn source<'a>(
    cx: &Setting<'_>,
    article: &Article,
    source: &'a Source,
) -> SourceView<'a> {
    let published = source.published.filter(|date| *date != article.date);
    SourceView {
        name: text::set(&source.name, cx.locale.own_rules()),
        url: source.url.as_ref().map(Link::as_str),
        published: published.map(|date| DateView::new(date, cx.locale)),
        page: cx.config.has(Section::Sources).then(|| {
            cx.addresses
                .within(&cx.config.paths.sources, &slugify(&source.name))
        }),
    }
}

/// Something that an article relies on; none where it has neither title nor address.
pub(super) fn reference(source: &SourceLink, lang: &str) -> Option<Reference> {
    let url = source.url.as_ref().map(|link| link.as_str().to_owned());
    let title = source.title.as_deref().map(|title| text::set(title, lang));
    Some(Reference {
        title: title.or_else(|| url.clone())?,
        url,
    })
}

impl ImageView {
    pub(super) fn new(image: &Image, lang: &str, addresses: Addresses<'_>) -> Self {
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
pub(super) fn notices(cx: &Setting<'_>, ai: &Disclosure) -> Vec<Notice> {
    let all = [
        ("ai_translation", &ai.translation),
        ("ai_assisted", &ai.assisted),
    ];
    let told = all.into_iter().filter_map(|(name, notice)| {
        Some(Notice {
            label: text::word(cx.locale, name).into_owned(),
            text: text::set(notice.as_deref()?, cx.locale.own_rules()),
        })
    });
    told.collect()
}

/// Who read an article again, and when.
pub(super) fn review(cx: &Setting<'_>, reviewed: &Reviewed) -> ReviewedView {
    ReviewedView {
        by: text::set(&reviewed.by, cx.locale.own_rules()),
        on: DateView::new(PartialDate::Day(reviewed.on), cx.locale),
    }
}
