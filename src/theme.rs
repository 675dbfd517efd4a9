//! What a site may have of its own in place of hebdo's: templates, static files, words.
//!
//! Enter by [`files`].

use std::collections::BTreeMap;

use include_dir::Dir;

use crate::locale;
use crate::templates::{EMBEDDED_STATIC, EMBEDDED_TEMPLATES, all_files, slashed};

/// Every file of hebdo's that a site's own file may replace, by its place in the newsletter's folder:
/// `templates/article.html`, `static/style.css`, `data/strings/fr.yaml`.
pub fn files() -> BTreeMap<String, &'static [u8]> {
    let words = locale::tables().map(|(place, text)| (place, text.as_bytes()));
    let templates = below("templates", &EMBEDDED_TEMPLATES);
    let files = templates
        .chain(below("static", &EMBEDDED_STATIC))
        .chain(words);
    files.collect()
}

fn below(
    folder: &str,
    dir: &'static Dir<'static>,
) -> impl Iterator<Item = (String, &'static [u8])> {
    let files = all_files(dir).into_iter();
    files.map(move |file| {
        (
            format!("{folder}/{}", slashed(file.path())),
            file.contents(),
        )
    })
}
