//! Where what was read is kept between two runs: of each list a file of all its items and, beside it, a
//! small one of those that changed since, so that a run that finds one change writes one item.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::pictures;
use super::renew::{Kept, Renewed, place};
use crate::cache;
use crate::model::{Config, Digest};
use crate::stamp::{self, Stamp};

/// Where a shelf is kept between two runs: cache files below a folder.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    seal: Digest,
}

/// All items of a list are written where more than one in so many are news.
const FEW: usize = 2;

impl Store {
    /// A store in a folder of the newsletter's own, for what `program` made with these settings.
    pub fn new(folder: &Path, program: Digest, config: &Config) -> Self {
        let config = format!("{config:?}");
        Self {
            folder: folder.to_owned(),
            seal: Digest::of_bytes(&[program.bytes(), config.as_bytes()]),
        }
    }

    /// What time it is to the file system.
    pub(super) fn now(&self) -> Option<Stamp> {
        stamp::now(&self.folder)
    }

    /// A list as it was kept, in the order of paths; nothing where that is lost, or of another program or
    /// other settings.
    pub(super) fn list<T>(&self, name: &str) -> Vec<Kept<T>>
    where
        Kept<T>: DeserializeOwned + Send,
    {
        let all = cache::read_list(&self.file(name), self.seal).unwrap_or_default();
        let news = cache::read_list(&self.news(name), self.seal).unwrap_or_default();
        laid_over(all, news)
    }

    /// Keeps what has changed of a list; what cannot be kept is read again by the next run.
    pub(super) fn keep<T>(&self, name: &str, renewed: &Renewed<T>)
    where
        Kept<T>: Serialize + Sync,
    {
        let news = || renewed.kept.iter().filter(|kept| kept.is_news);
        let is_little = news().count() * FEW <= renewed.kept.len();
        if is_little && !renewed.has_gone {
            if renewed.has_news {
                let news: Vec<&Kept<T>> = news().collect();
                drop(cache::write_list(&self.news(name), self.seal, &news));
            }
        } else {
            let written = cache::write_list(&self.file(name), self.seal, &renewed.kept);
            drop(written.and_then(|()| fs::remove_file(self.news(name))));
        }
    }

    /// The pictures as they were looked at last.
    pub(super) fn pictures(&self) -> Vec<pictures::Kept> {
        cache::read_list(&self.file("pictures"), self.seal).unwrap_or_default()
    }

    /// Keeps what is known of pictures, or they are looked at again.
    pub(super) fn keep_pictures(&self, pictures: &[pictures::Kept]) {
        drop(cache::write_list(
            &self.file("pictures"),
            self.seal,
            pictures,
        ));
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn news(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}-news"))
    }
}

/// A list with what is newer of it.
fn laid_over<T>(mut all: Vec<Kept<T>>, news: Vec<Kept<T>>) -> Vec<Kept<T>> {
    let known = all.len();
    for item in news {
        let item = Kept {
            is_news: true,
            ..item
        };
        match place(&all[..known], &item.loaded.file.path) {
            Ok(at) => all[at] = item,
            Err(_) => all.push(item),
        }
    }
    if all.len() > known {
        all.sort_by(|a, b| a.loaded.file.path.cmp(&b.loaded.file.path));
    }
    all
}
