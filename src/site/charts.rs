//! The pictures of charts, for mails: each at an address made of what it shows.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};
use crate::diag::Diagnostic;
use crate::markdown::{Document, chart};
use crate::model::{Chart, Edition, Page};
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
    let target = Target {
        url: cx.addresses.at(path),
        owner: Owner::Page("the picture of a chart"),
        listed: Listed::No,
    };
    let path = cx.addresses.file(&target.url);
    if !cx.register.enter(&path, target) {
        return Ok(());
    }
    let key = cx.setting.key("the picture of a chart", &path); // which is made of all that it shows
    if cx.keeps(&path, key) {
        return Ok(());
    }
    match chart::picture(chart, lang) {
        Ok(picture) => {
            let bytes = picture.bytes;
            cx.put(Page { path, bytes }, key)
        }
        Err(error) => {
            let help = "mend the chart, or build without the feature `cards`";
            let wrong = Diagnostic::of_file("content", error.to_string(), help);
            cx.mistakes.tell(wrong.into());
            Ok(())
        }
    }
}
