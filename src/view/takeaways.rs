//! Takeaways by audience, in the order of the settings, then those for everyone.

use serde::Serialize;

use super::basis::Basis;
use super::html::Place;
use super::text;
use crate::model::{Audience, AudienceId, Section, Takeaway};

/// How many colours the theme has for audiences; more audiences begin again with the first.
const COLOURS: usize = 4;

/// The takeaways of one audience.
#[derive(Debug, Serialize)]
pub(crate) struct Group {
    /// The audience's name.
    pub(crate) label: String,
    /// Its page; none for everyone, nor where the site has no pages of audiences.
    url: Option<String>,
    /// The class by which the stylesheet knows it: `audience-1`, `audience-all`.
    class: String,
    /// The points.
    pub(crate) points_html: Vec<String>,
}

/// Takeaways sorted by audience: each audience by its place in the settings, none for everyone, with its
/// takeaways in the author's order; audiences without any are left out.
pub(crate) fn by_audience<'a>(
    takeaways: &'a [Takeaway],
    audiences: &[Audience],
) -> Vec<(Option<usize>, Vec<&'a Takeaway>)> {
    let places = (0..audiences.len()).map(Some).chain([None]);
    let shares = places.map(|place| {
        let id = place.map(|place| &audiences[place].id);
        let own = takeaways.iter().filter(|t| t.audience.as_ref() == id);
        (place, own.collect::<Vec<_>>())
    });
    shares.filter(|(_, own)| !own.is_empty()).collect()
}

/// The takeaways that readers of an audience see: their own and those for everyone; all of them where
/// there is no audience.
pub(crate) fn for_audience(takeaways: &[Takeaway], audience: Option<&AudienceId>) -> Vec<Takeaway> {
    let is_theirs = |takeaway: &&Takeaway| {
        let own = takeaway.audience.as_ref();
        audience.is_none() || own.is_none() || own == audience
    };
    takeaways.iter().filter(is_theirs).cloned().collect()
}

/// The name of an audience by its place in the settings; none is everyone.
pub(crate) fn label(basis: Basis<'_>, place: Option<usize>) -> String {
    let audience = place.and_then(|place| basis.audiences.get(place));
    audience.map_or_else(
        || text::word(basis.locale, "everyone").into_owned(),
        |audience| text::set(&audience.label, basis.locale.own_rules()),
    )
}

/// Takeaways sorted by audience, for their place on a page.
pub(crate) fn groups(
    basis: Basis<'_>,
    takeaways: &[Takeaway],
    rules: &str,
    place: Place<'_>,
) -> Vec<Group> {
    let shares = by_audience(takeaways, basis.audiences).into_iter();
    let group = |(audience, own): (Option<usize>, Vec<&Takeaway>)| {
        let id = audience.map(|at| &basis.audiences[at].id);
        Group {
            label: label(basis, audience),
            url: id
                .filter(|_| basis.has(Section::Audiences))
                .map(|id| basis.addresses.audience(id)),
            class: audience.map_or_else(|| "audience-all".to_owned(), class),
            points_html: own.into_iter().map(|t| point(t, rules, place)).collect(),
        }
    };
    shares.map(group).collect()
}

/// The class of the audience at a place in the settings, from 0.
pub(crate) fn class(place: usize) -> String {
    format!("audience-{}", place % COLOURS + 1)
}

/// The wanted takeaways as HTML for their place; each begins with a capital, whether or not a label
/// stood before it.
pub(crate) fn points(
    takeaways: &[Takeaway],
    rules: &str,
    place: Place<'_>,
    is_wanted: impl Fn(&Takeaway) -> bool,
) -> Vec<String> {
    takeaways
        .iter()
        .filter(|takeaway| is_wanted(takeaway))
        .map(|takeaway| point(takeaway, rules, place))
        .collect()
}

fn point(takeaway: &Takeaway, rules: &str, place: Place<'_>) -> String {
    text::point(&text::capital(&takeaway.text), rules, place)
}
