//! What every page is made from, and the one way by which pages leave for the sink.

use std::ops::Deref;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use jiff::civil::Date;
use serde::Serialize;

use super::card::Cards;
use super::edition::EditionCard;
use super::error::Error;
use super::register::{Listed, Owner, Register, Target};
use super::setting::Setting;
use super::sink::Sink;
use super::versions::Versions;
use crate::diag::Diagnostic;
use crate::entities::Names;
use crate::model::{Digest, Library, Page};
use crate::related::Related;

/// What every page is made from, besides what is the same for all.
pub(super) struct Context<'a> {
    pub(super) library: &'a Library,
    pub(super) setting: &'a Setting<'a>,
    /// The short form of every article.
    pub(super) cards: &'a Cards<'a>,
    /// The short form of every edition, in the library's order.
    pub(super) edition_cards: &'a [EditionCard<'a>],
    /// The articles that stand in several languages.
    pub(super) versions: &'a Versions<'a>,
    /// What is related to each article, in the library's order; nothing where the site does not say it.
    pub(super) related: &'a [Related],
    pub(super) register: Register<'a>,
    pub(super) sink: &'a dyn Sink,
    pub(super) tally: Tally,
    /// The day since which all articles are as they are, where one is known.
    pub(super) last_change: Option<Date>,
    /// The names of entities, gathered when they are asked for.
    pub(super) names: OnceLock<Names>,
}

impl<'a> Deref for Context<'a> {
    type Target = Setting<'a>;

    fn deref(&self) -> &Setting<'a> {
        self.setting
    }
}

/// What left for the sink.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pages: AtomicUsize,
    bytes: AtomicU64,
}

/// A file that is still to be drawn, with the key of what it is drawn from.
#[derive(Debug)]
pub(super) struct Wanted {
    path: String,
    key: Option<Digest>,
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
    /// Renders a page and hands it to the sink, unless the sink has it, made from the same. One whose place
    /// is not free, and one whose template has a mistake, is told at the end and goes no further.
    pub(super) fn page<V: Serialize>(
        &self,
        target: Target<'a>,
        template: &str,
        view: &V,
    ) -> Result<(), Error> {
        let path = self.addresses.file(&target.url);
        let is_free = self.register.enter(&path, target);
        let key = self.setting.key(template, view).filter(|_| is_free);
        if self.keeps(&path, key) {
            return Ok(());
        }
        match self.fill_page(template, view) {
            Some(bytes) if is_free => self.put(Page { path, bytes }, key),
            _ => Ok(()),
        }
    }

    /// The names of entities.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self.config))
    }

    /// Hands a value to the sink as JSON, by the rules of [`Context::page`]; `name` is what it is called in keys.
    pub(super) fn json<V: Serialize>(
        &self,
        target: Target<'a>,
        name: &str,
        value: &V,
    ) -> Result<(), Error> {
        let path = self.addresses.file(&target.url);
        let is_free = self.register.enter(&path, target);
        let key = self.setting.key(name, value).filter(|_| is_free);
        if !is_free || self.keeps(&path, key) {
            return Ok(());
        }
        match serde_json::to_vec(value) {
            Ok(bytes) => self.put(Page { path, bytes }, key),
            Err(error) => {
                let help = "report it: hebdo makes this file of its own";
                let wrong = Diagnostic::of_file(&path, error.to_string(), help);
                self.mistakes.tell(wrong.into());
                Ok(())
            }
        }
    }

    /// A file that is drawn, at an address made of all that it shows, where it is still to be drawn: its place
    /// is free, and the sink does not have it. `name` is what it is called in messages.
    pub(super) fn wanted(&self, address: &str, name: &'static str) -> Option<Wanted> {
        let target = Target {
            url: self.addresses.at(address),
            owner: Owner::Page(name),
            listed: Listed::No,
        };
        let path = self.addresses.file(&target.url);
        let is_free = self.register.enter(&path, target);
        let key = Digest::of(&path); // settings and templates do not change it
        (is_free && !self.keeps(&path, key)).then_some(Wanted { path, key })
    }

    /// Hands a file that was wanted to the sink; why it could not be drawn is told at the end.
    pub(super) fn deliver(
        &self,
        wanted: Wanted,
        drawn: Result<Vec<u8>, Diagnostic>,
    ) -> Result<(), Error> {
        let Wanted { path, key } = wanted;
        match drawn {
            Ok(bytes) => self.put(Page { path, bytes }, key),
            Err(wrong) => {
                self.mistakes.tell(wrong.into());
                Ok(())
            }
        }
    }

    /// Whether the sink has a file already, made from what the key stands for.
    pub(super) fn keeps(&self, path: &str, key: Option<Digest>) -> bool {
        let kept = key.and_then(|key| self.sink.keep(path, key));
        if let Some(bytes) = kept {
            self.tally.count(path, bytes);
        }
        kept.is_some()
    }

    /// Hands a file to the sink, with the key of what it was made from.
    pub(super) fn put(&self, page: Page, key: Option<Digest>) -> Result<(), Error> {
        self.tally.count(&page.path, page.bytes.len() as u64);
        Ok(self.sink.put_made(page, key)?)
    }
}

impl Tally {
    fn count(&self, path: &str, bytes: u64) {
        let is_html = path.ends_with(".html");
        self.pages
            .fetch_add(usize::from(is_html), Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(super) fn summary(&self) -> Summary {
        Summary {
            pages: self.pages.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
        }
    }
}
