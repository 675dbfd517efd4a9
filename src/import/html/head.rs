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
        self.metas(names).into_iter().next()
    }

    /// The contents of all `<meta>` of the first of the names that has any. `dc:title` is `dc.title`.
    pub(crate) fn metas(&self, names: &[&str]) -> Vec<String> {
        let all = self.document.select("meta[content]");
        let of_name = |name: &&str| {
            let found = all.nodes().iter().filter(|node| is_named(node, name));
            let contents = found.filter_map(|node| one_line(&node.attr("content")?));
            contents.collect::<Vec<_>>()
        };
        let mut found = names.iter().map(of_name);
        found
            .find(|contents| !contents.is_empty())
            .unwrap_or_default()
    }
}

fn is_named(meta: &NodeRef<'_>, name: &str) -> bool {
    let is_it = |own: &str| own.replacen("dc:", "dc.", 1).eq_ignore_ascii_case(name);
    ["property", "name", "itemprop", "http-equiv"]
        .iter()
        .filter_map(|key| meta.attr(key))
        .any(|own| own.to_ascii_lowercase().split_whitespace().any(is_it))
}

/// A fact that no line says.
pub(crate) fn told<T>(value: T) -> Told<T> {
    Told { value, line: 0 }
}
