//! Whose articles are published in full although nobody stated that they may be.
//!
//! Enter by [`unstated`].

use std::collections::BTreeMap;
use std::fmt;

use crate::model::Article;

/// Whose text it is where an article names no source: somebody's, all the same.
const UNKNOWN: &str = "source unknown";

/// The sources of articles without stated rights, with how many there are of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unstated<'a>(BTreeMap<&'a str, usize>);

impl<'a> Unstated<'a> {
    /// Counts the names of sources; none for no name.
    pub fn of(sources: impl IntoIterator<Item = Option<&'a str>>) -> Option<Self> {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for source in sources {
            *names.entry(source.unwrap_or(UNKNOWN)).or_default() += 1;
        }
        (!names.is_empty()).then_some(Self(names))
    }
}

/// Looks for articles that have a source, or were imported, and whose rights nobody stated; none where
/// there is no such article. An imported text that names no source is somebody's too.
pub fn unstated<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Option<Unstated<'a>> {
    let open = articles.into_iter().filter(|a| a.rights.is_none());
    let others = open.filter(|a| a.source.is_some() || a.imported.is_some());
    Unstated::of(others.map(|a| a.source.as_ref().map(|source| source.name.as_str())))
}

/// For an editor: whose they are, and what to do.
impl fmt::Display for Unstated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each = self.0.iter().map(|(name, n)| format!("{name} ({n})"));
        let list = each.collect::<Vec<_>>().join(", ");
        write!(
            f,
            "published in full, rights not stated: {list}; state `rights: full` or `rights: quote`"
        )
    }
}
