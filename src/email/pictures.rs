//! Pictures held against the files that there are.

use super::newsletter::Newsletter;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Edition, Image};
use std::path::Path;

/// Every picture of an edition that the site does not have.
pub(super) fn check(edition: &Edition, newsletter: Newsletter<'_>) -> Result<(), Diagnostics> {
    let note = edition.note.iter();
    let covers = note.filter_map(|note| Some((note.path.as_path(), note.cover.as_ref()?)));
    let articles = edition.stories.iter().map(|story| &story.article);
    let pictures = articles.filter_map(|a| Some((a.path.as_path(), a.published_image()?)));
    let missing = covers
        .chain(pictures)
        .filter(|(_, image)| image.src.starts_with('/') && !newsletter.files.contains(&image.src))
        .map(|(path, image)| diagnostic(path, image));
    Diagnostics::check(missing.collect())
}

fn diagnostic(path: &Path, image: &Image) -> Diagnostic {
    let message = format!("the picture « {} » does not exist", image.src);
    let help = format!("put it at static{}, or mend `src`", image.src);
    Diagnostic::of_file(path, message, help)
}
