//! The titles that a page gives itself, without the site's name. Enter by [`read`].

use dom_query::NodeRef;

use super::head::Head;
use super::says::{Says, one_line};
use crate::import::words;

/// Elements in which a page shows its title, where it has no `h1`.
const SHOWN: &str = "h1, h2, h3, b, strong";

/// What stands between a title and the site's name.
const CUTS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];
const NAMES: &[&str] = &[
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
    "title",
];
/// The titles, the one that stands first.
pub(crate) fn read(page: &Head<'_>, site: Option<&str>) -> Says<String> {
    let shown = page.document.select(SHOWN);
    let shown: Vec<String> = shown
        .nodes()
        .iter()
        .take(50)
        .map(|n| words::label(&n.text()))
        .collect();
    let lines = shown_lines(page);
    let all = [
        ("JSON-LD", stated(page, &shown)),
        ("Open Graph", page.meta(&["og:title"])),
        ("meta", page.meta(NAMES)),
        ("h1", heading(page)),
        ("title", only(page, "head title")),
    ];
    let own = |(by, title): (&'static str, Option<String>)| {
        let title = one_line(&title?)?;
        let part = shown_part(&title, &lines).map(str::to_owned);
        let title = part.unwrap_or_else(|| without_site(&title, site, &shown));
        (words::count(&title, 1) == 1).then_some((by, title))
    };
    all.into_iter().filter_map(own).collect()
}

/// The one of two names in JSON-LD that the page shows, else the first.
fn stated(page: &Head<'_>, shown: &[String]) -> Option<String> {
    let names = [&page.stated.title, &page.stated.name];
    let mut names = names.into_iter().flatten();
    let is_shown = |name: &&String| shown.contains(&words::label(name));
    let first = names.clone().find(is_shown).or_else(|| names.next());
    first.cloned()
}

/// The only `h1`; one of a few words which `<title>`, a sentence, does not have names the site or its section.
fn heading(page: &Head<'_>) -> Option<String> {
    let text = only(page, "h1")?;
    let title = only(page, "head title").unwrap_or_default();
    let has_it = words::label(&title).contains(&words::label(&text));
    let is_name = words::at_most(&text, 5) && !words::at_most(&title, 6);
    (has_it || !is_name).then_some(text)
}

/// The text of the element, where there is but one.
fn only(page: &Head<'_>, selector: &str) -> Option<String> {
    let found = page.document.select(selector);
    let one = found.nodes().first().filter(|_| found.length() == 1)?;
    Some(one.text().trim_end_matches(['¶', '\n', ' ']).to_owned())
}

/// The site's name as it stands beside the page's heading in `<title>`: `Heading | Site`; beside the part
/// that the page shows, where it has no heading.
pub(crate) fn site(page: &Head<'_>) -> Option<String> {
    let title = one_line(&only(page, "head title")?)?;
    let heading =
        heading(page).or_else(|| Some(shown_part(&title, &shown_lines(page))?.to_owned()))?;
    let is_heading = |part: &str| words::label(part) == words::label(&heading);
    let beside = |cut: &&str| {
        let (start, last) = title.rsplit_once(*cut)?;
        let (first, end) = title.split_once(*cut)?;
        let is_last = || is_heading(end) || is_heading(last);
        is_heading(start)
            .then_some(last)
            .or_else(|| is_last().then_some(first))
    };
    let site = CUTS.iter().find_map(beside)?;
    words::at_most(site, 6).then(|| site.to_owned())
}

/// The lines that a page without an `h1` shows in elements of no name.
fn shown_lines(page: &Head<'_>) -> Vec<String> {
    const MOST: usize = 300;
    if page.document.select("h1").length() > 0 {
        return Vec::new();
    }
    let lines = page
        .document
        .select("body div, body p, body td, body font, body span, body center");
    let nodes = lines.nodes().iter().take(MOST);
    let texts = nodes
        .filter(|n| n.children_it(true).count() <= 1)
        .map(NodeRef::text);
    texts
        .filter(|text| text.len() <= 300)
        .map(|text| words::label(&text))
        .collect()
}

/// The longest part of a title beside a cut that is one of the lines, and has the words of a title.
fn shown_part<'t>(title: &'t str, lines: &[String]) -> Option<&'t str> {
    let both = |cut: &&str| {
        let (first, end) = title.split_once(*cut)?;
        let (start, last) = title.rsplit_once(*cut)?;
        Some([first, end, start, last])
    };
    let parts = CUTS.iter().filter_map(both).flatten();
    let is_shown = |part: &&str| words::count(part, 4) == 4 && lines.contains(&words::label(part));
    parts.filter(is_shown).max_by_key(|part| part.len())
}

/// A title without the site's name at its end; where the site's name is not known, the part that the
/// page shows as a heading or in bold is the title.
fn without_site(title: &str, site: Option<&str>, shown: &[String]) -> String {
    let is_site = |part: &str| site.is_some_and(|site| words::label(site) == words::label(part));
    let is_shown = |part: &str| shown.contains(&words::label(part));
    let found = CUTS.iter().find_map(|cut| {
        let (start, last) = title.rsplit_once(cut)?;
        let (first, end) = title.split_once(cut)?;
        let is_start = is_site(last) || is_shown(start);
        let is_end = is_site(first) || is_shown(end);
        is_start.then_some(start).or(is_end.then_some(end))
    });
    found.unwrap_or(title).trim().to_owned()
}

/// Alike in their words, or one the beginning or the end of the other.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (words::label(a), words::label(b));
    a.starts_with(&b) || b.starts_with(&a) || a.ends_with(&b) || b.ends_with(&a)
}
