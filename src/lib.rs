//! hebdo turns a pile of raw articles into a weekly AI briefing « pour les décideurs ».
//!
//! | step | enter | comes in | goes out |
//! |---|---|---|---|
//! | import | [`import::unpack`], [`import::read`] | an input; each item that it holds | drafts with a report; a draft writes itself as Markdown |
//! | load | [`content::load`] | `content/` | articles and edition notes, or every diagnostic at once |
//! | group | [`group::by_week`] | articles and notes | a library: editions newest first, taxonomies |
//! | site | [`site::render`] | library, settings, templates, a sink | pages, streamed into the sink |
//! | email | [`email::render`] | an edition, settings, templates | a mail: subject, HTML, text |
//! | message | [`message::write`] | a mail and whom it is for | the message, as mail programs send it |
//! | serve | `serve::run` | a closure that builds pages | runs until it is ended |
//! | check | [`check::run`] | library, built pages, authors' files | errors and warnings at their lines |
//!
//! The nouns that they hand on live in [`model`]; nothing inside imports through this file.

pub mod audience;
pub mod cache;
pub mod check;
pub mod content;
pub mod coverage;
pub mod diag;
#[cfg(feature = "cards")]
mod drawing;
pub mod email;
pub mod entities;
pub mod front_matter;
pub mod group;
pub mod import;
pub mod locale;
pub mod markdown;
pub mod message;
pub mod model;
pub mod near;
pub mod nearest;
pub mod pictures;
pub mod project;
pub mod related;
pub mod rights;
#[cfg(feature = "search")]
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod stamp;
pub mod standing;
pub mod templates;
pub mod theme;
mod view;
pub mod wording;
pub mod yaml;
