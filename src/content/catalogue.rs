//! What a content folder has already, read so leniently that a file with mistakes counts too.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::article::slug_of_file;
use super::files::File;
use crate::front_matter::{self, ArticleHead};
use crate::near::{Index, Prints};

/// What a content folder has already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The files that came from each raw text, by its hash; paths below the content folder.
    pub imported: BTreeMap<String, Vec<PathBuf>>,
    /// The file of each year and slug, for articles that have a date.
    pub addresses: BTreeMap<(i16, String), PathBuf>,
    /// The texts of all files, by which near duplicates are found.
    pub texts: Index,
}

/// Reads what `content` (a folder with `articles/` and `editions/`) has; nothing where there is no
/// such folder. A file that cannot be read is passed over: `load` tells what is wrong with it.
pub fn catalogue(content: &Path) -> Catalogue {
    let entries = WalkDir::new(content)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let is_text = |path: &PathBuf| path.extension().is_some_and(|e| e == "md");
    let paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.path().strip_prefix(content).ok()?.to_owned()))
        .filter(is_text)
        .collect();
    let read = paths
        .par_iter()
        .filter_map(|path| File::read(content, path).ok());
    let listed: Vec<Listed> = read.map(|file| Listed::of(&file)).collect();
    let mut found = Catalogue::default();
    let mut texts = Vec::with_capacity(listed.len());
    for Listed {
        path,
        hash,
        address,
        prints,
    } in listed
    {
        if let Some(hash) = hash {
            found.imported.entry(hash).or_default().push(path.clone());
        }
        found
            .addresses
            .extend(address.map(|address| (address, path.clone())));
        texts.push((path, prints));
    }
    found.texts = Index::new(texts);
    found
}

/// What the catalogue keeps of a file.
struct Listed {
    path: PathBuf,
    hash: Option<String>,
    address: Option<(i16, String)>,
    prints: Prints,
}

impl Listed {
    fn of(file: &File) -> Self {
        let parts = front_matter::read::<ArticleHead>(&file.source()).ok();
        let body = parts.as_ref().map_or(0, |parts| parts.body_start);
        let head = parts.map(|parts| parts.head);
        Self {
            path: file.path.clone(),
            hash: hash_of_import(&file.text).map(str::to_owned),
            prints: Prints::of(&file.text[body..]),
            address: head.and_then(|head| {
                let slug = head.slug.unwrap_or_else(|| slug_of_file(&file.path));
                Some((head.date?.year(), slug))
            }),
        }
    }
}

/// The hash in `imported: { from: …, hash: … }`, whatever else is wrong with the head.
fn hash_of_import(text: &str) -> Option<&str> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("imported:"))?;
    let (_, hash) = line.rsplit_once("hash:")?;
    let hash = hash.trim_matches([' ', '"', '}']);
    (!hash.is_empty()).then_some(hash)
}
