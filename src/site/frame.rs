//! What stands around the content of every page: the head of the document, the masthead, the menu.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::Context;
use super::corrections;
use super::feeds;
use super::leaflets;
use super::search::page as search;
use super::signup::{self, SignupView};
use super::story::Link;
use crate::locale::Locale;
use crate::model::{Config, Library, Section, Taxonomy};
use crate::view::address::Addresses;
use crate::view::text;

/// What all pages share: templates see its fields besides those of their own view.
#[derive(Debug, Serialize)]
pub(super) struct Shared<'a> {
    /// The newsletter.
    site: SiteView<'a>,
    /// The texts of the strings table, by name.
    t: BTreeMap<&'a str, String>,
    /// « Pour les décideurs »
    takeaways_heading: &'a str,
}

/// The newsletter.
#[derive(Debug, Serialize)]
struct SiteView<'a> {
    /// Its name.
    title: String,
    /// What it is, in a sentence.
    description: String,
    /// Who publishes it.
    publisher: String,
    /// Its language.
    lang: &'a str,
    /// Where it is published, without a slash at its end.
    base_url: &'a str,
    /// What stands in front of root-relative addresses: empty, or `/briefing`.
    base: &'a str,
    /// The home page.
    home: String,
    /// The Atom feed.
    feed: String,
    /// The JSON Feed, where the site has such feeds.
    feed_json: Option<String>,
    /// The archives, where the site has them.
    archives: Option<String>,
    /// All editions.
    editions: String,
    /// What was put right, where something was.
    corrections: Option<String>,
    /// The pages beside the articles.
    leaflets: Vec<Link>,
    /// The form by which readers ask for the mail, where there is one.
    signup: Option<SignupView>,
    /// The sections that have something in them.
    menu: Vec<MenuItem>,
}

/// A section in the menu.
#[derive(Debug, Serialize)]
struct MenuItem {
    /// What `page.section` is on its pages.
    section: &'static str,
    /// Its name.
    label: String,
    /// Its index page.
    url: String,
}

impl<'a> Shared<'a> {
    pub(super) fn new(library: &Library, config: &'a Config, locale: &'a Locale) -> Self {
        let addresses = Addresses::new(config);
        let set = |words: &str| text::set(words, locale.own_rules());
        let feeds = feeds::Site::new(config, addresses);
        let site = SiteView {
            title: set(&config.title),
            description: set(&config.description),
            publisher: set(config.publisher()),
            lang: locale.lang(),
            base_url: addresses.base_url(),
            base: addresses.base_path(),
            home: addresses.at("/"),
            feed: feeds.atom,
            feed_json: feeds.json,
            archives: config
                .has(Section::Archives)
                .then(|| addresses.section(&config.paths.archives)),
            editions: addresses.section(&config.paths.editions),
            corrections: corrections::are_there(library)
                .then(|| addresses.section(&config.paths.corrections)),
            leaflets: leaflets::links(library, addresses, locale.own_rules()),
            signup: signup::view(library, config, addresses, locale.own_rules()),
            menu: menu(library, config, locale, addresses),
        };
        Self {
            site,
            t: text::all(locale),
            takeaways_heading: locale.takeaways_heading(),
        }
    }
}

fn menu(
    library: &Library,
    config: &Config,
    locale: &Locale,
    addresses: Addresses<'_>,
) -> Vec<MenuItem> {
    let paths = &config.paths;
    let has = |section, list: &Taxonomy| config.has(section) && !list.terms.is_empty();
    let audiences = config.has(Section::Audiences) && !config.audiences.is_empty();
    let sections = [
        ("editions", &paths.editions, !library.editions.is_empty()),
        (
            "all_articles",
            &paths.articles,
            config.articles_per_page > 0,
        ),
        ("audiences", &paths.audiences, audiences),
        (
            "themes",
            &paths.themes,
            has(Section::Themes, &library.themes),
        ),
        (
            "entities",
            &paths.entities,
            has(Section::Entities, &library.entities),
        ),
        (
            "sources",
            &paths.sources,
            has(Section::Sources, &library.sources),
        ),
        ("archives", &paths.archives, config.has(Section::Archives)),
        ("search", &paths.search, search::is_on(config, library)),
    ];
    let items = sections.into_iter().filter(|(_, _, has_some)| *has_some);
    items
        .map(|(section, path, _)| MenuItem {
            section,
            label: text::word(locale, section).into_owned(),
            url: addresses.section(path),
        })
        .collect()
}

/// Which of several pages of a list this one is.
#[derive(Debug, Serialize)]
pub(super) struct Paging {
    /// From 1.
    pub(super) number: usize,
    /// How many there are.
    pub(super) of: usize,
    /// Its own address.
    pub(super) url: String,
    /// « page 2 sur 3 »
    pub(super) label: String,
    /// The page before this one.
    pub(super) previous: Option<String>,
    /// The page after this one.
    pub(super) next: Option<String>,
}

impl Paging {
    /// The page `number` of `of` of the list at `url`.
    pub(super) fn new(url: &str, number: usize, of: usize, cx: &Context<'_>) -> Self {
        let label = text::word(cx.locale, "page_of");
        Self {
            number,
            of,
            url: cx.addresses.page(url, number),
            label: label
                .replace("{number}", &number.to_string())
                .replace("{of}", &of.to_string()),
            previous: (number > 1).then(|| cx.addresses.page(url, number - 1)),
            next: (number < of).then(|| cx.addresses.page(url, number + 1)),
        }
    }
}

/// A list cut into pages of at most `per_page` (0: all on one); an empty list has one page.
pub(super) fn pages<T>(list: &[T], per_page: usize) -> Vec<&[T]> {
    if list.is_empty() || per_page == 0 {
        return vec![list];
    }
    list.chunks(per_page).collect()
}

impl Paging {
    /// The title of this page of a list: the number goes with it from the second page on.
    pub(super) fn titled(&self, title: &str) -> String {
        match self.number {
            1 => title.to_owned(),
            _ => format!("{title} · {}", self.label),
        }
    }
}
