//! What is made only where a page needs it: a page's key is had without it.
//!
//! A view is serialised in two ways. For people (`is_human_readable`: Tera), a [`Deferred`] is made and
//! shows what it came to; for machines (the digest of a page's key), it shows what it would be made
//! from. What makes it is a function, not a closure: it can see what it is made from and the setting,
//! which is in every key, and nothing else. So nothing can be forgotten.

use std::sync::OnceLock;

use serde::{Serialize, Serializer};

use super::setting::Setting;
use crate::model::{Article, Digest};

/// A part of a view that is made when a template is filled in.
#[derive(Debug)]
pub(super) struct Deferred<'a, I, T> {
    setting: &'a Setting<'a>,
    from: I,
    /// The digest of `from`, where it stands on many pages.
    digest: Option<Digest>,
    make: fn(&Setting<'_>, I) -> T,
    made: OnceLock<T>,
}

impl<'a, I: Copy + Serialize, T> Deferred<'a, I, T> {
    /// Something to be made from `from` by `make`.
    pub(super) fn new(setting: &'a Setting<'a>, from: I, make: fn(&Setting<'_>, I) -> T) -> Self {
        Self {
            setting,
            from,
            digest: None,
            make,
            made: OnceLock::new(),
        }
    }

    /// The same, for what stands on many pages: what it is made from is looked through once.
    pub(super) fn shared(self) -> Self {
        let digest = Digest::of(&self.from);
        Self { digest, ..self }
    }

    /// What it is made from.
    pub(super) fn made_from(&self) -> I {
        self.from
    }

    /// What it comes to.
    pub(super) fn get(&self) -> &T {
        let make = || (self.make)(self.setting, self.from);
        self.made.get_or_init(make)
    }
}

impl<I: Copy + Serialize, T: Serialize> Serialize for Deferred<'_, I, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return self.get().serialize(serializer);
        }
        match &self.digest {
            Some(digest) => digest.serialize(serializer),
            None => self.from.serialize(serializer),
        }
    }
}

/// An article with all that it has, known by its digest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole<'a>(pub(super) &'a Article);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.digest.serialize(serializer)
    }
}
