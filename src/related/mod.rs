//! Which articles are about the same subject, and why.
//!
//! Enter by [`find`]; [`Published::words`] makes each article's words where it is read:
//!
//! 1. `language.rs` knows, from `data/<lang>/related.yaml`, which words say nothing and how words end;
//! 2. `words.rs` counts the words of an article;
//! 3. `index.rs` weighs what articles have in common, by how rare it is (TF-IDF), and finds who has it;
//! 4. `search.rs` looks, for one article, for those that have most in common with it;
//! 5. `common.rs` says what that is.
//!
//! Articles of six weeks around are of the same subject, those of the two years before tell what came
//! before. All counts are whole numbers: the order of sums, and so the machine, makes no difference.

mod common;
mod index;
mod language;
mod search;
mod words;

pub use words::Published;

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::model::Article;

use index::Index;
use search::Search;

/// What is about the same subject as an article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Related {
    /// Articles of the weeks around it, the nearest first.
    pub same: Vec<Kin>,
    /// Articles from before these, the nearest first.
    pub before: Vec<Kin>,
}

/// An article that has something in common with another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kin {
    /// Its place among all articles.
    pub place: usize,
    /// What both have: entities, tags, then words, as the other one spells them.
    pub common: Vec<String>,
}

/// What is related to each of all published articles, in their order, which is newest first.
pub fn find(articles: &[Arc<Article>]) -> Vec<Related> {
    let index = Index::new(articles);
    (0..articles.len())
        .into_par_iter()
        .map_init(|| Search::new(&index), Search::of)
        .collect()
}
