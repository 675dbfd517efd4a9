//! Boxes that a page names as its own by element, role or class: menus, calls to subscribe, ways to
//! share, other pages, notes on the author. Enter by [`is_frame`].

use dom_query::NodeRef;

use crate::import::words;

/// More words are no box.
const LONGEST: usize = 80;
const NAMES: &[&str] = &["nav", "form", "dialog", "footer"];
const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "toolbar",
    "menu",
    "menubar",
];
/// Parts of classes and identifiers: what stands between hyphens, underscores and changes of case.
const CLASSES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "comments",
    "cookie",
    "cookies",
    "cta",
    "download",
    "feedback",
    "follow",
    "footer",
    "join",
    "masthead",
    "menu",
    "nav",
    "navigation",
    "newsletter",
    "newsletters",
    "noprint",
    "optin",
    "pagination",
    "paywall",
    "popup",
    "preheader",
    "promo",
    "promoted",
    "promotion",
    "recirculation",
    "recommended",
    "related",
    "relatedposts",
    "respond",
    "share",
    "sharedaddy",
    "sharing",
    "sidebar",
    "signup",
    "sitenotice",
    "skip",
    "skiplink",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "tags",
    "teaser",
    "toolbar",
    "trending",
    "unsubscribe",
    "widget",
];
/// Several parts in a row, as they are typed.
const PHRASES: &[&str] = &[
    "call-to-action",
    "author-box",
    "author-card",
    "author-info",
    "author-note",
    "author-profile",
    "about-author",
    "most-read",
    "most-popular",
    "mailing-list",
    "no-print",
    "read-more",
    "see-also",
    "sr-only",
    "screen-reader",
    "visually-hidden",
    "lire-aussi",
    "a-lire",
    "print-none",
];

/// Whether an element of few words is such a box.
pub(crate) fn is_frame(node: &NodeRef<'_>) -> bool {
    is_named(node) && words::at_most(&node.text(), LONGEST)
}

fn is_named(node: &NodeRef<'_>) -> bool {
    let has_name = NAMES.iter().any(|name| node.has_name(name));
    let role = node.attr("role");
    let has_role = role.is_some_and(|role| ROLES.contains(&&*role.to_ascii_lowercase()));
    let says = |key: &str| node.attr(key).is_some_and(|names| says_frame(&names));
    has_name || has_role || says("class") || says("id")
}

fn says_frame(names: &str) -> bool {
    let names = &plain(names);
    let typed = names.to_ascii_lowercase().replace('_', "-");
    PHRASES.iter().any(|phrase| typed.contains(phrase))
        || parts(names).any(|part| CLASSES.contains(&part.as_str()))
}

/// The names without those that a site's builder gives to each part of a page, whatever it holds.
fn plain(names: &str) -> String {
    const EACH: &[&str] = &[
        "elementor-widget",
        "wp-block",
        "widget-container",
        "w-widget",
    ];
    let own = names.split_whitespace().map(|name| {
        let each = EACH.iter().find(|each| name.starts_with(*each));
        each.map_or(name, |each| &name[each.len()..])
    });
    own.collect::<Vec<_>>().join(" ")
}

/// `newsletterBox sd-sharing` has the parts `newsletter`, `box`, `sd`, `sharing`.
fn parts(names: &str) -> impl Iterator<Item = String> {
    let mut apart = String::with_capacity(names.len());
    let mut before = ' ';
    for c in names.chars() {
        if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
            apart.push(' ');
        }
        let is_part = c.is_ascii_alphanumeric();
        apart.push(if is_part { c.to_ascii_lowercase() } else { ' ' });
        before = c;
    }
    let parts: Vec<String> = apart.split(' ').map(str::to_owned).collect();
    parts.into_iter().filter(|part| !part.is_empty())
}
