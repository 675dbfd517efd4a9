//! Pictures beside authors' texts: their names are read with the file that names them (`mention.rs`), their
//! files are looked at once all texts are read (`album.rs`), and the texts that are published get them
//! (`found.rs`).
//!
//! Enter by [`mentions`], then [`Album::look_up`] and `Found::into_content`.

mod album;
mod found;
mod mention;

pub(super) use album::{Album, Kept};
pub(super) use mention::{Mention, is_file, mentions};
