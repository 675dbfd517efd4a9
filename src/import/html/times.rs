//! When a page says that its article was published and updated. Enter by [`read`].

use dom_query::NodeRef;

use super::head::{Head, told};
use super::says::{Says, disagreement};
use crate::import::dates::{self, Said};
use crate::import::facts::Facts;
use crate::import::lexicon::List;
use crate::import::words;
use crate::model::PartialDate;

const PUBLISHED: &[&str] = &[
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "publish_date",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "datepublished",
];
const UPDATED: &[&str] = &[
    "last-modified",
    "dcterms.modified",
    "datemodified",
    "revised",
];

/// Fills in the dates, and what disagrees about them.
pub(crate) fn read(page: &Head<'_>, facts: &mut Facts) {
    let published = page.says(
        page.stated.published.clone(),
        "article:published_time",
        PUBLISHED,
        false,
    );
    let updated = page.says(
        page.stated.updated.clone(),
        "article:modified_time",
        UPDATED,
        true,
    );
    facts
        .differs
        .extend(disagreement("date", &published, |a, b| a == b));
    if let (Some((_, first)), Some((_, last))) = (published.first(), updated.first())
        && first != last
    {
        facts.differs.push(format!(
            "date: published {first}, updated {last}; the first stands"
        ));
    }
    facts.published = published
        .into_iter()
        .map(|(_, date)| told(Said::Known(date)))
        .collect();
    facts.updated = updated
        .into_iter()
        .next()
        .map(|(_, date)| told(Said::Known(date)));
}

/// Whether the other text says the same instant in a zone of its own, where this one says it in UTC:
/// Monday 00:20 +0100 is Monday, though it is Sunday in UTC.
fn is_in_a_zone(text: &str, other: &str) -> bool {
    let (text, other) = (text.trim(), other.trim());
    let instant = |text: &str| text.parse::<jiff::Timestamp>().ok();
    let is_same = || instant(text).is_some_and(|own| instant(other) == Some(own));
    text.ends_with('Z') && !other.ends_with('Z') && is_same()
}

impl Head<'_> {
    fn says(
        &self,
        stated: Option<String>,
        property: &str,
        names: &[&str],
        is_update: bool,
    ) -> Says<PartialDate> {
        let all = [
            ("JSON-LD", stated),
            ("Open Graph", self.meta(&[property])),
            ("meta", self.meta(names)),
            ("<time>", self.time(is_update)),
        ];
        let said = all
            .iter()
            .filter_map(|(by, text)| Some((*by, text.as_deref()?)));
        let said: Vec<(&'static str, &str)> = said.collect();
        let date = |(by, text): &(&'static str, &str)| {
            let in_zone = said.iter().find(|(_, other)| is_in_a_zone(text, other));
            Some((*by, self.date(in_zone.map_or(*text, |(_, other)| *other))?))
        };
        said.iter().filter_map(date).collect()
    }

    /// The civil date in the page's own zone: the digits as they stand.
    fn date(&self, text: &str) -> Option<PartialDate> {
        let day = text.trim().get(..10).and_then(|day| day.parse().ok());
        day.or_else(|| text.trim().parse().ok()).or_else(|| {
            match dates::at_start(text, self.lexicon)? {
                (Said::Known(date), _) => Some(date),
                _ => None,
            }
        })
    }

    /// The first `<time>` that is of the article itself, after a word such as « mis à jour » or not.
    fn time(&self, is_update: bool) -> Option<String> {
        let times = self.document.select("time[datetime]");
        let is_own = |node: &&NodeRef<'_>| {
            let mut above = node.ancestors_it(None);
            !above.any(|n| {
                ["aside", "nav", "footer", "li"]
                    .iter()
                    .any(|name| n.has_name(name))
            })
        };
        let is_kind = |node: &&NodeRef<'_>| self.is_update(node) == is_update;
        let found = times.nodes().iter().filter(is_own).find(is_kind)?;
        found.attr("datetime").map(|text| text.to_string())
    }

    fn is_update(&self, time: &NodeRef<'_>) -> bool {
        let stated = time
            .attr("itemprop")
            .is_some_and(|name| &*name == "dateModified");
        let before = time
            .prev_sibling()
            .map(|node| words::fold(&node.text()))
            .unwrap_or_default();
        let before = before.trim_end_matches([' ', ':', '\u{a0}']);
        stated || self.lexicon[List::Updated].end(before).is_some()
    }
}
