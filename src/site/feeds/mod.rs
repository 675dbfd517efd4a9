//! Feeds: Atom (RFC 4287) and JSON Feed 1.1, of the whole site and of each theme, entity, source and
//! audience, whose newest entries they hold.
//!
//! Enter by [`render`]; [`Links`] leads from a page to its feeds.
//!
//! 1. `links.rs` knows which pages have feeds, and where they stand;
//! 2. `entry.rs` makes an entry of an article with its text, `advice.rs` of what is told to an audience;
//! 3. `channel.rs` writes a feed in its two forms, `json.rs` the second one;
//! 4. `looks.rs` writes what makes a page of a feed in a browser.

mod advice;
mod channel;
mod entry;
mod json;
mod links;
mod looks;

pub(super) use links::{Links, Site, below};

use rayon::prelude::*;

use super::context::Context;
use super::error::Error;
use super::register::Owner;
use super::terms::{self, Kind};
use crate::model::{Audience, Section, Term};
use crate::view::text;

use channel::{Channel, Dated};
use entry::Articles;

/// Renders all feeds, and what shows them in browsers.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let articles = Articles::new(cx);
    of_site(cx, &articles)?;
    of_terms(cx, &articles)?;
    of_audiences(cx)?;
    looks::render(cx)
}

fn of_site<'a>(cx: &Context<'a>, articles: &Articles<'a>) -> Result<(), Error> {
    let title = text::set(&cx.config.title, cx.locale.own_rules());
    let channel = Channel {
        about: text::set(&cx.config.description, cx.locale.own_rules()),
        page: cx.addresses.at("/"),
        links: Links::of_site(cx.setting, title),
        owner: Owner::Page("the feed"),
    };
    channel.render(cx, &articles.newest(&cx.library.articles))
}

fn of_terms<'a>(cx: &Context<'a>, articles: &Articles<'a>) -> Result<(), Error> {
    let kinds = terms::kinds(cx);
    let terms = kinds
        .iter()
        .flat_map(|kind| kind.terms.terms.iter().map(move |term| (*kind, term)));
    let terms: Vec<(Kind<'a>, &'a Term)> = terms.collect();
    terms
        .into_par_iter()
        .try_for_each(|(kind, term)| of_term(cx, articles, kind, term))
}

fn of_term<'a>(
    cx: &Context<'a>,
    articles: &Articles<'a>,
    kind: Kind<'a>,
    term: &'a Term,
) -> Result<(), Error> {
    let page = cx.addresses.within(kind.path, &term.slug);
    let title = terms::title(cx, kind, term);
    let Some(links) = below(cx.setting, kind.section, &page, &title) else {
        return Ok(());
    };
    let about = text::word(cx.locale, "list_description").replace("{name}", &title);
    let channel = Channel {
        about,
        page,
        links,
        owner: Owner::Term(term),
    };
    channel.render(cx, &articles.newest(&term.articles))
}

fn of_audiences(cx: &Context<'_>) -> Result<(), Error> {
    let audiences: Vec<(usize, &Audience)> = cx.config.audiences.iter().enumerate().collect();
    audiences
        .into_par_iter()
        .try_for_each(|(place, audience)| of_audience(cx, place, audience))
}

fn of_audience<'a>(cx: &Context<'a>, place: usize, audience: &'a Audience) -> Result<(), Error> {
    let page = cx.addresses.audience(&audience.id);
    let label = text::set(&audience.label, cx.locale.own_rules());
    let Some(links) = below(cx.setting, Section::Audiences, &page, &label) else {
        return Ok(());
    };
    let channel = Channel {
        about: text::word(cx.locale, "audience_about").replace("{name}", &label),
        page,
        links,
        owner: Owner::Page("the feed of an audience"),
    };
    let entries = advice::newest(cx, place, audience);
    let dated: Vec<Dated<'_, '_, _>> = entries
        .iter()
        .map(|(updated, entry)| Dated {
            updated: *updated,
            entry,
        })
        .collect();
    channel.render(cx, &dated)
}
