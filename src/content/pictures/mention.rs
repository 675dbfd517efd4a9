//! Pictures as an author names them: read with the file that names them.

use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Parser, Tag};
use serde::{Deserialize, Serialize};

use crate::content::files::File;
use crate::model::Image;

/// A picture as an author names it, and where.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::content) struct Mention {
    pub(super) src: String,
    /// The bytes of the file that name it.
    pub(super) place: Range<usize>,
}

/// The pictures that a file names in its head and, from `body` on, in its text, where they are to lie beside it
/// or in `static/`.
pub(in crate::content) fn mentions(file: &File, body: usize, head: Option<&Image>) -> Vec<Mention> {
    let text = &file.text;
    let in_head = head.map(|image| {
        let start = text[..body].find(&image.src).unwrap_or(0);
        let place = start..start + image.src.len();
        Mention {
            src: image.src.clone(),
            place,
        }
    });
    let events = text[body..]
        .contains("![")
        .then(|| Parser::new(&text[body..]).into_offset_iter());
    let in_body = events
        .into_iter()
        .flatten()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Image { dest_url, .. }) => Some(Mention {
                src: dest_url.into_string(),
                place: body + range.start..body + range.end,
            }),
            _ => None,
        });
    let all = in_head.into_iter().chain(in_body);
    all.filter(|mention| is_file(&mention.src)).collect()
}

/// Whether an address is that of a file: no host, no scheme.
pub(in crate::content) fn is_file(src: &str) -> bool {
    let first = src.split(['/', '?', '#']).next().unwrap_or_default();
    !src.is_empty() && !src.starts_with("//") && !src.starts_with('#') && !first.contains(':')
}

/// Where the picture of a text lies: beside it, or in `static/`; none where it would lie elsewhere.
pub(super) fn place(text: &Path, src: &str) -> Option<PathBuf> {
    let name = percent_decode_str(src.split(['?', '#']).next()?)
        .decode_utf8()
        .ok()?;
    let (folder, name) = match name.strip_prefix('/') {
        Some(name) => (Path::new("static"), name),
        None => (text.parent()?, name.as_ref()),
    };
    let parts: Vec<_> = Path::new(name)
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    let is_below = parts
        .iter()
        .all(|part| matches!(part, Component::Normal(_)));
    (is_below && !parts.is_empty()).then(|| folder.join(parts.iter().collect::<PathBuf>()))
}
