//! Static files: the theme's, and the site's own, which replace the theme's of the same name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};
use super::search::page as search;
use super::stylesheet;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Digest, Page};
use crate::templates::{EMBEDDED_STATIC, all_files, slashed};

/// The stylesheet that the theme's pages name.
const STYLESHEET: &str = "style.css";

/// A static file.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its path on the site, with `/`: `style.css`.
    path: String,
    bytes: Bytes,
}

impl Asset {
    /// Its path on the site, with `/`: `style.css`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether it is the theme's script of the search page.
    fn is_for_search(&self) -> bool {
        matches!(self.bytes, Bytes::Embedded(_)) && self.path == "search.js"
    }
}

/// Where the bytes of a static file are.
#[derive(Debug, Clone)]
enum Bytes {
    Embedded(&'static [u8]),
    File(PathBuf),
}

/// The theme's static files and those of the site's own folder, in the order of their paths.
pub fn gather(own: Option<&Path>) -> Result<Vec<Asset>, Diagnostics> {
    let mut all: BTreeMap<String, Bytes> = all_files(&EMBEDDED_STATIC)
        .into_iter()
        .map(|file| (slashed(file.path()), Bytes::Embedded(file.contents())))
        .collect();
    if let Some(folder) = own {
        for entry in WalkDir::new(folder).follow_links(true) {
            let entry = entry.map_err(|error| unreadable(folder, &error))?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                all.insert(slashed(path), Bytes::File(entry.into_path()));
            }
        }
    }
    Ok(all
        .into_iter()
        .map(|(path, bytes)| Asset { path, bytes })
        .collect())
}

/// Hands the static files to the sink.
pub(super) fn render<'a>(cx: &Context<'a>, assets: &'a [Asset]) -> Result<(), Error> {
    let has_search = search::is_on(cx.config, cx.library);
    let wanted = assets
        .par_iter()
        .filter(|asset| has_search || !asset.is_for_search());
    wanted.try_for_each(|asset| {
        let target = Target {
            url: cx.addresses.at(&format!("/{}", asset.path)),
            owner: Owner::Asset(&asset.path),
            listed: Listed::No,
        };
        if !cx.register.enter(&asset.path, target) {
            return Ok(());
        }
        match read(asset) {
            Ok(bytes) => copy(cx, asset.path.clone(), bytes),
            Err(wrong) => {
                cx.mistakes.tell(wrong);
                Ok(())
            }
        }
    })
}

/// Hands a static file to the sink, unless the sink has it.
fn copy(cx: &Context<'_>, path: String, bytes: Vec<u8>) -> Result<(), Error> {
    let key = Some(Digest::of_bytes(&[path.as_bytes(), &bytes]));
    if cx.keeps(&path, key) {
        return Ok(());
    }
    let bytes = as_served(&path, bytes);
    cx.put(Page { path, bytes }, key)
}

/// A static file stays as it is, but for the theme's stylesheet, which every reader waits for.
fn as_served(path: &str, bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes) {
        Ok(css) if path == STYLESHEET => stylesheet::squeeze(css).into_bytes(),
        _ => bytes,
    }
}

fn read(asset: &Asset) -> Result<Vec<u8>, Diagnostics> {
    match &asset.bytes {
        Bytes::Embedded(bytes) => Ok(bytes.to_vec()),
        Bytes::File(path) => std::fs::read(path).map_err(|error| of_file(path, &error.to_string())),
    }
}

fn unreadable(folder: &Path, error: &walkdir::Error) -> Diagnostics {
    of_file(error.path().unwrap_or(folder), &error.to_string())
}

fn of_file(path: &Path, error: &str) -> Diagnostics {
    let message = format!("the static file cannot be read: {error}");
    Diagnostic::of_file(path, message, "make it readable, or remove it").into()
}
