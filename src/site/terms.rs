//! Themes, entities and sources: a page for each term with its articles, and an index of each kind.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::card::Card;
use super::context::Context;
use super::entities::{self, EntityYear, Letter};
use super::error::Error;
use super::feeds;
use super::frame::{self, Paging};
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use super::story::Link;
use crate::model::{Article, Entity, Section, Taxonomy, Term, Ticker, slugify};
use crate::view::text;

/// One of the kinds of terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind<'a> {
    pub(super) section: Section,
    /// The name of its texts in the strings table, and its section in the menu.
    name: &'static str,
    /// The name of one of its terms in the strings table: « Thème ».
    one: &'static str,
    /// What a term's page is called in messages.
    page: &'static str,
    /// The first segment of its addresses.
    pub(super) path: &'a str,
    pub(super) terms: &'a Taxonomy,
}

/// What `term.html` sees.
#[derive(Debug, Serialize)]
struct TermPage<'b, 'a> {
    page: PageView,
    /// The term's name, as a title has it.
    title: String,
    /// The term's name, as its articles have it.
    name: String,
    /// What the term is: « Thème ».
    kind: String,
    /// What an entity is called at the exchange, where its articles say it.
    ticker: Option<&'a Ticker>,
    /// The index of its kind.
    index: Link,
    /// « 12 articles »
    count: String,
    articles: Vec<&'a Card<'a>>,
    /// The same of an entity by year and month, with the figures that they quote beside its name.
    years: Vec<EntityYear<'b, 'a>>,
    paging: Paging,
}

/// What `terms.html` sees.
#[derive(Debug, Serialize)]
struct TermsPage<'b> {
    page: PageView,
    /// The name of the kind: « Thèmes ».
    title: String,
    terms: &'b [TermView],
    /// The entities by letters; empty for other kinds.
    letters: Vec<Letter<'b>>,
}

/// A term in its index.
#[derive(Debug, Serialize)]
pub(super) struct TermView {
    /// Its name, as a title has it.
    label: String,
    /// Its name, as its articles have it.
    name: String,
    url: String,
    /// How many articles it has.
    count: usize,
    /// The same in words.
    count_label: String,
}

/// Renders the pages of all themes, entities and sources.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let kinds = kinds(cx);
    let kinds = kinds.par_iter().filter(|kind| cx.config.has(kind.section));
    kinds.try_for_each(|kind| {
        index(cx, *kind)?;
        kind.terms
            .terms
            .par_iter()
            .try_for_each(|term| term_pages(cx, *kind, term))
    })
}

/// The kinds of terms.
pub(super) fn kinds<'a>(cx: &Context<'a>) -> [Kind<'a>; 3] {
    let (library, paths) = (cx.library, &cx.config.paths);
    [
        Kind {
            section: Section::Themes,
            name: "themes",
            one: "theme",
            page: "the page of a theme",
            path: &paths.themes,
            terms: &library.themes,
        },
        Kind {
            section: Section::Entities,
            name: "entities",
            one: "entity",
            page: "the page of an entity",
            path: &paths.entities,
            terms: &library.entities,
        },
        Kind {
            section: Section::Sources,
            name: "sources",
            one: "source",
            page: "the page of a source",
            path: &paths.sources,
            terms: &library.sources,
        },
    ]
}

fn index<'a>(cx: &Context<'a>, kind: Kind<'a>) -> Result<(), Error> {
    let url = cx.addresses.section(kind.path);
    let title = text::word(cx.locale, kind.name).into_owned();
    let mut terms: Vec<&Term> = kind.terms.terms.iter().collect();
    terms.sort_by_key(|term| crate::locale::fold(&term.name));
    let views: Vec<TermView> = terms.iter().map(|term| term_view(cx, kind, term)).collect();
    let slugs = terms.iter().map(|term| term.slug.as_str());
    let lettered = slugs
        .zip(&views)
        .filter(|_| kind.section == Section::Entities);
    let view = TermsPage {
        page: list_page(cx, kind, &url, &title, &title),
        title,
        terms: &views,
        letters: entities::letters(lettered),
    };
    let target = Target {
        url,
        owner: Owner::Page(kind.page),
        listed: Listed::Since(cx.last_change),
    };
    cx.page(target, "terms.html", &view)
}

fn term_view(cx: &Context<'_>, kind: Kind<'_>, term: &Term) -> TermView {
    TermView {
        label: title(cx, kind, term),
        name: name(cx, term),
        url: cx.addresses.within(kind.path, &term.slug),
        count: term.articles.len(),
        count_label: text::count(cx.locale, "articles", term.articles.len()),
    }
}

fn name(cx: &Context<'_>, term: &Term) -> String {
    text::set(&term.name, cx.locale.own_rules())
}

/// A term's name as a title; a theme is a common noun and begins with a capital where it stands alone.
pub(super) fn title(cx: &Context<'_>, kind: Kind<'_>, term: &Term) -> String {
    let name = name(cx, term);
    if kind.one == "theme" {
        text::capital(&name)
    } else {
        name
    }
}

fn term_pages<'a>(cx: &Context<'a>, kind: Kind<'a>, term: &'a Term) -> Result<(), Error> {
    let pages = frame::pages(&term.articles, cx.config.per_page);
    let names = names(cx, kind, term);
    let last_change = cx.cards.last_change_of(articles(&term.articles));
    for (number, some) in (1..).zip(&pages) {
        let paging = Paging::new(
            &cx.addresses.within(kind.path, &term.slug),
            number,
            pages.len(),
            cx,
        );
        let years = match &names[..] {
            [] => Vec::new(),
            names => entities::years(cx.setting, articles(some), names),
        };
        let list = List {
            articles: cx.cards.of(articles(some)),
            years,
            paging,
            last_change,
        };
        term_page(cx, kind, term, list)?;
    }
    Ok(())
}

/// What a page of a term lists.
struct List<'b, 'a> {
    articles: Vec<&'a Card<'a>>,
    years: Vec<EntityYear<'b, 'a>>,
    paging: Paging,
    /// The day since which all articles of the term are as they are, where one is known.
    last_change: Option<Date>,
}

fn term_page<'a>(
    cx: &Context<'a>,
    kind: Kind<'a>,
    term: &'a Term,
    list: List<'_, 'a>,
) -> Result<(), Error> {
    let List {
        articles: cards,
        years,
        paging,
        last_change,
    } = list;
    let url = paging.url.clone();
    let title = title(cx, kind, term);
    let page = cx.addresses.within(kind.path, &term.slug);
    let feeds = feeds::below(cx.setting, kind.section, &page, &title);
    let kind_name = text::word(cx.locale, kind.one).into_owned();
    let view = TermPage {
        page: list_page(cx, kind, &url, &paging.titled(&title), &title).with_feeds(feeds),
        kind: kind_name,
        ticker: ticker(kind, term),
        index: Link {
            label: text::word(cx.locale, kind.name).into_owned(),
            url: cx.addresses.section(kind.path),
        },
        count: text::count(cx.locale, "articles", term.articles.len()),
        title,
        name: name(cx, term),
        articles: cards,
        years,
        paging,
    };
    let target = Target {
        url,
        owner: Owner::Term(term),
        listed: Listed::Since(last_change),
    };
    cx.page(target, "term.html", &view)
}

/// By what names an entity is looked for in sentences; none where its page shows no figures.
fn names(cx: &Context<'_>, kind: Kind<'_>, term: &Term) -> Vec<String> {
    if kind.section != Section::Entities || !cx.entities_have_years {
        return Vec::new();
    }
    let others = cx.names().others(&term.name).map(str::to_owned);
    [term.name.clone()].into_iter().chain(others).collect()
}

/// The ticker that the newest article has which states one.
fn ticker<'a>(kind: Kind<'_>, term: &'a Term) -> Option<&'a Ticker> {
    let mut entities = term.articles.iter().flat_map(|a| &a.entities);
    let is_own = |entity: &&Entity| kind.one == "entity" && slugify(&entity.name) == term.slug;
    entities.find_map(|entity| entity.ticker.as_ref().filter(|_| is_own(&entity)))
}

fn articles(list: &[std::sync::Arc<Article>]) -> impl Iterator<Item = &Article> {
    list.iter().map(AsRef::as_ref)
}

fn list_page(cx: &Context<'_>, kind: Kind<'_>, url: &str, title: &str, name: &str) -> PageView {
    let words = text::word(cx.locale, "list_description");
    let about = About {
        title: title.to_owned(),
        description: words.replace("{name}", name),
    };
    PageView::of_list(cx.setting, url, kind.name, about)
}
