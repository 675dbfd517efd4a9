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
use crate::stamp::{self, Stamp};

/// How many stamps are looked through together.
const TOGETHER: usize = 512;

/// How all that a build reads stood before it began.
#[derive(Debug)]
pub struct Standing {
    /// The cache file of what was built last.
    file: PathBuf,
    /// What was asked of the build: other settings and another program are another question.
    question: Digest,
    /// Every file below the folders that are read, with the newest stamp; none where one cannot be known.
    inputs: Option<Stamped>,
    /// When it was looked at, by the file system's clock.
    now: Option<Stamp>,
}

/// Files with their stamps.
#[derive(Debug, Clone, Copy)]
struct Stamped {
    digest: Digest,
    newest: Option<Stamp>,
}

impl Standing {
    /// Looks at files and folders of `root` that a build reads; one that is missing is looked at too.
    pub fn look(file: &Path, question: Digest, root: &Path, inputs: &[&str]) -> Self {
        let now = file.parent().and_then(stamp::now);
        Self {
            file: file.to_owned(),
            question,
            inputs: files(root, inputs).and_then(|files| stamped(&files, |file| Stamp::of(file))),
            now,
        }
    }

    /// What was noted of the last build, where its inputs stand as they stood, and so does what it wrote,
    /// by the digest of that.
    pub fn recall<T: DeserializeOwned>(
        &self,
        outputs: impl FnOnce() -> Option<Digest>,
    ) -> Option<T> {
        let inputs = self.inputs?.digest;
        let (stood, wrote, said): (Digest, Digest, T) = cache::read(&self.file, self.question)?;
        let stands = stood == inputs && outputs() == Some(wrote);
        stands.then_some(said)
    }

    /// Notes what a build said that read what was looked at, where the next change of that will show.
    pub fn note<T: Serialize>(&self, outputs: impl FnOnce() -> Option<Digest>, said: &T) {
        let Some((inputs, now)) = self.inputs.zip(self.now) else {
            return;
        };
        if inputs
            .newest
            .is_some_and(|newest| !newest.is_older_than(now))
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
    for place in places {
        let path = root.join(place);
        if !path.exists() {
            continue; // it is not among them, then
        }
        for entry in WalkDir::new(path).follow_links(true) {
            let entry = entry.ok()?;
            if !entry.file_type().is_dir() {
                files.push(entry.into_path());
            }
        }
    }
    files.par_sort_unstable_by(|a, b| a.as_os_str().cmp(b.as_os_str()));
    Some(files)
}

/// The digest of files with their stamps, which `stamp` tells; none where one of them has none.
pub fn digest(files: &[&str], stamp: impl Fn(&str) -> Option<Stamp> + Sync) -> Option<Digest> {
    stamped(files, |file| stamp(file)).map(|stamped| stamped.digest)
}

fn stamped<P: AsRef<Path> + Sync>(
    files: &[P],
    stamp: impl Fn(&P) -> Option<Stamp> + Sync,
) -> Option<Stamped> {
    let parts = files.par_chunks(TOGETHER).map(|files| {
        let mut newest: Option<Stamp> = None;
        let mut all = Vec::with_capacity(files.len());
        for file in files {
            let stamp = stamp(file)?;
            newest = newest.into_iter().chain([stamp]).max_by_key(Stamp::latest);
            all.push((Name(file.as_ref().as_os_str().as_encoded_bytes()), stamp));
        }
        Some((Digest::of(&all)?, newest))
    });
    let parts: Vec<_> = parts.collect::<Option<_>>()?;
    let digests: Vec<Digest> = parts.iter().map(|(digest, _)| *digest).collect();
    Some(Stamped {
        digest: Digest::of(&digests)?,
        newest: parts
            .into_iter()
            .filter_map(|(_, newest)| newest)
            .max_by_key(Stamp::latest),
    })
}

/// The name of a file, to be looked through as one piece.
struct Name<'a>(&'a [u8]);

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}
