//! The archives by year, and the list of all editions.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::card::Card;
use super::context::Context;
use super::edition::EditionCard;
use super::error::Error;
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use crate::model::Section;
use crate::view::text;

/// What `archives.html` sees.
#[derive(Debug, Serialize)]
struct ArchivesPage<'a> {
    page: PageView,
    /// Newest first.
    years: Vec<Year<'a>>,
}

/// A year of the archives.
#[derive(Debug, Default, Serialize)]
struct Year<'a> {
    year: i16,
    /// Its editions, newest first.
    editions: Vec<&'a EditionCard<'a>>,
    /// Its articles that stand in no edition, newest first.
    articles: Vec<&'a Card<'a>>,
}

/// What `editions.html` sees.
#[derive(Debug, Serialize)]
struct EditionsPage<'a> {
    page: PageView,
    /// All editions, newest first.
    editions: &'a [EditionCard<'a>],
}

/// Renders the archives, where the site has them.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if !cx.config.has(Section::Archives) {
        return Ok(());
    }
    let url = cx.addresses.section(&cx.config.paths.archives);
    let view = ArchivesPage {
        page: page(cx, "archives", "archives_about", &url),
        years: years(cx),
    };
    cx.page(target(cx, url, "the archives"), "archives.html", &view)
}

/// Renders the list of all editions.
pub(super) fn editions(cx: &Context<'_>) -> Result<(), Error> {
    let url = cx.addresses.section(&cx.config.paths.editions);
    let view = EditionsPage {
        page: page(cx, "editions", "editions_about", &url),
        editions: cx.edition_cards,
    };
    cx.page(
        target(cx, url, "the list of editions"),
        "editions.html",
        &view,
    )
}

fn years<'a>(cx: &Context<'a>) -> Vec<Year<'a>> {
    let mut years: BTreeMap<Reverse<i16>, Year<'a>> = BTreeMap::new();
    for (edition, card) in cx.library.editions.iter().zip(cx.edition_cards) {
        let year = years.entry(Reverse(edition.week.year())).or_default();
        year.editions.push(card);
    }
    for article in &cx.library.loose {
        let year = years.entry(Reverse(article.date.year())).or_default();
        year.articles.extend(cx.cards.of([article.as_ref()]));
    }
    let named = |(Reverse(year), of_year): (Reverse<i16>, Year<'a>)| Year { year, ..of_year };
    years.into_iter().map(named).collect()
}

fn page(cx: &Context<'_>, section: &'static str, about: &'static str, url: &str) -> PageView {
    let about = About {
        title: text::word(cx.locale, section).into_owned(),
        description: text::word(cx.locale, about).into_owned(),
    };
    PageView::of_list(cx.setting, url, section, about)
}

fn target<'a>(cx: &Context<'a>, url: String, name: &'static str) -> Target<'a> {
    Target {
        url,
        owner: Owner::Page(name),
        listed: Listed::Since(cx.last_change),
    }
}
