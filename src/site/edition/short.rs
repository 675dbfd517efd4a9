//! The short form of an edition: its title, week and days, as lists, heads of pages and feeds show it.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Serialize, Serializer};

use crate::model::{Article, AudienceId, Digest, Edition, Library, PartialDate, Week};
use crate::site::deferred::Deferred;
use crate::site::setting::Setting;
use crate::site::story::Link;
use crate::view::text;

/// The short form of an edition, made where a page shows it.
pub(in crate::site) type EditionCard<'a> = Deferred<'a, InShort<'a>, EditionHead>;

/// What of an edition stands in lists.
#[derive(Debug, Clone, Copy, Serialize)]
pub(in crate::site) struct InShort<'a> {
    week: Week,
    period: (Date, Date),
    title: Option<&'a str>,
    number: Option<u32>,
    summary: Option<&'a str>,
    articles: usize,
}

/// An edition with its note, and with its stories, each known by its digest.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct WholeEdition<'a>(pub(in crate::site) &'a Edition);

impl Serialize for WholeEdition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let stories = articles(self.0).map(|article| article.digest);
        let stories: Vec<Digest> = stories.collect();
        (in_short_of(self.0), &self.0.note, stories).serialize(serializer)
    }
}

/// An edition in a list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct EditionHead {
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

/// The card of each edition of a library, in its order.
pub(in crate::site) fn cards<'a>(
    setting: &'a Setting<'a>,
    library: &'a Library,
) -> Vec<EditionCard<'a>> {
    let card = |edition| Deferred::new(setting, in_short_of(edition), card).shared();
    library.editions.par_iter().map(card).collect()
}

/// The articles of an edition.
pub(in crate::site) fn articles(edition: &Edition) -> impl Iterator<Item = &Article> {
    edition.stories.iter().map(|story| story.article.as_ref())
}

/// What of an edition stands in lists.
pub(in crate::site) fn in_short_of(edition: &Edition) -> InShort<'_> {
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
    pub(in crate::site) fn url(&self, setting: &Setting<'_>) -> String {
        setting.addresses.edition(self.week)
    }

    /// Its page for an audience.
    pub(in crate::site) fn url_for(&self, setting: &Setting<'_>, audience: &AudienceId) -> String {
        setting.addresses.edition_for(self.week, audience)
    }

    /// Its title, set, or its week where the editor gave none.
    pub(in crate::site) fn title(&self, setting: &Setting<'_>) -> String {
        let week = || text::capital(&setting.locale.date(PartialDate::Week(self.week)));
        let title = self.title;
        title.map_or_else(week, |title| text::set(title, setting.locale.own_rules()))
    }

    /// One or two sentences, set.
    pub(in crate::site) fn summary(&self, setting: &Setting<'_>) -> Option<String> {
        let rules = setting.locale.own_rules();
        self.summary.map(|words| text::set(words, rules))
    }

    /// « Conclusion de la semaine 5 »
    pub(in crate::site) fn conclusion(&self, setting: &Setting<'_>) -> String {
        text::of_week(setting.locale, "conclusion_of", self.week)
    }

    fn week(&self, setting: &Setting<'_>) -> String {
        text::capital(&text::week(self.week, setting.locale))
    }
}

/// An edition's title, week and days.
fn card(setting: &Setting<'_>, edition: InShort<'_>) -> EditionHead {
    let cx = setting;
    EditionHead {
        url: edition.url(cx),
        title: edition.title(cx),
        week: edition.week(cx),
        week_number: edition.week.number(),
        iso: edition.week,
        period_html: text::period_html(edition.period, cx.locale),
        number: edition.number,
        summary: edition.summary(cx),
        count: text::count(cx.locale, "articles", edition.articles),
        articles: edition.articles,
    }
}

pub(super) fn link(setting: &Setting<'_>, edition: InShort<'_>) -> Link {
    Link {
        label: format!("{} · {}", edition.week(setting), edition.title(setting)),
        url: edition.url(setting),
    }
}
