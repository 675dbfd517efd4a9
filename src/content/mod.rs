//! Loading: `content/` as articles and edition notes, or every mistake of every file at once.
//!
//! Enter by [`load`]:
//!
//! 1. `files.rs` finds the files and reads them as UTF-8;
//! 2. `article.rs` makes an article of each file under `articles/`;
//! 3. `note.rs` makes an edition note of each file under `editions/`,
//!    and `leaflet.rs` a page of each under `pages/`;
//! 4. `charts.rs` tells with these what is wrong with their charts;
//! 5. `rules.rs` holds them against each other: addresses, order of stories, translations (`versions.rs`);
//! 6. `shelf.rs` keeps what was read, so that only what changed is read again (`renew.rs`, `named.rs`,
//!    `fetch.rs`), and `store.rs` where it is kept between two runs;
//! 7. `pictures.rs` looks at the pictures beside the texts;
//!
//! then drafts, what is dated after today and editions held back are left out, unless asked for.
//! [`catalogue`] tells, even of files with mistakes, which raw texts and addresses are there already.

mod article;
mod catalogue;
mod charts;
mod corrections;
mod fetch;
mod files;
mod leaflet;
mod loaded;
mod named;
mod note;
mod pictures;
mod renew;
mod rules;
mod shelf;
mod store;
mod versions;

pub use article::slug_of_file;
pub use catalogue::{Catalogue, catalogue};
pub use shelf::Shelf;
pub use store::Store;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Diagnostics;
use crate::model::{Article, Closes, Config, EditionNote, Leaflet, Unfinished, Week};

use loaded::Loaded;
use renew::Kept;

/// What is published beside that which is finished and past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Today's date: what is dated after it is left out.
    pub today: Date,
    /// Whether drafts are published too.
    pub drafts: bool,
    /// Whether what is dated after today is published too.
    pub future: bool,
}

impl Choice {
    /// Drafts and what is dated after today too.
    pub fn all(today: Date) -> Self {
        Self {
            today,
            drafts: true,
            future: true,
        }
    }
}

/// The content that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The articles, in the order of their files.
    pub articles: Vec<Arc<Article>>,
    /// The edition notes, in the order of their files.
    pub notes: Vec<EditionNote>,
    /// The pages beside them, in the order of their files.
    pub leaflets: Vec<Leaflet>,
    /// How many articles stay out.
    pub left_out: LeftOut,
    /// All drafts and notes held back, published by this choice or not, in the order of their files.
    pub unfinished: Vec<Unfinished>,
}

/// How many articles stay out of a build, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Drafts, and articles with a todo.
    pub drafts: usize,
    /// Drafts without title or date, which cannot be shown even when drafts are asked for.
    pub incomplete: usize,
    /// Dated after today, or of an edition that begins after today.
    pub future: usize,
    /// Of an edition whose note says `status: draft`.
    pub held_back: usize,
}

/// Reads `root/content` (articles and edition notes, Markdown with front matter) and chooses what is
/// published. An error holds all that is wrong in all files, sorted by file and line.
pub fn load(root: &Path, config: &Config, choice: Choice) -> Result<Content, Diagnostics> {
    load_on(&mut Shelf::default(), root, config, choice, None)
}

/// The same, with what a shelf has read before; it is kept in the store for the next run.
pub fn load_on(
    shelf: &mut Shelf,
    root: &Path,
    config: &Config,
    choice: Choice,
    store: Option<&Store>,
) -> Result<Content, Diagnostics> {
    shelf.bring_up_to_date(root, config, store)?;
    let chosen = shelf.choose(config, choice);
    let content = shelf.illustrate(root, store, chosen)?;
    shelf.rest();
    Ok(content)
}

/// The Markdown files that [`load`] reads, relative to `root`: articles, edition notes, then pages.
pub fn paths(root: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let found = files::find(root, None)?;
    let all = [found.articles, found.editions, found.leaflets];
    Ok(all.into_iter().flatten().map(|seen| seen.path).collect())
}

fn choose(
    articles: &[Kept<Article>],
    notes: &[Kept<EditionNote>],
    closes: Closes,
    choice: Choice,
) -> Content {
    let articles = articles.iter().map(|kept| &kept.loaded);
    let notes = notes.iter().map(|kept| &kept.loaded);
    let drafts = articles.clone().filter_map(|article| article.draft.clone());
    let notes_held = notes.clone().filter_map(|note| note.draft.clone());
    let unfinished = drafts.chain(notes_held).collect();
    let begun = |week: Week| choice.future || week.period(closes).0 <= choice.today;
    let (notes, held_back) = choose_notes(notes, begun, choice.drafts);
    let in_time = |article: &Article| {
        let dated = choice.future || article.date.first_day() <= choice.today;
        dated && article.week.is_none_or(begun)
    };
    let mut left_out = LeftOut::default();
    let mut chosen = Vec::new();
    for loaded in articles {
        match &loaded.item {
            None => left_out.incomplete += 1,
            Some(_) if loaded.draft.is_some() && !choice.drafts => left_out.drafts += 1,
            Some(article) if !in_time(article) => left_out.future += 1,
            Some(article) if article.week.is_some_and(|week| held_back.contains(&week)) => {
                left_out.held_back += 1;
            }
            Some(article) => chosen.push(Arc::clone(article)),
        }
    }
    Content {
        articles: chosen,
        notes,
        leaflets: Vec::new(),
        left_out,
        unfinished,
    }
}

/// The content with those of the pages beside it that are published.
fn with_leaflets(content: Content, all: &[Kept<Leaflet>], drafts: bool) -> Content {
    let mut left_out = content.left_out;
    let mut leaflets = Vec::with_capacity(all.len());
    for Kept { loaded, .. } in all {
        match &loaded.item {
            None => left_out.incomplete += 1,
            Some(_) if loaded.draft.is_some() && !drafts => left_out.drafts += 1,
            Some(leaflet) => leaflets.push(Leaflet::clone(leaflet)),
        }
    }
    Content {
        leaflets,
        left_out,
        ..content
    }
}

/// The notes that are published, and the weeks whose editions are held back.
fn choose_notes<'a>(
    notes: impl Iterator<Item = &'a Loaded<EditionNote>>,
    begun: impl Fn(Week) -> bool,
    drafts: bool,
) -> (Vec<EditionNote>, HashSet<Week>) {
    let mut chosen = Vec::new();
    let mut held_back = HashSet::new();
    for loaded in notes {
        match &loaded.item {
            Some(note) if loaded.draft.is_some() && !drafts => {
                held_back.insert(note.week);
            }
            Some(note) if begun(note.week) => chosen.push(EditionNote::clone(note)),
            _ => {}
        }
    }
    (chosen, held_back)
}
