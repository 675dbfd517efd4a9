//! A chart as HTML: a figure with a drawing and its numbers, or its numbers alone.

use super::draw::{axis, draw};
use super::svg::{Sheet, escape};
use super::words::{Words, summary};
use crate::model::{Chart, Link};

/// A screen of 320 px without the margins of a page; colours of the stylesheet.
const SCREEN: Sheet = Sheet {
    width: 288.0,
    size: 13.0,
    ink: "currentColor",
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
    let drawing = draw(chart, &words, &SCREEN);
    let (title, about) = (escape(&words.title), escape(&words.description(chart)));
    format!(
        "<figure class=\"chart\">\n{}<svg role=\"img\" aria-labelledby=\"chart-{number}\" aria-describedby=\"chart-{number}-about\" width=\"100%\" height=\"{}\"><title id=\"chart-{number}\">{title}</title><desc id=\"chart-{number}-about\">{about}</desc>{}</svg>\n{}<details><summary>{}</summary>\n<div class=\"table\" tabindex=\"0\">{}</div></details>\n</figure>\n",
        caption(chart, &words),
        drawing.height.ceil(),
        drawing.shapes,
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
        caption(chart, &words),
        numbers(&words),
        source(chart, &words),
    )
}

/// A figure for mails: title, the picture that stands at `address`, source.
pub fn pictured(chart: &Chart, lang: &str, address: &str) -> String {
    let words = Words::of(chart, lang);
    let alt = escape(&summary(chart, lang));
    format!(
        "<figure class=\"chart\">\n{}<img src=\"{}\" alt=\"{alt}\">{}</figure>\n",
        caption(chart, &words),
        escape(address),
        source(chart, &words),
    )
}

/// Title, unit, and whether the axis leaves 0 out.
fn caption(chart: &Chart, words: &Words) -> String {
    let begins = axis(chart).low();
    let note = (begins > 0.0).then(|| {
        let number = words.figures.number(begins);
        words.fill(&words.figures.begins, &[("number", &number)])
    });
    let about: Vec<String> = words.unit_line().into_iter().chain(note).collect();
    let about = match about.join(". ") {
        about if about.is_empty() => about,
        about => format!("<br>{}", escape(&about)),
    };
    format!(
        "<figcaption><strong>{}</strong>{about}</figcaption>\n",
        escape(&words.title)
    )
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
