//! The Atom feed (RFC 4287): the newest articles with their text.

use jiff::civil::Date;
use serde::Serialize;

use super::article::last_change;
use super::context::Context;
use super::deferred::{Deferred, Whole};
use super::error::Error;
use super::register::{Listed, Owner, Target};
use super::setting::Setting;
use super::story::{self, published_text};
use crate::model::{Article, Link};
use crate::view::credits::{self, CorrectionView};
use crate::view::html::{self, Place};
use crate::view::takeaways::{self, Group};
use crate::view::text;

/// What `feed.xml` sees.
#[derive(Debug, Serialize)]
struct FeedView<'a> {
    /// The home page, whole; it is the feed's id too.
    home: String,
    /// The feed itself, whole.
    url: String,
    /// When its newest entry changed (RFC 3339).
    updated: String,
    entries: Vec<Deferred<'a, Whole<'a>, EntryView>>,
}

/// An article in the feed.
#[derive(Debug, Serialize)]
struct EntryView {
    /// Its page, whole; it is the entry's id too.
    url: String,
    title: String,
    lang: String,
    published: String,
    updated: String,
    /// Who wrote it, or who published it.
    authors: Vec<String>,
    themes: Vec<String>,
    summary: Option<String>,
    /// What `feed_entry.html` makes: the text as HTML, to be escaped.
    content: String,
}

/// What `feed_entry.html` sees.
#[derive(Debug, Serialize)]
struct ContentView<'a> {
    title: &'a str,
    corrections: Vec<CorrectionView>,
    summary: Option<String>,
    source: Option<String>,
    source_url: Option<&'a str>,
    key_points_html: Vec<String>,
    body_html: String,
    takeaways: Vec<Group>,
    is_quote: bool,
}

/// Renders the feed.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let newest = cx.library.articles.iter().take(cx.config.feed.entries);
    let updated = newest.clone().map(|article| updated(article)).max();
    let entries = newest.map(|article| Deferred::new(cx.setting, Whole(article), entry));
    let url = cx.addresses.at(&format!("/{}", cx.config.feed.file));
    let view = FeedView {
        home: cx.addresses.absolute(&cx.addresses.at("/")),
        url: cx.addresses.absolute(&url),
        updated: moment(updated.unwrap_or(Date::constant(1970, 1, 1))),
        entries: entries.collect(),
    };
    let target = Target {
        url,
        owner: Owner::Page("the feed"),
        listed: Listed::No,
    };
    cx.page(target, "feed.xml", &view)
}

/// The day since which an article is as it is; of a date that is no day, its first.
fn updated(article: &Article) -> Date {
    let published = article.date.first_day();
    last_change(article).map_or(published, |day| day.max(published))
}

fn entry(cx: &Setting<'_>, Whole(article): Whole<'_>) -> EntryView {
    let set = |words: &String| text::set(words, cx.locale.rules(&article.lang));
    let url = cx.addresses.absolute(&cx.addresses.article(article));
    EntryView {
        title: set(&article.title),
        lang: article.lang.clone(),
        published: moment(article.date.first_day()),
        updated: moment(updated(article)),
        authors: article.authors.iter().map(set).collect(),
        themes: article.tags.iter().map(set).collect(),
        summary: article.summary.as_ref().map(set),
        content: content(cx, article, &url),
        url,
    }
}

fn content(cx: &Setting<'_>, article: &Article, url: &str) -> String {
    let rules = cx.locale.rules(&article.lang);
    let body = published_text(article, cx.locale, text::written_plainly);
    let elsewhere = Place {
        level: 2,
        id_prefix: "",
        base: cx.addresses.base_url(),
        page: url,
    };
    let title = text::set(&article.title, rules);
    let source = article.source.as_ref();
    let view = ContentView {
        title: &title,
        corrections: credits::corrections(cx.locale, article, rules),
        summary: article
            .summary
            .as_deref()
            .map(|words| text::set(words, rules)),
        source: source.map(|source| text::set(&source.name, cx.locale.own_rules())),
        source_url: source
            .and_then(|source| source.url.as_ref())
            .map(Link::as_str),
        key_points_html: story::key_points(article, rules, elsewhere),
        body_html: body
            .map(|html| html::fit(&html, elsewhere))
            .unwrap_or_default(),
        takeaways: takeaways::groups(cx.basis(), &article.takeaways, rules, elsewhere),
        is_quote: article.is_quote(),
    };
    cx.fill("feed_entry.html", &view).unwrap_or_default()
}

/// A day as the moment at which it begins.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
