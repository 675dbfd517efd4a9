//! Whether a build has anything to do: all that it would read, and all that the last one wrote, known by
//! their stamps for what they were.
//!
//! Enter by [`Standing::look`] before anything is read, then [`Standing::recall`]; after a build,
//! [`Standing::note`].

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use walkdir::WalkDir;

use crate::cache;
use crate::model::Digest;
use crate::stamp::{self, Listing, Stamp};

/// How many folders deep one walk goes; those below are walked on all cores.
const TRUNK: usize = 2;

/// How many stamps are looked through together.
const TOGETHER: usize = 512;

/// How all that a build reads stood before it began.
#[derive(Debug)]
pub struct Standing {
    /// The cache file of what was built last.
    file: PathBuf,
    /// What was asked of the build: other settings and another program are another question.
    question: Digest,
    /// Every file below the folders that are read; none where one cannot be known.
    inputs: Option<Stamped>,
    /// When it was looked at, by the file system's clock.
    now: Option<Stamp>,
}

/// Files with their stamps.
#[derive(Debug)]
struct Stamped {
    files: Listing,
    digest: Digest,
}

impl Standing {
    /// Looks at files and folders of `root` that a build reads; one that is missing is looked at too.
    pub fn look(file: &Path, question: Digest, root: &Path, inputs: &[&str]) -> Self {
        let now = file.parent().and_then(stamp::now);
        Self {
            file: file.to_owned(),
            question,
            inputs: files(root, inputs).and_then(Stamped::of),
            now,
        }
    }

    /// What was noted of the last build, where its inputs stand as they stood, and so does what it wrote,
    /// by the digest of that.
    pub fn recall<T: DeserializeOwned>(
        &self,
        outputs: impl FnOnce() -> Option<Digest>,
    ) -> Option<T> {
        let inputs = self.inputs.as_ref()?.digest;
        let (stood, wrote, said): (Digest, Digest, T) = cache::read(&self.file, self.question)?;
        let stands = stood == inputs && outputs() == Some(wrote);
        stands.then_some(said)
    }

    /// The files that were looked at, for who reads them.
    pub fn listing(&self) -> Option<Listing> {
        Some(self.inputs.as_ref()?.files.clone())
    }

    /// Notes what a build said that read what was looked at, where the next change of that will show.
    pub fn note<T: Serialize>(&self, outputs: impl FnOnce() -> Option<Digest>, said: &T) {
        let Some((inputs, now)) = self.inputs.as_ref().zip(self.now) else {
            return;
        };
        if !inputs
            .files
            .iter()
            .all(|(_, stamp)| stamp.is_older_than(now))
        {
            return;
        }
        if let Some(outputs) = outputs() {
            let note = (inputs.digest, outputs, said);
            drop(cache::write(&self.file, self.question, &note)); // or the next build looks more closely
        }
    }
}

/// The files at and below some places, in order; none where a folder cannot be walked.
fn files(root: &Path, places: &[&str]) -> Option<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut branches = Vec::new();
    for path in places.iter().map(|place| root.join(place)) {
        if !path.exists() {
            continue; // it is not among them, then
        }
        for entry in WalkDir::new(path).follow_links(true).max_depth(TRUNK) {
            let entry = entry.ok()?;
            match entry.file_type().is_dir() {
                true if entry.depth() == TRUNK => branches.push(entry.into_path()),
                true => {}
                false => files.push(entry.into_path()),
            }
        }
    }
    let below = branches.par_iter().map(|folder| files_below(folder));
    files.extend(below.collect::<Option<Vec<_>>>()?.into_iter().flatten());
    files.par_sort_unstable_by(|a, b| a.as_os_str().cmp(b.as_os_str()));
    Some(files)
}

/// The files below a folder, in no set order; none where it cannot be walked.
fn files_below(folder: &Path) -> Option<Vec<PathBuf>> {
    let entries = WalkDir::new(folder).follow_links(true).into_iter();
    let files = entries.filter(|entry| !entry.as_ref().is_ok_and(|one| one.file_type().is_dir()));
    files.map(|entry| Some(entry.ok()?.into_path())).collect()
}

impl Stamped {
    fn of(files: Vec<PathBuf>) -> Option<Self> {
        let stamped = files.into_par_iter().map(|file| {
            let stamp = Stamp::of(&file)?;
            Some((file, stamp))
        });
        let files: Listing = stamped.collect::<Option<_>>()?;
        let digest = digest(&files, |(file, stamp)| Some((file, *stamp)))?;
        Some(Self { files, digest })
    }
}

/// The digest of files, each of which `stamped` gives its name and stamp; none where one of them has none.
pub fn digest<'f, F: Sync, N: AsRef<Path>>(
    files: &'f [F],
    stamped: impl Fn(&'f F) -> Option<(N, Stamp)> + Sync,
) -> Option<Digest> {
    let parts = files.par_chunks(TOGETHER).map(|files| {
        let mut all = Vec::with_capacity(files.len());
        for file in files {
            let (name, stamp) = stamped(file)?;
            all.push((Name(name), stamp));
        }
        Digest::of(&all)
    });
    let digests: Vec<Digest> = parts.collect::<Option<_>>()?;
    Digest::of(&digests)
}

/// The name of a file, to be looked through as one piece.
struct Name<N>(N);

impl<N: AsRef<Path>> Serialize for Name<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_ref().as_os_str().as_encoded_bytes())
    }
}
