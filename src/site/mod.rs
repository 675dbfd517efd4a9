//! The site: every page, feed and list of a library, streamed into a sink.
//!
//! Enter by [`render`]:
//!
//! 1. `frame.rs` says what all pages share, `page.rs` what the head of each says (`data/` what it tells
//!    programs, `versions.rs` in which languages it stands), `card.rs` makes the short form of each article;
//! 2. `edition.rs` renders each edition with its stories (`article.rs`, `story.rs`), of which each names others
//!    of its subject (`kin.rs`);
//! 3. `home.rs`, `terms.rs` (with `entities/`), `audiences/`, `archives.rs`, `corrections.rs` and `articles.rs`
//!    render the pages that lead to them, `leaflets.rs` those beside the articles (with the form of
//!    `signup.rs` in the foot of all pages);
//! 4. `feeds/` renders the feeds, `charts.rs` draws charts for mails, `pictures.rs` makes
//!    the files of pictures, `cards/` what is shown where a page is
//!    shared (`sharing.rs`), `hosting.rs` tells hosts of headers and former addresses, `assets.rs` hands over
//!    the static files (`stylesheet.rs` makes the theme's lighter);
//! 5. `register.rs` has noted every address with its owner (`owner.rs`) and every mistake: mistakes are
//!    told together, else the addresses are the sitemap (`sitemap.rs`);
//! 6. `search/` renders the page of search; [`index`] makes its index, apart from the site.
//!
//! What a template sees is made of parts that are made only where the page is not there already
//! (`deferred.rs`), from what is the same for all pages (`setting.rs`) and what the part says it needs.
//! All pages leave through `context.rs` for a [`Sink`] (`sink/`): [`Memory`], [`Live`] or [`Disk`].
//! `figures.rs` knows which figures stand out; where pages stand and how authors' texts are written, the
//! mail knows too: that is in `view/`.

mod archives;
mod article;
mod articles;
mod assets;
mod audiences;
mod card;
#[cfg(feature = "cards")]
mod cards;
#[cfg(feature = "cards")]
mod charts;
mod context;
mod corrections;
mod data;
mod deferred;
mod edition;
mod entities;
mod error;
mod feeds;
mod figures;
mod frame;
mod home;
mod hosting;
mod kin;
mod leaflets;
mod owner;
mod page;
mod pictures;
mod redirect;
mod register;
mod search;
mod setting;
mod sharing;
mod signup;
mod sink;
mod sitemap;
mod story;
mod stylesheet;
mod terms;
mod versions;

pub use assets::{Asset, gather as assets};
pub use context::Summary;
pub use error::Error;
pub use sink::{Built, Committed, Disk, Live, Made, Memory, Sink, SinkError};

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::locale::Locale;
use crate::model::{Config, Library};
use crate::related;
use crate::templates::Templates;

use card::Cards;
use context::{Context, Tally};
use register::Register;
use setting::Setting;
use versions::Versions;

/// Renders a library as a site: its pages and the static files go to the sink, in no set order. After
/// an error the sink holds part of a site, and is not to be committed.
pub fn render(
    library: &Library,
    config: &Config,
    locale: &Locale,
    templates: &Templates,
    static_files: &[Asset],
    sink: &dyn Sink,
) -> Result<Summary, Error> {
    let setting = Setting::new(library, config, locale, templates)?;
    let cards = Cards::new(&setting, library);
    let edition_cards = edition::cards(&setting, library);
    let versions = Versions::new(library);
    let related = match config.related {
        true => related::find(&library.articles),
        false => Vec::new(),
    };
    let cx = Context {
        library,
        setting: &setting,
        cards: &cards,
        edition_cards: &edition_cards,
        versions: &versions,
        related: &related,
        register: Register::default(),
        sink,
        tally: Tally::default(),
        last_change: cards.last_change(),
        names: OnceLock::new(),
    };
    let (texts, lists) = rayon::join(|| texts(&cx), || lists(&cx));
    texts.and(lists)?;
    #[cfg(feature = "cards")]
    charts::render(&cx)?;
    #[cfg(feature = "cards")]
    cards::render(&cx)?;
    pictures::render(&cx)?;
    assets::render(&cx, static_files)?;
    let led = entities::redirects(&cx)?;
    hosting::render(&cx, static_files, &led)?;
    sitemap::render(&cx)?;
    cx.register.close(&cx.mistakes)?;
    Ok(cx.tally.summary())
}

/// The pages of editions and of all articles.
fn texts(cx: &Context<'_>) -> Result<(), Error> {
    let library = cx.library;
    (0..library.editions.len())
        .into_par_iter()
        .try_for_each(|place| edition::render(cx, place))?;
    library
        .loose
        .par_iter()
        .try_for_each(|article| article::alone(cx, article))
}

/// The pages that lead to these, and those beside them.
fn lists(cx: &Context<'_>) -> Result<(), Error> {
    let lists = [
        home::render,
        home::not_found,
        home::robots,
        terms::render,
        audiences::render,
        archives::render,
        archives::editions,
        corrections::render,
        leaflets::render,
        articles::render,
        feeds::render,
        search::page::render,
    ];
    lists.par_iter().try_for_each(|list| list(cx))
}

/// Makes the search index of a library and hands it to the sink that has its pages: those parts of it of which
/// an article has changed.
#[cfg(feature = "search")]
pub fn index(
    library: &Library,
    config: &Config,
    locale: &Locale,
    sink: &dyn Sink,
) -> Result<(), Error> {
    search::index::render(library, config, locale, sink)
}
