//! The picture that is shown where a page is shared: its card, else the picture that its author gave it.

use super::page::Picture;
use super::setting::Setting;
use crate::model::{Article, Edition, Image};
use crate::view::address::Addresses;
use crate::view::credits::ImageView;

/// The picture of an article; none where it has neither card nor picture that may be published.
pub(super) fn of_article(setting: &Setting<'_>, article: &Article) -> Option<Picture> {
    let rules = setting.locale.rules(&article.lang);
    let own = || Some(given(setting, article.published_image()?, rules));
    card_of_article(setting, article).or_else(own)
}

/// The picture of an edition; none where it has neither card nor cover.
pub(super) fn of_edition(setting: &Setting<'_>, edition: &Edition) -> Option<Picture> {
    let cover = edition.note.as_ref().and_then(|note| note.cover.as_ref());
    let own = || Some(given(setting, cover?, setting.locale.own_rules()));
    card_of_edition(setting, edition).or_else(own)
}

fn given(setting: &Setting<'_>, image: &Image, rules: &str) -> Picture {
    let view = ImageView::new(image, rules, Addresses::elsewhere(setting.config));
    Picture {
        url: view.src,
        alt: view.alt,
        size: None,
    }
}

#[cfg(feature = "cards")]
use super::cards::{of_article as card_of_article, of_edition as card_of_edition};

#[cfg(not(feature = "cards"))]
fn card_of_article(_: &Setting<'_>, _: &Article) -> Option<Picture> {
    None
}

#[cfg(not(feature = "cards"))]
fn card_of_edition(_: &Setting<'_>, _: &Edition) -> Option<Picture> {
    None
}
