//! The pages beside the articles: about, legal notice, what becomes of readers' addresses.

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use super::context::Context;
use super::deferred::Deferred;
use super::error::Error;
use super::page::{About, PageView};
use super::register::{Listed, Owner, Target};
use super::setting::Setting;
use super::story::Link;
use crate::model::{Leaflet, Library};
use crate::view::address::Addresses;
use crate::view::html;
use crate::view::pictures::{self, Where};
use crate::view::text;

/// What `leaflet.html` sees.
#[derive(Debug, Serialize)]
struct LeafletPage<'a> {
    page: Deferred<'a, Whole<'a>, PageView>,
    /// One or two sentences.
    summary: Option<Deferred<'a, Whole<'a>, String>>,
    body_html: Deferred<'a, Whole<'a>, String>,
}

/// A leaflet with all that it has, known by its digest.
#[derive(Debug, Clone, Copy)]
struct Whole<'a>(&'a Leaflet);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.digest.serialize(serializer)
    }
}

/// Renders the page of each leaflet.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let leaflets = cx.library.leaflets.par_iter();
    leaflets.try_for_each(|leaflet| page_of(cx, leaflet))
}

fn page_of<'a>(cx: &Context<'a>, leaflet: &'a Leaflet) -> Result<(), Error> {
    let whole = Whole(leaflet);
    let view = LeafletPage {
        page: Deferred::new(cx.setting, whole, page),
        summary: leaflet.summary.is_some().then(|| {
            Deferred::new(cx.setting, whole, |setting, Whole(leaflet)| {
                text::set(
                    leaflet.summary.as_deref().unwrap_or_default(),
                    setting.locale.own_rules(),
                )
            })
        }),
        body_html: Deferred::new(cx.setting, whole, body),
    };
    let target = Target {
        url: cx.addresses.section(&leaflet.slug),
        owner: Owner::Leaflet(leaflet),
        listed: Listed::Since(None),
    };
    cx.page(target, "leaflet.html", &view)
}

fn page(setting: &Setting<'_>, Whole(leaflet): Whole<'_>) -> PageView {
    let rules = setting.locale.own_rules();
    let about = About {
        title: text::set(&leaflet.title, rules),
        description: match &leaflet.summary {
            Some(summary) => text::set(summary, rules),
            None => text::opening(&leaflet.body, rules),
        },
    };
    PageView::of_list(
        setting,
        &setting.addresses.section(&leaflet.slug),
        "",
        about,
    )
}

fn body(setting: &Setting<'_>, Whole(leaflet): Whole<'_>) -> String {
    let html = text::written(&leaflet.body, setting.locale.lang(), setting.locale);
    let html = pictures::set(html, &leaflet.pictures, Where::Site);
    html::fit(&html, text::here(setting.addresses, 2, ""))
}

/// Links to all leaflets, in their order.
pub(super) fn links(library: &Library, addresses: Addresses<'_>, rules: &str) -> Vec<Link> {
    let link = |leaflet: &Leaflet| Link {
        label: text::set(&leaflet.title, rules),
        url: addresses.section(&leaflet.slug),
    };
    library.leaflets.iter().map(link).collect()
}
