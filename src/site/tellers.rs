//! Who tells decision-makers something: stories, and the conclusions of editions.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use super::card::foreign;
use super::context::Context;
use super::edition;
use super::takeaways;
use super::text::{self, DateView};
use crate::model::{Article, Edition, Takeaway};

/// A story with what it tells one audience.
#[derive(Debug, Serialize)]
pub(super) struct Told<'a> {
    /// The story's title, or the edition's whose conclusion it is.
    title: String,
    url: String,
    lang: Option<&'a str>,
    /// When the story was published; none for a conclusion.
    date: Option<DateView>,
    /// « Conclusion de la semaine 5 »; none for a story.
    conclusion: Option<String>,
    points_html: Vec<String>,
}

/// Something that has takeaways.
#[derive(Debug, Clone, Copy)]
pub(super) enum Teller<'a> {
    Story(&'a Article),
    Conclusion(&'a Edition),
}

impl<'a> Teller<'a> {
    /// All that it tells.
    pub(super) fn takeaways(self) -> &'a [Takeaway] {
        match self {
            Self::Story(article) => &article.takeaways,
            Self::Conclusion(edition) => {
                let conclusion = edition
                    .note
                    .as_ref()
                    .and_then(|note| note.conclusion.as_ref());
                conclusion.map_or(&[], |conclusion| &conclusion.takeaways)
            }
        }
    }

    /// The day by which it is sorted: an edition's conclusion stands before its stories.
    fn day(self) -> Date {
        match self {
            Self::Story(article) => article.date.first_day(),
            Self::Conclusion(edition) => edition.period.1,
        }
    }
}

/// Stories and conclusions, newest first.
pub(super) fn all<'a>(cx: &Context<'a>) -> Vec<Teller<'a>> {
    let conclusions = cx.library.editions.iter().map(Teller::Conclusion);
    let stories = cx
        .library
        .articles
        .iter()
        .map(|article| Teller::Story(article));
    let mut all: Vec<_> = conclusions.chain(stories).collect();
    all.sort_by_key(|teller| Reverse(teller.day()));
    all
}

/// What a teller tells those for whom a takeaway is wanted.
pub(super) fn told<'a>(
    cx: &Context<'_>,
    teller: Teller<'a>,
    is_wanted: impl Fn(&Takeaway) -> bool,
) -> Told<'a> {
    let place = text::in_list(cx.addresses);
    match teller {
        Teller::Story(article) => Told {
            title: text::set(&article.title, cx.locale.rules(&article.lang)),
            url: cx.addresses.article(article),
            lang: foreign(&article.lang, cx.locale),
            date: Some(DateView::new(article.date, cx.locale)),
            conclusion: None,
            points_html: takeaways::points(
                &article.takeaways,
                cx.locale.rules(&article.lang),
                place,
                is_wanted,
            ),
        },
        Teller::Conclusion(edition) => {
            let head = edition::card(cx, edition);
            let label = text::of_week(cx.locale, "conclusion_of", edition.week);
            Told {
                title: head.title,
                url: format!("{}#conclusion", head.url),
                lang: None,
                date: None,
                conclusion: Some(label),
                points_html: takeaways::points(
                    teller.takeaways(),
                    cx.locale.own_rules(),
                    place,
                    is_wanted,
                ),
            }
        }
    }
}
