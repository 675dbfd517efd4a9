//! Pages at the other names of an entity, which lead to its own.

use std::collections::HashSet;

use crate::model::{Section, Term, slugify};
use crate::site::context::Context;
use crate::site::error::Error;
use crate::site::redirect::RedirectPage;
use crate::site::register::{Listed, Owner, Target};
use crate::view::text;

/// Renders a redirect at each other name of each entity that has a page, where no other page wants to stand;
/// gives the addresses of both, root-relative.
pub(in crate::site) fn redirects(cx: &Context<'_>) -> Result<Vec<(String, String)>, Error> {
    let mut led = Vec::new();
    if !cx.config.has(Section::Entities) {
        return Ok(led);
    }
    let names = cx.names();
    for term in &cx.library.entities.terms {
        let slugs: HashSet<String> = names.others(&term.name).map(slugify).collect();
        let mut slugs: Vec<String> = slugs.into_iter().filter(|slug| !slug.is_empty()).collect();
        slugs.sort();
        for slug in slugs {
            led.extend(redirect(cx, term, &slug)?);
        }
    }
    Ok(led)
}

fn redirect<'a>(
    cx: &Context<'a>,
    term: &'a Term,
    slug: &str,
) -> Result<Option<(String, String)>, Error> {
    let path = &cx.config.paths.entities;
    let from = cx.addresses.within(path, slug);
    if !cx.register.is_free(&cx.addresses.file(&from)) {
        return Ok(None);
    }
    let url = cx.addresses.within(path, &term.slug);
    let led = (from.clone(), url.clone());
    let view = RedirectPage {
        title: text::set(&term.name, cx.locale.own_rules()),
        lang: None,
        canonical: cx.addresses.absolute(&url),
        url,
    };
    let target = Target {
        url: from,
        owner: Owner::Term(term),
        listed: Listed::No,
    };
    cx.page(target, "redirect.html", &view)?;
    Ok(Some(led))
}
