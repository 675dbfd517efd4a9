//! Entities, beyond what all terms have: what happened when, their index by letters, their other names.
//!
//! Enter by [`years`] for the stories of an entity by year and month, with the figures that they quote beside
//! its name (`timeline.rs`, `sentences.rs`); by [`letters`] for the index; by [`redirects`], once all other
//! pages have their places, for pages at an entity's other names.

mod aliases;
mod letters;
mod sentences;
mod timeline;

pub(super) use aliases::redirects;
pub(super) use letters::{Letter, letters};
pub(super) use timeline::{EntityYear, years};
