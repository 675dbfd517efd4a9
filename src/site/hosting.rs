//! Files that tell a host how to answer: `_headers` and `_redirects`, as Netlify and Cloudflare Pages read
//! them.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;

use super::article::folder;
use super::assets::Asset;
use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};
use super::signup;
use crate::model::Section;

/// Folders of files whose address is made of what they show, so that they never change.
const KEPT_FOLDERS: &[&str] = &["cards", "charts", "pictures"];

/// What would be read as something else than a part of an address: spaces, and the signs for any text and
/// for a part that has a name.
const SIGNS: &AsciiSet = &CONTROLS.add(b' ').add(b'*').add(b':').add(b'%');

/// What `headers.txt` sees.
#[derive(Debug, Serialize)]
struct HeadersView {
    /// Where a form of the site's sends what readers type, beside the site itself: `https://host`.
    form_origin: Option<String>,
    /// Folders of files that never change.
    kept_folders: &'static [&'static str],
}

/// What `redirects.txt` sees.
#[derive(Debug, Serialize)]
struct RedirectsView {
    redirects: Vec<Redirect>,
}

/// An address that leads to another one; both root-relative, as they go over the wire.
#[derive(Debug, Serialize)]
struct Redirect {
    from: String,
    to: String,
}

/// Renders `_headers`, and `_redirects` where an article has a former address or `led` says which other
/// address leads where; one that the site has among its own static files stands in place of ours.
pub(super) fn render(
    cx: &Context<'_>,
    assets: &[Asset],
    led: &[(String, String)],
) -> Result<(), Error> {
    if !cx.config.has(Section::Hosting) {
        return Ok(());
    }
    let is_ours = |name: &str| assets.iter().all(|asset| asset.path() != name);
    if is_ours("_headers") {
        let view = HeadersView {
            form_origin: signup::origin(cx.config),
            kept_folders: KEPT_FOLDERS,
        };
        cx.page(target(cx, "_headers"), "headers.txt", &view)?;
    }
    let redirects = redirects(cx, led);
    if !redirects.is_empty() && is_ours("_redirects") {
        let view = RedirectsView { redirects };
        cx.page(target(cx, "_redirects"), "redirects.txt", &view)?;
    }
    Ok(())
}

fn target<'a>(cx: &Context<'a>, name: &'static str) -> Target<'a> {
    Target {
        url: cx.addresses.at(&format!("/{name}")),
        owner: Owner::Page(name),
        listed: Listed::No,
    }
}

fn redirects(cx: &Context<'_>, led: &[(String, String)]) -> Vec<Redirect> {
    let encoded = |url: &str| utf8_percent_encode(url, SIGNS).to_string();
    let articles = cx.library.articles.iter();
    let redirects = articles.flat_map(|article| {
        let to = encoded(&cx.addresses.article(article));
        let from = |alias: &String| encoded(&cx.addresses.at(&folder(alias)));
        let redirect = move |alias| Redirect {
            from: from(alias),
            to: to.clone(),
        };
        article.aliases.iter().map(redirect)
    });
    let led = led.iter().map(|(from, to)| Redirect {
        from: encoded(from),
        to: encoded(to),
    });
    redirects.chain(led).collect()
}
