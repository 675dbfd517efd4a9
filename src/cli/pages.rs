//! The site in memory, for the commands that look at it without writing it.

use std::collections::BTreeMap;

use hebdo::model::Library;
use hebdo::project::Project;
use hebdo::site::{self, Memory};

use super::outcome::Stop;
use super::unmade::Unmade;

/// The files of the site by path.
pub(super) fn in_memory(
    project: &Project,
    library: &Library,
) -> Result<BTreeMap<String, Vec<u8>>, Stop> {
    let own = project.root.join("static");
    let assets = site::assets(own.is_dir().then_some(own.as_path()))?;
    let pages = Memory::default();
    site::render(
        library,
        &project.config,
        &project.locale,
        &project.templates,
        &assets,
        &Unmade(&pages),
    )?;
    Ok(pages.into_files())
}
