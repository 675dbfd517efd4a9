//! A chart as HTML: a figure with a drawing and its numbers, or its numbers alone.

use super::draw::{draw, size};
use super::svg::{Sheet, escape};
use super::words::{Words, summary};
use crate::model::{Chart, Link};

/// A figure for a page: title, drawing (SVG that follows the stylesheet's colours and fills its column),
/// source, and its numbers to be opened. Its ids begin with `chart-{number}`; the language is `lang`.
pub fn figure(chart: &Chart, lang: &str, number: usize) -> String {
    let words = Words::of(chart, lang);
    let about = words.unit_line().into_iter().chain(words.cut_axis(chart));
    format!(
        "<figure class=\"chart\">\n{}{}{}<details><summary>{}</summary>\n<div class=\"table\" tabindex=\"0\">{}</div></details>\n</figure>\n",
        caption(&words, about),
        svg(chart, &words, number),
        source(chart, &words),
        escape(&words.figures.data),
        numbers(&words),
    )
}

/// A figure without a drawing, for mails and feed readers that would drop it: title, a table, source.
pub fn plain_figure(chart: &Chart, lang: &str) -> String {
    let words = Words::of(chart, lang);
    format!(
        "<figure class=\"chart\">\n{}{}{}</figure>\n",
        caption(&words, words.unit_line().into_iter()),
        numbers(&words),
        source(chart, &words),
    )
}

/// A figure for mails: title, the picture that stands at `address` (what `picture` draws, at the size at
/// which it is shown), source.
pub fn pictured(chart: &Chart, lang: &str, address: &str) -> String {
    let words = Words::of(chart, lang);
    let about = words.unit_line().into_iter().chain(words.cut_axis(chart));
    let (width, height) = size(chart, &words, &Sheet::MAIL);
    format!(
        "<figure class=\"chart\">\n{}<img src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"{}\">\n{}</figure>\n",
        caption(&words, about),
        escape(address),
        escape(&summary(chart, lang)),
        source(chart, &words),
    )
}

fn svg(chart: &Chart, words: &Words, number: usize) -> String {
    let drawing = draw(chart, words, &Sheet::SCREEN);
    let (title, about) = (escape(&words.title), escape(&words.description(chart)));
    format!(
        "<svg role=\"img\" aria-labelledby=\"chart-{number}\" aria-describedby=\"chart-{number}-about\" width=\"100%\" height=\"{}\"><title id=\"chart-{number}\">{title}</title><desc id=\"chart-{number}-about\">{about}</desc>{}</svg>\n",
        drawing.height.ceil(),
        drawing.shapes.written(&Sheet::SCREEN),
    )
}

fn caption(words: &Words, about: impl Iterator<Item = String>) -> String {
    let title = escape(&words.title);
    let about = about.collect::<Vec<_>>().join(". ");
    let about = match about.as_str() {
        "" => String::new(),
        about => format!("<br>{}", escape(about)),
    };
    format!("<figcaption><strong>{title}</strong>{about}</figcaption>\n")
}

fn source(chart: &Chart, words: &Words) -> String {
    let before = words.fill(&words.figures.source, &[]);
    let name = escape(&words.source);
    let name = match chart.source.url.as_ref().map(Link::as_str) {
        Some(url) => format!("<a href=\"{}\">{name}</a>", escape(url)),
        None => name,
    };
    format!("<p>{}{name}</p>\n", escape(&before))
}

fn numbers(words: &Words) -> String {
    let figures = words.figures;
    let value = words.unit.as_deref().unwrap_or(&figures.value);
    let head = format!(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>",
        escape(&figures.label),
        escape(value)
    );
    let row = |(label, number): &(String, String)| {
        let (label, number) = (escape(label), escape(number));
        format!("<tr><th scope=\"row\">{label}</th><td>{number}</td></tr>\n")
    };
    let rows: String = words.points.iter().map(row).collect();
    format!("<table>\n{head}\n<tbody>\n{rows}</tbody>\n</table>\n")
}
