//! A story as mails show it.

use serde::Serialize;

use super::body;
use crate::markdown::Document;
use crate::model::{Article, Chart, Extent, Picture, Story, Takeaway};
use crate::view::Basis;
use crate::view::address::Addresses;
use crate::view::credits::{
    self, CorrectionView, ImageView, Notice, Reference, ReviewedView, SourceView,
};
use crate::view::html::Place;
use crate::view::pictures::{self, Where};
use crate::view::takeaways::{self, Group};
use crate::view::text::{self, DateView};

/// A story. Of one that may only be quoted, neither text nor key points nor picture.
#[derive(Debug, Serialize)]
pub(super) struct StoryView<'a> {
    /// Its place, from 1.
    pub(super) number: usize,
    /// Its place on the edition's page.
    pub(super) anchor: String,
    pub(super) title: String,
    /// Its language, where it is not the newsletter's.
    lang: Option<&'a str>,
    /// Its own page.
    pub(super) url: String,
    pub(super) date: DateView,
    pub(super) authors: Vec<String>,
    /// Who published it first, if not us.
    pub(super) source: Option<SourceView<'a>>,
    pub(super) summary: Option<String>,
    key_points_html: Vec<String>,
    pub(super) image: Option<ImageView>,
    /// Its text; empty where it may only be quoted, and in a mail of summaries.
    body_html: String,
    pub(super) takeaways: Vec<Group>,
    /// What it relies on.
    pub(super) sources: Vec<Reference>,
    /// What a machine did to it.
    pub(super) ai: Vec<Notice>,
    pub(super) reviewed: Option<ReviewedView>,
    /// What was put right in it, the latest first.
    pub(super) corrections: Vec<CorrectionView>,
    /// Whether its text stands elsewhere only.
    pub(super) is_quote: bool,
    /// Whether its text stands on its page only.
    pub(super) is_cut: bool,
    #[serde(skip)]
    pub(super) article: &'a Article,
}

/// What all stories of a mail have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner<'b, 'a> {
    pub(super) basis: Basis<'a>,
    pub(super) extent: Extent,
    /// The edition's page.
    pub(super) edition: &'b str,
}

impl<'a> StoryView<'a> {
    /// A story with the takeaways that this mail's readers see.
    pub(super) fn new(story: &'a Story, takeaways: &[Takeaway], manner: Manner<'_, 'a>) -> Self {
        let Manner {
            basis,
            extent,
            edition,
        } = manner;
        let article = story.article.as_ref();
        let lang = article.lang.as_str();
        let url = basis.addresses.article(article);
        let place = place(basis, &url);
        let set = |words: &str| text::set(words, lang);
        let is_full = extent == Extent::Full;
        let source = article.source.as_ref();
        let body = article.published_body().filter(|_| is_full);
        let key_points = article.published_key_points().iter().filter(|_| is_full);
        Self {
            number: story.number,
            anchor: format!("{edition}#{}", Addresses::anchor(story.number)),
            title: set(&article.title),
            lang: (lang != basis.locale.lang()).then_some(lang),
            date: DateView::new(article.date, basis.locale).capital(),
            authors: article.authors.iter().map(|name| set(name)).collect(),
            source: source.map(|source| credits::source(basis, article, source)),
            summary: article.summary.as_deref().map(set),
            key_points_html: key_points
                .map(|point| text::point(point, lang, place))
                .collect(),
            image: article.published_image().and_then(|image| {
                let at = (basis.addresses, Where::Mail);
                ImageView::new(image, &article.pictures, lang, at)
            }),
            body_html: body
                .map(|body| prose(body, &article.pictures, lang, place))
                .unwrap_or_default(),
            takeaways: takeaways::groups(basis, takeaways, lang, place),
            sources: article
                .sources
                .iter()
                .filter_map(|source| credits::reference(source, lang))
                .collect(),
            ai: article
                .ai
                .as_ref()
                .map(|ai| credits::notices(basis.locale, ai))
                .unwrap_or_default(),
            reviewed: article
                .reviewed
                .as_ref()
                .map(|reviewed| credits::review(basis.locale, reviewed)),
            corrections: credits::corrections(basis.locale, article, lang),
            is_quote: article.is_quote(),
            is_cut: !is_full && !article.is_quote(),
            url,
            article,
        }
    }
}

/// The place of a text in a mail, whose own page is `page`: its headings stand under those of stories.
pub(super) fn place<'a>(basis: Basis<'a>, page: &'a str) -> Place<'a> {
    Place {
        level: 3,
        id_prefix: "",
        base: basis.addresses.base_url(),
        page,
    }
}

/// A text of Markdown, with the pictures beside it, as HTML for mails.
pub(super) fn prose(markdown: &str, shown: &[Picture], lang: &str, place: Place<'_>) -> String {
    let picture = |chart: &Chart| {
        cfg!(feature = "cards")
            .then(|| format!("{}{}", place.base, Addresses::chart_path(chart, lang)))
    };
    let html = Document::parse(markdown, lang).to_mail_html(picture);
    body::fit(&pictures::set(html, shown, Where::Mail), place)
}
