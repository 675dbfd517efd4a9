//! Takeaways by audience, in the order of the settings, then those for everyone.

use serde::Serialize;

use super::html::Place;
use super::setting::Setting;
use super::text;
use crate::model::{AudienceId, Section, Takeaway};

/// How many colours the stylesheet has for audiences; more audiences begin again with the first.
const COLOURS: usize = 4;

/// The takeaways of one audience.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// The audience's name.
    label: String,
    /// Its page; none for everyone, nor where the site has no pages of audiences.
    url: Option<String>,
    /// The class by which the stylesheet knows it: `audience-1`, `audience-all`.
    class: String,
    /// The points.
    pub(super) points_html: Vec<String>,
}

/// Takeaways sorted by audience, for their place; audiences without any are left out.
pub(super) fn groups(
    cx: &Setting<'_>,
    takeaways: &[Takeaway],
    lang: &str,
    place: Place<'_>,
) -> Vec<Group> {
    let points = |audience: Option<&AudienceId>| {
        points(takeaways, lang, place, |t| t.audience.as_ref() == audience)
    };
    let audiences = cx
        .config
        .audiences
        .iter()
        .enumerate()
        .map(|(i, audience)| Group {
            label: text::set(&audience.label, cx.locale.own_rules()),
            url: cx
                .config
                .has(Section::Audiences)
                .then(|| cx.addresses.audience(&audience.id)),
            class: class(i),
            points_html: points(Some(&audience.id)),
        });
    let everyone = Group {
        label: text::word(cx.locale, "everyone").into_owned(),
        url: None,
        class: "audience-all".to_owned(),
        points_html: points(None),
    };
    audiences
        .chain([everyone])
        .filter(|group| !group.points_html.is_empty())
        .collect()
}

/// The class of the audience at a place in the settings, from 0.
pub(super) fn class(place: usize) -> String {
    format!("audience-{}", place % COLOURS + 1)
}

/// The wanted takeaways as HTML for their place; each begins with a capital, whether or not a label
/// stood before it.
pub(super) fn points(
    takeaways: &[Takeaway],
    lang: &str,
    place: Place<'_>,
    is_wanted: impl Fn(&Takeaway) -> bool,
) -> Vec<String> {
    takeaways
        .iter()
        .filter(|takeaway| is_wanted(takeaway))
        .map(|takeaway| text::point(&text::capital(&takeaway.text), lang, place))
        .collect()
}
