//! What a site is made of: pages, as a sink receives them.

/// A file of the site: where it stands and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The path inside the output folder, with `/`: `editions/2026-w05/index.html`.
    pub path: String,
    /// The bytes to write; text is UTF-8.
    pub bytes: Vec<u8>,
}
