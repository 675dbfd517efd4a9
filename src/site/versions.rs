//! Articles that are one text in several languages.

use std::collections::HashMap;

use serde::Serialize;

use super::card::{InShort, in_short};
use super::setting::Setting;
use crate::model::{Article, Library, original};

/// A page in one of its languages.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Version {
    /// A BCP 47 tag.
    pub(super) lang: String,
    /// Whole.
    pub(super) url: String,
}

/// The articles of a library that have a translation or are one.
#[derive(Debug, Default)]
pub(super) struct Versions<'a> {
    /// The original first, then by language.
    groups: Vec<Vec<InShort<'a>>>,
    places: HashMap<(i16, &'a str), usize>,
}

impl<'a> Versions<'a> {
    /// Finds them.
    pub(super) fn new(library: &'a Library) -> Self {
        let mut found = Self::default();
        let articles = || library.articles.iter().map(AsRef::as_ref);
        let translations = || articles().filter(|article| article.translation_of.is_some());
        if translations().next().is_none() {
            return found;
        }
        let mut by_slug: HashMap<&str, Vec<&Article>> = HashMap::new();
        for article in articles() {
            by_slug.entry(&article.slug).or_default().push(article);
        }
        for translation in translations() {
            let slug = translation.translation_of.as_deref().unwrap_or_default();
            let named = by_slug.get(slug).into_iter().flatten().copied();
            if let Some(original) = original(translation, named) {
                found.add(original, translation);
            }
        }
        for group in &mut found.groups {
            group[1..].sort_by_key(|version| version.lang);
        }
        found
    }

    fn add(&mut self, original: &'a Article, translation: &'a Article) {
        let next = self.groups.len();
        let place = *self.places.entry(key(original)).or_insert(next);
        if place == next {
            self.groups.push(vec![in_short(original)]);
        }
        self.groups[place].push(in_short(translation));
        self.places.insert(key(translation), place);
    }

    /// An article in all its languages, its original first; empty where it has one.
    pub(super) fn of(&self, article: &Article) -> &[InShort<'a>] {
        let place = self.places.get(&key(article));
        place.map_or(&[], |place| &self.groups[*place])
    }

    /// The pages of all such articles by their addresses, root-relative.
    pub(super) fn by_url(&self, setting: &Setting<'_>) -> HashMap<String, Vec<Version>> {
        let pages = self.groups.iter().flat_map(|group| {
            let versions = versions(setting, group);
            let urls = group.iter().map(|version| version.url(setting));
            urls.map(move |url| (url, versions.clone()))
        });
        pages.collect()
    }
}

fn key(article: &Article) -> (i16, &str) {
    (article.date.year(), &article.slug)
}

/// The pages of an article in all its languages.
pub(super) fn versions(setting: &Setting<'_>, group: &[InShort<'_>]) -> Vec<Version> {
    let version = |version: &InShort<'_>| Version {
        lang: version.lang.to_owned(),
        url: setting.addresses.absolute(&version.url(setting)),
    };
    group.iter().map(version).collect()
}
