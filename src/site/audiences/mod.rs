//! Audiences: what the site tells each, all of it and edition by edition.
//!
//! Enter by [`render`] for a page an audience with all of its takeaways, newest first, and their index
//! (`all.rs`; `tellers.rs` knows who tells them), and by [`of_edition`] for an edition through the eyes of
//! each audience to whom it says something (`edition.rs`). [`switch`] is what leads from one view of an
//! edition to another.

mod all;
mod edition;
mod switch;
mod tellers;

pub(super) use all::render;
pub(super) use edition::render as of_edition;
pub(super) use switch::{Way, switch};
pub(super) use tellers::{Teller, all as tellers};
