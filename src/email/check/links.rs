//! Links and pictures: whether each leads somewhere, and none watches the reader.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::place::Places;
use super::walk::Tag;
use crate::email::newsletter::Newsletter;
use crate::model::{Article, Edition, LeavePage, Link};
use crate::pictures;

/// What an address holds that is there to count readers before it sends them on.
const REDIRECTS: &[&str] = &[
    "http://",
    "https://",
    "http%3a",
    "https%3a",
    "http:%2f",
    "https:%2f",
];

/// Where the pictures of charts stand on the site.
const CHARTS: &str = "/charts/";

/// The addresses that authors and the settings gave.
#[derive(Debug)]
pub(super) struct Own<'a> {
    base_url: &'a str,
    unsubscribe: &'a str,
    /// The files that pictures can be.
    files: &'a BTreeSet<String>,
    /// The texts in which authors give addresses.
    texts: Vec<&'a str>,
    links: BTreeSet<&'a str>,
}

impl<'a> Own<'a> {
    pub(super) fn of(edition: &'a Edition, newsletter: Newsletter<'a>) -> Self {
        let config = newsletter.config;
        let articles = edition.stories.iter().map(|story| story.article.as_ref());
        let note = edition.note.iter();
        let notes = note.flat_map(|note| {
            let conclusion = note.conclusion.iter().flat_map(|conclusion| {
                let points = conclusion.takeaways.iter().map(|t| t.text.as_str());
                points.chain([conclusion.body.as_str()])
            });
            conclusion.chain([note.introduction.as_str()])
        });
        Self {
            base_url: &config.base_url,
            unsubscribe: config
                .email
                .unsubscribe
                .as_ref()
                .map_or("", LeavePage::as_str),
            files: newsletter.files,
            texts: articles.clone().flat_map(texts).chain(notes).collect(),
            links: articles.flat_map(links).collect(),
        }
    }

    /// The path of a picture of the site that does not exist; those of charts and those beside texts are made
    /// with the site.
    fn missing<'b>(&self, src: &'b str) -> Option<&'b str> {
        let path = src.strip_prefix(self.base_url)?;
        let is_made = path.starts_with(CHARTS) || pictures::is_made(path.trim_start_matches('/'));
        let is_there = is_made || self.files.contains(path);
        (!is_there).then_some(path)
    }

    fn has(&self, url: &str) -> bool {
        url.starts_with(self.base_url)
            || url == self.unsubscribe
            || self.links.contains(url)
            || self.texts.iter().any(|text| text.contains(url))
    }
}

fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let points = article.takeaways.iter().map(|takeaway| &takeaway.text);
    let points = points.chain(&article.key_points);
    points.map(String::as_str).chain([article.body.as_str()])
}

fn links(article: &Article) -> impl Iterator<Item = &str> {
    let source = article
        .source
        .iter()
        .filter_map(|source| source.url.as_ref());
    let sources = article
        .sources
        .iter()
        .filter_map(|source| source.url.as_ref());
    source.chain(sources).map(Link::as_str)
}

pub(super) fn check(tag: &Tag, own: &Own<'_>, places: &Places<'_>, tell: &mut impl FnMut(Finding)) {
    match tag.name.as_str() {
        "a" => link(tag, own, places, tell),
        "img" => picture(tag, own, places, tell),
        _ => {}
    }
}

fn link(tag: &Tag, own: &Own<'_>, places: &Places<'_>, tell: &mut impl FnMut(Finding)) {
    let url = tag.attribute("href").unwrap_or_default();
    let mut told = |is_refusal, message: String| {
        let place = places.of_word(url, tag.story);
        tell(Finding {
            is_refusal,
            place,
            message,
        });
    };
    if matches!(url, "" | "#") || tag.text.trim().is_empty() {
        told(
            false,
            format!("the link « {url} » is empty; give it an address and words"),
        );
    }
    if is_redirect(url) && !own.has(url) {
        told(
            true,
            format!(
                "« {url} » sends readers on by another address, which can count them; link to where it leads"
            ),
        );
    }
}

fn is_redirect(url: &str) -> bool {
    let lower = url.to_lowercase();
    let rest = lower.get(4..).unwrap_or_default();
    REDIRECTS.iter().any(|redirect| rest.contains(redirect))
}

fn picture(tag: &Tag, own: &Own<'_>, places: &Places<'_>, tell: &mut impl FnMut(Finding)) {
    let src = tag.attribute("src").unwrap_or_default();
    let is_dot = |name: &str| {
        let size = tag.attribute(name).or_else(|| {
            tag.styles
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, v)| v.as_str())
        });
        size.is_some_and(|size| matches!(size.trim_end_matches("px"), "0" | "1"))
    };
    if let Some(path) = own.missing(src) {
        tell(Finding {
            is_refusal: true,
            place: places.of_word(path, tag.story),
            message: format!("the picture « {path} » does not exist; put it at static{path}"),
        });
    }
    if is_dot("width") || is_dot("height") {
        tell(Finding {
            is_refusal: true,
            place: places.of_word("<img", tag.story),
            message: format!(
                "the picture « {src} » is too small to be seen, and can count readers; take it out"
            ),
        });
    }
    if tag.attribute("alt").is_none_or(|alt| alt.trim().is_empty()) {
        tell(Finding {
            is_refusal: false,
            place: places.of_word(src, tag.story),
            message: format!("the picture « {src} » has no alternative text; say what it shows"),
        });
    }
}
