//! Files that a watcher names: where it names files only, they alone are looked at again.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diag::Diagnostic;

use super::files::{File, Seen, is_text};
use super::loaded::Loaded;
use super::renew::{Kept, one, place};

/// How many files are looked at one by one; where more changed, all are.
const MOST: usize = 100;

/// Articles, notes and pages that may have changed, relative to the newsletter's folder.
#[derive(Default)]
pub(super) struct Named {
    pub(super) articles: Vec<PathBuf>,
    pub(super) notes: Vec<PathBuf>,
    pub(super) leaflets: Vec<PathBuf>,
}

impl Named {
    /// Sorts paths; none where something else than a file that is read may have come or gone, so that
    /// the whole folder is to be walked. `holds` tells whether a file at or below a path was read before.
    pub(super) fn sort(
        root: &Path,
        paths: &[PathBuf],
        holds: impl Fn(&Path) -> bool,
    ) -> Option<Self> {
        if paths.len() > MOST {
            return None;
        }
        let mut named = Self::default();
        // A file that failed is named again when it is saved.
        let once: BTreeSet<&PathBuf> = paths.iter().collect();
        for path in once {
            if path.as_os_str().is_empty() || path == Path::new("content") {
                return None;
            }
            if !path.starts_with("content") || is_hidden(path) {
                continue;
            }
            match fs::metadata(root.join(path)) {
                Ok(found) if found.is_file() => {}
                Err(error) if error.kind() == ErrorKind::NotFound && !holds(path) => continue,
                Err(error) if error.kind() == ErrorKind::NotFound && is_markdown(path) => {}
                _ => return None, // a folder, or what cannot be looked at
            }
            if !is_markdown(path) {
                if is_text(path) {
                    return None; // an author may take it for an article
                }
            } else if path.starts_with("content/articles") {
                named.articles.push(path.clone());
            } else if path.starts_with("content/editions") {
                named.notes.push(path.clone());
            } else if path.starts_with("content/pages") {
                named.leaflets.push(path.clone());
            } else {
                return None; // nothing reads it, which is a mistake
            }
        }
        Some(named)
    }
}

fn is_hidden(path: &Path) -> bool {
    path.iter()
        .any(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}

/// Looks at some files again, in a list that is in the order of paths; which of them have mistakes, and
/// these.
pub(super) fn renew_some<T>(
    root: &Path,
    paths: &[PathBuf],
    kept: &mut Vec<Kept<T>>,
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>>,
) -> (Vec<PathBuf>, Vec<Diagnostic>) {
    let mut failed = Vec::new();
    let mut wrong = Vec::new();
    for path in paths {
        let place = place(kept, path);
        let former = place.ok().map(|at| kept.remove(at));
        let (Ok(at) | Err(at)) = place;
        if !root.join(path).is_file() {
            continue;
        }
        let seen = Seen {
            path: path.clone(),
            stamp: None,
        };
        match one(root, &seen, former, None, &read) {
            Ok((now, _)) => kept.insert(at, now),
            Err(mistakes) => {
                failed.push(path.clone());
                wrong.extend(mistakes);
            }
        }
    }
    (failed, wrong)
}

/// Whether a list has a file at a path or below it.
pub(super) fn holds<T>(kept: &[Kept<T>], path: &Path) -> bool {
    let (Ok(at) | Err(at)) = place(kept, path);
    let next = kept.get(at);
    next.is_some_and(|next| next.loaded.file.path.starts_with(path))
}
