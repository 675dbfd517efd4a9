//! An edition: its view, which home shares, its page, and the list of all editions.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::article::{self, Spot, last_change_of};
use super::audiences::{self, Way};
use super::context::Context;
use super::data;
use super::deferred::{Deferred, Whole};
use super::error::Error;
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use super::setting::Setting;
use super::sharing;
use super::story::{Fitted, Link, Story};
use crate::model::{
    Article, AudienceId, Conclusion, Digest, Edition, EditionNote, Extent, Image, Library,
    PartialDate, Picture, Week,
};
use crate::templates::Ready;
use crate::view::address::Addresses;
use crate::view::credits::ImageView;
use crate::view::html;
use crate::view::pictures::{self, Where};
use crate::view::takeaways::{self, Group};
use crate::view::text;

/// The short form of an edition, made where a page shows it.
pub(super) type EditionCard<'a> = Deferred<'a, InShort<'a>, EditionHead>;

/// What of an edition stands in lists.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct InShort<'a> {
    week: Week,
    period: (Date, Date),
    title: Option<&'a str>,
    number: Option<u32>,
    summary: Option<&'a str>,
    articles: usize,
}

/// An edition with its note, and with its stories, each known by its digest.
#[derive(Debug, Clone, Copy)]
pub(super) struct WholeEdition<'a>(pub(super) &'a Edition);

impl Serialize for WholeEdition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let stories = articles(self.0).map(|article| article.digest);
        let stories: Vec<Digest> = stories.collect();
        (in_short_of(self.0), &self.0.note, stories).serialize(serializer)
    }
}

/// What `edition.html` sees.
#[derive(Debug, Serialize)]
struct EditionPage<'b, 'a> {
    page: Deferred<'a, WholeEdition<'a>, PageView>,
    edition: EditionView<'b, 'a>,
}

/// An edition's picture, made of what its head says and of the pictures beside its note.
type Cover<'a> = Deferred<'a, (&'a Image, &'a [Picture]), Option<ImageView>>;

/// An edition in full.
#[derive(Debug, Serialize)]
pub(super) struct EditionView<'b, 'a> {
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

/// An edition in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EditionHead {
    /// Its page.
    url: String,
    /// Its title, or its week where the editor gave none.
    title: String,
    /// « Semaine 5 »
    week: String,
    /// 5
    week_number: i8,
    /// `2026-W05`
    iso: Week,
    /// « du 26 janvier au 1<sup>er</sup> février 2026 »
    period_html: String,
    /// Its number in the series, where the editor counts.
    number: Option<u32>,
    /// One or two sentences.
    summary: Option<String>,
    /// « 5 articles »
    count: String,
    /// How many articles it has.
    articles: usize,
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

/// The card of each edition of a library, in its order.
pub(super) fn cards<'a>(setting: &'a Setting<'a>, library: &'a Library) -> Vec<EditionCard<'a>> {
    let card = |edition| Deferred::new(setting, in_short_of(edition), card).shared();
    library.editions.par_iter().map(card).collect()
}

/// Reads an edition's stories once and renders the page of each and of the edition itself.
pub(super) fn render<'a>(cx: &Context<'a>, place: usize) -> Result<(), Error> {
    let edition = &cx.library.editions[place];
    let stories = stories(cx, edition);
    for (at, story) in stories.iter().enumerate() {
        article::render(cx, story, Some(spot(cx, edition, at)))?;
    }
    let target = Target {
        url: cx.addresses.edition(edition.week),
        owner: Owner::Edition(edition.note.as_ref()),
        listed: Listed::Since(last_change_of(articles(edition))),
    };
    let view = EditionPage {
        page: Deferred::new(cx.setting, WholeEdition(edition), page),
        edition: view(cx, place, &stories, &target.url),
    };
    cx.page(target, "edition.html", &view)?;
    audiences::of_edition(cx, place, &stories)
}

/// Where the story `at` (from 0) stands, with those before and after it.
fn spot<'a>(cx: &Context<'a>, edition: &'a Edition, at: usize) -> Spot<'a> {
    let beside = |at: usize| cx.cards.get(&edition.stories.get(at)?.article);
    Spot {
        week: edition.week,
        number: edition.stories[at].number,
        previous: at.checked_sub(1).and_then(beside),
        next: beside(at + 1),
    }
}

fn page(setting: &Setting<'_>, WholeEdition(edition): WholeEdition<'_>) -> PageView {
    let head = card(setting, in_short_of(edition));
    let about = About {
        description: head.summary.unwrap_or_else(|| head.title.clone()),
        title: head.title,
    };
    let picture = sharing::of_edition(setting, edition);
    let address = picture.as_ref().map(|picture| picture.url.clone());
    PageView::of_text(setting, &head.url, "editions", about)
        .with_data(setting, || data::of_edition(setting, edition, address))
        .with_picture(picture)
}

/// The articles of an edition.
pub(super) fn articles(edition: &Edition) -> impl Iterator<Item = &Article> {
    edition.stories.iter().map(|story| story.article.as_ref())
}

/// The stories of an edition, to be read once.
pub(super) fn stories<'a>(cx: &Context<'a>, edition: &'a Edition) -> Vec<Story<'a>> {
    let stories = articles(edition);
    stories
        .map(|article| Story::new(cx.setting, article))
        .collect()
}

/// The edition at a place in the library (0 is the newest) with its stories, for the page at the address
/// `here`.
pub(super) fn view<'b, 'a>(
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
        let html = pictures::set(&html, shown, Where::Site);
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
    let html = pictures::set(&html, shown, Where::Site);
    let in_list = text::in_list(setting.addresses);
    ConclusionView {
        title: text::set(&conclusion.title, rules),
        body_html: html::fit(&html, text::here(setting.addresses, 3, "conclusion-")),
        takeaways: takeaways::groups(setting.basis(), &conclusion.takeaways, rules, in_list),
    }
}

/// What of an edition stands in lists.
pub(super) fn in_short_of(edition: &Edition) -> InShort<'_> {
    let note = edition.note.as_ref();
    InShort {
        week: edition.week,
        period: edition.period,
        title: note.and_then(|note| note.title.as_deref()),
        number: note.and_then(|note| note.number),
        summary: note.and_then(|note| note.summary.as_deref()),
        articles: edition.stories.len(),
    }
}

impl InShort<'_> {
    /// Its page.
    pub(super) fn url(&self, setting: &Setting<'_>) -> String {
        setting.addresses.edition(self.week)
    }

    /// Its page for an audience.
    pub(super) fn url_for(&self, setting: &Setting<'_>, audience: &AudienceId) -> String {
        setting.addresses.edition_for(self.week, audience)
    }

    /// Its title, set, or its week where the editor gave none.
    pub(super) fn title(&self, setting: &Setting<'_>) -> String {
        let week = || text::capital(&setting.locale.date(PartialDate::Week(self.week)));
        let title = self.title;
        title.map_or_else(week, |title| text::set(title, setting.locale.own_rules()))
    }

    /// « Conclusion de la semaine 5 »
    pub(super) fn conclusion(&self, setting: &Setting<'_>) -> String {
        text::of_week(setting.locale, "conclusion_of", self.week)
    }

    fn week(&self, setting: &Setting<'_>) -> String {
        text::capital(&text::week(self.week, setting.locale))
    }
}

/// An edition's title, week and days.
fn card(setting: &Setting<'_>, edition: InShort<'_>) -> EditionHead {
    let cx = setting;
    let rules = cx.locale.own_rules();
    EditionHead {
        url: edition.url(cx),
        title: edition.title(cx),
        week: edition.week(cx),
        week_number: edition.week.number(),
        iso: edition.week,
        period_html: text::period_html(edition.period, cx.locale),
        number: edition.number,
        summary: edition.summary.map(|words| text::set(words, rules)),
        count: text::count(cx.locale, "articles", edition.articles),
        articles: edition.articles,
    }
}

fn link(setting: &Setting<'_>, edition: InShort<'_>) -> Link {
    Link {
        label: format!("{} · {}", edition.week(setting), edition.title(setting)),
        url: edition.url(setting),
    }
}
