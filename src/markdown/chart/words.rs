//! What a chart shows, in words and set for readers.

use super::super::typography;
use super::draw::axis;
use crate::locale::{Figures, figures};
use crate::model::{Chart, Point};

/// So many numbers are all said; of more, the first, the last, the least and the most.
const SAID: usize = 8;

/// A chart with its texts set for the readers of a language.
pub(super) struct Words {
    pub(super) title: String,
    /// « Md$ », set.
    pub(super) unit: Option<String>,
    pub(super) source: String,
    /// Each label and its number.
    pub(super) points: Vec<(String, String)>,
    pub(super) figures: &'static Figures,
    lang: String,
}

impl Words {
    pub(super) fn of(chart: &Chart, lang: &str) -> Self {
        let figures = figures(lang);
        let set = |text: &str| typography::set(text.trim(), lang).into_owned();
        let point = |point: &Point| (set(&point.label), figures.number(point.value));
        Self {
            title: set(&chart.title),
            unit: chart.unit.as_deref().map(set),
            source: set(&chart.source.name),
            points: chart.points.iter().map(point).collect(),
            figures,
            lang: lang.to_owned(),
        }
    }

    /// A text of the strings table, filled in and set.
    pub(super) fn fill(&self, pattern: &str, values: &[(&str, &str)]) -> String {
        let filled = values
            .iter()
            .fold(pattern.to_owned(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
        typography::set(&filled, &self.lang).into_owned()
    }

    /// « En Md$ »; none where the numbers have no unit.
    pub(super) fn unit_line(&self) -> Option<String> {
        let unit = self.unit.as_deref()?;
        Some(self.fill(&self.figures.unit, &[("unit", unit)]))
    }

    /// « L’axe ne part pas de zéro »; none where it does.
    pub(super) fn cut_axis(&self, chart: &Chart) -> Option<String> {
        let axis = axis(chart);
        let is_cut = axis.low() > 0.0 || axis.high() < 0.0;
        is_cut.then(|| self.fill(&self.figures.cut, &[]))
    }

    /// « Diagramme à colonnes. En Md$. oct. 2025 : 500 ; janv. 2026 : 830. »
    pub(super) fn description(&self, chart: &Chart) -> String {
        let kind = self.figures.kind(chart.kind);
        let unit = self.unit_line();
        let sentences = [Some(kind), unit.as_deref(), Some(&self.numbers(chart))];
        let sentences = sentences.into_iter().flatten();
        sentences
            .map(|sentence| format!("{sentence}. "))
            .collect::<String>()
            .trim_end()
            .to_owned()
    }

    fn numbers(&self, chart: &Chart) -> String {
        let all: Vec<String> = self.points.iter().map(|point| self.point(point)).collect();
        if all.len() <= SAID {
            return all.join(&self.fill(&self.figures.between, &[]));
        }
        let by_value =
            |(_, a): &(usize, &Point), (_, b): &(usize, &Point)| a.value.total_cmp(&b.value);
        let points = || chart.points.iter().enumerate();
        let said = |found: Option<(usize, &Point)>| found.map_or("", |(at, _)| all[at].as_str());
        let values = [
            ("count", all.len().to_string()),
            ("first", said(points().next()).to_owned()),
            ("last", said(points().next_back()).to_owned()),
            ("least", said(points().min_by(by_value)).to_owned()),
            ("most", said(points().max_by(by_value)).to_owned()),
        ];
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.fill(&self.figures.many, &values)
    }

    fn point(&self, (label, number): &(String, String)) -> String {
        self.fill(&self.figures.point, &[("label", label), ("number", number)])
    }
}

/// What a chart shows, for who does not see it: title, kind, unit, numbers (of more than eight the
/// first, last, least and most), source. One line, without markup, in the language of `lang`.
pub fn summary(chart: &Chart, lang: &str) -> String {
    let words = Words::of(chart, lang);
    let description = words.description(chart);
    let source = words.fill(&words.figures.source, &[]);
    format!("{}. {description} {source}{}.", words.title, words.source)
}
