//! What a card shows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::letters;
use crate::model::{Article, AudienceId, Digest, Edition, Takeaway};
use crate::site::card::in_short;
use crate::site::edition::{articles, in_short_of};
use crate::site::setting::Setting;
use crate::view::text;

/// Counts the ways in which cards were drawn: cards of another look have other addresses.
const LOOK: u32 = 1;

/// What a card shows.
#[derive(Debug, Serialize)]
pub(super) struct Face {
    /// The newsletter's name.
    pub(super) newsletter: String,
    /// The title of the article or of the edition.
    pub(super) title: String,
    /// « Semaine 5 »; of an article that stands in no edition, its date.
    pub(super) when: String,
    /// The number of an edition's week.
    pub(super) numeral: Option<i8>,
    /// The audiences that it tells something: each one's name, and its place in the settings.
    pub(super) audiences: Vec<(String, usize)>,
}

impl Face {
    /// The card of an article; none where the letters lack one of its title's.
    pub(super) fn of_article(setting: &Setting<'_>, article: &Article) -> Option<Self> {
        let locale = setting.locale;
        let when = match article.week {
            Some(week) => text::week(week, locale),
            None => text::DateView::new(article.date, locale).words,
        };
        Self {
            title: in_short(article).title(setting),
            when: text::capital(&when),
            numeral: None,
            audiences: audiences(setting, &article.takeaways),
            ..Self::blank(setting)
        }
        .if_legible()
    }

    /// The card of an edition; none where the letters lack one of its title's.
    pub(super) fn of_edition(setting: &Setting<'_>, edition: &Edition) -> Option<Self> {
        let note = edition.note.as_ref();
        let conclusion = note.and_then(|note| note.conclusion.as_ref());
        let own = conclusion.into_iter().flat_map(|c| &c.takeaways);
        let told = articles(edition).flat_map(|article| &article.takeaways);
        Self {
            title: in_short_of(edition).title(setting),
            when: text::capital(&text::week(edition.week, setting.locale)),
            numeral: Some(edition.week.number()),
            audiences: audiences(setting, told.chain(own)),
            ..Self::blank(setting)
        }
        .if_legible()
    }

    fn blank(setting: &Setting<'_>) -> Self {
        Self {
            newsletter: text::set(&setting.config.title, setting.locale.own_rules()),
            title: String::new(),
            when: String::new(),
            numeral: None,
            audiences: Vec::new(),
        }
    }

    fn if_legible(self) -> Option<Self> {
        let is_legible = self.is_legible();
        is_legible.then_some(self)
    }

    fn is_legible(&self) -> bool {
        let labels = self.audiences.iter().map(|(label, _)| label);
        let mut words = labels.chain([&self.newsletter, &self.title, &self.when]);
        words.all(|words| letters::BOLD.has(words))
    }

    /// Where it stands, from the site's root: made of all that it shows.
    pub(super) fn path(&self) -> String {
        let digest = Digest::of(&(LOOK, self));
        let name = digest.map_or_else(|| "card".to_owned(), |digest| digest.short());
        format!("/cards/{name}.png")
    }
}

/// The audiences for whom something is, in the order of the settings.
fn audiences<'a>(
    setting: &Setting<'_>,
    takeaways: impl IntoIterator<Item = &'a Takeaway>,
) -> Vec<(String, usize)> {
    let told = takeaways.into_iter().filter_map(|t| t.audience.as_ref());
    let told: BTreeSet<&AudienceId> = told.collect();
    let known = setting.config.audiences.iter().enumerate();
    let named = known.filter(|(_, audience)| told.contains(&audience.id));
    let label = |label: &str| text::set(label, setting.locale.own_rules());
    named
        .map(|(place, audience)| (label(&audience.label), place))
        .collect()
}
