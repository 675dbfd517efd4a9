//! The HTML part: templates filled in, styles in the tags.

use std::sync::LazyLock;

use css_inline::CSSInliner;

use super::error::Error;
use super::slim;
use super::view::Mail;
use crate::model::StoryWeight;
use crate::templates::Templates;
use crate::view::text;

/// The template of a mail.
const TEMPLATE: &str = "email/edition.html";

/// What the template writes before each story and after the last one.
const MARK: &str = "<!--story-->";

static INLINER: LazyLock<CSSInliner<'_>> = LazyLock::new(|| {
    CSSInliner::options()
        .keep_style_tags(false)
        .load_remote_stylesheets(false)
        .minify_css(true)
        .build()
});

/// Fills in the templates; the rules of the first `<style>` go into the tags, the block that says `keep`
/// stays. Narrow no-break spaces become common ones: some clients show a box for them.
pub(super) fn write(mail: &Mail<'_>, templates: &Templates) -> Result<String, Error> {
    let filled = templates.render(TEMPLATE, mail)?;
    let inlined = INLINER.inline(&filled)?;
    Ok(slim::slim(&text::plain_spaces(&inlined)))
}

/// What each story weighs, in order; none where a template of the site's own sets no marks.
pub(super) fn weights(html: &str, mail: &Mail<'_>) -> Vec<StoryWeight> {
    let parts = html.split(MARK).skip(1);
    let weighed = mail.stories.iter().zip(parts);
    weighed
        .map(|(story, part)| StoryWeight {
            title: text::plain_spaces(&story.title),
            bytes: part.len(),
        })
        .collect()
}
