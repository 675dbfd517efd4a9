//! Stamps: what the file system says of a file, by which it is known for unchanged without reading it.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Files that somebody has just looked at, with their stamps.
pub type Listing = Vec<(PathBuf, Stamp)>;

/// A moment of the file system: seconds since 1970, and nanoseconds.
pub type Moment = (i64, i64);

/// Size, time of change and place of a file. A file whose stamp is the same has the same bytes, provided
/// that it had not been changed just before the stamp was taken (see [`Stamp::is_older_than`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The file's size.
    pub bytes: u64,
    /// The number of its inode.
    node: u64,
    modified: Moment,
    /// When the inode changed last: nobody can set it back, unlike the time of modification.
    changed: Moment,
}

/// The stamp of a file that is made now in a folder, which is made where it is missing: what time it is to
/// the file system.
pub fn now(folder: &Path) -> Option<Stamp> {
    std::fs::create_dir_all(folder).ok()?;
    let file = tempfile::NamedTempFile::new_in(folder).ok()?;
    Stamp::of(file.path())
}

/// How many seconds are too short for every file system to tell two changes apart: FAT counts by two.
const GRAIN: i64 = 2;

impl Stamp {
    /// The stamp of a file; none where there is no file, or where the system does not say when its inode
    /// changed.
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = std::fs::metadata(path).ok()?;
        metadata.is_file().then(|| Self::from(&metadata))?
    }

    /// Whether the file was left alone for long enough before another one was changed, so that the next
    /// change of it will show.
    pub fn is_older_than(self, other: Self) -> bool {
        self.latest().0 + GRAIN < other.changed.0
    }

    /// The moment of the last change of the file or its inode: seconds since 1970, and nanoseconds.
    pub fn latest(&self) -> Moment {
        self.modified.max(self.changed)
    }

    #[cfg(unix)]
    fn from(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self {
            bytes: metadata.len(),
            node: metadata.ino(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        })
    }

    #[cfg(not(unix))]
    fn from(_: &Metadata) -> Option<Self> {
        None
    }
}
