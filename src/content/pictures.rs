//! Pictures beside authors' texts: their names are read with the file that names them, and their files are
//! looked at once all texts are read. A picture that has not changed is not read again.
//!
//! Enter by [`named`], then [`Album::look_up`].

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Parser, Tag};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diag::Diagnostic;
use crate::model::{Article, Digest, EditionNote, Image, Leaflet, Picture, PictureFile};
use crate::pictures;
use crate::stamp::Stamp;

use super::Content;
use super::files::File;
use super::loaded::Loaded;
use super::renew::Kept as Read;

/// A picture as an author names it, and where.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Named {
    src: String,
    /// The bytes of the file that name it.
    place: Range<usize>,
}

/// The pictures that a file names in its head and, from `body` on, in its text, where they are to lie beside it
/// or in `static/`.
pub(super) fn named(file: &File, body: usize, head: Option<&Image>) -> Vec<Named> {
    let text = &file.text;
    let in_head = head.map(|image| {
        let start = text[..body].find(&image.src).unwrap_or(0);
        let place = start..start + image.src.len();
        Named {
            src: image.src.clone(),
            place,
        }
    });
    let events = text[body..]
        .contains("![")
        .then(|| Parser::new(&text[body..]).into_offset_iter());
    let in_body = events
        .into_iter()
        .flatten()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Image { dest_url, .. }) => Some(Named {
                src: dest_url.into_string(),
                place: body + range.start..body + range.end,
            }),
            _ => None,
        });
    let all = in_head.into_iter().chain(in_body);
    all.filter(|named| is_file(&named.src)).collect()
}

/// Whether an address is that of a file: no host, no scheme.
pub(super) fn is_file(src: &str) -> bool {
    let first = src.split(['/', '?', '#']).next().unwrap_or_default();
    !src.is_empty() && !src.starts_with("//") && !src.starts_with('#') && !first.contains(':')
}

/// Something that shows pictures.
pub(super) trait Illustrated {
    /// Whether pictures of it may be published.
    fn shows_pictures(&self) -> bool;
    /// Takes its pictures.
    fn take(&mut self, pictures: Vec<Picture>);
}

impl Illustrated for Article {
    fn shows_pictures(&self) -> bool {
        !self.is_quote()
    }

    /// What the article is made from are its pictures too.
    fn take(&mut self, pictures: Vec<Picture>) {
        self.digest = Digest::of(&(self.digest, &pictures)).unwrap_or(self.digest);
        self.pictures = pictures;
    }
}

impl Illustrated for Leaflet {
    fn shows_pictures(&self) -> bool {
        true
    }

    fn take(&mut self, pictures: Vec<Picture>) {
        self.digest = Digest::of(&(self.digest, &pictures)).unwrap_or(self.digest);
        self.pictures = pictures;
    }
}

impl Illustrated for EditionNote {
    fn shows_pictures(&self) -> bool {
        true
    }

    fn take(&mut self, pictures: Vec<Picture>) {
        self.pictures = pictures;
    }
}

/// All texts of a newsletter, as they were read.
pub(super) type Texts<'a> = (
    &'a [Read<Article>],
    &'a [Read<EditionNote>],
    &'a [Read<Leaflet>],
);

/// The pictures of texts that name any, by the texts' files.
#[derive(Default)]
pub(super) struct Found(HashMap<PathBuf, Vec<Picture>>);

impl Found {
    /// What is published, with its pictures.
    pub(super) fn into_content(mut self, mut content: Content) -> Content {
        if self.0.is_empty() {
            return content;
        }
        for article in &mut content.articles {
            if let Some(pictures) = self.0.remove(&article.path) {
                Arc::make_mut(article).take(pictures);
            }
        }
        for note in &mut content.notes {
            let pictures = self.0.remove(&note.path);
            note.take(pictures.unwrap_or_default());
        }
        for leaflet in &mut content.leaflets {
            if let Some(pictures) = self.0.remove(&leaflet.path) {
                leaflet.take(pictures);
            }
        }
        content
    }
}

/// The pictures of a newsletter as they were looked at last, by their files.
#[derive(Default)]
pub(super) struct Album {
    pub(super) kept: Vec<Kept>,
    /// Whether there is something to be kept that was not before.
    pub(super) has_changed: bool,
}

/// A picture as it was looked at last.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    /// None where the file had been changed so shortly before that the next change might not show.
    stamp: Option<Stamp>,
    file: PictureFile,
}

/// Files of pictures, or why a file is none.
type Looked = BTreeMap<PathBuf, Result<PictureFile, String>>;

impl Album {
    /// Pictures that were kept.
    pub(super) fn of(kept: Vec<Kept>) -> Self {
        Self {
            kept,
            has_changed: false,
        }
    }

    /// The pictures of texts, and which are missing or no pictures; of drafts, which are not published, nothing
    /// is told. `now` is what time it is to the file system, where stamps are to be trusted later.
    pub(super) fn look_up(
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

/// The files of all pictures of some texts.
fn places<T: Illustrated>(all: &[Read<T>]) -> impl Iterator<Item = PathBuf> {
    let shown = all.iter().filter(|read| shows(&read.loaded));
    shown.flat_map(|Read { loaded, .. }| {
        let named = loaded.pictures.iter();
        named.filter_map(|named| place(&loaded.file.path, &named.src))
    })
}

fn shows<T: Illustrated>(loaded: &Loaded<T>) -> bool {
    let item = loaded.item.as_deref();
    item.is_some_and(Illustrated::shows_pictures)
}

/// Where the picture of a text lies: beside it, or in `static/`; none where it would lie elsewhere.
fn place(text: &Path, src: &str) -> Option<PathBuf> {
    let name = percent_decode_str(src.split(['?', '#']).next()?)
        .decode_utf8()
        .ok()?;
    let (folder, name) = match name.strip_prefix('/') {
        Some(name) => (Path::new("static"), name),
        None => (text.parent()?, name.as_ref()),
    };
    let parts: Vec<_> = Path::new(name)
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    let is_below = parts
        .iter()
        .all(|part| matches!(part, Component::Normal(_)));
    (is_below && !parts.is_empty()).then(|| folder.join(parts.iter().collect::<PathBuf>()))
}

impl Found {
    fn fill<T: Illustrated>(
        &mut self,
        root: &Path,
        all: &[Read<T>],
        looked: &Looked,
    ) -> Vec<Diagnostic> {
        let all = all.iter().map(|read| &read.loaded);
        let showing = all.filter(|loaded| !loaded.pictures.is_empty() && shows(loaded));
        let mut wrong = Vec::new();
        for loaded in showing {
            let mut found = Vec::new();
            for named in &loaded.pictures {
                let path = place(&loaded.file.path, &named.src);
                match path.as_ref().and_then(|path| looked.get(path)) {
                    Some(Ok(file)) => found.push(Picture {
                        src: named.src.clone(),
                        file: file.clone(),
                    }),
                    // What a site may have of itself, `check` looks for.
                    Some(Err(_)) | None if named.src.starts_with('/') || loaded.draft.is_some() => {
                    }
                    Some(Err(why)) => {
                        wrong.push(told(root, &loaded.file, named, why, path.as_deref()));
                    }
                    None => wrong.push(told(root, &loaded.file, named, "lies elsewhere", None)),
                }
            }
            if !found.is_empty() {
                self.0.insert(loaded.file.path.clone(), found);
            }
        }
        wrong
    }
}

/// A mistake, where the author named the picture.
fn told(root: &Path, file: &File, named: &Named, why: &str, path: Option<&Path>) -> Diagnostic {
    let message = format!("the picture « {} » {why}", named.src);
    let help = match path {
        Some(path) => format!("put a picture at {}, or name another one", path.display()),
        None => "put it beside the text and name it alone: photo.jpg".to_owned(),
    };
    match File::read(root, &file.path) {
        Ok(file) if file.text.get(named.place.clone()).is_some() => {
            file.source().error(named.place.clone(), message, help)
        }
        _ => Diagnostic::of_file(&file.path, message, help),
    }
}
