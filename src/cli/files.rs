//! Writing files that nobody asked to lose: whole or not at all, never over another.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use tempfile::NamedTempFile;

/// Writes a new file, with the folders above it; an error where the file exists.
pub(super) fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    Staged::new(path, text.as_bytes())?.put()
}

/// A file that is written whole under a temporary name beside its place.
pub(super) struct Staged {
    file: NamedTempFile,
    path: PathBuf,
}

impl Staged {
    /// Writes the file under its temporary name, with the folders above it.
    pub(super) fn new(path: &Path, bytes: &[u8]) -> anyhow::Result<Self> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let context = || format!("cannot write {}", path.display());
        let mut file = NamedTempFile::new_in(folder).with_context(context)?;
        file.write_all(bytes).with_context(context)?;
        make_readable(file.as_file()).with_context(context)?;
        Ok(Self {
            file,
            path: path.to_owned(),
        })
    }

    /// Puts it in its place; an error where somebody's file is there.
    pub(super) fn put(self) -> anyhow::Result<()> {
        self.file
            .persist_noclobber(&self.path)
            .map(drop)
            .map_err(|error| match error.error.kind() {
                ErrorKind::AlreadyExists => anyhow!(
                    "{} is there already; nothing was written",
                    self.path.display()
                ),
                _ => anyhow::Error::new(error.error)
                    .context(format!("cannot write {}", self.path.display())),
            })
    }

    /// Puts it in its place, over a file that is there.
    pub(super) fn replace(self) -> anyhow::Result<()> {
        let persisted = self
            .file
            .persist(&self.path)
            .map(drop)
            .map_err(|error| error.error);
        persisted.with_context(|| format!("cannot write {}", self.path.display()))
    }
}

/// A temporary file is its owner's only; a text of the newsletter is not.
#[cfg(unix)]
fn make_readable(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}
