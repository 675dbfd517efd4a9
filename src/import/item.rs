//! One article's worth of what an input holds: the whole of a text or a page, a text of several, a mail
//! of several, an entry of a feed.

use std::borrow::Cow;

use super::draft::{Raw, hash};
use super::part::Part;
use crate::diag::Diagnostic;
use crate::model::PartialDate;

/// One thing to import, with what its envelope says without its being read.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    /// The input's name; of one of several in it, with its number: `lettres.mbox#3`.
    pub name: String,
    /// Its number among the items of its input, from 1; none where it is the whole input.
    pub number: Option<usize>,
    /// A mail's subject, an entry's title.
    pub title: Option<String>,
    /// The day that its envelope states, in the envelope's own time zone.
    pub date: Option<PartialDate>,
    /// The hash by which it is recognised when it comes again, in whatever input.
    pub hash: String,
    pub(crate) content: Content<'a>,
}

/// What is to be read.
#[derive(Debug, Clone)]
pub(crate) enum Content<'a> {
    /// A raw text.
    Text(Cow<'a, [u8]>),
    /// A web page, and where it was found, if its envelope says so.
    Page(Cow<'a, [u8]>, Option<String>),
    /// A mail, and what to tell of a mail that carried it.
    Mail(Cow<'a, [u8]>, Vec<String>),
    /// What a feed's entry holds.
    Entry(Box<Part>),
    /// What cannot be imported, and why.
    Broken(Box<Diagnostic>),
}

impl<'a> Item<'a> {
    /// One of several items, which cannot be imported.
    pub(crate) fn broken(name: String, number: usize, why: Diagnostic) -> Self {
        Self {
            hash: hash(name.as_bytes()),
            name,
            number: Some(number),
            title: None,
            date: None,
            content: Content::Broken(Box::new(why)),
        }
    }

    /// An input that is one item, recognised by its bytes.
    pub(crate) fn whole(raw: &Raw<'a>, content: Content<'a>) -> Self {
        Self {
            name: raw.name.to_owned(),
            number: None,
            title: None,
            date: None,
            hash: hash(raw.bytes),
            content,
        }
    }

    /// One of several texts in an input, recognised by its words.
    pub(crate) fn text_of(raw: &Raw<'a>, number: usize, text: String) -> Self {
        Self {
            name: format!("{}#{number}", raw.name),
            number: Some(number),
            title: None,
            date: None,
            hash: hash(text.trim_start().as_bytes()),
            content: Content::Text(Cow::Owned(text.into_bytes())),
        }
    }
}
