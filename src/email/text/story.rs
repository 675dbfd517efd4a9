//! A story of the text part.

use super::blocks::{Blocks, WIDTH, plain};
use crate::email::story::StoryView;
use crate::email::view::Mail;
use crate::markdown::{Document, Plain, wrap};
use crate::model::Takeaway;
use crate::view::takeaways::{by_audience, for_audience, label};
use crate::view::text;

/// A story with all that stands under it.
pub(super) fn write(mail: &Mail<'_>, story: &StoryView<'_>, page: &mut Blocks) {
    let article = story.article;
    page.words(&format!("{}. {}", story.number, story.title));
    page.words(&byline(mail, story));
    page.words(story.summary.as_deref().unwrap_or_default());
    for correction in &story.corrections {
        let (label, on) = (&mail.t["corrected_on"], &correction.on.words);
        page.words(&format!("{label} {on} · {}", correction.text));
    }
    let points = || takeaways(mail, &article.takeaways, &article.lang, &story.url);
    if mail.audience.is_some() {
        page.push(points());
    }
    if !story.is_cut {
        page.push(key_points(mail, story));
        image(mail, story, page);
        let body = article.published_body().unwrap_or_default();
        page.push(plain(mail, body, &article.lang, &story.url));
    }
    if mail.audience.is_none() {
        page.push(points());
    }
    notes(mail, story, page);
}

fn byline(mail: &Mail<'_>, story: &StoryView<'_>) -> String {
    let source = story.source.as_ref().map(|source| source.name.clone());
    let authors = (!story.authors.is_empty())
        .then(|| format!("{} {}", mail.t["by"], story.authors.join(", ")));
    let parts = source
        .into_iter()
        .chain([story.date.words.clone()])
        .chain(authors);
    parts.collect::<Vec<_>>().join(" · ")
}

fn key_points(mail: &Mail<'_>, story: &StoryView<'_>) -> String {
    let article = story.article;
    let points = article.published_key_points();
    if points.is_empty() {
        return String::new();
    }
    let items = points
        .iter()
        .map(|point| item(mail, point, &article.lang, &story.url));
    let items: Vec<String> = items.collect();
    format!("{}\n{}", mail.t["key_points"], items.join("\n"))
}

fn image(mail: &Mail<'_>, story: &StoryView<'_>, page: &mut Blocks) {
    if let Some(image) = &story.image {
        let credit = image.credit.as_ref();
        let credit = credit.map_or(String::new(), |by| {
            format!(" {} {by}", mail.t["picture_by"])
        });
        page.words(&format!("[{}]{credit} <{}>", image.alt, image.src));
    }
}

/// « Pour les décideurs », by audience.
pub(super) fn takeaways(mail: &Mail<'_>, takeaways: &[Takeaway], lang: &str, url: &str) -> String {
    let basis = mail.source.basis;
    let shown = for_audience(takeaways, mail.source.audience.as_ref());
    let shares = by_audience(&shown, basis.audiences).into_iter();
    let blocks = shares.map(|(audience, own)| {
        let items = own.into_iter();
        let items = items.map(|t| item(mail, &text::capital(&t.text), lang, url));
        let lines = [label(basis, audience)].into_iter().chain(items);
        lines.collect::<Vec<_>>().join("\n")
    });
    let heading = format!("👉 {}", mail.takeaways_heading);
    let blocks: Vec<String> = [heading].into_iter().chain(blocks).collect();
    match blocks.len() {
        1 => String::new(),
        _ => blocks.join("\n\n"),
    }
}

fn item(mail: &Mail<'_>, markdown: &str, lang: &str, url: &str) -> String {
    let width = WIDTH - 2;
    let words = Document::parse(markdown, lang).to_plain(Plain {
        width,
        base: mail.source.basis.addresses.base_url(),
        page: url,
    });
    let lines = words.lines().enumerate().map(|(i, line)| {
        let line = format!("{}{line}", if i == 0 { "- " } else { "  " });
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn notes(mail: &Mail<'_>, story: &StoryView<'_>, page: &mut Blocks) {
    let t = |name: &str| &mail.t[name];
    if story.is_quote {
        page.words(t("quoted"));
    }
    let original = story.source.as_ref().and_then(|source| source.url);
    page.words(&original.map_or(String::new(), |url| {
        format!("{} <{url}>", t("read_original"))
    }));
    page.words(&format!("{} <{}>", t("read_article"), story.url));
    if !story.sources.is_empty() {
        let sources = story.sources.iter().map(|source| {
            let url = source.url.as_ref().filter(|url| **url != source.title);
            let url = url.map_or(String::new(), |url| format!(" <{url}>"));
            wrap(&format!("{}{url}", source.title), WIDTH, "- ", "  ")
        });
        page.list([t("relies_on").clone()].into_iter().chain(sources));
    }
    for notice in &story.ai {
        page.words(&format!("{} · {}", notice.label, notice.text));
    }
    if let Some(reviewed) = &story.reviewed {
        let (by, on) = (&reviewed.by, &reviewed.on.words);
        page.words(&format!(
            "{} {by}, {} {on}",
            t("reviewed"),
            t("reviewed_on")
        ));
    }
}
