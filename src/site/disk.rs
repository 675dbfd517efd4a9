//! A site on disk: nothing that readers see changes before [`Disk::commit`].
//!
//! In the output folder, `.hebdo/manifest` lists the files that the last build put there (it is the
//! mark by which a folder is known as ours), and `.hebdo/stage/` holds the changed files of a build
//! that is under way.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::error::SinkError;
use super::sink::Sink;
use crate::model::Page;

/// Our own folder in the output folder.
const OWN: &str = ".hebdo";

/// Writes a site into a folder.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    /// What the last build put there.
    former: BTreeSet<String>,
    /// What this build has.
    paths: Mutex<BTreeSet<String>>,
    written: AtomicUsize,
    /// Whether the folder was made for this build.
    is_new: bool,
}

/// What a build changed on disk, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committed {
    /// New, or with other bytes than before.
    pub written: usize,
    /// The same bytes as before.
    pub unchanged: usize,
    /// Of the last build, and no longer part of the site.
    pub removed: usize,
}

impl Disk {
    /// Opens a folder that is empty, new, or was written by a build of ours.
    pub fn open(root: &Path) -> Result<Self, SinkError> {
        let manifest = root.join(OWN).join("manifest");
        let former = match fs::read_to_string(&manifest) {
            Ok(text) => text.lines().map(str::to_owned).collect(),
            Err(error) if error.kind() == ErrorKind::NotFound => BTreeSet::new(),
            Err(error) => return Err(SinkError::io("read", &manifest)(error)),
        };
        if !manifest.exists() && has_files(root)? {
            return Err(SinkError::Foreign(root.to_owned()));
        }
        let disk = Self {
            root: root.to_owned(),
            former,
            paths: Mutex::default(),
            written: AtomicUsize::new(0),
            is_new: !root.exists(),
        };
        disk.clear_stage()?; // left behind by a build that was killed
        Ok(disk)
    }

    /// Puts the changed files in their places and removes what the last build had and this one has
    /// not. Where nothing changed, nothing is written.
    pub fn commit(self) -> Result<Committed, SinkError> {
        let paths = std::mem::take(&mut *self.paths.lock().unwrap_or_else(PoisonError::into_inner));
        let written = self.written.load(Ordering::Relaxed);
        let gone: Vec<&String> = self.former.difference(&paths).collect();
        if written > 0 || !gone.is_empty() || paths != self.former {
            // Should the system stop us half-way, the next build knows all files for ours.
            self.write_manifest(self.former.union(&paths))?;
            gone.iter().try_for_each(|path| self.remove(path))?;
            merge(&self.stage(), &self.root)?;
            self.write_manifest(&paths)?;
        }
        Ok(Committed {
            written,
            unchanged: paths.len() - written,
            removed: gone.len(),
        })
    }

    fn stage(&self) -> PathBuf {
        self.root.join(OWN).join("stage")
    }

    fn clear_stage(&self) -> Result<(), SinkError> {
        let stage = self.stage();
        match fs::remove_dir_all(&stage) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(SinkError::io("remove", &stage)(error))
            }
            _ => Ok(()),
        }
    }

    fn write_manifest<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a String>,
    ) -> Result<(), SinkError> {
        let text: String = paths.into_iter().flat_map(|path| [path, "\n"]).collect();
        let path = self.root.join(OWN).join("manifest");
        let new = path.with_extension("new");
        write(&new, text.as_bytes())?;
        fs::rename(&new, &path).map_err(SinkError::io("write", &path))
    }

    /// Removes a file of the last build, and the folders that it leaves empty.
    fn remove(&self, file: &str) -> Result<(), SinkError> {
        let path = self.root.join(file);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(SinkError::io("remove", &path)(error));
            }
            _ => {}
        }
        let folders = path
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != self.root);
        for folder in folders {
            if fs::remove_dir(folder).is_err() {
                break; // it holds other files
            }
        }
        Ok(())
    }
}

impl Sink for Disk {
    fn put(&self, page: Page) -> Result<(), SinkError> {
        let is_inside = |part| matches!(part, Component::Normal(name) if name != OWN);
        if !Path::new(&page.path).components().all(is_inside) || page.path.contains('\n') {
            return Err(SinkError::Outside(page.path));
        }
        if !has_bytes(&self.root.join(&page.path), &page.bytes)? {
            write(&self.stage().join(&page.path), &page.bytes)?;
            self.written.fetch_add(1, Ordering::Relaxed);
        }
        let mut paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        paths.insert(page.path);
        Ok(())
    }
}

/// A build that ends without a commit leaves the folder as it was.
impl Drop for Disk {
    fn drop(&mut self) {
        // Nothing can be told from here; what stays is cleared by the next build.
        drop(self.clear_stage());
        drop(fs::remove_dir(self.root.join(OWN)));
        if self.is_new {
            drop(fs::remove_dir(&self.root));
        }
    }
}

/// Whether a folder holds anything but our own.
fn has_files(root: &Path) -> Result<bool, SinkError> {
    match fs::read_dir(root) {
        Ok(entries) => Ok(entries.flatten().any(|entry| entry.file_name() != OWN)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(SinkError::io("read", root)(error)),
    }
}

fn has_bytes(path: &Path, bytes: &[u8]) -> Result<bool, SinkError> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() == bytes.len() as u64 => {
            let there = fs::read(path).map_err(SinkError::io("read", path))?;
            Ok(there == bytes)
        }
        _ => Ok(false),
    }
}

/// Writes a file, with the folders above it where they are missing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), SinkError> {
    match fs::write(path, bytes) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path);
            fs::create_dir_all(folder).map_err(SinkError::io("make", folder))?;
            fs::write(path, bytes).map_err(SinkError::io("write", path))
        }
        result => result.map_err(SinkError::io("write", path)),
    }
}

/// Moves all files of a folder to another; a folder that is missing there moves whole.
fn merge(from: &Path, to: &Path) -> Result<(), SinkError> {
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
