//! What a text says about itself, each fact with the line that says it.

use super::dates::Said;
use super::lexicon::{Lexicon, List};
use super::metadata::about::About;
use super::words;
use crate::model::{Image, Link};

/// A fact with the line that says it; 0 where a page's head or an envelope does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told<T> {
    pub(crate) value: T,
    pub(crate) line: usize,
}

/// What a text says about itself; of two dates the first one is the surest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) title: Option<Told<String>>,
    pub(crate) published: Vec<Told<Said>>,
    pub(crate) updated: Option<Told<Said>>,
    pub(crate) authors: Vec<Told<String>>,
    pub(crate) source: Option<Told<String>>,
    pub(crate) translation: Option<Told<String>>,
    pub(crate) assisted: Option<Told<String>>,
    /// A time of day without a date.
    pub(crate) time: Option<Told<String>>,
    /// Who says what no line says: « the page », « the mail »; empty where lines say everything.
    pub(crate) by: &'static str,
    /// A web page's own address.
    pub(crate) url: Option<Link>,
    /// What a web page's head says that it is about.
    pub(crate) summary: Option<String>,
    /// The image that a web page's head names, where it says what it shows.
    pub(crate) image: Option<Image>,
    /// The part of its address that is its own.
    pub(crate) slug: Option<String>,
    /// What the envelope files it under.
    pub(crate) tags: Vec<String>,
    /// What the envelope lacks and an editor must settle.
    pub(crate) todo: Vec<String>,
    /// What came with it and is not imported, for the report.
    pub(crate) noted: Vec<String>,
    /// The line of the summary, where the text itself has one.
    pub(crate) summary_line: Option<usize>,
    /// The person who sent a mail, its author where its text names none.
    pub(crate) sender: Option<Told<String>>,
    /// Who reported, of a text that names no author.
    pub(crate) reporters: Vec<Told<String>>,
    /// What a page or an envelope says twice and not alike, for the report.
    pub(crate) differs: Vec<String>,
}

impl Facts {
    /// Takes what a line about the article says; of the date, all that are said, of others the first.
    pub(crate) fn take_about(&mut self, about: About, line: usize) {
        let told = |value| Told { value, line };
        self.published.extend(about.published.map(told));
        self.updated = self.updated.take().or(about.updated.map(told));
        let told = |value| Told { value, line };
        let known: Vec<String> = self.authors.iter().map(|a| a.value.clone()).collect();
        self.authors.extend(
            about
                .authors
                .into_iter()
                .filter(|a| !known.contains(a))
                .map(told),
        );
        self.source = self.source.take().or(about.agency.map(told));
        self.time = self.time.take().or(about.time.map(told));
        self.translation = self.translation.take().or(about.translation.map(told));
    }

    /// These, and after them what a mail's header and an agency's marks say.
    pub(crate) fn after(mut self, mail: Self, wire: Self) -> Self {
        let later = [mail, wire];
        for other in later {
            self.title = self.title.or(other.title);
            self.published.extend(other.published);
            self.source = self.source.or(other.source);
            if self.authors.is_empty() {
                self.authors = other.reporters;
            }
        }
        self
    }

    /// Reads dates in figures as a language does in which the day stands first.
    pub(crate) fn day_first(mut self) -> Self {
        let read = |told: Told<Said>| Told {
            value: told.value.day_first(),
            line: told.line,
        };
        self.published = self.published.into_iter().map(read).collect();
        self.updated = self.updated.map(read);
        self
    }

    /// Takes from the words of an article what its head does not say; tells where the dates differ.
    pub(crate) fn complete(&mut self, own: Self) {
        if let (Some(head), Some(text)) = (self.published.first(), own.published.first())
            && let (Said::Known(said), Said::Known(other)) = (&head.value, &text.value)
            && said != other
        {
            let (by, line) = (self.by, text.line);
            self.differs.push(format!(
                "date: {by}'s head says « {said} », line {line} « {other} »; the first stands"
            ));
        }
        self.title = self.title.take().or(own.title);
        self.published.extend(own.published);
        self.updated = self.updated.take().or(own.updated);
        if self.authors.is_empty() {
            self.authors = own.authors;
        }
        self.source = self.source.take().or(own.source);
        self.translation = own.translation;
        self.assisted = own.assisted;
        self.time = own.time;
        self.reporters = own.reporters;
    }

    /// Takes a notice; false where another one is known already.
    pub(crate) fn take_notice(&mut self, text: &str, line: usize, lexicon: &Lexicon) -> bool {
        let is_translation = lexicon[List::Translation].count_in(&words::fold(text)) > 0;
        let place = if is_translation {
            &mut self.translation
        } else {
            &mut self.assisted
        };
        if place.as_ref().is_some_and(|known| known.value != text) {
            return false;
        }
        place.get_or_insert(Told {
            value: text.to_owned(),
            line,
        });
        if let Some(agency) = lexicon.agency_named_by(text) {
            self.source.get_or_insert(Told {
                value: agency.to_owned(),
                line,
            });
        }
        true
    }
}
