//! The pictures that texts name, and the texts with them.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::mention::{Mention, place};
use crate::content::Content;
use crate::content::files::File;
use crate::content::loaded::Loaded;
use crate::content::renew::Kept as Read;
use crate::diag::Diagnostic;
use crate::model::{Article, Digest, EditionNote, Leaflet, Picture, PictureFile};

/// Files of pictures, or why a file is none.
pub(super) type Looked = BTreeMap<PathBuf, Result<PictureFile, String>>;

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

/// The pictures of texts that name any, by the texts' files.
#[derive(Default)]
pub(in crate::content) struct Found(HashMap<PathBuf, Vec<Picture>>);

impl Found {
    /// What is published, with its pictures.
    pub(in crate::content) fn into_content(mut self, mut content: Content) -> Content {
        if self.0.is_empty() {
            return content;
        }
        for article in &mut content.articles {
            if let Some(pictures) = self.0.remove(&article.path) {
                Arc::make_mut(article).take(pictures);
            }
        }
        for note in &mut content.notes {
            if let Some(pictures) = self.0.remove(&note.path) {
                note.take(pictures);
            }
        }
        for leaflet in &mut content.leaflets {
            if let Some(pictures) = self.0.remove(&leaflet.path) {
                leaflet.take(pictures);
            }
        }
        content
    }

    /// Takes the pictures of texts; which are missing or no pictures.
    pub(super) fn fill<T: Illustrated>(
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
            for mention in &loaded.pictures {
                let path = place(&loaded.file.path, &mention.src);
                match path.as_ref().and_then(|path| looked.get(path)) {
                    Some(Ok(file)) => found.push(Picture {
                        src: mention.src.clone(),
                        file: file.clone(),
                    }),
                    // What a site may have of itself, `check` looks for.
                    _ if mention.src.starts_with('/') || loaded.draft.is_some() => {}
                    Some(Err(why)) => {
                        wrong.push(told(root, &loaded.file, mention, why, path.as_deref()));
                    }
                    None => wrong.push(told(root, &loaded.file, mention, "lies elsewhere", None)),
                }
            }
            if !found.is_empty() {
                self.0.insert(loaded.file.path.clone(), found);
            }
        }
        wrong
    }
}

/// The files of all pictures of some texts.
pub(super) fn places<T: Illustrated>(all: &[Read<T>]) -> impl Iterator<Item = PathBuf> {
    let shown = all.iter().filter(|read| shows(&read.loaded));
    shown.flat_map(|Read { loaded, .. }| {
        let mentions = loaded.pictures.iter();
        mentions.filter_map(|mention| place(&loaded.file.path, &mention.src))
    })
}

fn shows<T: Illustrated>(loaded: &Loaded<T>) -> bool {
    let item = loaded.item.as_deref();
    item.is_some_and(Illustrated::shows_pictures)
}

/// A mistake, where the author named the picture.
fn told(root: &Path, file: &File, mention: &Mention, why: &str, path: Option<&Path>) -> Diagnostic {
    let message = format!("the picture « {} » {why}", mention.src);
    let help = match path {
        Some(path) => format!("put a picture at {}, or name another one", path.display()),
        None => "put it beside the text and name it alone: photo.jpg".to_owned(),
    };
    match File::read(root, &file.path) {
        Ok(file) if file.text.get(mention.place.clone()).is_some() => {
            file.source().error(mention.place.clone(), message, help)
        }
        _ => Diagnostic::of_file(&file.path, message, help),
    }
}
