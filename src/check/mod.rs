//! What an editor would rather hear from hebdo than from a reader: dead links, images that say nothing
//! to who does not see them, drafts forgotten, takeaways for nobody.
//!
//! Enter by [`run`]:
//!
//! 1. `page.rs` reads links, anchors and images out of the built pages;
//! 2. `links.rs` follows the links within the site;
//! 3. `editorial.rs` holds the articles against what an edition owes its readers;
//! 4. `texts.rs` finds the line of the author's file that each finding comes from.
//!
//! Links out of the site are followed by who has a network: [`Outward`] (`external.rs`) says which there are
//! and what to tell of the answers.

mod editorial;
mod external;
mod links;
mod page;
mod texts;

pub use external::{Answer, Outward};
pub use texts::Text;

use std::collections::{BTreeMap, HashSet};

use crate::diag::Diagnostic;
use crate::model::{Config, Library, Unfinished};

use texts::Texts;

/// What is checked.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The published articles and editions.
    pub library: &'a Library,
    /// What is not published yet.
    pub unfinished: &'a [Unfinished],
    /// The settings with which the pages were built.
    pub config: &'a Config,
    /// The files of the built site, by path.
    pub pages: &'a BTreeMap<String, Vec<u8>>,
    /// The authors' files.
    pub texts: &'a [Text],
}

/// Everything worth saying, errors and warnings, each at its line where an author's file has it; in no set
/// order.
pub fn run(checked: &Checked<'_>) -> Vec<Diagnostic> {
    let texts = Texts::new(checked.texts, checked.config.base_path());
    let pages = page::read_all(checked.pages);
    let mut found = links::check(&pages, checked, &texts);
    found.extend(editorial::images(&pages, checked, &texts));
    found.extend(editorial::articles(checked.library, &texts));
    found.extend(editorial::unfinished(checked.unfinished, &texts));
    found.extend(editorial::placeholders(&texts));
    once_a_place(found)
}

/// Of several findings at one place the first: a story's link is on several pages.
fn once_a_place(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = HashSet::new();
    let is_new = |one: &Diagnostic| one.position().is_none() || told.insert(one.location());
    found.into_iter().filter(is_new).collect()
}
