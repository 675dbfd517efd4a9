//! What makes a page of a feed in a browser: a transformation (XSLT 1.0) where there is one, else a
//! stylesheet. A site whose `feed.xml` names neither has neither.

use serde::Serialize;

use crate::site::context::Context;
use crate::site::error::Error;
use crate::site::register::{Listed, Owner, Target};
use crate::site::setting::Setting;
use crate::view::text;

/// Where both stand, root-relative.
#[derive(Debug, Serialize)]
pub(super) struct Links {
    xsl: String,
    css: String,
}

impl Links {
    pub(super) fn new(setting: &Setting<'_>) -> Self {
        Self {
            xsl: setting.addresses.at("/feed.xsl"),
            css: setting.addresses.at("/feed.css"),
        }
    }
}

/// What `feed_xsl.xml` and `feed.css` see.
#[derive(Debug, Serialize)]
struct LooksView {
    /// What a feed is for, as a string of CSS without its quotes.
    about_css: String,
}

/// Renders the transformation and the stylesheet.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    if !cx.feeds_have_looks {
        return Ok(());
    }
    let Links { xsl, css } = Links::new(cx.setting);
    let view = LooksView {
        about_css: in_css(&text::word(cx.locale, "feed_about")),
    };
    for (url, template) in [(xsl, "feed_xsl.xml"), (css, "feed.css")] {
        let target = Target {
            url,
            owner: Owner::Page("the looks of feeds"),
            listed: Listed::No,
        };
        cx.page(target, template, &view)?;
    }
    Ok(())
}

/// A text as CSS has it between double quotes (CSS Syntax 3, consume a string token).
fn in_css(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' | '<' => format!("\\{:x} ", u32::from(c)),
        c if c.is_control() => " ".to_owned(),
        c => c.to_string(),
    };
    text.chars().map(escape).collect()
}
