//! HTML that was sent to somebody, without what counts its readers: hidden text, images of one
//! pixel, addresses that lead elsewhere. Enter by [`tidy`].

use dom_query::{Document, NodeRef};

use super::redirect;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Removes what a reader does not see, and gives links their own address; tells of those that lost
/// theirs.
pub(crate) fn tidy(document: &Document, lexicon: &Lexicon) -> Vec<String> {
    for node in document.select("[style], img, [hidden]").nodes() {
        if is_hidden(node) || node.has_name("img") && is_counter(node, lexicon) {
            node.remove_from_parent();
        }
    }
    let links = document.select("a[href]");
    let lost = links
        .nodes()
        .iter()
        .filter(|link| is_lost(link, lexicon))
        .count();
    match lost {
        0 => Vec::new(),
        1 => vec!["1 link has an address that only counts readers; its words stay".to_owned()],
        n => vec![format!(
            "{n} links have addresses that only count readers; their words stay"
        )],
    }
}

/// Gives a link its own address, or takes it away where only the mailer knows it; whether it did so.
/// A link that only says to read on goes with its address.
fn is_lost(link: &NodeRef<'_>, lexicon: &Lexicon) -> bool {
    let href = link.attr("href").unwrap_or_default();
    match redirect::target(&href, lexicon) {
        redirect::Leads::There => return false,
        redirect::Leads::To(address) => {
            link.set_attr("href", &address);
            return false;
        }
        redirect::Leads::Unknown => link.remove_attr("href"),
    }
    if lexicon[List::ReadOn].has(&words::label(words::head(&link.text(), 200))) {
        link.remove_from_parent();
    }
    true
}

/// Whether its style hides it from every reader.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").unwrap_or_default();
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    let hides = [
        "display:none",
        "visibility:hidden",
        "mso-hide:all",
        "max-height:0;",
        "max-height:0px",
        "opacity:0;",
        "font-size:0;",
        "font-size:0px",
        "font-size:1px",
    ];
    let style = format!("{style};");
    let is_shown_image = node.has_name("img") || !node.find(&["img"]).is_empty();
    hides.iter().any(|hide| style.contains(hide))
        && (style.contains("display:none") || !is_shown_image)
        || node.has_attr("hidden")
}

/// Whether an image is a button's sign: small, and without words of its own.
fn is_sign(image: &NodeRef<'_>) -> bool {
    const LARGEST: u32 = 32;
    let length = |side: &str| {
        let length = image.attr(side)?;
        length.trim_end_matches("px").trim().parse::<u32>().ok()
    };
    let has_words = image
        .attr("alt")
        .is_some_and(|alt| alt.chars().any(char::is_alphanumeric));
    let is_small = [length("width"), length("height")]
        .iter()
        .all(|l| l.is_some_and(|l| l <= LARGEST));
    is_small && !has_words
}

/// Whether an image only counts readers: one pixel wide or high, or an address known for it.
fn is_counter(image: &NodeRef<'_>, lexicon: &Lexicon) -> bool {
    let is_small = |side: &str| {
        let length = image.attr(side).unwrap_or_default();
        let length: Option<u32> = length.trim_end_matches("px").trim().parse().ok();
        length.is_some_and(|length| length <= 2)
    };
    let source = image.attr("src").unwrap_or_default();
    is_small("width")
        || is_small("height")
        || redirect::is_pixel(&source, lexicon)
        || is_sign(image)
}
