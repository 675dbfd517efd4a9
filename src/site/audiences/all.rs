//! Audiences: a page for each with all of its takeaways, newest first, and an index.

use rayon::prelude::*;
use serde::Serialize;

use super::tellers::{self, Teller, ToldTo};
use crate::model::{Audience, Section, Takeaway};
use crate::site::context::Context;
use crate::site::error::Error;
use crate::site::feeds;
use crate::site::frame::{self, Paging};
use crate::site::page::{About, PageView};
use crate::site::register::{Listed, Owner, Target};
use crate::site::story::Link;
use crate::view::takeaways;
use crate::view::text;

/// What `audience.html` sees.
#[derive(Debug, Serialize)]
struct AudiencePage<'b, 'a> {
    page: PageView,
    audience: &'b AudienceView,
    /// The index of audiences.
    index: Link,
    stories: Vec<ToldTo<'a>>,
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

/// Renders the page of each audience and their index; a site without audiences, or without their
/// section, has neither.
pub(in crate::site) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if cx.config.audiences.is_empty() || !cx.config.has(Section::Audiences) {
        return Ok(());
    }
    let tellers = tellers::all(cx);
    let numbered: Vec<(usize, &Audience)> = cx.config.audiences.iter().enumerate().collect();
    let rendered: Result<Vec<AudienceView>, Error> = numbered
        .into_par_iter()
        .map(|(place, audience)| audience_pages(cx, place, audience, &tellers))
        .collect();
    index(cx, rendered?)
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

fn audience_pages<'a>(
    cx: &Context<'a>,
    place: usize,
    audience: &'a Audience,
    tellers: &[Teller<'a>],
) -> Result<AudienceView, Error> {
    let is_wanted = |takeaway: &Takeaway| takeaway.audience.as_ref() == Some(&audience.id);
    let wanted = |teller: &Teller<'_>| teller.takeaways().iter().filter(|t| is_wanted(t)).count();
    let telling: Vec<Teller<'a>> = tellers.iter().copied().filter(|t| wanted(t) > 0).collect();
    let count = telling.iter().map(wanted).sum();
    let view = AudienceView {
        label: text::set(&audience.label, cx.locale.own_rules()),
        url: cx.addresses.audience(&audience.id),
        class: takeaways::class(place),
        count: text::count(cx.locale, "takeaways", count),
    };
    let pages = frame::pages(&telling, cx.config.per_page);
    for (number, some) in (1..).zip(&pages) {
        let stories = some
            .iter()
            .map(|teller| tellers::told(cx, *teller, &audience.id))
            .collect();
        let paging = Paging::new(&view.url, number, pages.len(), cx);
        audience_page(cx, &view, stories, paging)?;
    }
    Ok(view)
}

fn audience_page(
    cx: &Context<'_>,
    audience: &AudienceView,
    stories: Vec<ToldTo<'_>>,
    paging: Paging,
) -> Result<(), Error> {
    let url = paging.url.clone();
    let heading = cx.locale.takeaways_heading();
    let feeds = feeds::below(
        cx.setting,
        Section::Audiences,
        &audience.url,
        &audience.label,
    );
    let about = text::word(cx.locale, "audience_about").replace("{name}", &audience.label);
    let view = AudiencePage {
        page: page(cx, &url, paging.titled(&audience.label), about).with_feeds(feeds),
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

fn target<'a>(cx: &Context<'a>, url: String) -> Target<'a> {
    Target {
        url,
        owner: Owner::Page("the page of an audience"),
        listed: Listed::Since(cx.last_change),
    }
}

fn page(cx: &Context<'_>, url: &str, title: String, description: String) -> PageView {
    let about = About { title, description };
    PageView::of_list(cx.setting, url, "audiences", about)
}
