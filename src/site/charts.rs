//! The pictures of charts, for mails: each at an address made of what it shows.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::context::Context;
use super::error::Error;
use crate::diag::Diagnostic;
use crate::markdown::{Document, chart};
use crate::model::{Chart, Edition};
use crate::view::address::Addresses;

/// Draws each chart that a mail can show.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let lang = cx.locale.lang();
    let mut pictures: BTreeMap<String, (Chart, &str)> = BTreeMap::new();
    for edition in &cx.library.editions {
        let own = of_note(edition, lang)
            .into_iter()
            .map(|chart| (chart, lang));
        for (chart, lang) in own.chain(of_stories(edition)) {
            let path = Addresses::chart_path(&chart, lang);
            pictures.insert(path, (chart, lang));
        }
    }
    let pictures: Vec<_> = pictures.into_iter().collect();
    pictures
        .par_iter()
        .try_for_each(|(path, (chart, lang))| picture(cx, path, chart, lang))
}

/// The charts of what the editor wrote.
fn of_note(edition: &Edition, lang: &str) -> Vec<Chart> {
    let note = edition.note.iter();
    let texts = note.flat_map(|note| {
        let conclusion = note.conclusion.iter().map(|c| c.body.as_str());
        conclusion.chain([note.introduction.as_str()])
    });
    let texts = texts.filter(|text| chart::may_stand_in(text));
    texts
        .flat_map(|text| Document::parse(text, lang).charts().to_vec())
        .collect()
}

/// The charts of its stories that may be published, each with its language.
fn of_stories(edition: &Edition) -> impl Iterator<Item = (Chart, &str)> {
    let articles = edition.stories.iter().map(|story| story.article.as_ref());
    articles.flat_map(|article| {
        let charts = article.published_charts().iter();
        charts.map(|chart| (chart.clone(), article.lang.as_str()))
    })
}

fn picture(cx: &Context<'_>, path: &str, chart: &Chart, lang: &str) -> Result<(), Error> {
    let Some(wanted) = cx.wanted(path, "the picture of a chart") else {
        return Ok(());
    };
    let drawn = chart::picture(chart, lang).map_err(|error| {
        let help = "mend the chart, or build without the feature `cards`";
        Diagnostic::of_file("content", error.to_string(), help)
    });
    cx.deliver(wanted, drawn.map(|picture| picture.bytes))
}
