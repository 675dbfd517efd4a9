//! An edition: its page, with the pages of its stories.
//!
//! Enter by [`render`]. `short.rs` is what of an edition stands in lists, `view.rs` an edition in full, which
//! the home page shows too.

mod short;
mod view;

pub(super) use short::{EditionCard, InShort, WholeEdition, articles, cards, in_short_of};
pub(super) use view::{EditionView, view};

use serde::Serialize;

use super::article::{self, Spot};
use super::audiences;
use super::context::Context;
use super::data;
use super::deferred::Deferred;
use super::error::Error;
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use super::setting::Setting;
use super::sharing;
use super::story::Story;
use crate::model::Edition;

/// What `edition.html` sees.
#[derive(Debug, Serialize)]
struct EditionPage<'b, 'a> {
    page: Deferred<'a, WholeEdition<'a>, PageView>,
    edition: EditionView<'b, 'a>,
}

/// Reads an edition's stories once and renders the page of each and of the edition itself.
pub(super) fn render<'a>(cx: &Context<'a>, place: usize) -> Result<(), Error> {
    let edition = &cx.library.editions[place];
    let stories = stories(cx, edition);
    for (at, story) in stories.iter().enumerate() {
        article::render(cx, story, Some(spot(cx, edition, at)))?;
    }
    let target = Target {
        url: cx.addresses.edition(edition.week),
        owner: Owner::Edition(edition.note.as_ref()),
        listed: Listed::Since(cx.cards.last_change_of(articles(edition))),
    };
    let view = EditionPage {
        page: Deferred::new(cx.setting, WholeEdition(edition), page),
        edition: view(cx, place, &stories, &target.url),
    };
    cx.page(target, "edition.html", &view)?;
    audiences::of_edition(cx, place, &stories)
}

/// Where the story `at` (from 0) stands, with those before and after it.
fn spot<'a>(cx: &Context<'a>, edition: &'a Edition, at: usize) -> Spot<'a> {
    let beside = |at: usize| cx.cards.get(&edition.stories.get(at)?.article);
    Spot {
        week: edition.week,
        number: edition.stories[at].number,
        previous: at.checked_sub(1).and_then(beside),
        next: beside(at + 1),
    }
}

fn page(setting: &Setting<'_>, WholeEdition(edition): WholeEdition<'_>) -> PageView {
    let head = in_short_of(edition);
    let title = head.title(setting);
    let about = About {
        description: head.summary(setting).unwrap_or_else(|| title.clone()),
        title,
    };
    let picture = sharing::of_edition(setting, edition);
    let address = picture.as_ref().map(|picture| picture.url.clone());
    PageView::of_text(setting, &head.url(setting), "editions", about)
        .with_data(setting, || data::of_edition(setting, edition, address))
        .with_picture(picture)
}

/// The stories of an edition, to be read once.
pub(super) fn stories<'a>(cx: &Context<'a>, edition: &'a Edition) -> Vec<Story<'a>> {
    let stories = articles(edition);
    stories
        .map(|article| Story::new(cx.setting, article))
        .collect()
}
