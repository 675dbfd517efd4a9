//! An edition: its view, which home shares, its page, and the list of all editions.

use serde::Serialize;

use super::address::Addresses;
use super::article::{self, Neighbour, Place, last_change_of};
use super::context::Context;
use super::credits::ImageView;
use super::error::Error;
use super::frame::PageView;
use super::html;
use super::register::{Listed, Owner, Target};
use super::story::{Link, Story, StoryView};
use super::takeaways::{self, Group};
use super::text;
use crate::model::{Article, Conclusion, Edition, EditionNote, PartialDate, Week};

/// What `edition.html` sees.
#[derive(Debug, Serialize)]
struct EditionPage<'a> {
    page: PageView,
    edition: &'a EditionView<'a>,
}

/// An edition in full.
#[derive(Debug, Serialize)]
pub(super) struct EditionView<'a> {
    /// Its title, week and days.
    head: EditionCard,
    /// A picture.
    cover: Option<ImageView>,
    /// What the editor says first.
    introduction_html: String,
    /// The stories, in order.
    stories: Vec<InEdition<'a>>,
    /// What closes it.
    conclusion: Option<ConclusionView>,
    /// The edition before it.
    previous: Option<Link>,
    /// The edition after it.
    next: Option<Link>,
}

/// An edition in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EditionCard {
    /// Its page.
    pub(super) url: String,
    /// Its title, or its week where the editor gave none.
    pub(super) title: String,
    /// « Semaine 5 »
    pub(super) week: String,
    /// 5
    week_number: i8,
    /// `2026-W05`
    iso: Week,
    /// « du 26 janvier au 1<sup>er</sup> février 2026 »
    period_html: String,
    /// Its number in the series, where the editor counts.
    number: Option<u32>,
    /// One or two sentences.
    pub(super) summary: Option<String>,
    /// « 5 articles »
    count: String,
}

/// A story as it stands in its edition.
#[derive(Debug, Serialize)]
struct InEdition<'a> {
    /// Its place, from 1.
    number: usize,
    /// Its id on the page.
    anchor: String,
    story: &'a StoryView<'a>,
    /// Its text, its headings under the story's own.
    body_html: String,
}

/// The section that closes an edition.
#[derive(Debug, Serialize)]
struct ConclusionView {
    title: String,
    body_html: String,
    takeaways: Vec<Group>,
}

/// Parses an edition's stories once and renders the page of each and of the edition itself.
pub(super) fn render<'a>(cx: &Context<'a>, place: usize) -> Result<(), Error> {
    let edition = &cx.library.editions[place];
    let stories = stories(cx, edition);
    for (at, story) in stories.iter().enumerate() {
        article::render(cx, story, Some(place_of(cx, edition, at, &stories)))?;
    }
    let view = view(cx, place, &stories);
    let page = page(cx, &view.head, &view.head.url, view.head.title.clone());
    let target = Target {
        url: view.head.url.clone(),
        owner: Owner::Edition(edition.note.as_ref()),
        listed: Listed::Since(last_change_of(articles(edition))),
    };
    let view = EditionPage {
        page,
        edition: &view,
    };
    cx.page(target, "edition.html", &view)
}

/// Where the story `at` (from 0) stands, with those before and after it.
fn place_of<'a>(
    cx: &Context<'_>,
    edition: &Edition,
    at: usize,
    stories: &[Story<'a>],
) -> Place<'a> {
    let number = edition.stories[at].number;
    let url = cx.addresses.edition(edition.week);
    let before = at.checked_sub(1).and_then(|before| stories.get(before));
    Place {
        number,
        edition_label: text::of_week(cx.locale, "edition_of", edition.week),
        edition_url: format!("{url}#{}", Addresses::anchor(number)),
        previous: before.map(Neighbour::of),
        next: stories.get(at + 1).map(Neighbour::of),
    }
}

/// The head of a page that shows an edition in full.
pub(super) fn page(cx: &Context<'_>, head: &EditionCard, url: &str, title: String) -> PageView {
    PageView {
        description: head.summary.clone().unwrap_or_else(|| head.title.clone()),
        title,
        canonical: cx.addresses.absolute(url),
        kind: "article",
        section: "editions",
    }
}

/// The articles of an edition.
pub(super) fn articles(edition: &Edition) -> impl Iterator<Item = &Article> {
    edition.stories.iter().map(|story| story.article.as_ref())
}

/// The stories of an edition, each parsed.
pub(super) fn stories<'a>(cx: &Context<'a>, edition: &'a Edition) -> Vec<Story<'a>> {
    articles(edition)
        .map(|article| Story::new(cx, article))
        .collect()
}

/// The edition at a place in the library (0 is the newest) with its parsed stories.
pub(super) fn view<'b>(
    cx: &Context<'_>,
    place: usize,
    stories: &'b [Story<'_>],
) -> EditionView<'b> {
    let editions = &cx.library.editions;
    let edition = &editions[place];
    let note = edition.note.as_ref();
    let lang = cx.locale.lang();
    EditionView {
        head: card(cx, edition),
        cover: note
            .and_then(|note| note.cover.as_ref())
            .map(|image| ImageView::new(image, lang, cx.addresses)),
        introduction_html: note.map(|note| introduction(cx, note)).unwrap_or_default(),
        stories: edition
            .stories
            .iter()
            .zip(stories)
            .map(|(placed, story)| in_edition(cx, placed.number, story))
            .collect(),
        conclusion: note
            .and_then(|note| note.conclusion.as_ref())
            .map(|conclusion| conclusion_view(cx, conclusion)),
        previous: editions.get(place + 1).map(|older| link(cx, older)),
        next: place.checked_sub(1).map(|newer| link(cx, &editions[newer])),
    }
}

fn introduction(cx: &Context<'_>, note: &EditionNote) -> String {
    let html = text::written(&note.introduction, cx.locale.lang());
    html::fit(&html, text::here(cx.addresses, 2, "introduction-"))
}

fn in_edition<'b>(cx: &Context<'_>, number: usize, story: &'b Story<'_>) -> InEdition<'b> {
    let anchor = Addresses::anchor(number);
    InEdition {
        number,
        story: &story.view,
        body_html: story.body_html(cx, 3, &format!("{anchor}-")),
        anchor,
    }
}

fn conclusion_view(cx: &Context<'_>, conclusion: &Conclusion) -> ConclusionView {
    let lang = cx.locale.lang();
    let html = text::written(&conclusion.body, lang);
    ConclusionView {
        title: text::set(&conclusion.title, lang),
        body_html: html::fit(&html, text::here(cx.addresses, 3, "conclusion-")),
        takeaways: takeaways::groups(
            cx.basis(),
            &conclusion.takeaways,
            lang,
            text::in_list(cx.addresses),
        ),
    }
}

/// An edition's title, week and days.
pub(super) fn card(cx: &Context<'_>, edition: &Edition) -> EditionCard {
    let note = edition.note.as_ref();
    let set = |words: &String| text::set(words, cx.locale.lang());
    let week = text::capital(&text::week(edition.week, cx.locale));
    EditionCard {
        url: cx.addresses.edition(edition.week),
        title: note.and_then(|note| note.title.as_ref()).map_or_else(
            || text::capital(&cx.locale.date(PartialDate::Week(edition.week))),
            set,
        ),
        week,
        week_number: edition.week.number(),
        iso: edition.week,
        period_html: text::period_html(edition.period, cx.locale),
        number: note.and_then(|note| note.number),
        summary: note.and_then(|note| note.summary.as_ref()).map(set),
        count: text::count(cx.locale, "articles", edition.stories.len()),
    }
}

fn link(cx: &Context<'_>, edition: &Edition) -> Link {
    let head = card(cx, edition);
    Link {
        label: format!("{} · {}", head.week, head.title),
        url: head.url,
    }
}
