//! The files of pictures: one that has not changed is not read again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::found::{Found, Looked, places};
use crate::content::renew::Kept as Read;
use crate::diag::Diagnostic;
use crate::model::{Article, EditionNote, Leaflet, PictureFile};
use crate::pictures;
use crate::stamp::Stamp;

/// All texts of a newsletter, as they were read.
pub(in crate::content) type Texts<'a> = (
    &'a [Read<Article>],
    &'a [Read<EditionNote>],
    &'a [Read<Leaflet>],
);

/// The pictures of a newsletter as they were looked at last, by their files.
#[derive(Default)]
pub(in crate::content) struct Album {
    pub(in crate::content) kept: Vec<Kept>,
    /// Whether there is something to be kept that was not before.
    pub(in crate::content) has_changed: bool,
}

/// A picture as it was looked at last.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::content) struct Kept {
    /// None where the file had been changed so shortly before that the next change might not show.
    stamp: Option<Stamp>,
    file: PictureFile,
}

impl Album {
    /// Pictures that were kept.
    pub(in crate::content) fn of(kept: Vec<Kept>) -> Self {
        Self {
            kept,
            has_changed: false,
        }
    }

    /// The pictures of texts, and which are missing or no pictures; of drafts, which are not published, nothing
    /// is told. `now` is what time it is to the file system, where stamps are to be trusted later.
    pub(in crate::content) fn look_up(
        &mut self,
        root: &Path,
        now: Option<Stamp>,
        (articles, notes, leaflets): Texts<'_>,
    ) -> (Found, Vec<Diagnostic>) {
        let wanted = places(articles)
            .chain(places(notes))
            .chain(places(leaflets));
        let looked = self.look(root, wanted.collect(), now);
        let mut found = Found::default();
        let mut wrong = found.fill(root, articles, &looked);
        wrong.extend(found.fill(root, notes, &looked));
        wrong.extend(found.fill(root, leaflets, &looked));
        (found, wrong)
    }

    fn look(&mut self, root: &Path, wanted: BTreeSet<PathBuf>, now: Option<Stamp>) -> Looked {
        let former = std::mem::take(&mut self.kept);
        let count = former.len();
        let former: BTreeMap<_, _> = former
            .into_iter()
            .map(|k| (k.file.path.clone(), k))
            .collect();
        let looked: Vec<_> = wanted
            .into_par_iter()
            .map(|path| {
                let (found, is_new) = one(root, &path, former.get(&path), now);
                (path, found, is_new)
            })
            .collect();
        self.has_changed = looked.iter().any(|(_, _, is_new)| *is_new);
        let kept = looked
            .iter()
            .filter_map(|(_, found, _)| found.as_ref().ok().cloned());
        self.kept = kept.collect();
        self.has_changed |= count != self.kept.len();
        let file = |(path, found, _): (PathBuf, Result<Kept, String>, bool)| {
            (path, found.map(|kept| kept.file))
        };
        looked.into_iter().map(file).collect()
    }
}

/// A picture as it is now, and whether that is news.
fn one(
    root: &Path,
    path: &Path,
    former: Option<&Kept>,
    now: Option<Stamp>,
) -> (Result<Kept, String>, bool) {
    let place = root.join(path);
    let stamp = Stamp::of(&place);
    if let Some(kept) = former.filter(|kept| stamp.is_some() && kept.stamp == stamp) {
        let mut kept = kept.clone();
        kept.file.place = place;
        return (Ok(kept), false);
    }
    let stamp = stamp.filter(|stamp| now.is_some_and(|now| stamp.is_older_than(now)));
    let bytes = match fs::read(&place) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return (Err("does not exist".into()), false);
        }
        Err(error) => return (Err(format!("cannot be read: {error}")), false),
    };
    let file = pictures::read(path, &bytes).map(|file| PictureFile { place, ..file });
    (
        file.map(|file| Kept { stamp, file })
            .map_err(|fault| fault.to_string()),
        true,
    )
}
