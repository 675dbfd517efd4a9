//! HTML that lays a mail out, made the HTML of a page: tables that only place things, and lines that
//! only look like headings. Enter by [`flatten`].

use dom_query::{Document, NodeRef};

use super::rows;

use crate::import::lexicon::Lexicon;
use crate::import::links::tidy;
use crate::import::words;

/// From this size on, in points or pixels, a short line is a heading.
const LARGE: f32 = 18.0;
/// The words of a heading.
const LONGEST: usize = 20;
/// Elements that stand in a line.
const INLINE: &[&str] = &[
    "a", "b", "strong", "i", "em", "u", "span", "font", "br", "sup", "sub", "small", "img",
];

/// Removes what no reader sees, and gives elements the names that a page would give them; what to
/// tell of it.
pub(crate) fn flatten(document: &Document, lexicon: &Lexicon) -> Vec<String> {
    let told = tidy::tidy(document, lexicon);
    free_forwarded(document);
    rows::free(document);
    for table in document.select("table").nodes() {
        if !is_data(table) {
            table.set_attr("role", "presentation");
        }
    }
    for node in document.select("td, th, p, div").nodes() {
        let is_in_data = node
            .ancestors_it(None)
            .any(|above| above.has_name("table") && !above.has_attr("role"));
        if is_in_data || !is_line(node) {
        } else if size(node).is_some_and(|size| size >= LARGE) {
            node.rename("h2");
        } else if is_all_bold(node) {
            node.rename("h3");
        }
    }
    mark_faint(document);
    for bold in document
        .select("h1 b, h2 b, h3 b, h1 strong, h2 strong, h3 strong")
        .nodes()
    {
        bold.rename("span");
    }
    told
}

/// A quote that holds most of the mail is a mail that was forwarded.
fn free_forwarded(document: &Document) {
    let count = |text: &str| words::words(text).count();
    let all = document.body().map_or(0, |body| count(&body.text()));
    for quote in document.select("blockquote").nodes() {
        if count(&quote.text()) * 10 >= all * 6 {
            quote.rename("div");
        }
    }
}

/// Whether a table holds data: a grid of short cells of which half or more have figures or a head.
fn is_data(table: &NodeRef<'_>) -> bool {
    let has = |name: &str| !table.find(&[name]).is_empty();
    if has("table") || has("img") {
        return false;
    }
    let cells: Vec<String> = table
        .descendants_it()
        .filter(|n| n.has_name("td") || n.has_name("th"))
        .map(|n| n.text().trim().to_owned())
        .collect();
    let is_short = cells.iter().all(|cell| words::at_most(cell, 12));
    let figures = cells
        .iter()
        .filter(|cell| cell.contains(|c: char| c.is_ascii_digit()))
        .count();
    let is_filled = cells.iter().filter(|cell| !cell.is_empty()).count() * 4 >= cells.len() * 3;
    let rows = table.find(&["tr"]).len().max(1);
    let heads = table.find(&["th"]).len();
    // A head for each column, and as many cells in each row.
    let is_headed = heads >= 2 && rows >= 3 && cells.len() == heads * rows;
    is_headed && is_filled
        || cells.len() >= 4
            && is_short
            && is_filled
            && (has("th") || figures * 2 + 2 >= cells.len())
}

/// Gives small or grey words above the first and below the last prose of a mail the role of its frame.
fn mark_faint(document: &Document) {
    let lines = document.select("td, p, div, li, h1, h2, h3");
    let lines: Vec<&NodeRef<'_>> = lines
        .nodes()
        .iter()
        .filter(|n| is_inline_alone(n))
        .collect();
    let is_prose = |n: &&NodeRef<'_>| words::is_prose(n.text().trim()) && !is_faint(n);
    let first = lines.iter().position(is_prose);
    let last = lines.iter().rposition(is_prose);
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let ends = lines[..first].iter().chain(&lines[last..]);
    for node in ends.filter(|n| is_faint(n)) {
        node.set_attr("role", "contentinfo");
    }
}

fn is_inline_alone(node: &NodeRef<'_>) -> bool {
    let mut inside = node.descendants_it().filter(NodeRef::is_element);
    inside.all(|n| n.node_name().is_some_and(|name| INLINE.contains(&&*name)))
}

/// Whether its letters are small, or of a grey that is neither black nor white.
fn is_faint(node: &NodeRef<'_>) -> bool {
    const SMALL: f32 = 11.0;
    size(node).is_some_and(|size| size <= SMALL) || colour(node).is_some_and(|c| is_grey(&c))
}

/// The colour that its style states, as typed.
fn colour(node: &NodeRef<'_>) -> Option<String> {
    let style = node.attr("style")?.to_ascii_lowercase();
    let mut said = style.split(';').filter_map(|part| part.split_once(':'));
    let (_, colour) = said.find(|(name, _)| name.trim() == "color")?;
    Some(colour.trim().to_owned())
}

/// `#999`, `#8a8a8e`, `gray`
fn is_grey(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    let wide: String = if digits.len() == 3 {
        digits.chars().flat_map(|c| [c, c]).collect()
    } else {
        digits.to_owned()
    };
    let parts = [0, 2, 4].map(|at| {
        wide.get(at..at + 2)
            .and_then(|part| u8::from_str_radix(part, 16).ok())
    });
    let [Some(red), Some(green), Some(blue)] = parts else {
        return matches!(
            colour,
            "gray" | "grey" | "darkgray" | "silver" | "lightgray"
        );
    };
    let (least, most) = (red.min(green).min(blue), red.max(green).max(blue));
    most - least <= 24 && (0x70..=0xdd).contains(&least)
}

/// Whether it is one line of few words, which could be a heading.
fn is_line(node: &NodeRef<'_>) -> bool {
    let is_inline = is_inline_alone(node);
    let text = node.text();
    let text = text.trim();
    is_inline
        && words::count(text, 1) == 1
        && words::at_most(text, LONGEST)
        && !words::is_closed(text)
}

/// The size of its letters, where its style states one.
fn size(node: &NodeRef<'_>) -> Option<f32> {
    let inner = node.find(&["span"]);
    let mut all = std::iter::once(node).chain(inner.iter().take(1));
    all.find_map(|n| {
        let style = n.attr("style")?.to_ascii_lowercase();
        let (_, after) = style.split_once("font-size:")?;
        let after = after.trim_start();
        let end = after.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let is_length = after[end..].starts_with("px") || after[end..].starts_with("pt");
        after[..end].parse().ok().filter(|_| is_length)
    })
}

/// Whether all its words are bold, by elements or by its style.
fn is_all_bold(node: &NodeRef<'_>) -> bool {
    let is_bold_style = node.attr("style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_whitespace().collect();
        [
            "font-weight:bold",
            "font-weight:600",
            "font-weight:700",
            "font-weight:800",
        ]
        .iter()
        .any(|bold| style.contains(bold))
    });
    let bold: String = node
        .find(&["b"])
        .iter()
        .chain(&node.find(&["strong"]))
        .map(|n| n.text().to_string())
        .collect();
    let words = |text: &str| words::words(text).count();
    is_bold_style || words(&bold) >= words(&node.text()) && words(&bold) >= 2
}
