//! What is not finished: drafts and notes held back, with what is left to do.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::article::Imported;
use super::date::PartialDate;

/// An article or an edition's note that its author has not finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// Where it was read, relative to the site's folder.
    pub path: PathBuf,
    /// Whether it is an article, not an edition's note.
    pub is_article: bool,
    /// Its title, where it has one yet.
    pub title: Option<String>,
    /// An article's date, where it is known.
    pub date: Option<PartialDate>,
    /// Whether its head says `draft: true`, or `status: draft`.
    pub is_draft: bool,
    /// What import could not know.
    pub todo: Vec<String>,
    /// The raw text that it was made of.
    pub imported: Option<Imported>,
}

impl Unfinished {
    /// Itself, if there is a reason why it is not published.
    pub fn if_any(self) -> Option<Self> {
        (self.is_draft || !self.todo.is_empty()).then_some(self)
    }
}
