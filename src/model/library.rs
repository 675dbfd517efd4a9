//! The library: everything that a site is rendered from.

use std::sync::Arc;

use super::article::Article;
use super::edition::Edition;
use super::leaflet::Leaflet;
use super::picture::Picture;

/// All published articles, grouped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// Every article, newest first.
    pub articles: Vec<Arc<Article>>,
    /// Every edition, newest first.
    pub editions: Vec<Edition>,
    /// Articles that stand in no edition, newest first.
    pub loose: Vec<Arc<Article>>,
    /// By tag.
    pub themes: Taxonomy,
    /// By entity.
    pub entities: Taxonomy,
    /// By source.
    pub sources: Taxonomy,
    /// Pages beside the articles, in their order.
    pub leaflets: Vec<Leaflet>,
}

impl Library {
    /// The same library with pages beside its articles, in the order that they shall have: that which the
    /// editor fixed, then that of their files.
    pub fn with_leaflets(self, mut leaflets: Vec<Leaflet>) -> Self {
        leaflets.sort_by(|a, b| {
            let place = |leaflet: &Leaflet| leaflet.order.unwrap_or(u32::MAX);
            place(a).cmp(&place(b)).then_with(|| a.path.cmp(&b.path))
        });
        Self { leaflets, ..self }
    }
}

impl Library {
    /// The pictures beside its texts, in no set order.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let notes = self
            .editions
            .iter()
            .filter_map(|edition| edition.note.as_ref());
        let articles = self.articles.iter();
        let in_articles = articles.flat_map(|article| &article.pictures);
        let in_leaflets = self.leaflets.iter().flat_map(|leaflet| &leaflet.pictures);
        in_articles
            .chain(notes.flat_map(|note| &note.pictures))
            .chain(in_leaflets)
    }
}

/// Articles grouped by the terms of one kind; terms in the order of their slugs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taxonomy {
    /// The terms.
    pub terms: Vec<Term>,
}

/// One tag, entity or source with its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The last segment of its address.
    pub slug: String,
    /// Its name, as most of its articles spell it.
    pub name: String,
    /// Its articles, newest first.
    pub articles: Vec<Arc<Article>>,
}
