//! Where the links of a page lead: to addresses, or to the page's own notes.

use super::address::Base;
use super::notes::Notes;

/// What links and images of a page are read against.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub(crate) base: Base,
    pub(crate) notes: Notes,
    /// Whether images beside the page are shown with their place there.
    pub(crate) keeps_files: bool,
}
