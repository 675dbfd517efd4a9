//! The Atom feed (RFC 4287): the newest articles with their text.

use jiff::civil::Date;
use serde::Serialize;

use super::article::last_change;
use super::context::Context;
use super::error::Error;
use super::html::{self, Place};
use super::register::{Listed, Owner, Target};
use super::story::{self, published_text};
use super::takeaways::{self, Group};
use super::text;
use crate::model::{Article, Link};

/// What `feed.xml` sees.
#[derive(Debug, Serialize)]
struct FeedView {
    /// The home page, whole; it is the feed's id too.
    home: String,
    /// The feed itself, whole.
    url: String,
    /// When its newest entry changed (RFC 3339).
    updated: String,
    entries: Vec<EntryView>,
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
    let entries: Vec<_> = newest.map(|article| entry(cx, article)).collect();
    let updated = entries.iter().map(|entry| entry.updated.clone()).max();
    let url = cx.addresses.at("/feed.xml");
    let view = FeedView {
        home: cx.addresses.absolute(&cx.addresses.at("/")),
        url: cx.addresses.absolute(&url),
        updated: updated.unwrap_or_else(|| moment(Date::constant(1970, 1, 1))),
        entries,
    };
    let target = Target {
        url,
        owner: Owner::Page("the feed"),
        listed: Listed::No,
    };
    cx.page(target, "feed.xml", &view)
}

fn entry(cx: &Context<'_>, article: &Article) -> EntryView {
    let set = |words: &String| text::set(words, &article.lang);
    let published = article.date.first_day();
    let url = cx.addresses.absolute(&cx.addresses.article(article));
    EntryView {
        title: set(&article.title),
        lang: article.lang.clone(),
        published: moment(published),
        updated: moment(last_change(article).map_or(published, |day| day.max(published))),
        authors: article.authors.iter().map(set).collect(),
        themes: article.tags.iter().map(set).collect(),
        summary: article.summary.as_ref().map(set),
        content: content(cx, article, &url),
        url,
    }
}

fn content(cx: &Context<'_>, article: &Article, url: &str) -> String {
    let body = published_text(article, text::written_plainly);
    let elsewhere = Place {
        level: 2,
        id_prefix: "",
        base: cx.addresses.base_url(),
        page: url,
    };
    let title = text::set(&article.title, &article.lang);
    let source = article.source.as_ref();
    let view = ContentView {
        title: &title,
        summary: article
            .summary
            .as_deref()
            .map(|words| text::set(words, &article.lang)),
        source: source.map(|source| text::set(&source.name, cx.locale.lang())),
        source_url: source
            .and_then(|source| source.url.as_ref())
            .map(Link::as_str),
        key_points_html: story::key_points(article, elsewhere),
        body_html: body
            .map(|html| html::fit(&html, elsewhere))
            .unwrap_or_default(),
        takeaways: takeaways::groups(cx.basis(), &article.takeaways, &article.lang, elsewhere),
        is_quote: article.is_quote(),
    };
    cx.fill("feed_entry.html", &view).unwrap_or_default()
}

/// A day as the moment at which it begins.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
