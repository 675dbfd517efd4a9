//! The parts of an index: which articles each has, and where it stands.

use std::sync::Arc;

use crate::model::Article;

/// How many articles a part holds: Pagefind takes some 60 MB for a thousand articles of 5 kB.
const SHARE: usize = 1000;

/// The parts of articles that come newest first: the first part is the oldest, as is the first article of
/// each.
pub(super) fn of(articles: &[Arc<Article>]) -> Vec<Vec<&Article>> {
    let parts = articles.rchunks(SHARE);
    parts
        .map(|part| part.iter().rev().map(AsRef::as_ref).collect())
        .collect()
}

/// A part's folder from the site's root, by its place from 0: `/pagefind/1/`.
pub(super) fn folder(place: usize) -> String {
    format!("/pagefind/{}/", place + 1)
}
