//! Content as read before: a file that has not changed is not read again.
//!
//! A file is known by its stamp, or else by its digest. What a cache brings back of an article is all but
//! its body, which is fetched from the file where a page needs it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Article, Config, EditionNote, Leaflet};
use crate::stamp::Listing;

use super::fetch::{Fetcher, Lost};
use super::files;
use super::loaded::{Loaded, Reader};
use super::named::{Named, holds, renew_some};
use super::pictures::Album;
use super::renew::{Kept, renew};
use super::store::Store;
use super::{Choice, Content, article, choose, leaflet, note, rules, with_leaflets};

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
    /// What may have changed since the last load; none where anything may.
    changed: Option<Vec<PathBuf>>,
    album: Album,
    /// What stands in the newsletter's folder, where somebody has just looked; else it is walked.
    listing: Option<Listing>,
}

impl Shelf {
    /// An empty shelf for a program that goes on, loads it again and again, and tells it in between what
    /// changed ([`Shelf::change`]).
    pub fn going_on() -> Self {
        Self {
            goes_on: true,
            ..Self::default()
        }
    }

    /// The same shelf, spared to walk the newsletter's folder: these are its files, looked at just now.
    pub fn having_seen(self, listing: Option<Listing>) -> Self {
        Self { listing, ..self }
    }

    /// Hears which files changed, appeared or went, relative to the newsletter's folder; an empty path
    /// stands for all of them.
    pub fn change(&mut self, files: &[PathBuf]) {
        if let Some(changed) = &mut self.changed {
            changed.extend_from_slice(files);
        }
    }

    /// What is kept in a store; nothing where that is lost, or of another program or other settings.
    pub fn open(store: &Store, root: &Path, config: &Config) -> Self {
        let mut shelf = Self {
            articles: store.list("articles"),
            notes: store.list("notes"),
            leaflets: store.list("leaflets"),
            is_recalled: true,
            album: Album::of(store.pictures()),
            ..Self::default()
        };
        let reader = Arc::new(Reader::owned(config.clone()));
        let fetcher = Fetcher {
            root: root.into(),
            reader,
            lost: Arc::clone(&shelf.lost),
        };
        shelf.articles.par_iter_mut().for_each(|kept| {
            if let Some(article) = kept.loaded.item.as_mut().and_then(Arc::get_mut) {
                article.body = fetcher.body(&article.path, kept.digest);
            }
        });
        shelf
    }

    /// Brings the shelf up to date with `root/content` and keeps it in the store. An error holds all that
    /// is wrong in all files, sorted by file and line.
    pub(super) fn bring_up_to_date(
        &mut self,
        root: &Path,
        config: &Config,
        store: Option<&Store>,
    ) -> Result<(), Diagnostics> {
        let reader = Reader::new(config);
        let changed = self.changed.take();
        let named = changed.and_then(|paths| self.named(root, &paths));
        let mut wrong = match named {
            Some(named) => self.look_at(root, &named, &reader),
            None => self.walk(root, &reader, store)?,
        };
        if wrong.is_empty() {
            // a file that could not be read is no reason to call its slug unknown
            wrong = rules::check(&loaded(&self.articles), &loaded(&self.notes));
        }
        if !wrong.is_empty() && self.is_recalled {
            *self = Self::default(); // read all of it, so that all mistakes are told with their places
            return self.bring_up_to_date(root, config, None);
        }
        Diagnostics::check(wrong)
    }

    /// Which articles and notes to look at, where looking at some is enough.
    fn named(&self, root: &Path, paths: &[PathBuf]) -> Option<Named> {
        Named::sort(root, paths, |path| {
            holds(&self.articles, path) || holds(&self.notes, path) || holds(&self.leaflets, path)
        })
    }

    /// Looks at some files only, which have changed; what is wrong with them.
    fn look_at(&mut self, root: &Path, named: &Named, reader: &Reader<'_>) -> Vec<Diagnostic> {
        let read = |file| article::read(file, reader);
        let (mut failed, mut wrong) = renew_some(root, &named.articles, &mut self.articles, read);
        let read = |file| note::read(file, reader);
        let (failed_notes, wrong_notes) = renew_some(root, &named.notes, &mut self.notes, read);
        let read = leaflet::read;
        let (failed_pages, wrong_pages) =
            renew_some(root, &named.leaflets, &mut self.leaflets, read);
        failed.extend(failed_notes.into_iter().chain(failed_pages));
        wrong.extend(wrong_notes.into_iter().chain(wrong_pages));
        self.changed = Some(failed);
        wrong
    }

    /// Looks at all files, and keeps them in the store; what is wrong with them.
    fn walk(
        &mut self,
        root: &Path,
        reader: &Reader<'_>,
        store: Option<&Store>,
    ) -> Result<Vec<Diagnostic>, Diagnostics> {
        let found = files::find(root, self.listing.take())?;
        let now = store.and_then(Store::now);
        let articles = std::mem::take(&mut self.articles);
        let articles = renew(root, &found.articles, articles, now, |file| {
            article::read(file, reader)
        });
        let notes = std::mem::take(&mut self.notes);
        let notes = renew(root, &found.editions, notes, now, |file| {
            note::read(file, reader)
        });
        let leaflets = std::mem::take(&mut self.leaflets);
        let leaflets = renew(root, &found.leaflets, leaflets, now, leaflet::read);
        let failed = articles.failed.iter().chain(&notes.failed);
        let failed = failed.chain(&leaflets.failed).cloned();
        self.changed = found.strays.is_empty().then(|| failed.collect());
        let mut wrong = found.strays;
        let all = [&articles.wrong, &notes.wrong, &leaflets.wrong];
        wrong.extend(all.into_iter().flatten().cloned());
        if let Some(store) = store.filter(|_| wrong.is_empty()) {
            store.keep("articles", &articles);
            store.keep("notes", &notes);
            store.keep("leaflets", &leaflets);
        }
        (self.articles, self.notes) = (articles.kept, notes.kept);
        self.leaflets = leaflets.kept;
        Ok(wrong)
    }

    /// What is published of what was loaded last.
    pub fn choose(&self, config: &Config, choice: Choice) -> Content {
        let content = choose(&self.articles, &self.notes, config.edition.closes, choice);
        with_leaflets(content, &self.leaflets, choice.drafts)
    }

    /// Gives what is published of what was loaded last its pictures, and keeps what is known of them in the
    /// store. An error tells which are missing or no pictures.
    pub(super) fn illustrate(
        &mut self,
        root: &Path,
        store: Option<&Store>,
        content: Content,
    ) -> Result<Content, Diagnostics> {
        let now = store.and_then(Store::now);
        let texts = (&self.articles[..], &self.notes[..], &self.leaflets[..]);
        let (found, wrong) = self.album.look_up(root, now, texts);
        Diagnostics::check(wrong)?;
        if let Some(store) = store.filter(|_| self.album.has_changed) {
            store.keep_pictures(&self.album.kept);
        }
        Ok(found.into_content(content))
    }

    /// Lets go of what is not needed any more, where this run does not load it again.
    pub(super) fn rest(&mut self) {
        if !self.goes_on {
            let articles = std::mem::take(&mut self.articles);
            articles.into_par_iter().for_each(drop);
            (self.notes, self.leaflets) = (Vec::new(), Vec::new());
        }
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

fn loaded<T>(kept: &[Kept<T>]) -> Vec<&Loaded<T>> {
    kept.iter().map(|kept| &kept.loaded).collect()
}
