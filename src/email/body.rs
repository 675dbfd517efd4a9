//! What authors wrote in Markdown, in the forms that Outlook's Word engine and webmails show.

use crate::view::html::{self, Place};

/// A table of numbers.
const DATA: &str =
    "<table class=\"data\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" border=\"0\">";

/// What stands before a chart's figure.
const CHART: &str = "<figure class=\"chart\">";

/// What closes a cell of its own.
const END: &str = "</td></tr></table>";

/// The HTML of a text of Markdown, fit for its place: quotes and code stand in cells, since padding holds
/// on cells only; tables are plain ones; ids are gone, since links within a mail lead nowhere.
pub(super) fn fit(written: &str, place: Place<'_>) -> String {
    let fitted = html::fit(written, place);
    let fitted = without_ids(&fitted)
        .replace("<div class=\"table\" tabindex=\"0\"><table>", DATA)
        .replace("</table></div>", "</table>")
        .replace("<blockquote>", &cell("quote", "<blockquote>"))
        .replace("</blockquote>", &format!("</blockquote>{END}"))
        .replace("<pre>", &cell("code", "<pre>"))
        .replace("</pre>", &format!("</pre>{END}"))
        .replace("<sup class=\"footnote-definition-label\">", "<p><sup>")
        .replace("</sup>\n<p>", "</sup> ");
    let mut parts = fitted.split(CHART);
    let mut out = wide(parts.next().unwrap_or_default());
    for part in parts {
        let (figure, rest) = part.split_once("</figure>").unwrap_or((part, ""));
        out.push_str(&chart(figure));
        out.push_str(&wide(rest));
    }
    out
}

/// A text whose pictures have a width: their own, or the column's where that is not known.
fn wide(html: &str) -> String {
    let mut parts = html.split("<img ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let tag = part.split('>').next().unwrap_or_default();
        let is_sized = tag.contains(" width=\"");
        out.push_str(if is_sized {
            "<img "
        } else {
            "<img width=\"560\" "
        });
        out.push_str(part);
    }
    out
}

/// A chart's figure: its picture in a cell of its own, on white as it is drawn.
fn chart(figure: &str) -> String {
    let figure = figure
        .replace("<figcaption>", "<p>")
        .replace("</figcaption>", "</p>")
        .replace("<table>", DATA);
    let Some(at) = figure.find("<img ") else {
        return figure;
    };
    let end = figure[at..]
        .find('>')
        .map_or(figure.len(), |end| at + end + 1);
    let (before, picture, after) = (&figure[..at], &figure[at..end], &figure[end..]);
    format!("{before}{}{END}{after}", cell("drawing", picture))
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
