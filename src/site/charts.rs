//! The pictures of charts, for mails: each at an address made of what it shows.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::address::Addresses;
use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};
use crate::diag::Diagnostic;
use crate::markdown::{Document, chart};
use crate::model::{Chart, Edition, Page};

/// Draws each chart that a mail can show.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let lang = cx.locale.lang();
    let editions = cx.library.editions.iter();
    let texts = editions.flat_map(|edition| texts(edition, lang));
    let mut charts: BTreeMap<String, (Chart, &str)> = BTreeMap::new();
    for (text, lang) in texts.filter(|(text, _)| chart::may_stand_in(text)) {
        for chart in Document::parse(text, lang).charts() {
            let path = Addresses::chart_path(chart, lang);
            charts.insert(path, (chart.clone(), lang));
        }
    }
    let charts: Vec<_> = charts.into_iter().collect();
    charts
        .par_iter()
        .try_for_each(|(path, (chart, lang))| picture(cx, path, chart, lang))
}

/// The texts of an edition that may be published, each with its language.
fn texts<'a>(edition: &'a Edition, lang: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let note = edition.note.iter();
    let own = note.flat_map(move |note| {
        let conclusion = note.conclusion.iter().map(move |c| (c.body.as_str(), lang));
        conclusion.chain([(note.introduction.as_str(), lang)])
    });
    let stories = edition.stories.iter().map(|story| story.article.as_ref());
    let bodies = stories.filter_map(|a| Some((a.published_body()?, a.lang.as_str())));
    own.chain(bodies)
}

fn picture(cx: &Context<'_>, path: &str, chart: &Chart, lang: &str) -> Result<(), Error> {
    let target = Target {
        url: cx.addresses.at(path),
        owner: Owner::Page("the picture of a chart"),
        listed: Listed::No,
    };
    let path = cx.addresses.file(&target.url);
    if !cx.register.enter(&path, target) {
        return Ok(());
    }
    match chart::picture(chart, lang) {
        Ok(picture) => cx.put(Page {
            path,
            bytes: picture.bytes,
        }),
        Err(error) => {
            let help = "mend the chart, or build without the feature `cards`";
            let wrong = Diagnostic::of_file("content", error.to_string(), help);
            cx.register.tell(wrong.into());
            Ok(())
        }
    }
}
