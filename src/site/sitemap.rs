//! The sitemap: every page that search engines are to know.

use jiff::civil::Date;
use serde::Serialize;

use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};
use super::versions::Version;

/// What `sitemap.xml` sees.
#[derive(Debug, Serialize)]
struct SitemapView {
    entries: Vec<EntryView>,
    /// Whether a page stands in several languages.
    has_versions: bool,
}

/// A page in the sitemap.
#[derive(Debug, Serialize)]
struct EntryView {
    /// Whole.
    url: String,
    /// The day of its last change, where one is known.
    changed: Option<Date>,
    /// The page in every language that it has; empty where it has one.
    versions: Vec<Version>,
}

/// Renders the sitemap of all pages that were rendered before it.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let target = Target {
        url: cx.addresses.at("/sitemap.xml"),
        owner: Owner::Page("the sitemap"),
        listed: Listed::No,
    };
    let versions = cx.versions.by_url(cx.setting);
    let entry = |url: &str, changed| EntryView {
        versions: versions.get(url).cloned().unwrap_or_default(),
        url: cx.addresses.absolute(url),
        changed,
    };
    let view = SitemapView {
        entries: cx.register.listed(entry),
        has_versions: !versions.is_empty(),
    };
    cx.page(target, "sitemap.xml", &view)
}
