//! What a page sees that leads to another address.

use serde::Serialize;

/// What `redirect.html` sees.
#[derive(Debug, Serialize)]
pub(super) struct RedirectPage {
    /// What the page is called to which it leads.
    pub(super) title: String,
    /// Its language, where it is not the site's.
    pub(super) lang: Option<String>,
    /// Root-relative.
    pub(super) url: String,
    pub(super) canonical: String,
}
