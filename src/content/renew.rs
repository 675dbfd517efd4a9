//! The files of a folder, read again only where they changed.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diag::Diagnostic;
use crate::model::Digest;
use crate::stamp::Stamp;

use super::charts::with_charts;
use super::files::{File, Seen};
use super::loaded::Loaded;

/// A file as it was read last.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept<T> {
    /// None where the file had been changed so shortly before that the next change might not show.
    pub(super) stamp: Option<Stamp>,
    pub(super) digest: Digest,
    pub(super) loaded: Loaded<T>,
    /// Whether the cache of all files does not have it as it is.
    #[serde(skip)]
    pub(super) is_news: bool,
}

/// The files that were found, and what is wrong with those that were read.
pub(super) struct Renewed<T> {
    pub(super) kept: Vec<Kept<T>>,
    pub(super) wrong: Vec<Diagnostic>,
    /// The files in which it is wrong.
    pub(super) failed: Vec<PathBuf>,
    /// Whether there is something to be kept that was not before.
    pub(super) has_news: bool,
    /// Whether a file is no more among them.
    pub(super) has_gone: bool,
}

/// Reads again what changed of the files that are there now, as what was kept in the order of paths; `now` is what time it is to the file system,
/// where stamps are to be trusted later.
pub(super) fn renew<T: Send + Sync>(
    root: &Path,
    files: &[Seen],
    kept: Vec<Kept<T>>,
    now: Option<Stamp>,
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>> + Sync,
) -> Renewed<T> {
    let former = kept.len();
    let mut kept = kept.into_iter().peekable();
    let known = files.iter().map(|file| {
        while kept
            .next_if(|kept| kept.loaded.file.path < file.path)
            .is_some()
        {}
        (
            file,
            kept.next_if(|kept| kept.loaded.file.path == file.path),
        )
    });
    let known: Vec<_> = known.collect();
    let found = known.iter().filter(|(_, kept)| kept.is_some()).count();
    let renewed: Vec<_> = known
        .into_par_iter()
        .map(|(file, kept)| one(root, file, kept, now, &read))
        .collect();
    let mut all = Renewed {
        kept: Vec::with_capacity(renewed.len()),
        wrong: Vec::new(),
        failed: Vec::new(),
        has_news: false,
        has_gone: found < former,
    };
    for (result, file) in renewed.into_iter().zip(files) {
        match result {
            Ok((kept, is_new)) => {
                all.has_news |= is_new;
                all.kept.push(kept);
            }
            Err(mistakes) => {
                all.failed.push(file.path.clone());
                all.wrong.extend(mistakes);
            }
        }
    }
    all
}

/// A file as it stands there now, and whether that is news.
pub(super) fn one<T>(
    root: &Path,
    seen: &Seen,
    kept: Option<Kept<T>>,
    now: Option<Stamp>,
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>>,
) -> Result<(Kept<T>, bool), Vec<Diagnostic>> {
    // Taken before the file is read: what is changed in between has another one.
    let stamp = seen.stamp.or_else(|| Stamp::of(&root.join(&seen.path)));
    let kept = match kept {
        Some(kept) if stamp.is_some() && kept.stamp == stamp => return Ok((kept, false)),
        other => other,
    };
    let stamp = stamp.filter(|stamp| now.is_some_and(|now| stamp.is_older_than(now)));
    let file = File::read(root, &seen.path).map_err(|one| vec![one])?;
    let digest = file.digest();
    match kept.filter(|kept| kept.digest == digest) {
        Some(kept) => {
            let is_new = stamp.is_some();
            let is_news = kept.is_news || is_new;
            let kept = Kept {
                stamp,
                is_news,
                ..kept
            };
            Ok((kept, is_new))
        }
        None => Ok((
            Kept {
                stamp,
                digest,
                loaded: with_charts(file, read)?,
                is_news: true,
            },
            true,
        )),
    }
}

/// Where a file stands in a list that is in the order of paths, or would stand.
pub(super) fn place<T>(kept: &[Kept<T>], path: &Path) -> Result<usize, usize> {
    kept.binary_search_by(|kept| kept.loaded.file.path.as_path().cmp(path))
}
