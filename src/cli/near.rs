//! Drafts of which much stands in another file already: told, and imported all the same.

use std::path::{Path, PathBuf};

use hebdo::import::Import;
use hebdo::near::{Index, Prints};
use serde::Serialize;

/// A draft with the file that has much of its text.
#[derive(Debug, Serialize)]
pub(super) struct Near {
    /// The draft's file.
    file: String,
    /// The file that has its text.
    near: String,
    /// How much of it, 0 to 100.
    percent: usize,
}

impl Near {
    /// `near duplicate of content/articles/…, which has 87 % of its text`
    pub(super) fn line(&self) -> String {
        let Self {
            file,
            near,
            percent,
        } = self;
        format!("  warning: {file} is a near duplicate of {near} ({percent} % of its text)\n")
    }
}

/// What `index` has of each draft; `places` are the drafts' files, `former` those that they replace. The
/// drafts are known from then on.
pub(super) fn find(
    index: &mut Index,
    into: &Path,
    import: &Import,
    (places, former): (&[PathBuf], &[PathBuf]),
) -> Vec<Near> {
    let prints = import.drafts.iter().map(|draft| Prints::of(&draft.body));
    let drafts: Vec<(&PathBuf, Prints)> = places.iter().zip(prints).collect();
    let told = |(place, prints): &(&PathBuf, Prints)| {
        let near = index.find(prints, former)?;
        Some(Near {
            file: into.join(place).display().to_string(),
            near: into.join(near.file).display().to_string(),
            percent: near.percent,
        })
    };
    let found = drafts.iter().filter_map(told).collect();
    for (place, prints) in drafts {
        index.add(place.clone(), prints);
    }
    found
}
