//! What `hebdo serve` makes when a browser asks for it, never while a page is waited for: the files of
//! pictures, and the search index.

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[cfg(feature = "search")]
use hebdo::model::Config;
use hebdo::model::{Library, PictureFile};
use hebdo::pictures::{self, Plan};
#[cfg(feature = "search")]
use hebdo::{
    locale::Locale,
    site::{self, Live},
};

/// What the pages that are shown were made from, and what was made of it besides.
#[derive(Default)]
pub(super) struct Late {
    pictures: Mutex<Pictures>,
    /// None where the index is made from it already.
    #[cfg(feature = "search")]
    latest: Mutex<Option<Latest>>,
    #[cfg(feature = "search")]
    index: Mutex<Live>,
}

#[derive(Default)]
struct Pictures {
    /// The pictures of the files that pages name, by path.
    sources: HashMap<String, PictureFile>,
    made: HashMap<String, Arc<[u8]>>,
}

#[cfg(feature = "search")]
struct Latest {
    library: Arc<Library>,
    config: Config,
    locale: Locale,
}

impl Late {
    /// Takes what the pages are made from now.
    #[cfg(feature = "search")]
    pub(super) fn take(&self, library: &Arc<Library>, config: Config, locale: &Locale) {
        held(&self.pictures).take(library);
        *held(&self.latest) = Some(Latest {
            library: Arc::clone(library),
            config,
            locale: locale.clone(),
        });
    }

    /// Takes what the pages are made from now.
    #[cfg(not(feature = "search"))]
    pub(super) fn take(&self, library: &Library) {
        held(&self.pictures).take(library);
    }

    /// A file of what was taken last; none where it is no such file, or cannot be made.
    pub(super) fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        if pictures::is_made(path) {
            return held(&self.pictures).get(path);
        }
        #[cfg(feature = "search")]
        if path.starts_with("pagefind/") {
            return self.of_index(path);
        }
        None
    }

    #[cfg(feature = "search")]
    fn of_index(&self, path: &str) -> Option<Arc<[u8]>> {
        let mut index = held(&self.index);
        let latest = held(&self.latest).take();
        if let Some(latest) = latest {
            let Latest {
                library,
                config,
                locale,
            } = latest;
            match site::index(&library, &config, &locale, &*index) {
                Ok(()) => index.commit(),
                Err(error) => {
                    index.give_up();
                    eprintln!("{error}");
                }
            }
        }
        index.built().get(path)
    }
}

impl Pictures {
    fn take(&mut self, library: &Library) {
        self.sources.clear();
        for picture in library.pictures() {
            let Plan { fallback, webp } = Plan::of(&picture.file);
            let names = webp
                .into_iter()
                .chain([fallback])
                .map(|output| name(&output.path));
            self.sources
                .extend(names.map(|name| (name, picture.file.clone())));
        }
        self.made.retain(|name, _| self.sources.contains_key(name));
    }

    fn get(&mut self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(bytes) = self.made.get(path) {
            return Some(Arc::clone(bytes));
        }
        let file = self.sources.get(path)?;
        match pictures::make(file, &fs::read(&file.place).ok()?) {
            Ok(made) => self.made.extend(
                made.into_iter()
                    .map(|(output, bytes)| (name(&output.path), bytes.into())),
            ),
            Err(fault) => eprintln!("{}: this picture {fault}", file.path.display()),
        }
        self.made.get(path).map(Arc::clone)
    }
}

/// A path from the site's root as requests have it.
fn name(path: &str) -> String {
    path.trim_start_matches('/').to_owned()
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
