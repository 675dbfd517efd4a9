//! The page of an article, and the redirects from its former addresses.

use jiff::civil::Date;
use serde::Serialize;

use super::context::Context;
use super::error::Error;
use super::frame::PageView;
use super::register::{Listed, Owner, Target};
use super::story::{Story, StoryView};
use super::text;
use crate::model::{Article, PartialDate};

/// What `article.html` sees.
#[derive(Debug, Serialize)]
struct ArticlePage<'a> {
    page: PageView,
    story: &'a StoryView<'a>,
    /// The text; empty where it may only be quoted.
    body_html: String,
    /// Where it stands in its edition.
    place: Option<Place<'a>>,
}

/// Where an article stands in its edition.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Place<'a> {
    /// Its number in the edition.
    pub(super) number: usize,
    /// « Édition de la semaine 5 »
    pub(super) edition_label: String,
    /// The story on the edition's page.
    pub(super) edition_url: String,
    /// The story before it in the edition.
    pub(super) previous: Option<Neighbour<'a>>,
    /// The story after it.
    pub(super) next: Option<Neighbour<'a>>,
}

/// A story beside another one in their edition.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Neighbour<'a> {
    /// Its title.
    label: String,
    /// Its own page.
    url: String,
    /// Its language, where it is not the site's.
    lang: Option<&'a str>,
}

/// What `redirect.html` sees.
#[derive(Debug, Serialize)]
struct RedirectPage<'a> {
    title: &'a str,
    /// Root-relative.
    url: &'a str,
    canonical: &'a str,
}

/// Renders the pages of an article that stands in no edition.
pub(super) fn alone<'a>(cx: &Context<'a>, article: &'a Article) -> Result<(), Error> {
    render(cx, &Story::new(cx, article), None)
}

/// Renders an article's page and a redirect for each of its aliases.
pub(super) fn render<'a>(
    cx: &Context<'a>,
    story: &Story<'a>,
    place: Option<Place<'a>>,
) -> Result<(), Error> {
    let view = ArticlePage {
        page: PageView {
            title: story.view.title.clone(),
            description: description(story),
            canonical: cx.addresses.absolute(&story.view.url),
            kind: "article",
            section: "",
        },
        story: &story.view,
        body_html: story.body_html(cx, 2, ""),
        place,
    };
    let target = Target {
        url: story.view.url.clone(),
        owner: Owner::Article(story.article),
        listed: Listed::Since(last_change(story.article)),
    };
    cx.page(target, "article.html", &view)?;
    story
        .article
        .aliases
        .iter()
        .try_for_each(|alias| redirect(cx, story, &view.page, alias))
}

fn redirect<'a>(
    cx: &Context<'a>,
    story: &Story<'a>,
    page: &PageView,
    alias: &str,
) -> Result<(), Error> {
    let view = RedirectPage {
        title: &page.title,
        url: &story.view.url,
        canonical: &page.canonical,
    };
    let target = Target {
        url: cx.addresses.at(&folder(alias)),
        owner: Owner::Alias(story.article),
        listed: Listed::No,
    };
    cx.page(target, "redirect.html", &view)
}

/// An alias as the address of a folder, unless its last segment names a file.
fn folder(alias: &str) -> String {
    let last = alias.rsplit('/').next().unwrap_or_default();
    if last.is_empty() || last.contains('.') {
        alias.to_owned()
    } else {
        format!("{alias}/")
    }
}

/// The summary, or the first words of the text where that may be published.
fn description(story: &Story<'_>) -> String {
    let article = story.article;
    match &story.view.summary {
        Some(summary) => summary.clone(),
        None if !article.is_quote() => text::opening(&article.body, &article.lang),
        None => story.view.title.clone(),
    }
}

/// The day since which an article is as it is, where one is known.
pub(super) fn last_change(article: &Article) -> Option<Date> {
    let published = match article.date {
        PartialDate::Day(day) => Some(day),
        _ => None,
    };
    let reviewed = article.reviewed.as_ref().map(|reviewed| reviewed.on);
    published.max(reviewed)
}

/// The day since which a list of articles is as it is, where one is known.
pub(super) fn last_change_of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Option<Date> {
    articles.into_iter().filter_map(last_change).max()
}

impl<'a> Neighbour<'a> {
    /// A story, for those beside it.
    pub(super) fn of(story: &Story<'a>) -> Self {
        Self {
            label: story.view.title.clone(),
            url: story.view.url.clone(),
            lang: story.view.lang,
        }
    }
}
