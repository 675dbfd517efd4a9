//! The short form of an article, as lists show it: never its text.

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::article::last_change;
use super::deferred::Deferred;
use super::setting::Setting;
use crate::locale::Locale;
use crate::model::{Article, Library, PartialDate};
use crate::templates::Ready;
use crate::view::text::{self, DateView};

/// The short form of an article, made where a list shows it.
pub(super) type Card<'a> = Deferred<'a, InShort<'a>, Ready>;

/// What of an article stands in lists.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct InShort<'a> {
    pub(super) slug: &'a str,
    pub(super) title: &'a str,
    pub(super) lang: &'a str,
    pub(super) date: PartialDate,
    pub(super) summary: Option<&'a str>,
    pub(super) source: Option<&'a str>,
}

/// An article in a list.
#[derive(Debug, Serialize)]
struct CardView<'a> {
    /// Its page.
    url: String,
    /// Its title.
    title: String,
    /// Its language, where it is not the site's.
    lang: Option<&'a str>,
    /// When it was published.
    date: DateView,
    /// One or two sentences.
    summary: Option<String>,
    /// The name of who published it.
    source: Option<String>,
}

/// The cards of all articles, newest first, and where each stands.
#[derive(Debug)]
pub(super) struct Cards<'a> {
    all: Vec<Card<'a>>,
    /// The day since which each article is as it is, where one is known.
    changes: Vec<Option<Date>>,
    /// By where the article stands in memory: all that show an article of a library share it.
    places: FxHashMap<usize, usize>,
}

impl<'a> Cards<'a> {
    /// The card of each article of a library.
    pub(super) fn new(setting: &'a Setting<'a>, library: &'a Library) -> Self {
        let articles = &library.articles;
        let cards = articles.par_iter();
        let card = |article: &'a Article| Deferred::new(setting, in_short(article), card).shared();
        Self {
            all: cards.clone().map(|article| card(article)).collect(),
            changes: cards.map(|article| last_change(article)).collect(),
            places: (0..)
                .zip(articles)
                .map(|(at, a)| (address(a), at))
                .collect(),
        }
    }

    /// The card of an article of the library.
    pub(super) fn get(&self, article: &Article) -> Option<&Card<'a>> {
        self.at(self.place(article)?)
    }

    /// The place of an article among all of the library.
    pub(super) fn place(&self, article: &Article) -> Option<usize> {
        self.places.get(&address(article)).copied()
    }

    /// The card at a place.
    pub(super) fn at(&self, place: usize) -> Option<&Card<'a>> {
        self.all.get(place)
    }

    /// The day since which all articles are as they are, where one is known.
    pub(super) fn last_change(&self) -> Option<Date> {
        self.changes.iter().flatten().max().copied()
    }

    /// The day since which all of some articles are as they are, where one is known.
    pub(super) fn last_change_of<'b>(
        &self,
        articles: impl IntoIterator<Item = &'b Article>,
    ) -> Option<Date> {
        let places = articles
            .into_iter()
            .filter_map(|article| self.place(article));
        places.filter_map(|at| self.changes[at]).max()
    }

    /// The articles next to one among all of the site: the newer and the older.
    pub(super) fn beside(&self, article: &Article) -> (Option<&Card<'a>>, Option<&Card<'a>>) {
        let at = self.places.get(&address(article)).copied();
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
        cards.filter_map(|article| self.get(article)).collect()
    }
}

/// Where an article stands in memory.
fn address(article: &Article) -> usize {
    std::ptr::from_ref(article).addr()
}

/// What of an article stands in lists.
pub(super) fn in_short(article: &Article) -> InShort<'_> {
    InShort {
        slug: &article.slug,
        title: &article.title,
        lang: &article.lang,
        date: article.date,
        summary: article.summary.as_deref(),
        source: article.source.as_ref().map(|source| source.name.as_str()),
    }
}

impl InShort<'_> {
    /// Its page.
    pub(super) fn url(&self, setting: &Setting<'_>) -> String {
        setting.addresses.article_of(self.date.year(), self.slug)
    }

    /// Its title, set.
    pub(super) fn title(&self, setting: &Setting<'_>) -> String {
        text::set(self.title, setting.locale.rules(self.lang))
    }
}

fn card(setting: &Setting<'_>, article: InShort<'_>) -> Ready {
    let rules = setting.locale.rules(article.lang);
    let source = article.source;
    Ready::new(&CardView {
        url: article.url(setting),
        title: article.title(setting),
        lang: foreign(article.lang, setting.locale),
        date: DateView::new(article.date, setting.locale),
        summary: article.summary.map(|words| text::set(words, rules)),
        source: source.map(|name| text::set(name, setting.locale.own_rules())),
    })
}

/// A language that is not the site's.
pub(super) fn foreign<'a>(lang: &'a str, locale: &Locale) -> Option<&'a str> {
    (lang != locale.lang()).then_some(lang)
}
