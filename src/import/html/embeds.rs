//! What a page embeds from elsewhere (videos, sound, frames), as links. Enter by [`of`].

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use super::address::Base;
use super::article::Elements;
use super::figure::is_pixel;
use super::says::one_line;

/// Addresses of players, and the page where the same is seen.
const PLAYERS: &[(&str, &str)] = &[
    (
        "https://www.youtube.com/embed/",
        "https://www.youtube.com/watch?v=",
    ),
    (
        "https://www.youtube-nocookie.com/embed/",
        "https://www.youtube.com/watch?v=",
    ),
    ("https://player.vimeo.com/video/", "https://vimeo.com/"),
    (
        "https://www.dailymotion.com/embed/video/",
        "https://www.dailymotion.com/video/",
    ),
];

/// A link in place of what is embedded.
#[derive(Debug)]
pub(crate) struct Embed {
    /// What the page calls it, or the site from which it comes.
    pub(crate) label: String,
    pub(crate) address: String,
}

/// What the article embeds, by its element.
pub(crate) fn of(document: &Document, elements: &Elements, base: &Base) -> HashMap<NodeId, Embed> {
    let found = document.select("iframe, video, audio");
    let own = found
        .nodes()
        .iter()
        .filter(|node| elements.has_part(node) && !is_pixel(node));
    own.filter_map(|node| Some((node.id, embed(node, base)?)))
        .collect()
}

fn embed(node: &NodeRef<'_>, base: &Base) -> Option<Embed> {
    let sources = node.find(&["source"]);
    let named = ["src", "data-src"]
        .iter()
        .filter_map(|name| node.attr(name));
    let mut all = named.chain(sources.iter().filter_map(|source| source.attr("src")));
    let address = page_of(&all.find_map(|address| base.absolute(&address))?);
    let named = ["title", "aria-label"]
        .iter()
        .find_map(|name| one_line(&node.attr(name)?));
    let site = || {
        address
            .split('/')
            .nth(2)
            .map(|host| host.trim_start_matches("www.").to_owned())
    };
    Some(Embed {
        label: named.or_else(site)?,
        address,
    })
}

/// The page where what a player plays is seen.
fn page_of(address: &str) -> String {
    let id = |rest: &str| {
        rest.split(['?', '&', '/', '#'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let page = |(player, page): &(&str, &str)| {
        Some(format!("{page}{}", id(address.strip_prefix(player)?)))
    };
    PLAYERS
        .iter()
        .find_map(page)
        .unwrap_or_else(|| address.to_owned())
}
