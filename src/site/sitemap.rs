//! The sitemap: every page that search engines are to know.

use jiff::civil::Date;
use serde::Serialize;

use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};

/// What `sitemap.xml` sees.
#[derive(Debug, Serialize)]
struct SitemapView {
    entries: Vec<EntryView>,
}

/// A page in the sitemap.
#[derive(Debug, Serialize)]
struct EntryView {
    /// Whole.
    url: String,
    /// The day of its last change, where one is known.
    changed: Option<Date>,
}

/// Renders the sitemap of all pages that were rendered before it.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let target = Target {
        url: cx.addresses.at("/sitemap.xml"),
        owner: Owner::Page("the sitemap"),
        listed: Listed::No,
    };
    let listed = cx.register.listed().into_iter();
    let entries = listed.map(|(url, changed)| EntryView {
        url: cx.addresses.absolute(&url),
        changed,
    });
    let view = SitemapView {
        entries: entries.collect(),
    };
    cx.page(target, "sitemap.xml", &view)
}
