//! An article in full: on its own page, and as a story of its edition.

use serde::Serialize;

use super::address::Addresses;
use super::card::foreign;
use super::context::Context;
use super::credits::{self, ImageView, Notice, Reference, ReviewedView, SourceView};
use super::figures;
use super::html::{self, Place};
use super::takeaways::{self, Group};
use super::text::{self, DateView};
use crate::model::{Article, Entity, Ticker, slugify};

/// An article in full. Of one that may only be quoted, neither text nor key points nor picture.
#[derive(Debug, Serialize)]
pub(super) struct StoryView<'a> {
    /// Its own page.
    pub(super) url: String,
    /// Its title.
    pub(super) title: String,
    /// Its language, where it is not the site's.
    pub(super) lang: Option<&'a str>,
    /// When it was published.
    pub(super) date: DateView,
    /// Who wrote it.
    authors: Vec<String>,
    /// Who published it first, if not us.
    source: Option<SourceView<'a>>,
    /// One or two sentences.
    pub(super) summary: Option<String>,
    /// What to keep in mind.
    key_points_html: Vec<String>,
    /// A picture.
    image: Option<ImageView>,
    /// The points for decision-makers, by audience.
    takeaways: Vec<Group>,
    /// What it relies on.
    sources: Vec<Reference>,
    /// What a machine did to it.
    ai: Vec<Notice>,
    /// Who read it again.
    reviewed: Option<ReviewedView>,
    /// Its themes.
    themes: Vec<Link>,
    /// Who and what it names.
    entities: Vec<EntityLink<'a>>,
    /// Whether its text stands elsewhere only.
    is_quote: bool,
}

/// A name that leads to a page.
#[derive(Debug, Serialize)]
pub(super) struct Link {
    /// What to show.
    pub(super) label: String,
    /// Where it leads.
    pub(super) url: String,
}

/// A company, body or model that leads to its page.
#[derive(Debug, Serialize)]
struct EntityLink<'a> {
    /// Its name.
    label: String,
    /// Its page.
    url: String,
    /// What it is called at the exchange.
    ticker: Option<&'a Ticker>,
}

/// An article, read once, to stand on several pages.
#[derive(Debug)]
pub(super) struct Story<'a> {
    pub(super) article: &'a Article,
    pub(super) view: StoryView<'a>,
    /// Its text as HTML, before it is made to fit a page; none where it may only be quoted.
    html: Option<String>,
}

impl<'a> Story<'a> {
    pub(super) fn new(cx: &Context<'a>, article: &'a Article) -> Self {
        Self {
            article,
            view: view(cx, article),
            html: published_text(article, text::written),
        }
    }

    /// Its text as HTML on one of our pages, headings from `level` on; empty where it may only be quoted.
    pub(super) fn body_html(&self, cx: &Context<'_>, level: usize, id_prefix: &str) -> String {
        let place = text::here(cx.addresses, level, id_prefix);
        let html = self.html.as_deref().unwrap_or_default();
        html::fit(html, place)
    }
}

/// The text that may be published, as the HTML that `write` makes of a text and its language: all of it,
/// or nothing where the article may only be quoted.
pub(super) fn published_text(
    article: &Article,
    write: impl Fn(&str, &str) -> String,
) -> Option<String> {
    let body = article.published_body()?;
    Some(write(body, &article.lang))
}

/// The key points that may be published, as HTML for their place.
pub(super) fn key_points(article: &Article, place: Place<'_>) -> Vec<String> {
    let points = article.published_key_points().iter();
    points
        .map(|point| figures::mark(&text::point(point, &article.lang, place)))
        .collect()
}

fn view<'a>(cx: &Context<'a>, article: &'a Article) -> StoryView<'a> {
    let set = |words: &str| text::set(words, &article.lang);
    let paths = &cx.config.paths;
    let addresses = cx.addresses;
    let in_list = text::in_list(addresses);
    StoryView {
        url: addresses.article(article),
        title: set(&article.title),
        lang: foreign(&article.lang, cx.locale),
        date: DateView::new(article.date, cx.locale),
        authors: article.authors.iter().map(|name| set(name)).collect(),
        source: article
            .source
            .as_ref()
            .map(|s| credits::source(cx.basis(), article, s)),
        summary: article.summary.as_deref().map(set),
        key_points_html: key_points(article, in_list),
        image: article
            .published_image()
            .map(|image| ImageView::new(image, &article.lang, addresses)),
        takeaways: takeaways::groups(cx.basis(), &article.takeaways, &article.lang, in_list),
        sources: article
            .sources
            .iter()
            .filter_map(|s| credits::reference(s, &article.lang))
            .collect(),
        ai: article
            .ai
            .as_ref()
            .map(|ai| credits::notices(cx.locale, ai))
            .unwrap_or_default(),
        reviewed: article
            .reviewed
            .as_ref()
            .map(|reviewed| credits::review(cx.locale, reviewed)),
        themes: links(addresses, &paths.themes, &article.tags, &article.lang),
        entities: entities(addresses, &paths.entities, article),
        is_quote: article.is_quote(),
    }
}

fn entities<'a>(
    addresses: Addresses<'_>,
    section: &str,
    article: &'a Article,
) -> Vec<EntityLink<'a>> {
    let link = |entity: &'a Entity| EntityLink {
        label: text::set(&entity.name, &article.lang),
        url: addresses.within(section, &slugify(&entity.name)),
        ticker: entity.ticker.as_ref(),
    };
    article.entities.iter().map(link).collect()
}

fn links(addresses: Addresses<'_>, section: &str, names: &[String], lang: &str) -> Vec<Link> {
    let link = |name: &String| Link {
        label: text::set(name, lang),
        url: addresses.within(section, &slugify(name)),
    };
    names.iter().map(link).collect()
}
