//! The picture that is shown where a page is shared: its card, else the picture that its author gave it.

use super::page::Picture;
use super::setting::Setting;
use crate::model::{self, Article, Edition, Image};
use crate::view::address::Addresses;
use crate::view::credits::ImageView;
use crate::view::pictures::Where;

/// The picture of an article; none where it has neither card nor picture that may be published.
pub(super) fn of_article(setting: &Setting<'_>, article: &Article) -> Option<Picture> {
    let rules = setting.locale.rules(&article.lang);
    let own = || {
        given(
            setting,
            article.published_image()?,
            &article.pictures,
            rules,
        )
    };
    card_of_article(setting, article).or_else(own)
}

/// The picture of an edition; none where it has neither card nor cover.
pub(super) fn of_edition(setting: &Setting<'_>, edition: &Edition) -> Option<Picture> {
    let rules = setting.locale.own_rules();
    let note = edition.note.as_ref();
    let own = || given(setting, note?.cover.as_ref()?, &note?.pictures, rules);
    card_of_edition(setting, edition).or_else(own)
}

fn given(
    setting: &Setting<'_>,
    image: &Image,
    beside: &[model::Picture],
    rules: &str,
) -> Option<Picture> {
    let elsewhere = (Addresses::elsewhere(setting.config), Where::Feed);
    let view = ImageView::new(image, beside, rules, elsewhere)?;
    Some(Picture {
        size: view.width.zip(view.height),
        url: view.src,
        alt: view.alt,
    })
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
