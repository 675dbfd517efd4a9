//! What the site and the mail share: how authors' texts are shown to readers, and where pages stand.
//!
//! Enter by the part, with a [`Basis`]: `address.rs` knows where pages stand, `text.rs` and `html.rs`
//! how authors' texts are written, `pictures.rs` how pictures are shown, `credits.rs` where a story comes from, `takeaways.rs` for whom its
//! points are.

pub(crate) mod address;
mod basis;
pub(crate) mod credits;
pub(crate) mod html;
pub(crate) mod pictures;
pub(crate) mod takeaways;
pub(crate) mod text;

pub(crate) use basis::Basis;
