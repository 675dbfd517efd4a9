//! The search index of `hebdo serve`: made when a browser asks for it, never while a page is waited for.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hebdo::locale::Locale;
use hebdo::model::{Config, Library};
use hebdo::site::{self, Live};

/// What the pages that are shown were made from, and the index that was made last.
#[derive(Default)]
pub(super) struct Search {
    /// None where the index is made from it already.
    latest: Mutex<Option<Latest>>,
    index: Mutex<Live>,
}

struct Latest {
    library: Arc<Library>,
    config: Config,
    locale: Locale,
}

impl Search {
    /// Takes what the pages are made from now.
    pub(super) fn take(&self, library: &Arc<Library>, config: Config, locale: &Locale) {
        *held(&self.latest) = Some(Latest {
            library: Arc::clone(library),
            config,
            locale: locale.clone(),
        });
    }

    /// A file of the index of what was taken last; none where it is no file of an index, or cannot be made.
    pub(super) fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        if !path.starts_with("pagefind/") {
            return None;
        }
        let mut index = held(&self.index);
        let latest = held(&self.latest).take();
        if let Some(Latest {
            library,
            config,
            locale,
        }) = latest
        {
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

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
