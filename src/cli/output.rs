//! Where a site is written, and what is known there of builds before.

use std::path::{Component, Path, PathBuf};

use anyhow::Context;
use hebdo::model::Digest;
use hebdo::stamp::Stamp;

use super::outcome::Stop;

/// The files and folders of a newsletter that its site is made from.
pub(super) const INPUTS: &[&str] = &["hebdo.yaml", "content", "templates", "static", "data"];

/// The site may not be written over what it is made from.
pub(super) fn check(root: &Path, out: &Path) -> Result<(), Stop> {
    let (root, place) = (absolute(root)?, absolute(out)?);
    let inputs = ["content", "templates", "static"].map(|folder| root.join(folder));
    let message = if root.starts_with(&place) {
        "holds the newsletter itself"
    } else if inputs.iter().any(|input| place.starts_with(input)) {
        "is read by the build"
    } else {
        return Ok(());
    };
    let out = out.display();
    let help = "name a folder that is for the site alone, such as public";
    Err(Stop::Usage(format!(
        "the site cannot be written into {out}, which {message}; {help}"
    )))
}

/// A path from the top, links followed as far as there is something.
fn absolute(path: &Path) -> Result<PathBuf, Stop> {
    let path = std::path::absolute(if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    });
    let path = path.context("the current folder cannot be read")?;
    let there = path.ancestors().find_map(|above| {
        let found = above.canonicalize().ok()?;
        Some((found, path.strip_prefix(above).ok()?))
    });
    let (mut place, rest) = there.unwrap_or((PathBuf::new(), &path));
    for step in rest.components() {
        if step == Component::ParentDir {
            place.pop();
        } else {
            place.push(step);
        }
    }
    Ok(place)
}

/// A cache file of an output folder.
pub(super) fn name_of(kind: &str, out: &Path) -> String {
    let place = absolute(out).unwrap_or_else(|_| out.to_owned());
    let digest = Digest::of_bytes(&[place.as_os_str().as_encoded_bytes()]);
    format!("{kind}-{}", digest.short())
}

/// This very program: another one may make other pages from the same.
pub(super) fn program() -> Digest {
    let stamp = std::env::current_exe()
        .ok()
        .and_then(|path| Stamp::of(&path));
    let version = env!("CARGO_PKG_VERSION");
    Digest::of_bytes(&[format!("{version} {stamp:?}").as_bytes()])
}
