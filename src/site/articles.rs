//! The list of all articles, newest first, page by page.

use serde::Serialize;

use super::card::Card;
use super::context::Context;
use super::error::Error;
use super::frame::{self, Paging};
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use crate::model::Article;
use crate::view::text;

/// What `articles.html` sees.
#[derive(Debug, Serialize)]
struct ArticlesPage<'a> {
    page: PageView,
    articles: Vec<&'a Card<'a>>,
    paging: Paging,
}

/// Renders the list of all articles, where the site has one.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let per_page = cx.config.articles_per_page;
    if per_page == 0 {
        return Ok(());
    }
    let first = cx.addresses.section(&cx.config.paths.articles);
    let pages = frame::pages(&cx.library.articles, per_page);
    let mut numbered = (1..).zip(&pages);
    numbered.try_for_each(|(number, some)| {
        let paging = Paging::new(&first, number, pages.len(), cx);
        let articles = some.iter().map(AsRef::as_ref);
        page(cx, articles.collect(), paging)
    })
}

fn page<'a>(cx: &Context<'a>, articles: Vec<&'a Article>, paging: Paging) -> Result<(), Error> {
    let url = paging.url.clone();
    let about = About {
        title: paging.titled(&text::word(cx.locale, "all_articles")),
        description: text::word(cx.locale, "all_articles_about").into_owned(),
    };
    let view = ArticlesPage {
        page: PageView::of_list(cx.setting, &url, "all_articles", about),
        articles: cx.cards.of(articles.iter().copied()),
        paging,
    };
    let target = Target {
        url,
        owner: Owner::Page("the list of all articles"),
        listed: Listed::Since(cx.cards.last_change_of(articles)),
    };
    cx.page(target, "articles.html", &view)
}
