//! The files of a folder, read again only where they changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diag::Diagnostic;
use crate::model::Digest;
use crate::stamp::Stamp;

use super::charts::with_charts;
use super::files::File;
use super::loaded::Loaded;

/// A file as it was read last.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept<T> {
    /// None where the file had been changed so shortly before that the next change might not show.
    pub(super) stamp: Option<Stamp>,
    pub(super) digest: Digest,
    pub(super) loaded: Loaded<T>,
}

/// The files that were found, and what is wrong with those that were read.
pub(super) struct Renewed<T> {
    pub(super) kept: Vec<Kept<T>>,
    pub(super) wrong: Vec<Diagnostic>,
    /// The files in which it is wrong.
    pub(super) failed: Vec<PathBuf>,
    /// Whether there is something to be kept that was not before.
    pub(super) has_changed: bool,
}

/// Reads again what changed of the files that are there now; `now` is what time it is to the file system,
/// where stamps are to be trusted later.
pub(super) fn renew<T: Send + Sync>(
    root: &Path,
    paths: &[PathBuf],
    kept: Vec<Kept<T>>,
    now: Option<Stamp>,
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>> + Sync,
) -> Renewed<T> {
    let former = kept.len();
    let mut kept: HashMap<PathBuf, Kept<T>> = kept
        .into_iter()
        .map(|kept| (kept.loaded.file.path.clone(), kept))
        .collect();
    let known: Vec<_> = paths.iter().map(|path| (path, kept.remove(path))).collect();
    let renewed: Vec<_> = known
        .into_par_iter()
        .map(|(path, kept)| one(root, path, kept, now, &read))
        .collect();
    let mut all = Renewed {
        kept: Vec::with_capacity(renewed.len()),
        wrong: Vec::new(),
        failed: Vec::new(),
        has_changed: former != renewed.len(),
    };
    for (result, path) in renewed.into_iter().zip(paths) {
        match result {
            Ok((kept, is_new)) => {
                all.has_changed |= is_new;
                all.kept.push(kept);
            }
            Err(mistakes) => {
                all.failed.push(path.clone());
                all.wrong.extend(mistakes);
            }
        }
    }
    all
}

/// A file as it stands there now, and whether that is news.
pub(super) fn one<T>(
    root: &Path,
    path: &Path,
    kept: Option<Kept<T>>,
    now: Option<Stamp>,
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>>,
) -> Result<(Kept<T>, bool), Vec<Diagnostic>> {
    // Taken before the file is read: what is changed in between has another one.
    let stamp = Stamp::of(&root.join(path));
    let kept = match kept {
        Some(kept) if stamp.is_some() && kept.stamp == stamp => return Ok((kept, false)),
        other => other,
    };
    let stamp = stamp.filter(|stamp| now.is_some_and(|now| stamp.is_older_than(now)));
    let file = File::read(root, path).map_err(|one| vec![one])?;
    let digest = file.digest();
    match kept.filter(|kept| kept.digest == digest) {
        Some(kept) => {
            let is_new = stamp.is_some();
            Ok((Kept { stamp, ..kept }, is_new))
        }
        None => Ok((
            Kept {
                stamp,
                digest,
                loaded: with_charts(file, read)?,
            },
            true,
        )),
    }
}
