//! What is known of entities: `data/entities.yaml`, ready to be looked for.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use super::folded::fold;
use crate::entities::{self, Entry, File};
use crate::model::KnownEntity;
use aho_corasick::AhoCorasick;

/// How one name of an entity is looked for.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    /// The place of its entity.
    pub(crate) entity: usize,
    /// As the data file spells it.
    pub(crate) spelling: String,
    /// Whether it means something else too.
    pub(crate) is_careful: bool,
}

/// Entities with an automaton that finds all their names at once.
pub(crate) struct Known {
    pub(crate) entities: Vec<Entry>,
    /// In the order of the automaton's patterns.
    pub(crate) names: Vec<Name>,
    pub(crate) automaton: AhoCorasick,
    /// The entity of each ticker.
    pub(crate) tickers: HashMap<String, usize>,
    pub(crate) version_words: HashSet<String>,
    pub(crate) units: HashSet<String>,
    pub(crate) exchanges: BTreeMap<String, String>,
    pub(crate) markets: HashSet<String>,
}

/// What the binary knows, or what is wrong with its file.
pub(crate) fn embedded() -> Result<&'static Known, &'static str> {
    static KNOWN: LazyLock<Result<Known, String>> = LazyLock::new(|| {
        let file = entities::file()?;
        Known::new(file).map_err(|e| format!("entities.yaml: {e}"))
    });
    KNOWN.as_ref().map_err(String::as_str)
}

impl Known {
    /// The editor's own list, whose names mean nothing else.
    pub(crate) fn own(list: &[KnownEntity]) -> Result<Self, String> {
        let entry = |own: &KnownEntity| Entry {
            name: own.name.clone(),
            also: own.aliases.clone(),
            tickers: own.ticker.iter().map(ToString::to_string).collect(),
            ..Entry::default()
        };
        let file = File {
            entities: list.iter().map(entry).collect(),
            ..File::default()
        };
        Self::new(file).map_err(|e| format!("import.entities: {e}"))
    }

    fn new(file: File) -> Result<Self, aho_corasick::BuildError> {
        let numbered = || file.entities.iter().enumerate();
        let names: Vec<Name> = numbered().flat_map(|(i, entry)| entry.names(i)).collect();
        Ok(Self {
            automaton: AhoCorasick::new(names.iter().map(|name| fold(&name.spelling)))?,
            names,
            tickers: numbered()
                .flat_map(|(i, e)| e.tickers.iter().map(move |t| (t.clone(), i)))
                .collect(),
            version_words: file.version_words.iter().map(|word| fold(word)).collect(),
            units: file.units.iter().map(|word| fold(word)).collect(),
            exchanges: file.exchanges,
            markets: file.markets,
            entities: file.entities,
        })
    }
}

impl Entry {
    fn names(&self, entity: usize) -> Vec<Name> {
        let name = |is_careful| {
            move |spelling: &String| Name {
                entity,
                spelling: spelling.clone(),
                is_careful,
            }
        };
        let own = std::iter::once(&self.name).map(name(self.careful));
        own.chain(self.also.iter().map(name(false)))
            .chain(self.short.iter().map(name(true)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ticker;

    #[test]
    fn every_name_is_one_entitys_and_every_ticker_is_one() {
        let known = embedded().unwrap();
        let mut seen = HashSet::new();
        for name in &known.names {
            assert!(
                seen.insert(name.spelling.clone()),
                "{} twice",
                name.spelling
            );
        }
        let all: Vec<&String> = known.entities.iter().flat_map(|e| &e.tickers).collect();
        assert_eq!(all.len(), known.tickers.len(), "a ticker stands twice");
        for ticker in all {
            assert!(ticker.parse::<Ticker>().is_ok(), "{ticker}");
            let market = ticker.rsplit('.').next().unwrap();
            assert!(known.markets.contains(market), "{ticker}");
        }
    }
}
