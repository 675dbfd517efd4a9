//! The site: every page, feed and list of a library, streamed into a sink.
//!
//! Enter by [`render`]:
//!
//! 1. `frame.rs` says what all pages share, `card.rs` makes the short form of each article;
//! 2. `edition.rs` renders each edition with its stories (`article.rs`, `story.rs`);
//! 3. `home.rs`, `terms.rs`, `audiences.rs` (with `tellers.rs`) and `archives.rs` render the pages that
//!    lead to them;
//! 4. `feed.rs` renders the feed, `charts.rs` draws charts for mails, `assets.rs` hands over the static files;
//! 5. `register.rs` has noted every address with its owner (`owner.rs`) and every mistake: mistakes are
//!    told together, else the addresses are the sitemap (`sitemap.rs`).
//!
//! All pages leave through `context.rs` for a [`Sink`]: [`Memory`] (`sink.rs`) or [`Disk`] (`disk.rs`,
//! with `folder.rs`).
//! `figures.rs` knows which figures stand out; where pages stand and how authors' texts are written, the
//! mail knows too: that is in `view/`.

mod archives;
mod article;
mod assets;
mod audiences;
mod card;
#[cfg(feature = "cards")]
mod charts;
mod context;
mod disk;
mod edition;
mod error;
mod feed;
mod figures;
mod folder;
mod frame;
mod home;
mod owner;
mod register;
mod sink;
mod sitemap;
mod story;
mod tellers;
mod terms;

pub use assets::{Asset, gather as assets};
pub use context::Summary;
pub use disk::{Committed, Disk};
pub use error::{Error, SinkError};
pub use sink::{Memory, Sink};

use rayon::prelude::*;

use crate::locale::Locale;
use crate::model::{Config, Library};
use crate::templates::Templates;

use crate::view::{address, credits, html, takeaways, text};
use address::Addresses;
use card::Cards;
use context::{Context, Tally};
use frame::Shared;
use register::Register;

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
    let addresses = Addresses::new(config);
    let cx = Context {
        library,
        config,
        locale,
        addresses,
        cards: Cards::new(library, addresses, locale),
        templates: templates.with(&Shared::new(library, config, locale))?,
        register: Register::default(),
        sink,
        tally: Tally::default(),
    };
    (0..library.editions.len())
        .into_par_iter()
        .try_for_each(|place| edition::render(&cx, place))?;
    library
        .loose
        .par_iter()
        .try_for_each(|article| article::alone(&cx, article))?;
    let lists = [
        home::render,
        home::not_found,
        home::robots,
        terms::render,
        audiences::render,
        archives::render,
        archives::editions,
        feed::render,
    ];
    lists.par_iter().try_for_each(|list| list(&cx))?;
    #[cfg(feature = "cards")]
    charts::render(&cx)?;
    assets::render(&cx, static_files)?;
    sitemap::render(&cx)?;
    cx.register.close()?;
    Ok(cx.tally.summary())
}
