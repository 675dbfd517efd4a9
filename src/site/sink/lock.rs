//! One build at a time in an output folder.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::error::SinkError;

/// An output folder taken by this build, until it is dropped or the program ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the folder `own` of an output folder, which is made where it is missing.
    pub(super) fn take(root: &Path, own: &Path) -> Result<Self, SinkError> {
        let path = own.join("lock");
        fs::create_dir_all(own).map_err(SinkError::io("make", own))?;
        loop {
            let file = File::create(&path).map_err(SinkError::io("write", &path))?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => return Ok(Self { file, path }),
                Ok(()) => {} // the build that had it took it away in between
                Err(TryLockError::WouldBlock) => return Err(SinkError::Busy(root.to_owned())),
                Err(TryLockError::Error(error)) => return Err(SinkError::io("lock", &path)(error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked while it goes: whoever opened it before sees that it is gone.
        drop(fs::remove_file(&self.path));
        drop(self.file.unlock());
    }
}

/// Whether an open file is the one that stands at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(open), Ok(there)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

/// A file that is open cannot be taken away here.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
