//! A leaflet: a page of the newsletter's own beside its articles, such as its legal notice.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::picture::Picture;

/// What the editor wrote in `content/pages/a-propos.md`, found without fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaflet {
    /// Where it was read, relative to the site's folder; for messages.
    pub path: PathBuf,
    /// The digest of its file's path and text.
    pub digest: Digest,
    /// Its address: `/a-propos/`.
    pub slug: String,
    /// The title, on one line.
    pub title: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Its place among the leaflets, where the editor fixed it.
    pub order: Option<u32>,
    /// The text in Markdown.
    pub body: String,
    /// The pictures beside it that it names.
    pub pictures: Vec<Picture>,
}
