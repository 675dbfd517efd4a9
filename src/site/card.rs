//! The short form of an article, as lists show it: never its text.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use super::address::Addresses;
use super::text::{self, DateView};
use crate::locale::Locale;
use crate::model::{Article, Library};

/// An article in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Card<'a> {
    /// Its page.
    pub(super) url: String,
    /// Its title.
    pub(super) title: String,
    /// Its language, where it is not the site's.
    pub(super) lang: Option<&'a str>,
    /// When it was published.
    pub(super) date: DateView,
    /// One or two sentences.
    pub(super) summary: Option<String>,
    /// The name of who published it.
    pub(super) source: Option<String>,
}

/// The cards of all articles, newest first, and where each stands.
#[derive(Debug)]
pub(super) struct Cards<'a> {
    all: Vec<Card<'a>>,
    places: HashMap<(i16, &'a str), usize>,
}

impl<'a> Cards<'a> {
    /// Makes the card of each article of a library.
    pub(super) fn new(library: &'a Library, addresses: Addresses<'a>, locale: &Locale) -> Self {
        let articles = &library.articles;
        let cards = articles.par_iter();
        Self {
            all: cards
                .map(|article| card(article, addresses, locale))
                .collect(),
            places: (0..).zip(articles).map(|(at, a)| (key(a), at)).collect(),
        }
    }

    /// The articles next to one among all of the site: the newer and the older.
    pub(super) fn beside(&self, article: &Article) -> (Option<&Card<'a>>, Option<&Card<'a>>) {
        let at = self.places.get(&key(article)).copied();
        let newer = at.and_then(|at| at.checked_sub(1));
        let older = at.map(|at| at + 1);
        let card = |at: Option<usize>| self.all.get(at?);
        (card(newer), card(older))
    }

    /// The cards of some articles, in their order.
    pub(super) fn of<'b>(
        &'b self,
        articles: impl IntoIterator<Item = &'b Article>,
    ) -> Vec<&'b Card<'a>> {
        let cards = articles.into_iter();
        cards
            .filter_map(|article| self.all.get(*self.places.get(&key(article))?))
            .collect()
    }
}

/// What tells articles apart: a slug is unique within its year.
fn key(article: &Article) -> (i16, &str) {
    (article.date.year(), &article.slug)
}

fn card<'a>(article: &'a Article, addresses: Addresses<'_>, locale: &Locale) -> Card<'a> {
    let lang = article.lang.as_str();
    let rules = locale.rules(lang);
    let source = article.source.as_ref();
    Card {
        url: addresses.article(article),
        title: text::set(&article.title, rules),
        lang: foreign(lang, locale),
        date: DateView::new(article.date, locale),
        summary: article
            .summary
            .as_deref()
            .map(|words| text::set(words, rules)),
        source: source.map(|source| text::set(&source.name, locale.own_rules())),
    }
}

/// A language that is not the site's.
pub(super) fn foreign<'a>(lang: &'a str, locale: &Locale) -> Option<&'a str> {
    (lang != locale.lang()).then_some(lang)
}
