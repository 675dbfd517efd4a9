//! A site in memory from one build to the next: what a development server answers with.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Sink;
use super::error::SinkError;
use crate::model::{Digest, Page};

/// The pages of the last build, which stay until the next one is complete.
#[derive(Debug, Default)]
pub struct Live {
    files: HashMap<String, File>,
    /// Those of the build that is under way.
    next: Mutex<HashMap<String, File>>,
}

#[derive(Debug, Clone)]
struct File {
    key: Option<Digest>,
    bytes: Arc<[u8]>,
}

impl Live {
    /// The bytes of a file of the last build.
    pub fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.get(path).map(|file| Arc::clone(&file.bytes))
    }

    /// The paths of the last build, in no set order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Puts the build that is complete in the place of the last one, and names what is new, other than
    /// before or gone, in order.
    pub fn commit(&mut self) -> Vec<String> {
        let next = std::mem::take(&mut *self.next());
        let former = std::mem::replace(&mut self.files, next);
        let is_new = |path: &&String| {
            let before = former.get(*path).map(|file| &file.bytes);
            before != self.files.get(*path).map(|file| &file.bytes)
        };
        let gone = former.keys().filter(|path| !self.files.contains_key(*path));
        let mut changed: Vec<String> = self
            .files
            .keys()
            .filter(is_new)
            .chain(gone)
            .cloned()
            .collect();
        changed.sort();
        changed
    }

    /// Drops what a build that failed had made so far; the pages of the last one stay.
    pub fn give_up(&mut self) {
        self.next().clear();
    }

    fn next(&self) -> MutexGuard<'_, HashMap<String, File>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Live {
    fn put(&self, page: Page) -> Result<(), SinkError> {
        self.put_made(page, None)
    }

    fn put_made(&self, page: Page, key: Option<Digest>) -> Result<(), SinkError> {
        let bytes = page.bytes.into();
        self.next().insert(page.path, File { key, bytes });
        Ok(())
    }

    fn keep(&self, path: &str, key: Digest) -> Option<u64> {
        let file = self.files.get(path).filter(|file| file.key == Some(key))?;
        self.next().insert(path.to_owned(), file.clone());
        Some(file.bytes.len() as u64)
    }

    fn keep_all(&self, folder: &str, key: Digest) -> bool {
        let files = self.files.iter();
        let kept = files.filter(|(path, file)| file.key == Some(key) && path.starts_with(folder));
        let kept: Vec<_> = kept
            .map(|(path, file)| (path.clone(), file.clone()))
            .collect();
        let has_some = !kept.is_empty();
        self.next().extend(kept);
        has_some
    }
}
