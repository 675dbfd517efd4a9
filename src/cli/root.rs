//! Which folder is the newsletter's.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use hebdo::project::SETTINGS;

/// The folder that `--root` names; otherwise the nearest one, from here upward, that has settings;
/// otherwise this one.
pub(super) fn find(given: Option<&Path>) -> anyhow::Result<PathBuf> {
    if let Some(given) = given {
        if !given.is_dir() {
            bail!(
                "{} is not a folder; `--root` names the newsletter's folder",
                given.display()
            );
        }
        return Ok(given.to_owned());
    }
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    let nearest = here
        .ancestors()
        .find(|folder| folder.join(SETTINGS).is_file());
    // Messages name files as they are seen from here.
    let elsewhere = nearest.filter(|folder| **folder != here);
    Ok(elsewhere.map_or_else(PathBuf::new, Path::to_owned))
}
