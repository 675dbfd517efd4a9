//! A site in memory from one build to the next: what a development server answers with.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::Sink;
use super::error::SinkError;
use crate::model::{Digest, Page};

/// The pages of the last build, which stay until the next one is complete.
#[derive(Debug, Default)]
pub struct Live {
    built: Built,
    /// The number of the build that is under way.
    number: AtomicU64,
    /// The pages that it made.
    made: Mutex<Files>,
}

/// The files of a build. A copy is the same files, not others.
#[derive(Debug, Clone, Default)]
pub struct Built(Arc<Files>);

/// Files by their paths.
type Files = FxHashMap<Arc<str>, Arc<File>>;

#[derive(Debug)]
struct File {
    key: Option<Digest>,
    bytes: Arc<[u8]>,
    /// The number of the last build that kept it.
    kept_by: AtomicU64,
}

impl Built {
    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.get(path).map(|file| Arc::clone(&file.bytes))
    }

    /// The paths of all files, in no set order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(AsRef::as_ref)
    }
}

impl Live {
    /// The last build.
    pub fn built(&self) -> Built {
        self.built.clone()
    }

    /// Puts the build that is complete in the place of the last one.
    pub fn commit(&mut self) {
        let number = self.number.load(Ordering::Relaxed);
        let made = std::mem::take(&mut *self.made());
        let mut files = Files::clone(&self.built.0);
        files.retain(|_, file| file.kept_by.load(Ordering::Relaxed) == number);
        files.extend(made);
        self.built = Built(Arc::new(files));
        self.number.store(number + 1, Ordering::Relaxed);
    }

    /// Drops what a build that failed had made so far; the pages of the last one stay.
    pub fn give_up(&mut self) {
        self.made().clear();
        self.number.fetch_add(1, Ordering::Relaxed);
    }

    fn made(&self) -> MutexGuard<'_, Files> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Live {
    fn put(&self, page: Page) -> Result<(), SinkError> {
        self.put_made(page, None)
    }

    fn put_made(&self, page: Page, key: Option<Digest>) -> Result<(), SinkError> {
        let file = File {
            key,
            bytes: page.bytes.into(),
            kept_by: AtomicU64::new(self.number.load(Ordering::Relaxed)),
        };
        self.made().insert(page.path.into(), Arc::new(file));
        Ok(())
    }

    fn keep(&self, path: &str, key: Digest) -> Option<u64> {
        let file = self
            .built
            .0
            .get(path)
            .filter(|file| file.key == Some(key))?;
        let number = self.number.load(Ordering::Relaxed);
        file.kept_by.store(number, Ordering::Relaxed);
        Some(file.bytes.len() as u64)
    }

    fn keep_all(&self, folder: &str, key: Digest) -> bool {
        let files = self.built.0.iter();
        let kept = files.filter(|(path, file)| file.key == Some(key) && path.starts_with(folder));
        kept.filter_map(|(path, _)| self.keep(path, key)).count() > 0
    }
}
