//! The home page: the latest edition in full, then the editions before it. And the pages of the site
//! itself: nothing here, what robots may do.

use serde::Serialize;

use super::card::Card;
use super::context::Context;
use super::data;
use super::edition::{self, EditionCard, EditionView};
use super::error::Error;
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use super::sharing;

/// How many editions home names beside the latest.
const EARLIER: usize = 12;

/// What `home.html` sees.
#[derive(Debug, Serialize)]
struct HomePage<'b, 'a> {
    page: PageView,
    /// The latest edition; none before the first one.
    edition: Option<EditionView<'b, 'a>>,
    /// The editions before it, newest first.
    earlier: Vec<&'a EditionCard<'a>>,
    /// The newest articles of a site that has no edition yet.
    articles: Vec<&'a Card<'a>>,
}

/// What `404.html` and `robots.txt` see: pages of words alone.
#[derive(Debug, Serialize)]
struct PlainPage {
    page: PageView,
}

/// Renders the home page.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let editions = &cx.library.editions;
    let latest = editions.first();
    let stories = latest
        .map(|latest| edition::stories(cx, latest))
        .unwrap_or_default();
    let loose = if latest.is_some() {
        &[]
    } else {
        &cx.library.loose[..]
    };
    let url = cx.addresses.at("/");
    let view = HomePage {
        page: page(cx)
            .with_picture(latest.and_then(|edition| sharing::of_edition(cx.setting, edition)))
            .with_data(cx.setting, || data::of_newsletter(cx.setting)),
        edition: latest.map(|_| edition::view(cx, 0, &stories, &url)),
        earlier: cx.edition_cards.iter().skip(1).take(EARLIER).collect(),
        articles: cx.cards.of(loose.iter().take(EARLIER).map(AsRef::as_ref)),
    };
    let target = Target {
        url,
        owner: Owner::Page("the home page"),
        listed: Listed::Since(latest.and_then(|e| cx.cards.last_change_of(edition::articles(e)))),
    };
    cx.page(target, "home.html", &view)
}

/// Renders the page that answers where there is none.
pub(super) fn not_found(cx: &Context<'_>) -> Result<(), Error> {
    let target = Target {
        url: cx.addresses.at("/404.html"),
        owner: Owner::Page("the page of what is not found"),
        listed: Listed::No,
    };
    cx.page(target, "404.html", &PlainPage { page: page(cx) })
}

/// Tells robots that they may read everything, and where the sitemap is.
pub(super) fn robots(cx: &Context<'_>) -> Result<(), Error> {
    let target = Target {
        url: cx.addresses.at("/robots.txt"),
        owner: Owner::Page("robots.txt"),
        listed: Listed::No,
    };
    cx.page(target, "robots.txt", &PlainPage { page: page(cx) })
}

fn page(cx: &Context<'_>) -> PageView {
    let set = |words: &str| crate::view::text::set(words, cx.locale.own_rules());
    let description = match cx.config.description.as_str() {
        "" => &cx.config.title,
        description => description,
    };
    let about = About {
        title: set(&cx.config.title),
        description: set(description),
    };
    PageView::bare(cx.setting, &cx.addresses.at("/"), "home", about)
}
