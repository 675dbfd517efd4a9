//! What stands in an envelope, once it is out of it: words, and what the envelope says of them.

use dom_query::Document;

use super::block::Block;
use super::facts::Facts;
use super::lexicon::Lexicon;

/// The words of an item, and what is known of them.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) words: Words,
    /// What the envelope says, as [`Facts::by`] names it.
    pub(crate) facts: Facts,
    /// The language that the envelope states, the first part of its tag.
    pub(crate) lang: Option<String>,
    pub(crate) ways: Ways,
}

/// Words as an envelope holds them.
#[derive(Debug, Clone)]
pub(crate) enum Words {
    Text(String),
    Html(String),
}

/// What is done for one kind of envelope and no other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ways {
    /// Makes HTML ready to be walked through; what to tell of it.
    pub(crate) prepare: fn(&Document, &Lexicon) -> Vec<String>,
    /// The first pass on the blocks: decides what only this kind of envelope has. Knows the lines as
    /// read, and adds to the facts.
    pub(crate) first: fn(&mut [Block], &[String], &mut Facts, &Lexicon),
}

impl Default for Ways {
    /// Nothing.
    fn default() -> Self {
        Self {
            prepare: |_, _| Vec::new(),
            first: |_, _, _, _| {},
        }
    }
}
