//! Images with their address, description and caption. Nothing is fetched.

use dom_query::NodeRef;

use super::links::Links;
use super::piece::Kind;
use super::walk::Walk;
use super::{address, inline};

/// Adds a figure: the image and its caption below it. A figure without an image is its content.
pub(crate) fn read(walk: &mut Walk<'_>, figure: &NodeRef<'_>) {
    let images = figure.find(&["img"]);
    let shown = images
        .iter()
        .find(|image| source(image, walk.links).is_some());
    let holds_more = ["table", "pre", "blockquote", "p", "ul", "ol"]
        .iter()
        .any(|name| {
            let found = figure.find(&[name]);
            found.iter().any(|n| !is_in_caption(n, figure))
        });
    let (Some(image), false) = (shown, holds_more || images.len() > 1) else {
        return walk.through(figure);
    };
    let picture = inline::line(&[*image], walk.links);
    let captions = figure.find(&["figcaption"]);
    let caption = captions
        .first()
        .map(|c| inline::line(&c.children(), walk.links))
        .unwrap_or_default();
    let markdown = if caption.is_empty() {
        picture
    } else {
        format!("{picture}\\\n{caption}")
    };
    walk.push(figure, Kind::Whole("a figure"), markdown);
}

fn is_in_caption(node: &NodeRef<'_>, figure: &NodeRef<'_>) -> bool {
    let up = node.ancestors_it(None).take_while(|n| n.id != figure.id);
    up.into_iter().any(|n| n.has_name("figcaption"))
}

/// An image's address on the web, or its place beside the page where that is asked for; none for one
/// pixel, an image in the page itself, or else a copy that a browser saved beside the page.
pub(crate) fn source(image: &NodeRef<'_>, links: &Links) -> Option<String> {
    if is_pixel(image) {
        return None;
    }
    let set = image.attr("srcset").unwrap_or_default();
    let first = set
        .split(',')
        .next()
        .and_then(|s| s.split_whitespace().next())
        .map(str::to_owned);
    let named = ["src", "data-src", "data-original", "data-lazy-src"];
    let own = named
        .iter()
        .filter_map(|name| image.attr(name).map(|a| a.to_string()));
    own.chain(first).find_map(|address| whole(&address, links))
}

/// Whether an image or a frame is too small to be seen: it counts readers.
pub(crate) fn is_pixel(node: &NodeRef<'_>) -> bool {
    let length = |side: &&str| {
        let stated = node.attr(side)?;
        stated.trim_end_matches("px").parse::<u32>().ok()
    };
    let mut lengths = ["width", "height"].iter().filter_map(length);
    lengths.any(|length| length <= 2)
}

fn whole(address: &str, links: &Links) -> Option<String> {
    let is_copy = is_saved_copy(address);
    let on_web = || links.base.absolute(address).filter(|_| !is_copy);
    let beside = || links.keeps_files.then(|| address::beside(address))?;
    on_web().or_else(beside)
}

/// `./Page_files/photo.jpg`
fn is_saved_copy(address: &str) -> bool {
    let folder = address
        .trim_start_matches("./")
        .split('/')
        .next()
        .unwrap_or_default();
    !address.contains("://") && (folder.ends_with("_files") || folder.ends_with("_fichiers"))
}
