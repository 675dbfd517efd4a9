//! What the editor lays down for import in `hebdo.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::article::Rights;
use super::entity::Ticker;

/// What import knows beyond what hebdo does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImportSettings {
    /// How much of what is imported may be published, where neither the command nor the text says it.
    pub rights: RightsSettings,
    /// Companies, bodies and models of the editor's own, looked for beside hebdo's.
    pub entities: Vec<KnownEntity>,
    /// Headings of sections for decision-makers: « Ce que ça change ».
    pub takeaways: Vec<String>,
    /// Headings of key points.
    pub key_points: Vec<String>,
    /// With which a line begins that is no part of an article.
    pub furniture: Vec<String>,
}

impl ImportSettings {
    /// All phrases, list after list.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        let all = self.takeaways.iter().chain(&self.key_points);
        all.chain(&self.furniture).map(String::as_str)
    }
}

/// How much of others' articles may be published.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RightsSettings {
    /// Of every source that is not named below.
    pub default: Option<Rights>,
    /// By the source's name.
    pub sources: BTreeMap<String, Rights>,
}

impl RightsSettings {
    /// What is laid down for a source; case does not matter.
    pub fn of(&self, source: Option<&str>) -> Option<Rights> {
        let is_it = |name: &str| source.is_some_and(|s| s.to_lowercase() == name.to_lowercase());
        let own = self.sources.iter().find(|(name, _)| is_it(name));
        own.map(|(_, rights)| *rights).or(self.default)
    }
}

/// An entity that the editor adds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownEntity {
    /// Its name, as articles shall have it.
    pub name: String,
    /// Other names that mean it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is called at the exchange.
    #[serde(default)]
    pub ticker: Option<Ticker>,
}
