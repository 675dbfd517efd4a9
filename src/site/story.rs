//! An article in full: on its own page, and as a story of its edition.

use serde::Serialize;

use super::card::foreign;
use super::deferred::{Deferred, Whole};
use super::figures;
use super::setting::Setting;
use crate::locale::Locale;
use crate::model::{Article, Entity, Section, Ticker, slugify};
use crate::templates::Ready;
use crate::view::address::Addresses;
use crate::view::credits::{
    self, CorrectionView, ImageView, Notice, Reference, ReviewedView, SourceView,
};
use crate::view::html;
use crate::view::pictures::{self, Where};
use crate::view::takeaways::{self, Group};
use crate::view::text::{self, DateView};

/// An article in full. Of one that may only be quoted, neither text nor key points nor picture.
#[derive(Debug, Serialize)]
struct StoryView<'a> {
    /// Its own page.
    url: String,
    /// Its title.
    title: String,
    /// Its language, where it is not the site's.
    lang: Option<&'a str>,
    /// When it was published.
    date: DateView,
    /// Who wrote it.
    authors: Vec<String>,
    /// Who published it first, if not us.
    source: Option<SourceView<'a>>,
    /// One or two sentences.
    summary: Option<String>,
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
    /// What was put right in it, the latest first.
    corrections: Vec<CorrectionView>,
    /// Its themes, where the site has pages of themes.
    themes: Vec<Link>,
    /// Who and what it names, where the site has pages of entities.
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
    /// What templates see of it, all but its text.
    pub(super) view: Deferred<'a, Whole<'a>, Ready>,
    html: Written<'a>,
}

/// A text as HTML, before it is made to fit a page; none where it may only be quoted.
type Written<'a> = Deferred<'a, Whole<'a>, Option<String>>;

/// A story's text as HTML that fits its page.
pub(super) type Fitted<'b, 'a> = Deferred<'b, InPlace<'b, 'a>, String>;

/// A story's text, and the story's number on the page of its edition; none on its own page.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct InPlace<'b, 'a> {
    html: &'b Written<'a>,
    number: Option<usize>,
    /// Whether it has the first picture of its own page.
    has_first: bool,
}

impl<'a> Story<'a> {
    pub(super) fn new(setting: &'a Setting<'a>, article: &'a Article) -> Self {
        Self {
            article,
            view: Deferred::new(setting, Whole(article), |setting, Whole(article)| {
                Ready::new(&view(setting, article))
            }),
            html: Deferred::new(setting, Whole(article), |setting, Whole(article)| {
                published_text(article, setting.locale, text::written, Where::Site)
            }),
        }
    }

    /// Its text as HTML on its own page, or on its edition's as the story of that number.
    pub(super) fn body_html<'b>(
        &'b self,
        setting: &'b Setting<'b>,
        number: Option<usize>,
    ) -> Fitted<'b, 'a> {
        let place = InPlace {
            html: &self.html,
            number,
            has_first: number.is_none() && self.article.image.is_none(),
        };
        Deferred::new(setting, place, fitted)
    }
}

/// Headings stand below the story's own title, and ids are told apart on the edition's page; empty where
/// the text may only be quoted.
fn fitted(setting: &Setting<'_>, story: InPlace<'_, '_>) -> String {
    let prefix = story
        .number
        .map(|number| format!("{}-", Addresses::anchor(number)));
    let level = if prefix.is_some() { 3 } else { 2 };
    let prefix = prefix.unwrap_or_default();
    let html = story.html.get().as_deref().unwrap_or_default();
    let html = html::fit(html, text::here(setting.addresses, level, &prefix));
    match story.has_first {
        true => pictures::first_at_once(html),
        false => html,
    }
}

/// The text that may be published, as the HTML that `write` makes of a text and its language, with pictures
/// as they are shown at a place: all of it, or nothing where the article may only be quoted.
pub(super) fn published_text(
    article: &Article,
    locale: &Locale,
    write: fn(&str, &str, &Locale) -> String,
    at: Where,
) -> Option<String> {
    let body = article.published_body()?;
    let html = write(body, &article.lang, locale);
    Some(pictures::set(html, &article.pictures, at))
}

/// The key points that may be published, as HTML for their place.
pub(super) fn key_points(article: &Article, rules: &str, place: html::Place<'_>) -> Vec<String> {
    let points = article.published_key_points().iter();
    points
        .map(|point| figures::mark(&text::point(point, rules, place)))
        .collect()
}

fn view<'a>(cx: &Setting<'_>, article: &'a Article) -> StoryView<'a> {
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
            .map(|s| credits::source(cx.basis(), article, s)),
        summary: article.summary.as_deref().map(set),
        key_points_html: key_points(article, rules, in_list),
        image: article.published_image().and_then(|image| {
            ImageView::new(image, &article.pictures, rules, (addresses, Where::Site))
        }),
        takeaways: takeaways::groups(cx.basis(), &article.takeaways, rules, in_list),
        sources: article
            .sources
            .iter()
            .filter_map(|s| credits::reference(s, rules))
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
        corrections: credits::corrections(cx.locale, article, rules),
        themes: links(cx, Section::Themes, &paths.themes, &article.tags, rules),
        entities: entities(cx, article),
        is_quote: article.is_quote(),
    }
}

fn entities<'a>(cx: &Setting<'_>, article: &'a Article) -> Vec<EntityLink<'a>> {
    if !cx.config.has(Section::Entities) {
        return Vec::new();
    }
    let rules = cx.locale.rules(&article.lang);
    let path = &cx.config.paths.entities;
    let link = |entity: &'a Entity| EntityLink {
        label: text::set(&entity.name, rules),
        url: cx.addresses.within(path, &slugify(&entity.name)),
        ticker: entity.ticker.as_ref(),
    };
    article.entities.iter().map(link).collect()
}

/// Names that lead to their pages in a section; none where the site has no such pages.
fn links(
    cx: &Setting<'_>,
    section: Section,
    path: &str,
    names: &[String],
    rules: &str,
) -> Vec<Link> {
    if !cx.config.has(section) {
        return Vec::new();
    }
    let link = |name: &String| Link {
        label: text::set(name, rules),
        url: cx.addresses.within(path, &slugify(name)),
    };
    names.iter().map(link).collect()
}
