//! Content as read before: a file that has not changed is not read again.
//!
//! A file is known by its stamp, or else by its digest. What a cache brings back of an article is all but
//! its body, which is fetched from the file where a page needs it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use crate::cache;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Article, Config, Digest, EditionNote, Leaflet};
use crate::stamp;

use super::fetch::{Fetcher, Lost};
use super::files;
use super::loaded::{Loaded, Reader};
use super::pictures::{Album, Texts};
use super::renew::{Kept, renew};
use super::{article, leaflet, note, rules};

/// The files of a content folder as they were read last.
#[derive(Default)]
pub struct Shelf {
    articles: Vec<Kept<Article>>,
    notes: Vec<Kept<EditionNote>>,
    leaflets: Vec<Kept<Leaflet>>,
    /// Whether it is loaded again in this run.
    goes_on: bool,
    /// Whether some of it comes from a cache, which does not have the heads at which mistakes are shown.
    is_recalled: bool,
    /// Files whose body was to be fetched, and that had changed in between.
    lost: Lost,
    album: Album,
}

/// The articles, the notes and the pages beside them, in the order of their files.
type HandedOut = (
    Vec<Loaded<Article>>,
    Vec<Loaded<EditionNote>>,
    Vec<Loaded<Leaflet>>,
);

/// Where a shelf is kept between two runs: the cache files of articles, notes and pages, below a folder.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    seal: Digest,
}

impl Store {
    /// A store in a folder of the newsletter's own, for what `program` made with these settings.
    pub fn new(folder: &Path, program: Digest, config: &Config) -> Self {
        let config = format!("{config:?}");
        Self {
            folder: folder.to_owned(),
            seal: Digest::of_bytes(&[program.bytes(), config.as_bytes()]),
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Shelf {
    /// An empty shelf for a program that goes on and loads it again and again.
    pub fn going_on() -> Self {
        Self {
            goes_on: true,
            ..Self::default()
        }
    }

    /// What is kept in a store; nothing where that is lost, or of another program or other settings.
    pub fn open(store: &Store, root: &Path, config: &Config) -> Self {
        let list = |name| cache::read_list(&store.file(name), store.seal).unwrap_or_default();
        let pictures: Option<Vec<_>> = cache::read_list(&store.file("pictures"), store.seal);
        let mut shelf = Self {
            articles: list("articles"),
            notes: cache::read_list(&store.file("notes"), store.seal).unwrap_or_default(),
            leaflets: cache::read_list(&store.file("leaflets"), store.seal).unwrap_or_default(),
            goes_on: false,
            is_recalled: true,
            lost: Lost::default(),
            album: Album::of(pictures.unwrap_or_default()),
        };
        let reader = Arc::new(Reader::owned(config.clone()));
        let fetcher = Fetcher {
            root: root.into(),
            reader,
            lost: Arc::clone(&shelf.lost),
        };
        for kept in &mut shelf.articles {
            if let Some(article) = &mut kept.loaded.item {
                article.body = fetcher.body(&article.path, kept.digest);
            }
        }
        shelf
    }

    /// Brings the shelf up to date with `root/content`, keeps it in the store, and hands out what is there.
    /// An error holds all that is wrong in all files, sorted by file and line.
    pub(super) fn up_to_date(
        &mut self,
        root: &Path,
        config: &Config,
        store: Option<&Store>,
    ) -> Result<HandedOut, Diagnostics> {
        let found = files::find(root)?;
        let reader = Reader::new(config);
        let now = store.and_then(|store| stamp::now(&store.folder));
        let articles = std::mem::take(&mut self.articles);
        let articles = renew(root, &found.articles, articles, now, |file| {
            article::read(file, &reader)
        });
        let notes = std::mem::take(&mut self.notes);
        let notes = renew(root, &found.editions, notes, now, |file| {
            note::read(file, &reader)
        });
        let leaflets = std::mem::take(&mut self.leaflets);
        let leaflets = renew(root, &found.leaflets, leaflets, now, leaflet::read);
        let mut wrong = articles.wrong;
        wrong.extend(notes.wrong);
        wrong.extend(leaflets.wrong);
        wrong.extend(found.strays);
        (self.articles, self.notes) = (articles.kept, notes.kept);
        self.leaflets = leaflets.kept;
        if wrong.is_empty() {
            // a file that could not be read is no reason to call its slug unknown
            wrong = rules::check(&loaded(&self.articles), &loaded(&self.notes));
        }
        if !wrong.is_empty() && self.is_recalled {
            *self = Self::default(); // read all of it, so that all mistakes are told with their places
            return self.up_to_date(root, config, None);
        }
        Diagnostics::check(wrong)?;
        if let Some(store) = store {
            // What cannot be kept is read again by the next run.
            if articles.has_changed {
                drop(cache::write_list(
                    &store.file("articles"),
                    store.seal,
                    &self.articles,
                ));
            }
            if notes.has_changed {
                drop(cache::write_list(
                    &store.file("notes"),
                    store.seal,
                    &self.notes,
                ));
            }
            if leaflets.has_changed {
                drop(cache::write_list(
                    &store.file("leaflets"),
                    store.seal,
                    &self.leaflets,
                ));
            }
        }
        Ok(self.hand_out())
    }

    /// Gives what was handed out its pictures, and keeps what is known of them in the store.
    pub(super) fn illustrate(
        &mut self,
        root: &Path,
        store: Option<&Store>,
        texts: Texts<'_>,
    ) -> Result<(), Diagnostics> {
        let now = store.and_then(|store| stamp::now(&store.folder));
        let wrong = self.album.illustrate(root, now, texts);
        Diagnostics::check(wrong)?;
        if let Some(store) = store.filter(|_| self.album.has_changed) {
            let file = store.file("pictures");
            drop(cache::write_list(&file, store.seal, &self.album.kept)); // or looked at again
        }
        Ok(())
    }

    /// What was read; a copy where the shelf goes on.
    fn hand_out(&mut self) -> HandedOut {
        if self.goes_on {
            return (
                copies(&self.articles),
                copies(&self.notes),
                copies(&self.leaflets),
            );
        }
        let (articles, notes) = (
            std::mem::take(&mut self.articles),
            std::mem::take(&mut self.notes),
        );
        (
            articles.into_iter().map(|kept| kept.loaded).collect(),
            notes.into_iter().map(|kept| kept.loaded).collect(),
            std::mem::take(&mut self.leaflets)
                .into_iter()
                .map(|kept| kept.loaded)
                .collect(),
        )
    }

    /// Whether every body that was looked at was still the file's own; else what changed meanwhile.
    pub fn check(&self) -> Result<(), Diagnostics> {
        let lost = self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = lost.iter().map(|path| {
            let message = "this file was changed while the site was being built";
            Diagnostic::of_file(path, message, "build again")
        });
        Diagnostics::check(changed.collect())
    }
}

fn copies<T: Clone>(kept: &[Kept<T>]) -> Vec<Loaded<T>> {
    kept.iter().map(|kept| kept.loaded.clone()).collect()
}

fn loaded<T>(kept: &[Kept<T>]) -> Vec<&Loaded<T>> {
    kept.iter().map(|kept| &kept.loaded).collect()
}
