//! Bodies of articles that a cache knows all the rest of: read where a page needs them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::{Body, Digest};

use super::article;
use super::files::File;
use super::loaded::Reader;

/// Files whose body was to be fetched, and that had changed in between.
pub(super) type Lost = Arc<Mutex<Vec<PathBuf>>>;

/// Fetches the bodies of articles from their files.
pub(super) struct Fetcher {
    pub(super) root: Arc<Path>,
    pub(super) reader: Arc<Reader<'static>>,
    pub(super) lost: Lost,
}

impl Fetcher {
    /// The body of the article in a file that had this digest.
    pub(super) fn body(&self, path: &Path, digest: Digest) -> Body {
        let (root, reader) = (Arc::clone(&self.root), Arc::clone(&self.reader));
        let (lost, path) = (Arc::clone(&self.lost), path.to_owned());
        Body::fetched(move || {
            let body = body_of(&root, &path, &reader, digest);
            body.unwrap_or_else(|| {
                let mut lost = lost.lock().unwrap_or_else(PoisonError::into_inner);
                lost.push(path.clone());
                String::new()
            })
        })
    }
}

/// The body of the article in a file, where that has the digest still.
fn body_of(root: &Path, path: &Path, reader: &Reader<'_>, digest: Digest) -> Option<String> {
    let file = File::read(root, path).ok()?;
    let is_same = file.digest() == digest;
    let loaded = is_same.then(|| article::read(file, reader).ok())??;
    loaded.item.map(|article| article.body.as_str().to_owned())
}
