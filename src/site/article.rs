//! The page of an article, and the redirects from its former addresses.

use jiff::civil::Date;
use serde::Serialize;

use super::card::{Card, InShort, foreign, in_short};
use super::context::Context;
use super::data;
use super::deferred::{Deferred, Whole};
use super::error::Error;
use super::kin::{self, KinView};
use super::page::{About, PageView};
use super::redirect::RedirectPage;
use super::register::{Listed, Owner, Target};
use super::setting::Setting;
use super::sharing;
use super::story::{Fitted, Story};
use super::versions::versions;
use crate::model::{Article, PartialDate, Week};
use crate::templates::Ready;
use crate::view::address::Addresses;
use crate::view::text;

/// What `article.html` sees.
#[derive(Debug, Serialize)]
struct ArticlePage<'b, 'a> {
    page: Deferred<'a, Subject<'a>, PageView>,
    story: &'b Deferred<'a, Whole<'a>, Ready>,
    /// The text; empty where it may only be quoted.
    body_html: Fitted<'b, 'a>,
    /// Where it stands in its edition.
    place: Option<Deferred<'a, Spot<'a>, Place<'a>>>,
    /// The article after it among all of the site, by date.
    newer: Option<&'a Card<'a>>,
    /// The article before it.
    older: Option<&'a Card<'a>>,
    /// Articles of its time on the same subject.
    related: Vec<KinView<'a>>,
    /// Articles from before these.
    background: Vec<KinView<'a>>,
}

/// An article, and in which languages it stands.
#[derive(Debug, Clone, Copy, Serialize)]
struct Subject<'a> {
    article: Whole<'a>,
    versions: &'a [InShort<'a>],
}

/// A story's number in its edition, and those beside it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Spot<'a> {
    pub(super) week: Week,
    /// From 1.
    pub(super) number: usize,
    pub(super) previous: Option<&'a Card<'a>>,
    pub(super) next: Option<&'a Card<'a>>,
}

/// Where an article stands in its edition.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Place<'a> {
    /// Its number in the edition.
    number: usize,
    /// The edition's week.
    week: Week,
    /// The edition's page.
    edition: String,
    /// « Édition de la semaine 5 »
    edition_label: String,
    /// The story on the edition's page.
    edition_url: String,
    /// The story before it in the edition.
    previous: Option<Neighbour<'a>>,
    /// The story after it.
    next: Option<Neighbour<'a>>,
}

/// A story beside another one in their edition.
#[derive(Debug, Clone, Serialize)]
struct Neighbour<'a> {
    /// Its title.
    label: String,
    /// Its own page.
    url: String,
    /// Its language, where it is not the site's.
    lang: Option<&'a str>,
}

/// Renders the pages of an article that stands in no edition.
pub(super) fn alone<'a>(cx: &Context<'a>, article: &'a Article) -> Result<(), Error> {
    render(cx, &Story::new(cx.setting, article), None)
}

/// Renders an article's page and a redirect for each of its aliases.
pub(super) fn render<'a>(
    cx: &Context<'a>,
    story: &Story<'a>,
    spot: Option<Spot<'a>>,
) -> Result<(), Error> {
    let article = story.article;
    let (newer, older) = cx.cards.beside(article);
    let subject = Subject {
        article: Whole(article),
        versions: cx.versions.of(article),
    };
    let kindred = kin::of(cx, article);
    let view = ArticlePage {
        page: Deferred::new(cx.setting, subject, page),
        story: &story.view,
        body_html: story.body_html(cx.setting, None),
        place: spot.map(|spot| Deferred::new(cx.setting, spot, place)),
        newer,
        older,
        related: kindred.same,
        background: kindred.before,
    };
    let target = Target {
        url: cx.addresses.article(article),
        owner: Owner::Article(article),
        listed: Listed::Since(last_change(article)),
    };
    cx.page(target, "article.html", &view)?;
    let mut aliases = article.aliases.iter();
    aliases.try_for_each(|alias| redirect(cx, article, alias))
}

fn redirect<'a>(cx: &Context<'a>, article: &'a Article, alias: &str) -> Result<(), Error> {
    let view = Deferred::new(cx.setting, Whole(article), |setting, article| {
        let url = setting.addresses.article(article.0);
        RedirectPage {
            title: in_short(article.0).title(setting),
            lang: foreign(&article.0.lang, setting.locale).map(str::to_owned),
            canonical: setting.addresses.absolute(&url),
            url,
        }
    });
    let target = Target {
        url: cx.addresses.at(&folder(alias)),
        owner: Owner::Alias(article),
        listed: Listed::No,
    };
    cx.page(target, "redirect.html", &view)
}

fn page(setting: &Setting<'_>, subject: Subject<'_>) -> PageView {
    let article = subject.article.0;
    let in_short = in_short(article);
    let about = About {
        title: in_short.title(setting),
        description: description(setting, article),
    };
    let published = match article.date {
        PartialDate::Day(day) => Some(day),
        _ => None,
    };
    let original = subject.versions.first();
    let original = original.filter(|_| article.translation_of.is_some());
    let picture = sharing::of_article(setting, article);
    let card = picture.iter().map(|picture| picture.url.clone()).collect();
    PageView::of_text(setting, &in_short.url(setting), "", about)
        .in_language(setting, foreign(&article.lang, setting.locale))
        .with_versions(versions(setting, subject.versions))
        .with_days(published, last_change(article))
        .with_picture(picture)
        .with_data(setting, || {
            let original = original.map(|original| original.url(setting));
            data::of_article(setting, article, card, original)
        })
}

fn place<'a>(setting: &Setting<'_>, spot: Spot<'a>) -> Place<'a> {
    let edition = setting.addresses.edition(spot.week);
    Place {
        number: spot.number,
        week: spot.week,
        edition_label: text::of_week(setting.locale, "edition_of", spot.week),
        edition_url: format!("{edition}#{}", Addresses::anchor(spot.number)),
        edition,
        previous: spot
            .previous
            .map(|card| neighbour(setting, card.made_from())),
        next: spot.next.map(|card| neighbour(setting, card.made_from())),
    }
}

/// A story, for those beside it.
fn neighbour<'a>(setting: &Setting<'_>, story: InShort<'a>) -> Neighbour<'a> {
    Neighbour {
        label: story.title(setting),
        url: story.url(setting),
        lang: foreign(story.lang, setting.locale),
    }
}

/// An alias as the address of a folder, unless its last segment names a file.
pub(super) fn folder(alias: &str) -> String {
    let last = alias.rsplit('/').next().unwrap_or_default();
    if last.is_empty() || last.contains('.') {
        alias.to_owned()
    } else {
        format!("{alias}/")
    }
}

/// The summary, or the first words of the text where that may be published.
fn description(setting: &Setting<'_>, article: &Article) -> String {
    let rules = setting.locale.rules(&article.lang);
    match &article.summary {
        Some(summary) => text::set(summary, rules),
        None if !article.is_quote() => text::opening(&article.body, rules),
        None => text::set(&article.title, rules),
    }
}

/// The day since which an article is as it is, where one is known.
pub(super) fn last_change(article: &Article) -> Option<Date> {
    let published = match article.date {
        PartialDate::Day(day) => Some(day),
        _ => None,
    };
    let reviewed = article.reviewed.as_ref().map(|reviewed| reviewed.on);
    let corrected = article.corrections.iter().map(|correction| correction.on);
    corrected.max().max(reviewed).max(published)
}

/// The day since which a list of articles is as it is, where one is known.
pub(super) fn last_change_of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Option<Date> {
    articles.into_iter().filter_map(last_change).max()
}
