//! Which pages have feeds, and where these stand: below their page, under the names of the settings.

use serde::Serialize;

use super::entry::has_feeds;
use crate::model::{Config, Section};
use crate::site::setting::Setting;
use crate::view::address::Addresses;
use crate::view::text;

/// The feeds of a page.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct Links {
    /// What both are called.
    pub(super) title: String,
    /// The Atom feed.
    pub(super) atom: String,
    /// The JSON Feed, where the site has such feeds.
    pub(super) json: Option<String>,
}

/// Where the feeds of the whole site stand.
#[derive(Debug)]
pub(in crate::site) struct Site {
    /// The Atom feed.
    pub(in crate::site) atom: String,
    /// The JSON Feed, where the site has such feeds.
    pub(in crate::site) json: Option<String>,
}

impl Site {
    pub(in crate::site) fn new(config: &Config, addresses: Addresses<'_>) -> Self {
        let (atom, json) = at(config, &addresses.at("/"));
        Self { atom, json }
    }
}

impl Links {
    /// The feeds of the whole site.
    pub(super) fn of_site(setting: &Setting<'_>, title: String) -> Self {
        let Site { atom, json } = Site::new(setting.config, setting.addresses);
        Self { title, atom, json }
    }
}

/// The feeds of a page of a section, at an address that ends in a slash; none where the section has no
/// feeds.
pub(in crate::site) fn below(
    setting: &Setting<'_>,
    section: Section,
    page: &str,
    name: &str,
) -> Option<Links> {
    let config = setting.config;
    let (atom, json) = at(config, page);
    let site = text::set(&config.title, setting.locale.own_rules());
    has_feeds(setting, section).then(|| Links {
        title: format!("{site} · {name}"),
        atom,
        json,
    })
}

fn at(config: &Config, page: &str) -> (String, Option<String>) {
    let file = |name: &String| format!("{page}{name}");
    let json = Some(&config.feed.json).filter(|name| !name.is_empty());
    (file(&config.feed.file), json.map(file))
}
