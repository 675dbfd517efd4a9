//! What hebdo knows of companies, bodies and models: `data/entities.yaml`.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// The data file's text.
const FILE: &str = include_str!("../../data/entities.yaml");

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    #[default]
    Company,
    Body,
    Model,
}

/// An entity as the data file has it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// Its name in an English text.
    #[serde(default)]
    pub(crate) en: Option<String>,
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    #[serde(default)]
    pub(crate) short: Vec<String>,
    #[serde(default)]
    pub(crate) tickers: Vec<String>,
    #[serde(default)]
    pub(crate) versions: bool,
    #[serde(default)]
    pub(crate) careful: bool,
    #[serde(default)]
    pub(crate) cues: Vec<String>,
}

impl Entry {
    /// The name by which a text of that language is filed.
    pub(crate) fn name_in(&self, lang: &str) -> &str {
        let english = self.en.as_deref().filter(|_| lang.starts_with("en"));
        english.unwrap_or(&self.name)
    }
}

/// The data file as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) version_words: Vec<String>,
    pub(crate) units: Vec<String>,
    pub(crate) exchanges: BTreeMap<String, String>,
    pub(crate) markets: HashSet<String>,
    pub(crate) entities: Vec<Entry>,
}

/// The data file, which is read once.
pub(crate) fn file() -> Result<File, String> {
    static READ: LazyLock<Result<File, String>> = LazyLock::new(|| {
        serde_yaml::from_str(FILE).map_err(|error| format!("entities.yaml: {error}"))
    });
    READ.clone()
}
