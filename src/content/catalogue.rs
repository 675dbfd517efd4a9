//! What a content folder has already, read so leniently that a file with mistakes counts too.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::article::slug_of_file;
use super::files::File;
use crate::front_matter::{self, ArticleHead};

/// What a content folder has already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The files that came from each raw text, by its hash; paths below the content folder.
    pub imported: BTreeMap<String, Vec<PathBuf>>,
    /// The file of each year and slug, for articles that have a date.
    pub addresses: BTreeMap<(i16, String), PathBuf>,
}

/// Reads what `content` (a folder with `articles/` and `editions/`) has; nothing where there is no
/// such folder. A file that cannot be read is passed over: `load` tells what is wrong with it.
pub fn catalogue(content: &Path) -> Catalogue {
    let mut found = Catalogue::default();
    for entry in WalkDir::new(content)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        let Ok(path) = entry.path().strip_prefix(content) else {
            continue;
        };
        if path.extension().is_some_and(|extension| extension == "md")
            && let Ok(file) = File::read(content, path)
        {
            found.add(&file);
        }
    }
    found
}

impl Catalogue {
    fn add(&mut self, file: &File) {
        if let Some(hash) = hash_of_import(&file.text) {
            let files = self.imported.entry(hash.to_owned()).or_default();
            files.push(file.path.clone());
        }
        if let Ok(parts) = front_matter::read::<ArticleHead>(&file.source())
            && let Some(date) = parts.head.date
        {
            let slug = parts.head.slug.unwrap_or_else(|| slug_of_file(&file.path));
            self.addresses
                .insert((date.year(), slug), file.path.clone());
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
