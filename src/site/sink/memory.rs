//! A site in memory, to be looked at.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Sink, SinkError};
use crate::model::Page;

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
