//! What `hebdo import` is given, as bytes: files, folders walked in order, standard input.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use walkdir::{DirEntry, WalkDir};

/// More is no article, and no folder of mails that one would go through in an afternoon.
const MOST_BYTES: u64 = 256 << 20;
/// Inputs that are in memory together, as long as they are small.
const TOGETHER: usize = 64;
const TOGETHER_BYTES: u64 = 16 << 20;

/// An input, or a place where none can be found.
pub(super) type Found = Result<PathBuf, (PathBuf, anyhow::Error)>;

/// The inputs in order: of a folder, its files by name, hidden ones left out. The folders of a
/// maildir are `cur` and `new`; what a browser saved beside a page is part of that page.
pub(super) fn found(inputs: &[PathBuf]) -> Vec<Found> {
    inputs.iter().flat_map(|input| walk(input)).collect()
}

/// Lists of inputs that are small enough to be in memory together, in order.
pub(super) fn together(found: Vec<Found>) -> Vec<Vec<Found>> {
    let mut lists: Vec<Vec<Found>> = vec![Vec::new()];
    let mut bytes = 0;
    for input in found {
        let size = input.as_deref().map_or(0, size);
        bytes += size;
        match lists.last_mut() {
            Some(list) if list.len() < TOGETHER && bytes <= TOGETHER_BYTES => list.push(input),
            _ => {
                bytes = size;
                lists.push(vec![input]);
            }
        }
    }
    lists
}

/// The bytes of an input; `-` is standard input.
pub(super) fn read(input: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if input.as_os_str() == "-" {
        let read = std::io::stdin()
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes);
        read.context("standard input cannot be read")?;
    } else {
        let context = || format!("{} cannot be read", input.display());
        let file = File::open(input).with_context(context)?;
        let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
        read.with_context(context)?;
    }
    if bytes.len() as u64 > MOST_BYTES {
        let most = MOST_BYTES >> 20;
        bail!(
            "{} has more than {most} MB: split it, and import its parts",
            input.display()
        );
    }
    Ok(bytes)
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

fn walk(input: &Path) -> Vec<Found> {
    if !input.is_dir() {
        return vec![Ok(input.to_owned())];
    }
    let is_shown = |entry: &DirEntry| entry.depth() == 0 || !is_left_out(entry);
    let entries = WalkDir::new(input).sort_by_file_name().into_iter();
    let mut files: Vec<Found> = entries.filter_entry(is_shown).filter_map(file).collect();
    if files.is_empty() {
        let error = anyhow!("{} has no file to import", input.display());
        files.push(Err((input.to_owned(), error)));
    }
    files
}

/// A file, also one to which a link leads; a folder to which one leads is not gone into.
fn file(entry: walkdir::Result<DirEntry>) -> Option<Found> {
    match entry {
        Ok(entry) => {
            let is_link = entry.path_is_symlink() && !entry.path().is_dir();
            (entry.file_type().is_file() || is_link).then(|| Ok(entry.into_path()))
        }
        Err(error) => {
            let path = error.path().unwrap_or(Path::new("")).to_owned();
            Some(Err((path, error.into())))
        }
    }
}

fn is_left_out(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_folder = entry.file_type().is_dir();
    let is_maildir = || {
        let above = entry.path().parent().unwrap_or(Path::new(""));
        above.join("cur").is_dir() && above.join("new").is_dir()
    };
    name.starts_with('.')
        || is_folder && (name.ends_with("_files") || name.ends_with("_fichiers"))
        || is_folder && name == "tmp" && is_maildir()
}
