//! What is asked of a folder on disk, and done in it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::error::SinkError;

/// Whether something other than a folder stands there.
pub(super) fn is_file(path: &Path) -> bool {
    !path.is_dir() && path.symlink_metadata().is_ok()
}

/// Whether a folder holds anything but what is of that name.
pub(super) fn has_files(root: &Path, own: &str) -> Result<bool, SinkError> {
    match fs::read_dir(root) {
        Ok(entries) => Ok(entries.flatten().any(|entry| entry.file_name() != own)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(SinkError::io("read", root)(error)),
    }
}

/// Whether a file stands there with just these bytes.
pub(super) fn has_bytes(path: &Path, bytes: &[u8]) -> Result<bool, SinkError> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() == bytes.len() as u64 => {
            let there = fs::read(path).map_err(SinkError::io("read", path))?;
            Ok(there == bytes)
        }
        _ => Ok(false),
    }
}

/// Writes a file, with the folders above it where they are missing.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), SinkError> {
    let folder = path.parent().unwrap_or(path);
    // Most pages have a folder of their own, which only now comes to be; what fails here, fails below too.
    drop(fs::create_dir(folder));
    match fs::write(path, bytes) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder).map_err(SinkError::io("make", folder))?;
            fs::write(path, bytes).map_err(SinkError::io("write", path))
        }
        result => result.map_err(SinkError::io("write", path)),
    }
}

/// Moves all files of a folder to another; a folder that is missing there moves whole.
pub(super) fn merge(from: &Path, to: &Path) -> Result<(), SinkError> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(SinkError::io("read", from))?,
    };
    for entry in entries {
        let entry = entry.map_err(SinkError::io("read", from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() && target.is_dir() {
            merge(&source, &target)?;
        } else {
            fs::rename(&source, &target).map_err(SinkError::io("write", &target))?;
        }
    }
    Ok(())
}
