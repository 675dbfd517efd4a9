//! What is the same for every page of a build: settings, words, templates, and where mistakes are told.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::frame::Shared;
use crate::diag::{Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::model::{Config, Digest, Library};
use crate::templates::Templates;
use crate::view::Basis;
use crate::view::address::Addresses;
use crate::view::text;

/// What is the same for every page of a build.
#[derive(Debug)]
pub(super) struct Setting<'a> {
    pub(super) config: &'a Config,
    pub(super) locale: &'a Locale,
    pub(super) addresses: Addresses<'a>,
    /// Templates that know what all pages share.
    templates: Templates,
    /// Whether editions show the text of their stories, and not their summaries alone.
    pub(super) editions_have_text: bool,
    /// Whether pages of entities show what happened when.
    pub(super) entities_have_years: bool,
    /// Whether feeds name what makes a page of them in browsers.
    pub(super) feeds_have_looks: bool,
    /// Whether pages tell programs what they are.
    pub(super) pages_have_data: bool,
    pub(super) mistakes: Mistakes,
    /// The digest of all this; none where it has none.
    digest: Option<Digest>,
}

impl<'a> Setting<'a> {
    pub(super) fn new(
        library: &Library,
        config: &'a Config,
        locale: &'a Locale,
        templates: &Templates,
    ) -> Result<Self, Diagnostics> {
        let shared = Shared::new(library, config, locale);
        let version = env!("CARGO_PKG_VERSION");
        let texts: Vec<(&str, &str)> = templates.texts().collect();
        let words = (format!("{config:?}"), format!("{locale:?}"));
        Ok(Self {
            config,
            locale,
            addresses: Addresses::new(config),
            templates: templates.with(&shared)?,
            editions_have_text: ["edition.html", "home.html"]
                .iter()
                .any(|name| templates.mentions(name, "body_html")),
            entities_have_years: templates.mentions("term.html", "years"),
            feeds_have_looks: templates.mentions("feed.xml", "looks"),
            pages_have_data: ["article.html", "edition.html", "home.html", "term.html"]
                .iter()
                .any(|name| templates.mentions(name, "data_html")),
            mistakes: Mistakes::default(),
            digest: Digest::of(&(version, words, texts, &shared)),
        })
    }

    /// What everything that readers see rests on.
    pub(super) fn basis(&self) -> Basis<'a> {
        Basis::here(self.config, self.locale)
    }

    /// The digest of all that a page is made from: its template, its view and this setting.
    pub(super) fn key<V: Serialize>(&self, template: &str, view: &V) -> Option<Digest> {
        Digest::of(&(self.digest?, template, view))
    }

    /// Fills in a template; a mistake in it is told at the end.
    pub(super) fn fill<V: Serialize>(&self, template: &str, view: &V) -> Option<String> {
        self.right(self.templates.render(template, view))
    }

    /// Fills in the template of a page, as bytes in UTF-8; a mistake in it is told at the end. XML is
    /// well-formed whatever authors typed.
    pub(super) fn fill_page<V: Serialize>(&self, template: &str, view: &V) -> Option<Vec<u8>> {
        match template.ends_with(".xml") {
            true => Some(text::printable(self.fill(template, view)?).into_bytes()),
            false => self.right(self.templates.render_bytes(template, view)),
        }
    }

    fn right<T>(&self, filled: Result<T, Diagnostics>) -> Option<T> {
        filled.map_err(|wrong| self.mistakes.tell(wrong)).ok()
    }
}

/// Mistakes found on the way, by place, to be told together at the end.
#[derive(Debug, Default)]
pub(super) struct Mistakes(Mutex<BTreeMap<String, Diagnostic>>);

impl Mistakes {
    /// Notes mistakes: one for each place, always the same one.
    pub(super) fn tell(&self, wrong: Diagnostics) {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for diagnostic in wrong.into_list() {
            match told.entry(diagnostic.location()) {
                Entry::Vacant(place) => drop(place.insert(diagnostic)),
                Entry::Occupied(mut place) => {
                    if format!("{diagnostic:?}") < format!("{:?}", place.get()) {
                        place.insert(diagnostic);
                    }
                }
            }
        }
    }

    /// All of them so far.
    pub(super) fn list(&self) -> Vec<Diagnostic> {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.values().cloned().collect()
    }
}
