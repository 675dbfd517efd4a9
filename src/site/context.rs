//! What every page is made from, and the one way by which pages leave for the sink.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use serde::Serialize;

use super::address::Addresses;
use super::card::Cards;
use super::error::Error;
use super::register::{Register, Target};
use super::sink::Sink;
use super::text;
use crate::locale::Locale;
use crate::model::{Config, Library, Page};
use crate::templates::Templates;
use crate::view::Basis;

/// What every page is made from.
pub(super) struct Context<'a> {
    pub(super) library: &'a Library,
    pub(super) config: &'a Config,
    pub(super) locale: &'a Locale,
    pub(super) addresses: Addresses<'a>,
    /// The short form of every article, made once.
    pub(super) cards: Cards<'a>,
    /// Templates that know what all pages share.
    pub(super) templates: Templates,
    pub(super) register: Register<'a>,
    pub(super) sink: &'a dyn Sink,
    pub(super) tally: Tally,
}

/// What left for the sink.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pages: AtomicUsize,
    bytes: AtomicU64,
}

/// What a site came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// HTML pages that readers open.
    pub pages: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

impl<'a> Context<'a> {
    /// What everything that readers see rests on.
    pub(super) fn basis(&self) -> Basis<'a> {
        Basis {
            audiences: &self.config.audiences,
            locale: self.locale,
            addresses: self.addresses,
        }
    }

    /// Renders a page and hands it to the sink. One whose place is not free, and one whose template has
    /// a mistake, is told at the end and goes no further.
    pub(super) fn page<V: Serialize>(
        &self,
        target: Target<'a>,
        template: &str,
        view: &V,
    ) -> Result<(), Error> {
        let path = self.addresses.file(&target.url);
        let is_free = self.register.enter(&path, target);
        match self.fill(template, view) {
            Some(text) if is_free => {
                let bytes = text.into_bytes();
                self.put(Page { path, bytes })
            }
            _ => Ok(()),
        }
    }

    /// Fills in a template; a mistake in it is told at the end. XML is well-formed whatever authors typed.
    pub(super) fn fill<V: Serialize>(&self, template: &str, view: &V) -> Option<String> {
        match self.templates.render(template, view) {
            Ok(text) if template.ends_with(".xml") => Some(text::printable(&text)),
            Ok(text) => Some(text),
            Err(wrong) => {
                self.register.tell(wrong);
                None
            }
        }
    }

    /// Hands a file to the sink.
    pub(super) fn put(&self, page: Page) -> Result<(), Error> {
        self.tally.count(&page);
        Ok(self.sink.put(page)?)
    }
}

impl Tally {
    fn count(&self, page: &Page) {
        let is_html = page.path.ends_with(".html");
        self.pages
            .fetch_add(usize::from(is_html), Ordering::Relaxed);
        self.bytes
            .fetch_add(page.bytes.len() as u64, Ordering::Relaxed);
    }

    pub(super) fn summary(&self) -> Summary {
        Summary {
            pages: self.pages.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
        }
    }
}
