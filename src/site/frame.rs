//! What stands around the content of every page: the head of the document, the masthead, the menu.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Addresses;
use super::text;
use crate::locale::Locale;
use crate::model::{Config, Library};

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
    /// The archives.
    archives: String,
    /// All editions.
    editions: String,
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
        let set = |words: &str| text::set(words, locale.lang());
        let publisher = match config.publisher.as_str() {
            "" => &config.title,
            publisher => publisher,
        };
        let site = SiteView {
            title: set(&config.title),
            description: set(&config.description),
            publisher: set(publisher),
            lang: locale.lang(),
            base_url: addresses.base_url(),
            base: addresses.base_path(),
            home: addresses.at("/"),
            feed: addresses.at("/feed.xml"),
            archives: addresses.section(&config.paths.archives),
            editions: addresses.section(&config.paths.editions),
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
    let sections = [
        ("editions", &paths.editions, !library.editions.is_empty()),
        ("audiences", &paths.audiences, !config.audiences.is_empty()),
        ("themes", &paths.themes, !library.themes.terms.is_empty()),
        (
            "entities",
            &paths.entities,
            !library.entities.terms.is_empty(),
        ),
        ("sources", &paths.sources, !library.sources.terms.is_empty()),
        ("archives", &paths.archives, true),
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

/// The head of one page.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    /// Its name, without the newsletter's; the newsletter's own on the home page.
    pub(super) title: String,
    /// What it holds, in a sentence, for search engines and previews.
    pub(super) description: String,
    /// Its own address, whole.
    pub(super) canonical: String,
    /// What it is to those who share it: `website` or `article`.
    pub(super) kind: &'static str,
    /// The section of the menu in which it stands; empty for none.
    pub(super) section: &'static str,
}

/// Which of several pages of a list this one is.
#[derive(Debug, Serialize)]
pub(super) struct Paging {
    /// From 1.
    pub(super) number: usize,
    /// How many there are.
    pub(super) of: usize,
    /// « page 2 sur 3 »
    pub(super) label: String,
    /// The page before this one.
    pub(super) previous: Option<String>,
    /// The page after this one.
    pub(super) next: Option<String>,
}

impl Paging {
    /// The page `number` of `of` of the list at `url`.
    pub(super) fn new(url: &str, number: usize, of: usize, locale: &Locale) -> Self {
        let label = text::word(locale, "page_of");
        Self {
            number,
            of,
            label: label
                .replace("{number}", &number.to_string())
                .replace("{of}", &of.to_string()),
            previous: (number > 1).then(|| page_url(url, number - 1)),
            next: (number < of).then(|| page_url(url, number + 1)),
        }
    }
}

/// The address of a page of the list at `url`: `/themes/x/`, `/themes/x/2/`.
pub(super) fn page_url(url: &str, number: usize) -> String {
    match number {
        1 => url.to_owned(),
        _ => format!("{url}{number}/"),
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
