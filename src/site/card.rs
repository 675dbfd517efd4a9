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

/// The cards of all articles.
#[derive(Debug)]
pub(super) struct Cards<'a>(HashMap<(i16, &'a str), Card<'a>>);

impl<'a> Cards<'a> {
    /// Makes the card of each article of a library.
    pub(super) fn new(library: &'a Library, addresses: Addresses<'a>, locale: &Locale) -> Self {
        let cards = library
            .articles
            .par_iter()
            .map(|article| (key(article), card(article, addresses, locale)));
        Self(cards.collect())
    }

    /// The cards of some articles, in their order.
    pub(super) fn of<'b>(
        &'b self,
        articles: impl IntoIterator<Item = &'b Article>,
    ) -> Vec<&'b Card<'a>> {
        let cards = articles.into_iter();
        cards
            .filter_map(|article| self.0.get(&key(article)))
            .collect()
    }
}

/// What tells articles apart: a slug is unique within its year.
fn key(article: &Article) -> (i16, &str) {
    (article.date.year(), &article.slug)
}

fn card<'a>(article: &'a Article, addresses: Addresses<'_>, locale: &Locale) -> Card<'a> {
    let lang = article.lang.as_str();
    let source = article.source.as_ref();
    Card {
        url: addresses.article(article),
        title: text::set(&article.title, lang),
        lang: foreign(lang, locale),
        date: DateView::new(article.date, locale),
        summary: article
            .summary
            .as_deref()
            .map(|words| text::set(words, lang)),
        source: source.map(|source| text::set(&source.name, locale.lang())),
    }
}

/// A language that is not the site's.
pub(super) fn foreign<'a>(lang: &'a str, locale: &Locale) -> Option<&'a str> {
    (lang != locale.lang()).then_some(lang)
}
