//! The library: everything that a site is rendered from.

use std::sync::Arc;

use super::article::Article;
use super::edition::Edition;

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
