//! A chart as HTML: a figure with a drawing and its numbers, or its numbers alone.

use super::draw::draw;
use super::svg::{Sheet, escape};
use super::words::Words;
use crate::model::{Chart, Link};

/// A screen of 320 px without the margins of a page; colours of the stylesheet.
const SCREEN: Sheet = Sheet {
    width: 288.0,
    size: 13.0,
    ink: "var(--ink, currentColor)",
    soft: "var(--soft, currentColor)",
    rule: "var(--rule, currentColor)",
    mark: "var(--accent, currentColor)",
    paper: "var(--paper, Canvas)",
    bold: "font-weight=\"600\"",
};

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

fn svg(chart: &Chart, words: &Words, number: usize) -> String {
    let drawing = draw(chart, words, &SCREEN);
    let (title, about) = (escape(&words.title), escape(&words.description(chart)));
    format!(
        "<svg role=\"img\" aria-labelledby=\"chart-{number}\" aria-describedby=\"chart-{number}-about\" width=\"100%\" height=\"{}\"><title id=\"chart-{number}\">{title}</title><desc id=\"chart-{number}-about\">{about}</desc>{}</svg>\n",
        drawing.height.ceil(),
        drawing.shapes.written(&SCREEN),
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
