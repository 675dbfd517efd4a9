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
use crate::model::{Article, Section, slugify};

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
    /// Its themes, where the site has pages of themes.
    themes: Vec<Link>,
    /// Who and what it names, where the site has pages of entities.
    entities: Vec<Link>,
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
            html: published_text(article, cx.locale.rules(&article.lang)),
        }
    }

    /// Its text as HTML on one of our pages, headings from `level` on; empty where it may only be quoted.
    pub(super) fn body_html(&self, cx: &Context<'_>, level: usize, id_prefix: &str) -> String {
        let place = text::here(cx.addresses, level, id_prefix);
        let html = self.html.as_deref().unwrap_or_default();
        html::fit(html, place)
    }
}

/// The text that may be published, as HTML: all of it, or nothing where the article may only be quoted.
pub(super) fn published_text(article: &Article, rules: &str) -> Option<String> {
    (!article.is_quote()).then(|| text::written(&article.body, rules))
}

/// The key points that may be published, as HTML for their place.
pub(super) fn key_points(article: &Article, rules: &str, place: Place<'_>) -> Vec<String> {
    if article.is_quote() {
        return Vec::new();
    }
    let points = article.key_points.iter();
    points
        .map(|point| figures::mark(&text::point(point, rules, place)))
        .collect()
}

fn view<'a>(cx: &Context<'a>, article: &'a Article) -> StoryView<'a> {
    let rules = cx.locale.rules(&article.lang);
    let set = |words: &str| text::set(words, rules);
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
            .map(|s| credits::source(cx, article, s)),
        summary: article.summary.as_deref().map(set),
        key_points_html: key_points(article, rules, in_list),
        image: article
            .image
            .as_ref()
            .filter(|_| !article.is_quote())
            .map(|image| ImageView::new(image, rules, addresses)),
        takeaways: takeaways::groups(cx, &article.takeaways, rules, in_list),
        sources: article
            .sources
            .iter()
            .filter_map(|s| credits::reference(s, rules))
            .collect(),
        ai: article
            .ai
            .as_ref()
            .map(|ai| credits::notices(cx, ai))
            .unwrap_or_default(),
        reviewed: article
            .reviewed
            .as_ref()
            .map(|reviewed| credits::review(cx, reviewed)),
        themes: cx
            .config
            .has(Section::Themes)
            .then(|| links(addresses, &paths.themes, &article.tags, rules))
            .unwrap_or_default(),
        entities: cx
            .config
            .has(Section::Entities)
            .then(|| links(addresses, &paths.entities, &article.entities, rules))
            .unwrap_or_default(),
        is_quote: article.is_quote(),
    }
}

fn links(addresses: Addresses<'_>, section: &str, names: &[String], rules: &str) -> Vec<Link> {
    let link = |name: &String| Link {
        label: text::set(name, rules),
        url: addresses.within(section, &slugify(name)),
    };
    names.iter().map(link).collect()
}
