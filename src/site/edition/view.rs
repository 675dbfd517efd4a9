//! An edition in full, as its own page and the home page show it.

use serde::Serialize;

use super::short::{EditionCard, InShort, in_short_of, link};
use crate::model::{Conclusion, EditionNote, Extent, Image, Picture};
use crate::site::audiences::{self, Way};
use crate::site::context::Context;
use crate::site::deferred::{Deferred, Whole};
use crate::site::setting::Setting;
use crate::site::story::{Fitted, Link, Story};
use crate::templates::Ready;
use crate::view::address::Addresses;
use crate::view::credits::ImageView;
use crate::view::html;
use crate::view::pictures::{self, Where};
use crate::view::takeaways::{self, Group};
use crate::view::text;

/// An edition's picture, made of what its head says and of the pictures beside its note.
type Cover<'a> = Deferred<'a, (&'a Image, &'a [Picture]), Option<ImageView>>;

/// An edition in full.
#[derive(Debug, Serialize)]
pub(in crate::site) struct EditionView<'b, 'a> {
    /// Its title, week and days.
    head: &'a EditionCard<'a>,
    /// A picture.
    cover: Option<Cover<'a>>,
    /// What the editor says first.
    introduction_html: Option<Deferred<'a, (&'a str, &'a [Picture]), String>>,
    /// The ways to see it: whole, or through the eyes of an audience.
    switch: Vec<Way>,
    /// The stories, in order.
    stories: Vec<InEdition<'b, 'a>>,
    /// What closes it.
    conclusion: Option<Deferred<'a, (&'a Conclusion, &'a [Picture]), ConclusionView>>,
    /// The edition before it.
    previous: Option<Deferred<'a, InShort<'a>, Link>>,
    /// The edition after it.
    next: Option<Deferred<'a, InShort<'a>, Link>>,
}

/// A story as it stands in its edition.
#[derive(Debug, Serialize)]
struct InEdition<'b, 'a> {
    /// Its place, from 1.
    number: usize,
    /// Its id on the page.
    anchor: String,
    story: &'b Deferred<'a, Whole<'a>, Ready>,
    /// Its text, its headings under the story's own; none where the template does not show it.
    body_html: Option<Fitted<'b, 'a>>,
    /// Whether its text stands on its own page only, since editions have summaries.
    is_cut: bool,
}

/// The section that closes an edition.
#[derive(Debug, Serialize)]
struct ConclusionView {
    title: String,
    body_html: String,
    takeaways: Vec<Group>,
}

/// The edition at a place in the library (0 is the newest) with its stories, for the page at the address
/// `here`.
pub(in crate::site) fn view<'b, 'a>(
    cx: &Context<'a>,
    place: usize,
    stories: &'b [Story<'a>],
    here: &str,
) -> EditionView<'b, 'a>
where
    'a: 'b,
{
    let editions = &cx.library.editions;
    let edition = &editions[place];
    let note = edition.note.as_ref();
    let shown = note
        .map(|note| note.pictures.as_slice())
        .unwrap_or_default();
    let link_to = |edition| Deferred::new(cx.setting, in_short_of(edition), link);
    let placed = edition.stories.iter().zip(stories);
    let extent = edition.extent(cx.config.edition);
    EditionView {
        head: &cx.edition_cards[place],
        cover: note
            .and_then(|note| note.cover.as_ref())
            .map(|image| Deferred::new(cx.setting, (image, shown), cover)),
        introduction_html: note.map(|note| introduction(cx, note)),
        switch: audiences::switch(cx.setting, edition, here),
        stories: placed
            .map(|(placed, story)| in_edition(cx, placed.number, story, extent))
            .collect(),
        conclusion: note
            .and_then(|note| note.conclusion.as_ref())
            .map(|conclusion| Deferred::new(cx.setting, (conclusion, shown), conclusion_view)),
        previous: editions.get(place + 1).map(link_to),
        next: place.checked_sub(1).map(|newer| link_to(&editions[newer])),
    }
}

fn cover(setting: &Setting<'_>, (image, pictures): (&Image, &[Picture])) -> Option<ImageView> {
    let rules = setting.locale.own_rules();
    ImageView::new(image, pictures, rules, (setting.addresses, Where::Site))
}

fn introduction<'a>(
    cx: &Context<'a>,
    note: &'a EditionNote,
) -> Deferred<'a, (&'a str, &'a [Picture]), String> {
    let from = (note.introduction.as_str(), note.pictures.as_slice());
    Deferred::new(cx.setting, from, |setting, (text, shown)| {
        let html = text::written(text, setting.locale.lang(), setting.locale);
        let html = pictures::set(html, shown, Where::Site);
        html::fit(&html, text::here(setting.addresses, 2, "introduction-"))
    })
}

fn in_edition<'b, 'a>(
    cx: &Context<'a>,
    number: usize,
    story: &'b Story<'a>,
    extent: Extent,
) -> InEdition<'b, 'a>
where
    'a: 'b,
{
    InEdition {
        number,
        anchor: Addresses::anchor(number),
        story: &story.view,
        body_html: (cx.editions_have_text && extent == Extent::Full)
            .then(|| story.body_html(cx.setting, Some(number))),
        is_cut: extent == Extent::Summary && !story.article.is_quote(),
    }
}

fn conclusion_view(
    setting: &Setting<'_>,
    (conclusion, shown): (&Conclusion, &[Picture]),
) -> ConclusionView {
    let rules = setting.locale.own_rules();
    let html = text::written(&conclusion.body, setting.locale.lang(), setting.locale);
    let html = pictures::set(html, shown, Where::Site);
    let in_list = text::in_list(setting.addresses);
    ConclusionView {
        title: text::set(&conclusion.title, rules),
        body_html: html::fit(&html, text::here(setting.addresses, 3, "conclusion-")),
        takeaways: takeaways::groups(setting.basis(), &conclusion.takeaways, rules, in_list),
    }
}
