//! Loading: `content/` as articles and edition notes, or every mistake of every file at once.
//!
//! Enter by [`load`]:
//!
//! 1. `files.rs` finds the files and reads them as UTF-8;
//! 2. `article.rs` makes an article of each file under `articles/`;
//! 3. `note.rs` makes an edition note of each file under `editions/`;
//! 4. `rules.rs` holds them against each other: addresses, order of stories;
//!
//! then drafts, what is dated after today and editions held back are left out, unless asked for.
//! [`imported`] tells which raw texts the content already has.

mod article;
mod files;
mod loaded;
mod note;
mod rules;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, Source};
use crate::front_matter::{self, ArticleHead, EditionHead};
use crate::model::{Article, Config, EditionNote, Week};

use files::File;
use loaded::{Loaded, Reader};

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

/// The content that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The articles, in the order of their files.
    pub articles: Vec<Article>,
    /// The edition notes, in the order of their files.
    pub notes: Vec<EditionNote>,
    /// How many articles stay out.
    pub left_out: LeftOut,
}

/// How many articles stay out of a build, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Drafts, and articles with a todo.
    pub drafts: usize,
    /// Dated after today.
    pub future: usize,
    /// Of an edition whose note says `status: draft`.
    pub held_back: usize,
}

/// Reads `root/content` (articles and edition notes, Markdown with front matter) and chooses what is
/// published. An error holds all that is wrong in all files, sorted by file and line.
pub fn load(root: &Path, config: &Config, choice: Choice) -> Result<Content, Diagnostics> {
    let reader = Reader::new(config);
    let found = files::find(root)?;
    let (articles, mut wrong) =
        read_all(root, &found.articles, |file| article::read(file, &reader));
    let (notes, wrong_notes) = read_all(root, &found.editions, |file| note::read(file, &reader));
    wrong.extend(wrong_notes);
    wrong.extend(found.strays);
    if wrong.is_empty() {
        // a file that could not be read is no reason to call its slug unknown
        wrong = rules::check(&articles, &notes);
    }
    Diagnostics::check(wrong)?;
    Ok(choose(articles, notes, choice))
}

/// The hashes of the raw texts that were imported before, each with its file (relative to `root`).
/// A file that cannot be read has none: `load` tells what is wrong with it.
pub fn imported(root: &Path) -> BTreeMap<String, PathBuf> {
    let Ok(found) = files::find(root) else {
        return BTreeMap::new();
    };
    let all = found.articles.iter().chain(&found.editions);
    let hash = |path: &PathBuf| {
        let file = File::read(root, path).ok()?;
        let source = Source {
            path,
            text: &file.text,
        };
        let head = front_matter::read::<ArticleHead>(&source).map(|parts| parts.head.imported);
        let head = head.or_else(|_| {
            front_matter::read::<EditionHead>(&source).map(|parts| parts.head.imported)
        });
        Some((head.ok()??.hash, path.clone()))
    };
    all.filter_map(hash).collect()
}

fn read_all<T: Send>(
    root: &Path,
    paths: &[PathBuf],
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>> + Sync,
) -> (Vec<Loaded<T>>, Vec<Diagnostic>) {
    let each = |path: &PathBuf| {
        File::read(root, path)
            .map_err(|one| vec![one])
            .and_then(&read)
    };
    let results: Vec<_> = paths.par_iter().map(each).collect();
    let mut loaded = Vec::with_capacity(results.len());
    let mut wrong = Vec::new();
    for result in results {
        match result {
            Ok(one) => loaded.push(one),
            Err(mistakes) => wrong.extend(mistakes),
        }
    }
    (loaded, wrong)
}

fn choose(
    articles: Vec<Loaded<Article>>,
    notes: Vec<Loaded<EditionNote>>,
    choice: Choice,
) -> Content {
    let (notes, held_back) = choose_notes(notes, choice);
    let mut left_out = LeftOut::default();
    let mut chosen = Vec::with_capacity(articles.len());
    for loaded in articles {
        match loaded.item {
            Some(_) if loaded.is_draft && !choice.drafts => left_out.drafts += 1,
            Some(article) if article.date.first_day() > choice.today && !choice.future => {
                left_out.future += 1;
            }
            Some(article) if article.week.is_some_and(|week| held_back.contains(&week)) => {
                left_out.held_back += 1;
            }
            Some(article) => chosen.push(article),
            None => left_out.drafts += 1,
        }
    }
    Content {
        articles: chosen,
        notes,
        left_out,
    }
}

/// The notes that are published, and the weeks whose editions are held back.
fn choose_notes(
    notes: Vec<Loaded<EditionNote>>,
    choice: Choice,
) -> (Vec<EditionNote>, HashSet<Week>) {
    let mut chosen = Vec::new();
    let mut held_back = HashSet::new();
    for loaded in notes {
        match loaded.item {
            Some(note) if loaded.is_draft && !choice.drafts => {
                held_back.insert(note.week);
            }
            Some(note) if choice.future || note.week.monday() <= choice.today => chosen.push(note),
            _ => {}
        }
    }
    (chosen, held_back)
}
