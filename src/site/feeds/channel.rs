//! One feed, in its two forms: Atom, by its template, and JSON Feed.

use jiff::civil::Date;
use serde::Serialize;

use super::entry::{Entry, moment};
use super::json::JsonFeed;
use super::links::Links;
use super::looks;
use crate::site::context::Context;
use crate::site::deferred::Deferred;
use crate::site::error::Error;
use crate::site::register::{Listed, Owner, Target};

/// What a feed is of.
pub(super) struct Channel<'a> {
    /// What it holds, in a sentence; may be empty.
    pub(super) about: String,
    /// The page that shows the same, root-relative.
    pub(super) page: String,
    /// Where it stands, and what it is called.
    pub(super) links: Links,
    pub(super) owner: Owner<'a>,
}

/// An entry of a feed, with the day since which it is as it is.
pub(super) struct Dated<'b, 'a, I> {
    pub(super) updated: Date,
    pub(super) entry: &'b Deferred<'a, I, Entry>,
}

/// What `feed.xml` sees.
#[derive(Debug, Serialize)]
struct FeedView<'b, 'a, I: Copy + Serialize> {
    title: &'b str,
    /// What it holds, in a sentence; may be empty.
    about: &'b str,
    /// The page that shows the same, whole; it is the feed's id too.
    home: &'b str,
    /// The feed itself, whole.
    url: String,
    /// When its newest entry changed (RFC 3339).
    updated: String,
    /// What makes a page of it in a browser.
    looks: looks::Links,
    entries: &'b [&'b Deferred<'a, I, Entry>],
}

impl<'a> Channel<'a> {
    /// Renders the feed with its entries, newest first.
    pub(super) fn render<I: Copy + Serialize>(
        &self,
        cx: &Context<'a>,
        dated: &[Dated<'_, '_, I>],
    ) -> Result<(), Error> {
        let updated = dated.iter().map(|dated| dated.updated).max();
        let entries: Vec<&Deferred<'_, I, Entry>> = dated.iter().map(|dated| dated.entry).collect();
        let home = cx.addresses.absolute(&self.page);
        let view = FeedView {
            title: &self.links.title,
            about: &self.about,
            home: &home,
            url: cx.addresses.absolute(&self.links.atom),
            updated: moment(updated.unwrap_or(Date::constant(1970, 1, 1))),
            looks: looks::Links::new(cx.setting),
            entries: &entries,
        };
        cx.page(self.target(&self.links.atom), "feed.xml", &view)?;
        let Some(url) = &self.links.json else {
            return Ok(());
        };
        let feed = JsonFeed::new(
            cx.setting,
            self,
            &home,
            &cx.addresses.absolute(url),
            &entries,
        );
        cx.json(self.target(url), "JSON Feed", &feed)
    }

    fn target(&self, url: &str) -> Target<'a> {
        Target {
            url: url.to_owned(),
            owner: self.owner,
            listed: Listed::No,
        }
    }
}
