//! What authors wrote in Markdown, in the forms that Outlook's Word engine and webmails show.

use crate::view::html::{self, Place};

/// The HTML of a text of Markdown, fit for its place: quotes and code stand in cells, since padding holds
/// on cells only; tables are plain ones; ids are gone, since links within a mail lead nowhere.
pub(super) fn fit(written: &str, place: Place<'_>) -> String {
    let fitted = html::fit(written, place);
    without_ids(&fitted)
        .replace("<div class=\"table\" tabindex=\"0\"><table>", "<table class=\"data\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" border=\"0\">")
        .replace("</table></div>", "</table>")
        .replace("<blockquote>", &cell("quote", "<blockquote>"))
        .replace("</blockquote>", "</blockquote></td></tr></table>")
        .replace("<pre>", &cell("code", "<pre>"))
        .replace("</pre>", "</pre></td></tr></table>")
        .replace("<sup class=\"footnote-definition-label\">", "<p><sup>")
        .replace("</sup>\n<p>", "</sup> ")
        .replace("<figure class=\"chart\">", "<div class=\"chart\">")
        .replace("</figure>", "</div>")
        .replace("<figcaption>", "<p class=\"chart-title\">")
        .replace("</figcaption>", "</p>")
        .replace("<img ", "<img width=\"560\" ")
}

fn cell(class: &str, content: &str) -> String {
    format!(
        "<table role=\"presentation\" class=\"{class}\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" border=\"0\"><tr><td class=\"{class}-cell\">{content}"
    )
}

/// HTML without the `id` attributes of its tags; every `<` begins a tag.
fn without_ids(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(" id=\"") {
        let is_in_tag = rest[..at].rfind('<') > rest[..at].rfind('>');
        let value = at + " id=\"".len();
        let end = rest[value..]
            .find('"')
            .map_or(rest.len(), |i| value + i + 1);
        out.push_str(&rest[..if is_in_tag { at } else { end }]);
        rest = &rest[end..];
    }
    out + rest
}
