//! What the last build made, and from what: a page that would be made from the same is not made again.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::cache;
use crate::model::Digest;
use crate::stamp::Stamp;

/// The files that a build put into its output folder, and what it made them from.
#[derive(Debug)]
pub struct Made {
    cache: PathBuf,
    program: Digest,
    files: FxHashMap<String, File>,
}

/// A file of the site, as it stood there at the end of the build.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct File {
    key: Digest,
    pub(super) stamp: Stamp,
}

/// What a file of this build comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    /// The key of what it was made from, where that is known.
    pub(super) key: Option<Digest>,
    /// The stamp of a file that is kept; none of one that is made.
    pub(super) stamp: Option<Stamp>,
}

impl Made {
    /// What the last build of this program noted in a cache file; nothing where there is none.
    pub fn read(cache: &Path, program: Digest) -> Self {
        let files: Option<Vec<(String, File)>> = cache::read_list(cache, program);
        Self {
            cache: cache.to_owned(),
            program,
            files: files.unwrap_or_default().into_iter().collect(),
        }
    }

    /// The stamp of the file at `path` below `root`, where it was made from what `key` stands for and
    /// nobody has touched it since.
    pub(super) fn untouched(&self, root: &Path, path: &str, key: Digest) -> Option<Stamp> {
        let file = self.files.get(path).filter(|file| file.key == key)?;
        let is_there = Stamp::of(&root.join(path)) == Some(file.stamp);
        is_there.then_some(file.stamp)
    }

    /// The files below a folder that were made from what `key` stands for; none where somebody has touched
    /// one of them since.
    pub(super) fn all_untouched(
        &self,
        root: &Path,
        folder: &str,
        key: Digest,
    ) -> Option<Vec<&str>> {
        let files = self.files.iter();
        let made = files.filter(|(path, file)| file.key == key && path.starts_with(folder));
        made.map(|(path, _)| self.untouched(root, path, key).map(|_| path.as_str()))
            .collect()
    }

    /// Notes what stands below `root` now, as far as it is known what it was made from, and tells it. What
    /// cannot be noted is made again by the next build.
    pub(super) fn note(
        &self,
        root: &Path,
        all: &FxHashMap<String, Origin>,
    ) -> FxHashMap<String, File> {
        let stamped = all.par_iter().filter_map(|(path, origin)| {
            let key = origin.key?;
            let stamp = origin.stamp.or_else(|| Stamp::of(&root.join(path)))?;
            Some((path.clone(), File { key, stamp }))
        });
        let files: FxHashMap<String, File> = stamped.collect();
        if files != self.files {
            let list: Vec<(&String, &File)> = files.iter().collect();
            drop(cache::write_list(&self.cache, self.program, &list));
        }
        files
    }
}
