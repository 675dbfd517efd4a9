//! Where a story comes from: its source, what it relies on, its picture, what a machine did to it, who
//! read it again.

use std::cmp::Reverse;

use serde::Serialize;

use super::address::Addresses;
use super::basis::Basis;
use super::pictures::{self, Where};
use super::text::{self, DateView};
use crate::locale::Locale;
use crate::model::{
    Article, Correction, Disclosure, Image, Link, PartialDate, Picture, Reviewed, Section, Source,
    SourceLink, slugify,
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
    /// Our page of all articles from there, where the site has such pages.
    page: Option<String>,
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
    /// Other files of it, among which browsers choose, with their widths: `/a-480.webp 480w, …`.
    srcset: Option<String>,
    /// How wide it is, in pixels, where that is known.
    pub(crate) width: Option<u32>,
    /// How high it is.
    pub(crate) height: Option<u32>,
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

/// Something put right in an article.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectionView {
    pub(crate) on: DateView,
    /// What was wrong and what is right.
    pub(crate) text: String,
}

/// The source of an article.
pub(crate) fn source<'a>(
    basis: Basis<'_>,
    article: &Article,
    source: &'a Source,
) -> SourceView<'a> {
    let published = source.published.filter(|date| *date != article.date);
    SourceView {
        name: text::set(&source.name, basis.locale.own_rules()),
        url: source.url.as_ref().map(Link::as_str),
        published: published.map(|date| DateView::new(date, basis.locale)),
        page: basis.has(Section::Sources).then(|| {
            let sources = &basis.addresses.paths.sources;
            basis.addresses.within(sources, &slugify(&source.name))
        }),
    }
}

/// Something that an article relies on; none where it has neither title nor address.
pub(crate) fn reference(source: &SourceLink, rules: &str) -> Option<Reference> {
    let url = source.url.as_ref().map(|link| link.as_str().to_owned());
    let title = source.title.as_deref().map(|title| text::set(title, rules));
    Some(Reference {
        title: title.or_else(|| url.clone())?,
        url,
    })
}

impl ImageView {
    /// A picture as it is shown at a place, with what an author's text has beside it; none where nobody would
    /// see it there.
    pub(crate) fn new(
        image: &Image,
        pictures: &[Picture],
        rules: &str,
        (addresses, at): (Addresses<'_>, Where),
    ) -> Option<Self> {
        let shown = pictures::shown(&image.src, pictures, at).transpose().ok()?;
        let here = |path: &str| match path.starts_with('/') {
            true => addresses.at(path),
            false => path.to_owned(),
        };
        let candidate = |(path, width): &(String, u32)| format!("{} {width}w", here(path));
        let srcset = shown.as_ref().and_then(|shown| shown.srcset.as_ref());
        let size = shown.as_ref().and_then(|shown| shown.size);
        Some(Self {
            src: here(shown.as_ref().map_or(&image.src, |shown| &shown.src)),
            srcset: srcset.map(|all| all.iter().map(candidate).collect::<Vec<_>>().join(", ")),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            alt: text::set(&image.alt, rules),
            credit: image
                .credit
                .as_deref()
                .map(|credit| text::set(credit, rules)),
        })
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
            text: text::set(notice.as_deref()?, locale.own_rules()),
        })
    });
    told.collect()
}

/// What was put right in an article, the latest first, in its language.
pub(crate) fn corrections(locale: &Locale, article: &Article, rules: &str) -> Vec<CorrectionView> {
    let mut all: Vec<&Correction> = article.corrections.iter().collect();
    all.sort_by_key(|correction| Reverse(correction.on));
    all.into_iter()
        .map(|one| corrected(locale, one, rules))
        .collect()
}

/// Something put right.
pub(crate) fn corrected(locale: &Locale, correction: &Correction, rules: &str) -> CorrectionView {
    CorrectionView {
        on: DateView::new(PartialDate::Day(correction.on), locale),
        text: text::set(&correction.text, rules),
    }
}

/// Who read an article again, and when.
pub(crate) fn review(locale: &Locale, reviewed: &Reviewed) -> ReviewedView {
    ReviewedView {
        by: text::set(&reviewed.by, locale.own_rules()),
        on: DateView::new(PartialDate::Day(reviewed.on), locale),
    }
}
