//! The page on which readers look for articles.

use serde::Serialize;

use super::parts;
use crate::locale::Locale;
use crate::model::{Config, Library, Section};
use crate::site::context::Context;
use crate::site::error::Error;
use crate::site::page::{About, PageView};
use crate::site::register::{Listed, Owner, Target};
use crate::site::story::Link;
use crate::view::address::Addresses;
use crate::view::text;

/// What `search.html` sees.
#[derive(Debug, Serialize)]
struct SearchPage {
    page: PageView,
    /// The folders of the index's parts, apart by a space; the script that reads all of them is
    /// `pagefind.js` in the first.
    index: String,
    /// By what articles are filtered.
    filters: Vec<Filter>,
    /// Where to look without the script.
    exits: Vec<Link>,
}

/// Something by which articles are filtered.
#[derive(Debug, Serialize)]
struct Filter {
    /// Its name in the index.
    name: &'static str,
    /// What it is called.
    label: String,
    /// What it says where nothing is filtered.
    all: String,
}

/// Whether a site has search: where it is wanted, the program can, and there is something to be found.
pub(in crate::site) fn is_on(config: &Config, library: &Library) -> bool {
    config.has(Section::Search) && !library.articles.is_empty()
}

/// Renders the page, where the site has search.
pub(in crate::site) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if !is_on(cx.config, cx.library) {
        return Ok(());
    }
    let url = cx.addresses.section(&cx.config.paths.search);
    let about = About {
        title: text::word(cx.locale, "search").into_owned(),
        description: text::word(cx.locale, "search_about").into_owned(),
    };
    let folders = 0..parts::of(&cx.library.articles).len();
    let folders: Vec<String> = folders
        .map(|at| cx.addresses.at(&parts::folder(at)))
        .collect();
    let view = SearchPage {
        page: PageView::of_list(cx.setting, &url, "search", about),
        index: folders.join(" "),
        filters: filters(cx.config, cx.locale),
        exits: exits(cx.config, cx.locale, cx.addresses),
    };
    let owner = Owner::Page("the search page");
    // The folder is the index's own: a static file in it is an address wanted twice.
    let folder = Target {
        url: cx.addresses.at("/pagefind"),
        owner: Owner::Page("the search index"),
        listed: Listed::No,
    };
    cx.register.enter("pagefind", folder);
    let listed = Listed::Since(None);
    cx.page(Target { url, owner, listed }, "search.html", &view)
}

fn filters(config: &Config, locale: &Locale) -> Vec<Filter> {
    let known = [
        ("theme", "theme", "every_theme", config.has(Section::Themes)),
        (
            "entity",
            "entity",
            "every_entity",
            config.has(Section::Entities),
        ),
        ("year", "year", "every_year", true),
    ];
    let shown = known.into_iter().filter(|(.., is_shown)| *is_shown);
    let filter = |(name, label, all, _)| Filter {
        name,
        label: text::word(locale, label).into_owned(),
        all: text::word(locale, all).into_owned(),
    };
    shown.map(filter).collect()
}

fn exits(config: &Config, locale: &Locale, addresses: Addresses<'_>) -> Vec<Link> {
    let paths = &config.paths;
    let known = [
        ("archives", &paths.archives, config.has(Section::Archives)),
        ("themes", &paths.themes, config.has(Section::Themes)),
        ("entities", &paths.entities, config.has(Section::Entities)),
        ("all_editions", &paths.editions, true),
    ];
    let there = known.into_iter().filter(|(.., is_there)| *is_there);
    let link = |(label, path, _): (&str, &String, bool)| Link {
        label: text::word(locale, label).into_owned(),
        url: addresses.section(path),
    };
    there.map(link).collect()
}
