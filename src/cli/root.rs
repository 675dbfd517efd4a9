//! Which folder is the newsletter's.

use std::path::{Path, PathBuf};

use anyhow::Context;
use hebdo::project::SETTINGS;

use super::outcome::Stop;

/// The folder that `--root` names; otherwise the nearest one, from here upward, that has settings;
/// otherwise this one, which is the empty path, so that messages name files as seen from here.
pub(super) fn find(given: Option<&Path>) -> Result<PathBuf, Stop> {
    if let Some(given) = given {
        let message = format!(
            "--root names the newsletter's folder; {} is none",
            given.display()
        );
        return if given.is_dir() {
            Ok(given.to_owned())
        } else {
            Err(Stop::Usage(message))
        };
    }
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    let nearest = here
        .ancestors()
        .find(|folder| folder.join(SETTINGS).is_file());
    let elsewhere = nearest.filter(|folder| **folder != here);
    Ok(elsewhere.map_or_else(PathBuf::new, Path::to_owned))
}
