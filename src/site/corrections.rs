//! The page of everything that was put right, newest first; where nothing was, there is none.

use std::cmp::Reverse;

use serde::Serialize;

use super::card::{InShort, foreign, in_short};
use super::context::Context;
use super::deferred::Deferred;
use super::error::Error;
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use super::setting::Setting;
use crate::model::{Correction, Library};
use crate::view::credits::{self, CorrectionView};
use crate::view::text;

/// What `corrections.html` sees.
#[derive(Debug, Serialize)]
struct CorrectionsPage<'a> {
    page: PageView,
    corrections: Vec<Deferred<'a, Corrected<'a>, CorrectedView<'a>>>,
}

/// A correction with the article in which it was made.
#[derive(Debug, Clone, Copy, Serialize)]
struct Corrected<'a> {
    correction: &'a Correction,
    article: InShort<'a>,
}

/// A correction in the list.
#[derive(Debug, Serialize)]
struct CorrectedView<'a> {
    correction: CorrectionView,
    /// The article's title.
    title: String,
    /// The article's page.
    url: String,
    /// The article's language, where it is not the site's.
    lang: Option<&'a str>,
}

/// Whether something was put right.
pub(super) fn are_there(library: &Library) -> bool {
    let articles = &library.articles;
    articles
        .iter()
        .any(|article| !article.corrections.is_empty())
}

/// Renders the page of corrections.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if !are_there(cx.library) {
        return Ok(());
    }
    let articles = cx.library.articles.iter();
    let all = articles.flat_map(|article| {
        let of_article = |correction| Corrected {
            correction,
            article: in_short(article),
        };
        article.corrections.iter().map(of_article)
    });
    let mut all: Vec<Corrected<'_>> = all.collect();
    all.sort_by_key(|one| Reverse(one.correction.on));
    let url = cx.addresses.section(&cx.config.paths.corrections);
    let about = About {
        title: text::word(cx.locale, "corrections").into_owned(),
        description: text::word(cx.locale, "corrections_about").into_owned(),
    };
    let target = Target {
        url: url.clone(),
        owner: Owner::Page("the page of corrections"),
        listed: Listed::Since(all.first().map(|one| one.correction.on)),
    };
    let deferred = |one| Deferred::new(cx.setting, one, corrected);
    let view = CorrectionsPage {
        page: PageView::of_list(cx.setting, &url, "", about),
        corrections: all.into_iter().map(deferred).collect(),
    };
    cx.page(target, "corrections.html", &view)
}

fn corrected<'a>(setting: &Setting<'_>, one: Corrected<'a>) -> CorrectedView<'a> {
    let rules = setting.locale.rules(one.article.lang);
    CorrectedView {
        correction: credits::corrected(setting.locale, one.correction, rules),
        title: one.article.title(setting),
        url: one.article.url(setting),
        lang: foreign(one.article.lang, setting.locale),
    }
}
