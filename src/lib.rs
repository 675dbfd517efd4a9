//! hebdo turns a pile of raw articles into a weekly AI briefing « pour les décideurs ».
//!
//! | step | enter | comes in | goes out |
//! |---|---|---|---|
//! | import | [`import::read`] | a raw text | drafts with a report; a draft writes itself as Markdown |
//! | load | [`content::load`] | `content/` | articles and edition notes, or every diagnostic at once |
//! | group | [`group::by_week`] | articles and notes | a library: editions newest first, taxonomies |
//! | site | [`site::render`] | library, settings, templates, a sink | pages, streamed into the sink |
//!
//! The nouns that they hand on live in [`model`]; nothing inside imports through this file.

pub mod audience;
pub mod cache;
pub mod content;
pub mod diag;
pub mod front_matter;
pub mod group;
pub mod import;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod project;
pub mod site;
pub mod stamp;
pub mod templates;
pub mod yaml;
