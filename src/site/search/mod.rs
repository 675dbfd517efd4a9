//! Search: the page on which readers look for articles, and the index that its script reads.
//!
//! Enter by [`page::render`] for the page, and by [`index::render`] for the index, which is made after the
//! site and apart from it: it costs more than all pages together, and none of them shows anything of it.
//!
//! An index is made of parts of at most 1,000 articles, oldest first: a new article is one of the last
//! part, and the others stay as they are. `parts.rs` says which there are.

#[cfg(feature = "search")]
pub(super) mod index;
pub(super) mod page;
mod parts;
#[cfg(feature = "search")]
mod records;
