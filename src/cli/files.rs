//! Writing files that nobody asked to lose: whole or not at all, never over another.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use tempfile::NamedTempFile;

/// Writes a new file through a temporary name, with the folders above it. An error where the file
/// exists; with `replace`, it is replaced in one step.
pub(super) fn write(path: &Path, text: &str, replace: bool) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let context = || format!("cannot write {}", path.display());
    let mut file = NamedTempFile::new_in(folder).with_context(context)?;
    file.write_all(text.as_bytes()).with_context(context)?;
    make_readable(file.as_file()).with_context(context)?;
    let persisted = if replace {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    persisted
        .map_err(|error| error.error)
        .with_context(context)?;
    Ok(())
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
