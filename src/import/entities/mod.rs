//! Entities: the companies, bodies and models that an article names. Enter by [`propose`].
//!
//! 1. `known` (`folded`): the data file, and the editor's own list, ready to be looked for
//! 2. `find` (`version`): names in a text, as their case and the words around allow
//! 3. `rank`: those that are meant, in the order in which they matter
//! 4. `tickers` (`beside`): what stands beside a name and leaves the prose

mod beside;
mod find;
mod folded;
mod known;
mod rank;
pub(crate) mod tickers;
mod version;

pub(crate) use folded::is_word;
pub(crate) use known::{Known, embedded};
pub(crate) use tickers::{Listing, Listings};

use super::words;
use crate::model::Entity;

/// The texts of an article in their order.
pub(crate) struct Prose<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) texts: Vec<&'a str>,
    /// The language of the article.
    pub(crate) lang: &'a str,
}

impl<'a> Prose<'a> {
    /// All texts, each with whether it is the title.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'a str, bool)> {
        let title = self.title.iter().map(|title| (*title, true));
        title.chain(self.texts.iter().map(|text| (*text, false)))
    }
}

/// The entities of an article: those whose ticker it states, and those that it names, most important
/// first, a few at most.
pub(crate) fn propose(prose: &Prose<'_>, listed: &[&Listing], lists: &[&Known]) -> Vec<Entity> {
    let hits = |(text, _)| (text, find::hits(text, lists, prose.lang));
    let found: Vec<_> = prose.all().map(hits).collect();
    let names = rank::names(&found, prose.title.is_some());
    let mut entities: Vec<Entity> = names.into_iter().map(Entity::named).collect();
    for listing in listed {
        let is_it = |entity: &&mut Entity| words::fold(&entity.name) == words::fold(&listing.name);
        match entities.iter_mut().find(is_it) {
            Some(entity) => entity.ticker = Some(listing.ticker.clone()),
            None => entities.push(Entity {
                name: listing.name.clone(),
                ticker: Some(listing.ticker.clone()),
            }),
        }
    }
    entities
}
