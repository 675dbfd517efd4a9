//! What happened when: an entity's stories by year and month, each with the figures that its summary, key
//! points and takeaways state in a sentence that names the entity. Nothing is taken from a text that may
//! only be quoted.

use serde::Serialize;

use super::sentences;
use crate::markdown;
use crate::model::{Article, PartialDate};
use crate::site::card::{foreign, in_short};
use crate::site::deferred::{Deferred, Whole};
use crate::site::figures;
use crate::site::setting::Setting;
use crate::templates::Ready;
use crate::view::text::{self, DateView};

/// A year, the newest month first.
#[derive(Debug, Serialize)]
pub(in crate::site) struct EntityYear<'b, 'a> {
    year: i16,
    months: Vec<EntityMonth<'b, 'a>>,
}

/// A month.
#[derive(Debug, Serialize)]
struct EntityMonth<'b, 'a> {
    /// « Février 2026 »; a week that begins in one month and ends in the next; none for what is dated by its
    /// year alone.
    date: Option<DateView>,
    /// The newest first.
    stories: Vec<Deferred<'b, About<'b, 'a>, Ready>>,
    #[serde(skip)]
    heading: Option<PartialDate>,
}

/// A story, and the names of the entity on whose page it stands.
#[derive(Debug, Clone, Copy, Serialize)]
struct About<'b, 'a> {
    article: Whole<'a>,
    names: &'b [String],
}

/// A story on the page of an entity.
#[derive(Debug, Serialize)]
struct HappenedView<'a> {
    url: String,
    title: String,
    /// Its language, where it is not the site's.
    lang: Option<&'a str>,
    date: DateView,
    /// The name of who published it.
    source: Option<String>,
    /// Its figures stand out where they stand in a sentence that names the entity.
    summary_html: Option<String>,
    /// Sentences of its key points and takeaways that state a figure beside the entity's name.
    figures_html: Vec<String>,
}

/// Articles, newest first, by year and month, for the page of the entity that has these names.
pub(in crate::site) fn years<'b, 'a>(
    setting: &'b Setting<'b>,
    articles: impl IntoIterator<Item = &'a Article>,
    names: &'b [String],
) -> Vec<EntityYear<'b, 'a>> {
    let mut years: Vec<EntityYear<'b, 'a>> = Vec::new();
    for article in articles {
        let (year, heading) = (article.date.year(), heading(article.date));
        let story = About {
            article: Whole(article),
            names,
        };
        let at = place(
            &mut years,
            |known| known.year == year,
            || EntityYear {
                year,
                months: Vec::new(),
            },
        );
        let months = &mut years[at].months;
        let at = place(
            months,
            |month| month.heading == heading,
            || EntityMonth {
                date: heading.map(|date| DateView::new(date, setting.locale).capital()),
                stories: Vec::new(),
                heading,
            },
        );
        months[at].stories.push(Deferred::new(setting, story, view));
    }
    years
}

/// The place of what is looked for, which is added where it is not there.
fn place<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> usize {
    list.iter().position(is_it).unwrap_or_else(|| {
        list.push(new());
        list.len() - 1
    })
}

/// Under what a date stands in its year: its month, or its week where that belongs to two months.
fn heading(date: PartialDate) -> Option<PartialDate> {
    let (first, last) = (date.first_day(), date.last_day());
    let month = PartialDate::Month(first.first_of_month());
    match date {
        PartialDate::Year(_) => None,
        _ if first.first_of_month() == last.first_of_month() => Some(month),
        _ => Some(date),
    }
}

fn view(setting: &Setting<'_>, about: About<'_, '_>) -> Ready {
    let Whole(article) = about.article;
    let rules = setting.locale.rules(&article.lang);
    let short = in_short(article);
    let source = article.source.as_ref();
    let summary = article.summary.as_deref();
    Ready::new(&HappenedView {
        url: short.url(setting),
        title: short.title(setting),
        lang: foreign(&article.lang, setting.locale),
        date: DateView::new(article.date, setting.locale),
        source: source.map(|source| text::set(&source.name, setting.locale.own_rules())),
        summary_html: summary.map(|summary| {
            let words = text::set(summary, rules);
            let sentences = sentences::split(&words).into_iter();
            let marked = sentences.map(|sentence| marked(sentence, about.names));
            marked.collect::<String>()
        }),
        figures_html: quoted(article, rules, about.names),
    })
}

/// The sentences of key points and takeaways that state a figure beside one of the names, each once.
fn quoted(article: &Article, rules: &str, names: &[String]) -> Vec<String> {
    let points = article.published_key_points().iter();
    let takeaways = article.takeaways.iter();
    let all = points.chain(takeaways.map(|takeaway| &takeaway.text));
    let mut quoted: Vec<String> = Vec::new();
    for point in all.filter(|point| figures::has_digits(point)) {
        let words = text::capital(&markdown::to_text(point, rules));
        for sentence in sentences::split(&words) {
            let html = marked(sentence.trim(), names);
            if html != escaped(sentence.trim()) && !quoted.contains(&html) {
                quoted.push(html);
            }
        }
    }
    quoted
}

/// A sentence as HTML; its figures stand out where it has one of the names.
fn marked(sentence: &str, names: &[String]) -> String {
    let html = escaped(sentence);
    if sentences::names(sentence, names) {
        figures::mark(&html)
    } else {
        html
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
