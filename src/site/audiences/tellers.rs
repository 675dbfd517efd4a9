//! Who tells decision-makers something: stories, and the conclusions of editions.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{Article, AudienceId, Edition, Takeaway};
use crate::site::card::{self, foreign};
use crate::site::context::Context;
use crate::site::deferred::Deferred;
use crate::site::edition;
use crate::site::setting::Setting;
use crate::view::takeaways;
use crate::view::text::{self, DateView};

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
pub(in crate::site) enum Teller<'a> {
    Story(&'a Article),
    Conclusion(&'a Edition),
}

impl<'a> Teller<'a> {
    /// All that it tells.
    pub(in crate::site) fn takeaways(self) -> &'a [Takeaway] {
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
pub(in crate::site) fn all<'a>(cx: &Context<'a>) -> Vec<Teller<'a>> {
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

/// Something that has takeaways, as it stands on the page of an audience.
pub(super) type ToldTo<'a> = Deferred<'a, Telling<'a>, Told<'a>>;

/// Takeaways, whom they are wanted for, and who tells them.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Telling<'a> {
    audience: &'a AudienceId,
    takeaways: &'a [Takeaway],
    by: By<'a>,
}

#[derive(Debug, Clone, Copy, Serialize)]
enum By<'a> {
    Story(card::InShort<'a>),
    Conclusion(edition::InShort<'a>),
}

/// What a teller tells an audience.
pub(super) fn told<'a>(
    cx: &Context<'a>,
    teller: Teller<'a>,
    audience: &'a AudienceId,
) -> ToldTo<'a> {
    let telling = Telling {
        audience,
        takeaways: teller.takeaways(),
        by: match teller {
            Teller::Story(article) => By::Story(card::in_short(article)),
            Teller::Conclusion(edition) => By::Conclusion(edition::in_short_of(edition)),
        },
    };
    Deferred::new(cx.setting, telling, tell)
}

fn tell<'a>(cx: &Setting<'_>, telling: Telling<'a>) -> Told<'a> {
    let points = |rules| {
        let is_wanted = |takeaway: &Takeaway| takeaway.audience.as_ref() == Some(telling.audience);
        takeaways::points(
            telling.takeaways,
            rules,
            text::in_list(cx.addresses),
            is_wanted,
        )
    };
    match telling.by {
        By::Story(story) => Told {
            title: story.title(cx),
            url: story.url(cx),
            lang: foreign(story.lang, cx.locale),
            date: Some(DateView::new(story.date, cx.locale)),
            conclusion: None,
            points_html: points(cx.locale.rules(story.lang)),
        },
        By::Conclusion(edition) => Told {
            title: edition.title(cx),
            url: format!("{}#conclusion", edition.url(cx)),
            lang: None,
            date: None,
            conclusion: Some(edition.conclusion(cx)),
            points_html: points(cx.locale.own_rules()),
        },
    }
}
