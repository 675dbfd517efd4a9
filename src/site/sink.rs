//! Where pages go.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::error::SinkError;
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
}

/// Keeps a site in memory.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// The files by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn put(&self, page: Page) -> Result<(), SinkError> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(page.path, page.bytes);
        Ok(())
    }
}
