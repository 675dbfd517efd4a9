//! Audiences: a page for each with all of its takeaways, newest first, and an index.

use std::cmp::Reverse;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::article::last_change_of;
use super::context::Context;
use super::edition;
use super::error::Error;
use super::frame::{self, PageView, Paging};
use super::register::{Listed, Owner, Target};
use super::story::Link;
use super::takeaways;
use super::text::{self, DateView};
use crate::model::{Article, Audience, Edition, Takeaway};

/// What `audience.html` sees.
#[derive(Debug, Serialize)]
struct AudiencePage<'a> {
    page: PageView,
    audience: &'a AudienceView,
    /// The index of audiences.
    index: Link,
    stories: Vec<Told<'a>>,
    paging: Paging,
}

/// What `audiences.html` sees.
#[derive(Debug, Serialize)]
struct AudiencesPage {
    page: PageView,
    title: String,
    audiences: Vec<AudienceView>,
}

/// An audience.
#[derive(Debug, Serialize)]
struct AudienceView {
    label: String,
    url: String,
    /// The class by which the stylesheet knows it.
    class: String,
    /// « 24 conseils »
    count: String,
}

/// A story with what it tells one audience.
#[derive(Debug, Serialize)]
struct Told<'a> {
    /// The story's title, or the edition's whose conclusion it is.
    title: String,
    url: String,
    lang: Option<&'a str>,
    /// When the story was published; none for a conclusion.
    date: Option<DateView>,
    /// « Conclusion de la semaine 5 »; none for a story.
    conclusion: Option<String>,
    points_html: Vec<String>,
}

/// Something that has takeaways.
#[derive(Debug, Clone, Copy)]
enum Teller<'a> {
    Story(&'a Article),
    Conclusion(&'a Edition),
}

impl<'a> Teller<'a> {
    fn takeaways(self) -> &'a [Takeaway] {
        match self {
            Self::Story(article) => &article.takeaways,
            Self::Conclusion(edition) => {
                let conclusion = edition
                    .note
                    .as_ref()
                    .and_then(|note| note.conclusion.as_ref());
                conclusion.map_or(&[], |conclusion| &conclusion.takeaways)
            }
        }
    }

    /// The day by which it is sorted: an edition's conclusion stands before its stories.
    fn day(self) -> Date {
        match self {
            Self::Story(article) => article.date.first_day(),
            Self::Conclusion(edition) => edition.period.1,
        }
    }
}

/// Renders the page of each audience and their index; a site without audiences has neither.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if cx.config.audiences.is_empty() {
        return Ok(());
    }
    let tellers = tellers(cx);
    let numbered: Vec<(usize, &Audience)> = cx.config.audiences.iter().enumerate().collect();
    let rendered: Result<Vec<AudienceView>, Error> = numbered
        .into_par_iter()
        .map(|(place, audience)| audience_pages(cx, place, audience, &tellers))
        .collect();
    index(cx, rendered?)
}

/// Stories and conclusions, newest first.
fn tellers<'a>(cx: &Context<'a>) -> Vec<Teller<'a>> {
    let conclusions = cx.library.editions.iter().map(Teller::Conclusion);
    let stories = cx
        .library
        .articles
        .iter()
        .map(|article| Teller::Story(article));
    let mut all: Vec<_> = conclusions.chain(stories).collect();
    all.sort_by_key(|teller| Reverse(teller.day()));
    all
}

fn index(cx: &Context<'_>, audiences: Vec<AudienceView>) -> Result<(), Error> {
    let url = cx.addresses.section(&cx.config.paths.audiences);
    let title = cx.locale.takeaways_heading().to_owned();
    let view = AudiencesPage {
        page: page(
            cx,
            &url,
            title.clone(),
            text::word(cx.locale, "audiences_about").into_owned(),
        ),
        title,
        audiences,
    };
    cx.page(target(cx, url), "audiences.html", &view)
}

fn audience_pages(
    cx: &Context<'_>,
    place: usize,
    audience: &Audience,
    tellers: &[Teller<'_>],
) -> Result<AudienceView, Error> {
    let is_wanted = |takeaway: &Takeaway| takeaway.audience.as_ref() == Some(&audience.id);
    let wanted = |teller: &Teller<'_>| teller.takeaways().iter().filter(|t| is_wanted(t)).count();
    let telling: Vec<Teller<'_>> = tellers.iter().copied().filter(|t| wanted(t) > 0).collect();
    let count = telling.iter().map(wanted).sum();
    let view = AudienceView {
        label: text::set(&audience.label, cx.locale.lang()),
        url: cx.addresses.audience(&audience.id),
        class: takeaways::class(place),
        count: text::count(cx.locale, "takeaways", count),
    };
    let pages = frame::pages(&telling, cx.config.per_page);
    for (number, some) in (1..).zip(&pages) {
        let stories = some
            .iter()
            .map(|teller| told(cx, *teller, is_wanted))
            .collect();
        let paging = Paging::new(&view.url, number, pages.len(), cx.locale);
        audience_page(cx, &view, stories, paging)?;
    }
    Ok(view)
}

fn audience_page(
    cx: &Context<'_>,
    audience: &AudienceView,
    stories: Vec<Told<'_>>,
    paging: Paging,
) -> Result<(), Error> {
    let url = frame::page_url(&audience.url, paging.number);
    let heading = cx.locale.takeaways_heading();
    let about = text::word(cx.locale, "audience_about").replace("{name}", &audience.label);
    let view = AudiencePage {
        page: page(cx, &url, paging.titled(&audience.label), about),
        audience,
        index: Link {
            label: heading.to_owned(),
            url: cx.addresses.section(&cx.config.paths.audiences),
        },
        stories,
        paging,
    };
    cx.page(target(cx, url), "audience.html", &view)
}

fn told<'a>(
    cx: &Context<'_>,
    teller: Teller<'a>,
    is_wanted: impl Fn(&Takeaway) -> bool,
) -> Told<'a> {
    match teller {
        Teller::Story(article) => Told {
            title: text::set(&article.title, &article.lang),
            url: cx.addresses.article(article),
            lang: super::card::foreign(&article.lang, cx.locale),
            date: Some(DateView::new(article.date, cx.locale)),
            conclusion: None,
            points_html: takeaways::points(cx, &article.takeaways, &article.lang, is_wanted),
        },
        Teller::Conclusion(edition) => {
            let head = edition::card(cx, edition);
            let label = text::of_week(cx.locale, "conclusion_of", edition.week);
            Told {
                title: head.title,
                url: format!("{}#conclusion", head.url),
                lang: None,
                date: None,
                conclusion: Some(label),
                points_html: takeaways::points(cx, teller.takeaways(), cx.locale.lang(), is_wanted),
            }
        }
    }
}

fn target<'a>(cx: &Context<'a>, url: String) -> Target<'a> {
    let articles = cx.library.articles.iter().map(AsRef::as_ref);
    Target {
        url,
        owner: Owner::Page("the page of an audience"),
        listed: Listed::Since(last_change_of(articles)),
    }
}

fn page(cx: &Context<'_>, url: &str, title: String, description: String) -> PageView {
    PageView {
        title,
        description,
        canonical: cx.addresses.absolute(url),
        kind: "website",
        section: "audiences",
    }
}
