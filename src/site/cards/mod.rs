//! Cards: the pictures that are shown where an edition or an article is shared, each at an address made of
//! all that it shows.
//!
//! Enter by [`of_article`] and [`of_edition`] for what a card shows and where it stands, and by [`render`],
//! which draws all of them:
//!
//! 1. `face.rs` says what a card shows;
//! 2. `layout.rs` finds the size and the lines of its title, by the letters' own widths (`letters.rs`);
//! 3. `draw.rs` draws it.

mod draw;
mod face;
mod layout;
mod letters;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::context::Context;
use super::error::Error;
use super::page::Picture;
use super::setting::Setting;
use crate::diag::Diagnostic;
use crate::model::{Article, Edition, Section};

use face::Face;

/// The card of an article; none where the site has no cards, or the letters lack one of its title's.
pub(super) fn of_article(setting: &Setting<'_>, article: &Article) -> Option<Picture> {
    let is_wanted = setting.config.has(Section::Cards);
    let face = is_wanted.then(|| Face::of_article(setting, article))??;
    Some(picture(setting, &face))
}

/// The card of an edition; none as of an article.
pub(super) fn of_edition(setting: &Setting<'_>, edition: &Edition) -> Option<Picture> {
    let is_wanted = setting.config.has(Section::Cards);
    let face = is_wanted.then(|| Face::of_edition(setting, edition))??;
    Some(picture(setting, &face))
}

fn picture(setting: &Setting<'_>, face: &Face) -> Picture {
    let url = setting.addresses.at(&face.path());
    Picture {
        url: setting.addresses.absolute(&url),
        alt: format!("{} · {}", face.newsletter, face.title),
        size: Some(draw::SIZE),
    }
}

/// Draws the card of each edition and article, unless the sink has it.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if !cx.config.has(Section::Cards) {
        return Ok(());
    }
    let articles = cx.library.articles.par_iter();
    let articles = articles.filter_map(|article| Face::of_article(cx.setting, article));
    let editions = cx.library.editions.par_iter();
    let editions = editions.filter_map(|edition| Face::of_edition(cx.setting, edition));
    // two articles of one title and week have one card
    let faces: BTreeMap<String, Face> = articles
        .chain(editions)
        .map(|face| (face.path(), face))
        .collect();
    let faces: Vec<_> = faces.into_iter().collect();
    faces
        .par_iter()
        .try_for_each(|(path, face)| card(cx, path, face))
}

fn card(cx: &Context<'_>, path: &str, face: &Face) -> Result<(), Error> {
    let Some(wanted) = cx.wanted(path, "a card") else {
        return Ok(());
    };
    let drawn = draw::png(face).map_err(|error| {
        let message = format!("the card of « {} » could not be drawn: {error}", face.title);
        Diagnostic::of_file("hebdo.yaml", message, "leave `cards` out of `sections:`")
    });
    cx.deliver(wanted, drawn)
}
