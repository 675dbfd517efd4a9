//! Where pages go: into [`Memory`], into [`Live`], a development server's, or onto a [`Disk`].
//!
//! A stage that makes pages knows the trait [`Sink`] alone. `disk.rs` rests on `folder.rs` (files written
//! whole), `lock.rs` (one build at a time) and `made.rs` (what the last build made, and from what).

mod disk;
mod error;
mod folder;
mod live;
mod lock;
mod made;
mod memory;

pub(in crate::site) use disk::OWN;
pub use disk::{Committed, Disk};
pub use error::SinkError;
pub use live::{Built, Live};
pub use made::Made;
pub use memory::Memory;

use crate::model::{Digest, Page};

/// Takes the files of a site, from several threads at once.
pub trait Sink: Sync {
    /// Takes one file.
    fn put(&self, page: Page) -> Result<(), SinkError>;

    /// Takes one file with the key of all that it was made from, by which [`Sink::keep`] knows it again.
    fn put_made(&self, page: Page, _key: Option<Digest>) -> Result<(), SinkError> {
        self.put(page)
    }

    /// Keeps the file that stands at `path` where it was made from what `key` stands for, and says how many
    /// bytes it has; none where the file is to be made.
    fn keep(&self, _path: &str, _key: Digest) -> Option<u64> {
        None
    }

    /// Keeps all files below a folder (its path ends in `/`) that were made from what `key` stands for; whether
    /// there are any, and all stand there still.
    fn keep_all(&self, _folder: &str, _key: Digest) -> bool {
        false
    }
}
