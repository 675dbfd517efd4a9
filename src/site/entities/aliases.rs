//! Pages at the other names of an entity, which lead to its own.

use std::collections::HashSet;

use crate::model::{Section, Term, slugify};
use crate::site::context::Context;
use crate::site::error::Error;
use crate::site::redirect::RedirectPage;
use crate::site::register::{Listed, Owner, Target};
use crate::view::text;

/// Renders a redirect at each other name of each entity that has a page, where no other page wants to stand.
pub(in crate::site) fn redirects(cx: &Context<'_>) -> Result<(), Error> {
    if !cx.config.has(Section::Entities) {
        return Ok(());
    }
    let names = cx.names();
    let terms = &cx.library.entities.terms;
    terms.iter().try_for_each(|term| {
        let slugs: HashSet<String> = names.others(&term.name).map(slugify).collect();
        let mut slugs: Vec<String> = slugs.into_iter().filter(|slug| !slug.is_empty()).collect();
        slugs.sort();
        slugs.iter().try_for_each(|slug| redirect(cx, term, slug))
    })
}

fn redirect<'a>(cx: &Context<'a>, term: &'a Term, slug: &str) -> Result<(), Error> {
    let path = &cx.config.paths.entities;
    let from = cx.addresses.within(path, slug);
    if !cx.register.is_free(&cx.addresses.file(&from)) {
        return Ok(());
    }
    let url = cx.addresses.within(path, &term.slug);
    let view = RedirectPage {
        title: text::set(&term.name, cx.locale.own_rules()),
        canonical: cx.addresses.absolute(&url),
        url,
    };
    let target = Target {
        url: from,
        owner: Owner::Term(term),
        listed: Listed::No,
    };
    cx.page(target, "redirect.html", &view)
}
