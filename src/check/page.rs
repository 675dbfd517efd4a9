//! A built page: where it leads, where it can be led to, what it shows.

use std::collections::{BTreeMap, HashSet};

use dom_query::{Document, NodeRef};
use rayon::prelude::*;

/// What of a page is checked.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Addresses in `href` and `src`, as a browser reads them.
    pub(super) links: Vec<String>,
    /// The targets of `#…`.
    pub(super) ids: HashSet<String>,
    /// Addresses of images without a text for who does not see them.
    pub(super) mute_images: Vec<String>,
}

/// Reads the HTML files of a site; keys are their paths.
pub(super) fn read_all(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&str, Page> {
    let pages = files.par_iter().filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| (path.as_str(), Page::read(&String::from_utf8_lossy(bytes))))
        .collect()
}

impl Page {
    fn read(html: &str) -> Self {
        let mut page = Self::default();
        let document = Document::from(html);
        for node in document.select("[id], [href], [src]").nodes() {
            page.take(node);
        }
        page
    }

    fn take(&mut self, node: &NodeRef<'_>) {
        let value = |name| node.attr(name).map(|value| value.to_string());
        self.ids.extend(value("id"));
        self.links.extend(value("href"));
        self.links.extend(value("src"));
        let is_mute = || value("alt").is_none_or(|alt| alt.trim().is_empty());
        if node.has_name("img") && is_mute() {
            self.mute_images.extend(value("src"));
        }
    }
}
