//! What passes between the steps of loading.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::audience::Lexicon;
use crate::diag::Diagnostic;
use crate::entities::Names;
use crate::locale::SectionNames;
use crate::model::{Config, Unfinished};
use crate::yaml;

use super::files::File;
use super::pictures::Mention;

/// What authors' files are read with.
pub(super) struct Reader<'a> {
    pub(super) config: Cow<'a, Config>,
    pub(super) lexicon: Lexicon,
    pub(super) sections: SectionNames,
    names: OnceLock<Names>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(config: &'a Config) -> Self {
        Self::with(Cow::Borrowed(config))
    }

    fn with(config: Cow<'a, Config>) -> Self {
        Self {
            lexicon: Lexicon::new(&config.audiences),
            sections: SectionNames::all(),
            names: OnceLock::new(),
            config,
        }
    }

    /// The names of entities, gathered when the first one is met.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.config))
    }
}

impl Reader<'static> {
    /// For files that are read later.
    pub(super) fn owned(config: Config) -> Self {
        Self::with(Cow::Owned(config))
    }
}

/// A file with what was made of it and what decides whether that is published.
#[derive(Serialize, Deserialize)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
pub(super) struct Loaded<T> {
    /// Its path, and the text of its head, at which mistakes are shown.
    pub(super) file: File,
    /// The bytes of its head.
    pub(super) head: Range<usize>,
    /// None where the head lacks what only a draft may lack.
    #[serde(with = "shared")]
    pub(super) item: Option<Arc<T>>,
    /// Why it is not published yet; none for what is finished.
    pub(super) draft: Option<Unfinished>,
    /// The slugs that an edition note names; none for an article.
    pub(super) names: Vec<String>,
    /// The pictures that it names and that are to lie beside it or in `static/`.
    pub(super) pictures: Vec<Mention>,
}

impl<T> Loaded<T> {
    /// An error at a value under a key, at the key, or at the file's first line where it has none; at the
    /// file as a whole where its head is not at hand.
    pub(super) fn error(
        &self,
        key: &str,
        value: Option<&str>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        if self.file.text.is_empty() {
            return Diagnostic::of_file(&self.file.path, message, help);
        }
        yaml::error_at(
            &self.file.source(),
            self.head.clone(),
            (key, value),
            message,
            help,
        )
    }
}

/// What is handed out many times, as such in a cache.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        item: &Option<Arc<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        item.as_deref().serialize(serializer)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Arc<T>>, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map(Arc::new))
    }
}
