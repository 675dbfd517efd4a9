//! An article as an entry of feeds: all of it that may be published, with whole addresses. An entry is made
//! once, whatever the number of feeds in which it stands.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::channel::Dated;
use crate::model::{Article, Link, Section};
use crate::site::article::last_change;
use crate::site::context::Context;
use crate::site::deferred::{Deferred, Whole};
use crate::site::setting::Setting;
use crate::site::story::{self, published_text};
use crate::site::terms;
use crate::view::credits::{self, CorrectionView, Notice};
use crate::view::html::{self, Place};
use crate::view::pictures::Where;
use crate::view::takeaways::{self, Group};
use crate::view::text;

/// An entry of a feed.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// What it is known by, an address that never changes as long as its page does not move.
    pub(super) id: String,
    /// Its page, whole.
    pub(super) url: String,
    /// The original of what is only quoted here.
    pub(super) original: Option<String>,
    pub(super) title: String,
    pub(super) lang: String,
    /// RFC 3339; of a date that is no day, its first one.
    pub(super) published: String,
    /// The same, of its last change.
    pub(super) updated: String,
    /// Who wrote it.
    pub(super) authors: Vec<String>,
    pub(super) themes: Vec<String>,
    pub(super) summary: Option<String>,
    /// What `feed_entry.html` makes: the text as HTML, to be escaped.
    pub(super) content: String,
}

/// What `feed_entry.html` sees.
#[derive(Debug, Serialize)]
pub(super) struct ContentView<'a> {
    pub(super) title: String,
    /// What was put right.
    pub(super) corrections: Vec<CorrectionView>,
    pub(super) summary: Option<String>,
    pub(super) source: Option<String>,
    pub(super) source_url: Option<&'a str>,
    pub(super) key_points_html: Vec<String>,
    pub(super) body_html: String,
    pub(super) takeaways: Vec<Group>,
    /// What a machine did to it.
    pub(super) ai: Vec<Notice>,
    pub(super) is_quote: bool,
}

/// The entries of all articles that stand in a feed.
pub(super) struct Articles<'a> {
    entries: HashMap<(i16, &'a str), Deferred<'a, Whole<'a>, Entry>>,
    /// How many a feed has.
    most: usize,
}

impl<'a> Articles<'a> {
    pub(super) fn new(cx: &Context<'a>) -> Self {
        let most = cx.config.feed.entries;
        let kinds = terms::kinds(cx).into_iter();
        let fed = kinds.filter(|kind| has_feeds(cx, kind.section));
        let of_terms = fed.flat_map(|kind| kind.terms.terms.iter().map(|term| &term.articles));
        let lists = of_terms.chain([&cx.library.articles]);
        let newest = lists.flat_map(|list| list.iter().take(most));
        let entry = |article: &'a Article| Deferred::new(cx.setting, Whole(article), entry);
        Self {
            entries: newest.map(|a| (key(a), entry(a))).collect(),
            most,
        }
    }

    /// The entries of the newest of some articles, which are given newest first.
    pub(super) fn newest(&self, articles: &'a [Arc<Article>]) -> Vec<Dated<'_, 'a, Whole<'a>>> {
        let newest = articles.iter().take(self.most);
        let dated = newest.filter_map(|article| {
            Some(Dated {
                updated: updated(article),
                entry: self.entries.get(&key(article))?,
            })
        });
        dated.collect()
    }
}

/// Whether the pages of a section have feeds.
pub(super) fn has_feeds(setting: &Setting<'_>, section: Section) -> bool {
    setting.config.has(section) && setting.config.feed.sections.contains(&section)
}

/// What tells articles apart: a slug is unique within its year.
fn key(article: &Article) -> (i16, &str) {
    (article.date.year(), &article.slug)
}

/// The day since which an article is as it is; of a date that is no day, its first.
pub(super) fn updated(article: &Article) -> Date {
    let published = article.date.first_day();
    last_change(article).map_or(published, |day| day.max(published))
}

/// An article with the content that `content` makes for its place in a feed.
pub(super) fn of_article(
    cx: &Setting<'_>,
    article: &Article,
    content: impl Fn(Place<'_>) -> String,
) -> Entry {
    let set = |words: &String| text::set(words, cx.locale.rules(&article.lang));
    let url = cx.addresses.absolute(&cx.addresses.article(article));
    let source = article.source.as_ref().filter(|_| article.is_quote());
    let original = source.and_then(|source| source.url.as_ref());
    Entry {
        id: url.clone(),
        title: set(&article.title),
        original: original.map(|url| url.as_str().to_owned()),
        lang: article.lang.clone(),
        published: moment(article.date.first_day()),
        updated: moment(updated(article)),
        authors: article.authors.iter().map(set).collect(),
        themes: article.tags.iter().map(set).collect(),
        summary: article.summary.as_ref().map(set),
        content: content(elsewhere(cx, &url)),
        url,
    }
}

/// A place in a feed, for what stands on the page of that address.
pub(super) fn elsewhere<'a>(cx: &Setting<'a>, url: &'a str) -> Place<'a> {
    Place {
        level: 2,
        id_prefix: "",
        base: cx.addresses.base_url(),
        page: url,
    }
}

fn entry(cx: &Setting<'_>, Whole(article): Whole<'_>) -> Entry {
    of_article(cx, article, |place| {
        let view = content(cx, article, place);
        cx.fill("feed_entry.html", &view).unwrap_or_default()
    })
}

/// All that a feed shows of an article.
pub(super) fn content<'a>(
    cx: &Setting<'_>,
    article: &'a Article,
    place: Place<'_>,
) -> ContentView<'a> {
    let rules = cx.locale.rules(&article.lang);
    let body = published_text(article, cx.locale, text::written_plainly, Where::Feed);
    let source = article.source.as_ref();
    let ai = article.ai.as_ref();
    ContentView {
        title: text::set(&article.title, rules),
        corrections: credits::corrections(cx.locale, article, rules),
        summary: article
            .summary
            .as_deref()
            .map(|words| text::set(words, rules)),
        source: source.map(|source| text::set(&source.name, cx.locale.own_rules())),
        source_url: source
            .and_then(|source| source.url.as_ref())
            .map(Link::as_str),
        key_points_html: story::key_points(article, rules, place),
        body_html: body.map(|html| html::fit(&html, place)).unwrap_or_default(),
        takeaways: takeaways::groups(cx.basis(), &article.takeaways, rules, place),
        ai: ai
            .map(|ai| credits::notices(cx.locale, ai))
            .unwrap_or_default(),
        is_quote: article.is_quote(),
    }
}

/// A day as the moment at which it begins.
pub(super) fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
