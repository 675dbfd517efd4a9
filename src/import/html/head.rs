//! The head of a page, where its modules look.

use dom_query::{Document, NodeRef};

use super::json_ld::Stated;
use super::says::one_line;
use crate::import::facts::Told;
use crate::import::lexicon::Lexicon;

/// A page's head, and what its JSON-LD states.
pub(crate) struct Head<'a> {
    pub(crate) document: &'a Document,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) stated: Stated,
}

impl Head<'_> {
    /// The content of the first `<meta>` of one of the names.
    pub(crate) fn meta(&self, names: &[&str]) -> Option<String> {
        let all = self.document.select("meta[content]");
        let is_named = |node: &NodeRef<'_>, name: &str| {
            ["property", "name", "itemprop", "http-equiv"]
                .iter()
                .any(|key| {
                    node.attr(key)
                        .is_some_and(|own| own.eq_ignore_ascii_case(name))
                })
        };
        names.iter().find_map(|name| {
            let found = all.nodes().iter().find(|node| is_named(node, name))?;
            one_line(&found.attr("content")?)
        })
    }
}

/// A fact that no line says.
pub(crate) fn told<T>(value: T) -> Told<T> {
    Told { value, line: 0 }
}
