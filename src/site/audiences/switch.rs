//! What leads from an edition to what it says to each audience, and back: plain links.

use serde::Serialize;

use crate::model::{Audience, Edition, Section};
use crate::site::setting::Setting;
use crate::view::{takeaways, text};

/// A way to see an edition.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Way {
    /// The audience's name; « Édition complète ».
    label: String,
    /// Its page.
    url: String,
    /// The class by which the stylesheet knows the audience; none for the whole edition.
    class: Option<String>,
    /// Whether it is the page on which the link stands.
    is_here: bool,
}

/// The audiences to whom an edition says something of their own, with their places in the settings; none
/// where the site has no pages of audiences.
pub(super) fn told<'a>(setting: &Setting<'a>, edition: &Edition) -> Vec<(usize, &'a Audience)> {
    if !setting.config.has(Section::Audiences) {
        return Vec::new();
    }
    let numbered = setting.config.audiences.iter().enumerate();
    numbered
        .filter(|(_, audience)| edition.tells(&audience.id))
        .collect()
}

/// The ways to see an edition, for its page at the address `here`; none where there is only one.
pub(in crate::site) fn switch(setting: &Setting<'_>, edition: &Edition, here: &str) -> Vec<Way> {
    let told = told(setting, edition);
    if told.is_empty() {
        return Vec::new();
    }
    let whole = Way {
        label: text::word(setting.locale, "whole_edition").into_owned(),
        url: setting.addresses.edition(edition.week),
        class: None,
        is_here: false,
    };
    let through = told.into_iter().map(|(place, audience)| Way {
        label: takeaways::label(setting.basis(), Some(place)),
        url: setting.addresses.edition_for(edition.week, &audience.id),
        class: Some(takeaways::class(place)),
        is_here: false,
    });
    let ways = [whole].into_iter().chain(through);
    ways.map(|way| Way {
        is_here: way.url == here,
        ..way
    })
    .collect()
}
