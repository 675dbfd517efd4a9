//! A site on disk: nothing that readers see changes before [`Disk::commit`], and one build at a time.
//!
//! In the output folder, `.hebdo/manifest` lists the files that the last build put there (it is the
//! mark by which a folder is known as ours), and `.hebdo/stage/` holds the changed files of a build
//! that is under way. What a build was killed over is mended by the next one: until the commit only the
//! stage has changed, and during the commit the manifest lists what the last build put there and what
//! this one will, so that whichever of them stand there are known for ours.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use walkdir::WalkDir;

use super::Sink;
use super::error::SinkError;
use super::folder::{has_bytes, has_files, is_file, merge, write};
use super::lock::Lock;
use super::made::{Made, Origin};
use crate::model::{Digest, Page};
use crate::stamp::Stamp;
use crate::standing;
use crate::templates::slashed;

/// Our own folder in the output folder.
pub(in crate::site) const OWN: &str = ".hebdo";

/// Writes a site into a folder.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    /// None only once it is given up.
    lock: Option<Lock>,
    /// What the last build put there.
    former: BTreeSet<String>,
    /// What the last build made it from, where a cache knows.
    made: Option<Made>,
    /// What this build has.
    files: Mutex<Files>,
    /// Whether the folder was made for this build.
    is_new: bool,
}

/// The files of a build.
#[derive(Debug, Default)]
struct Files {
    /// All of them, with what each was made from.
    all: FxHashMap<String, Origin>,
    /// Those that are staged: new, or with other bytes than before.
    staged: BTreeSet<String>,
}

/// What a build changed on disk, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committed {
    /// New, or with other bytes than before.
    pub written: usize,
    /// Of the last build, and no longer part of the site.
    pub removed: usize,
    /// What [`Disk::standing`] says of the folder until somebody else changes it.
    pub standing: Option<Digest>,
}

impl Disk {
    /// Opens a folder that is empty, new, or was written by a build of ours.
    pub fn open(root: &Path) -> Result<Self, SinkError> {
        if root.exists() && !root.is_dir() {
            return Err(SinkError::NoFolder(root.to_owned()));
        }
        let own = root.join(OWN);
        let manifest = own.join("manifest");
        if !manifest.exists() && has_files(root, OWN)? {
            return Err(SinkError::Foreign(root.to_owned()));
        }
        let is_new = !root.exists();
        let lock = Lock::take(root, &own)?;
        let former = match fs::read_to_string(&manifest) {
            Ok(text) => listed(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => BTreeSet::new(),
            Err(error) => return Err(SinkError::io("read", &manifest)(error)),
        };
        let disk = Self {
            root: root.to_owned(),
            lock: Some(lock),
            former,
            made: None,
            files: Mutex::default(),
            is_new,
        };
        disk.clear_stage()?; // left behind by a build that was killed
        Ok(disk)
    }

    /// The digest of the files that the last build put into a folder, as they stand there; none where one is
    /// missing, and where a build is under way or was killed.
    pub fn standing(root: &Path) -> Option<Digest> {
        let own = root.join(OWN);
        if own.join("lock").exists() || own.join("stage").exists() {
            return None;
        }
        let manifest = fs::read_to_string(own.join("manifest")).ok()?;
        let files: Vec<&str> = manifest.lines().collect();
        standing::digest(&files, |file| Some((*file, Stamp::of(&root.join(file))?)))
    }

    /// The same folder, with what the last build made its files from: those that would be made from the same,
    /// and that nobody touched, are kept.
    pub fn remembering(mut self, made: Made) -> Self {
        self.made = Some(made);
        self
    }

    /// Puts the changed files in their places and removes what the last build had and this one has
    /// not. Where nothing changed, nothing is written; where something that is not ours is in the way,
    /// nothing either.
    pub fn commit(self) -> Result<Committed, SinkError> {
        let files = std::mem::take(&mut *self.files());
        self.check_places(&files.staged)?;
        let mut paths: Vec<&String> = files.all.keys().collect();
        paths.par_sort_unstable();
        let former = self.former.iter();
        let gone: Vec<&String> = former
            .filter(|path| !files.all.contains_key(*path))
            .collect();
        let is_other = !paths.iter().copied().eq(&self.former);
        if is_other {
            // Should the system stop us half-way, the next build knows all files for ours.
            self.write_manifest(gone.iter().chain(&paths).copied())?;
            gone.iter().try_for_each(|path| self.remove(path))?;
        }
        merge(&self.stage(), &self.root)?;
        let list = || match is_other {
            true => self.write_manifest(paths.iter().copied()),
            false => Ok(()),
        };
        let (listed, standing) = rayon::join(list, || self.note(&files.all, &paths));
        listed?;
        Ok(Committed {
            written: files.staged.len(),
            removed: gone.len(),
            standing,
        })
    }

    /// Notes how the files of this build stand there; the digest of that.
    fn note(&self, all: &FxHashMap<String, Origin>, paths: &[&String]) -> Option<Digest> {
        let made = self.made.as_ref();
        let noted = made.map(|made| made.note(&self.root, all));
        let known = |file: &str| noted.as_ref()?.get(file).map(|made| made.stamp);
        let stamp = |file: &str| known(file).or_else(|| Stamp::of(&self.root.join(file)));
        standing::digest(paths, |file| Some((file, stamp(file)?)))
    }

    /// Whether every place that a staged file is to take is free or ours, or else what is in the way.
    fn check_places(&self, staged: &BTreeSet<String>) -> Result<(), SinkError> {
        if self.is_new {
            return Ok(());
        }
        let taken: BTreeSet<PathBuf> = staged.iter().filter_map(|file| self.taken(file)).collect();
        if taken.is_empty() {
            return Ok(());
        }
        Err(SinkError::Taken(taken.into_iter().collect()))
    }

    /// What stands where a file is to stand, and is not ours.
    fn taken(&self, file: &str) -> Option<PathBuf> {
        let folders = file.match_indices('/').map(|(end, _)| &file[..end]);
        for folder in folders {
            let path = self.root.join(folder);
            if is_file(&path) {
                return (!self.former.contains(folder)).then_some(path);
            }
        }
        let path = self.root.join(file);
        if is_file(&path) {
            return (!self.former.contains(file)).then_some(path);
        }
        let inside = WalkDir::new(&path).into_iter().flatten();
        inside
            .map(walkdir::DirEntry::into_path)
            .find(|path| !self.is_ours(path))
    }

    /// Whether the last build put a file there, or anything into a folder.
    fn is_ours(&self, path: &Path) -> bool {
        let name = slashed(path.strip_prefix(&self.root).unwrap_or(path));
        if is_file(path) {
            return self.former.contains(&name);
        }
        let below = format!("{name}/");
        let first = self.former.range(below.clone()..).next();
        first.is_some_and(|file| file.starts_with(&below))
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
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
        let written = write(&new, text.as_bytes())
            .and_then(|()| fs::rename(&new, &path).map_err(SinkError::io("write", &path)));
        if written.is_err() {
            drop(fs::remove_file(&new)); // a disk that is full keeps no half of it
        }
        written
    }

    /// Removes a file of the last build, and the folders that it leaves empty.
    fn remove(&self, file: &str) -> Result<(), SinkError> {
        let path = self.root.join(file);
        // After a build that was killed half-way, what was a file can be a folder already.
        if is_file(&path) {
            fs::remove_file(&path).map_err(SinkError::io("remove", &path))?;
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
        self.put_made(page, None)
    }

    fn put_made(&self, page: Page, key: Option<Digest>) -> Result<(), SinkError> {
        if !is_inside(&page.path) {
            return Err(SinkError::Outside(page.path));
        }
        let is_changed = self.is_new || !has_bytes(&self.root.join(&page.path), &page.bytes)?;
        if is_changed {
            write(&self.stage().join(&page.path), &page.bytes)?;
        }
        let mut files = self.files();
        if is_changed {
            files.staged.insert(page.path.clone());
        }
        files.all.insert(page.path, Origin { key, stamp: None });
        Ok(())
    }

    fn keep(&self, path: &str, key: Digest) -> Option<u64> {
        let made = self.made.as_ref().filter(|_| self.former.contains(path))?;
        let stamp = made.untouched(&self.root, path, key)?;
        let (key, stamp) = (Some(key), Some(stamp));
        self.files()
            .all
            .insert(path.to_owned(), Origin { key, stamp });
        stamp.map(|stamp| stamp.bytes)
    }

    fn keep_all(&self, folder: &str, key: Digest) -> bool {
        let made = self.made.as_ref();
        let made = made.and_then(|made| made.all_untouched(&self.root, folder, key));
        let Some(paths) = made.filter(|paths| !paths.is_empty()) else {
            return false;
        };
        paths.iter().all(|path| self.keep(path, key).is_some())
    }
}

/// A build that ends without a commit leaves the folder as it was.
impl Drop for Disk {
    fn drop(&mut self) {
        // Nothing can be told from here; what stays is cleared by the next build.
        drop(self.clear_stage());
        drop(self.lock.take());
        drop(fs::remove_dir(self.root.join(OWN)));
        if self.is_new {
            drop(fs::remove_dir(&self.root));
        }
    }
}

/// The files that a manifest lists; a line that no build of ours can have written is none.
fn listed(manifest: &str) -> BTreeSet<String> {
    let paths = manifest.lines().filter(|path| is_inside(path));
    paths.map(str::to_owned).collect()
}

/// Whether a path leads to a file of the site: below the output folder, outside our own, and spelt in
/// the one way in which the manifest has it.
fn is_inside(path: &str) -> bool {
    let is_normal = |part| matches!(part, Component::Normal(name) if name != OWN);
    Path::new(path).components().all(is_normal)
        && path.split('/').all(|part| !matches!(part, "" | "."))
        && !path.contains(['\n', '\r'])
}
