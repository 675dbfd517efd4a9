//! Where the links of a page lead: to addresses, to the page's own notes, to what it embeds.

use std::collections::HashMap;

use dom_query::NodeId;

use super::address::Base;
use super::embeds::Embed;
use super::notes::Notes;

/// What links and images of a page are read against.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub(crate) base: Base,
    pub(crate) notes: Notes,
    /// Links in place of what the article embeds.
    pub(crate) embeds: HashMap<NodeId, Embed>,
    /// Whether images beside the page are shown with their place there.
    pub(crate) keeps_files: bool,
}
