//! What stories and conclusions tell one audience, as entries of its feed.

use jiff::civil::Date;
use serde::Serialize;

use super::entry::{self, ContentView, Entry, moment};
use crate::model::{Article, Audience, Edition, Takeaway};
use crate::site::audiences::{Teller, tellers};
use crate::site::context::Context;
use crate::site::deferred::{Deferred, Whole};
use crate::site::edition;
use crate::site::setting::Setting;
use crate::view::html::Place;
use crate::view::takeaways::{self, Group};

/// What somebody tells an audience.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Advice<'a> {
    /// The audience's place in the settings.
    audience: usize,
    by: By<'a>,
    /// The day since which it is as it is.
    updated: Date,
}

#[derive(Debug, Clone, Copy, Serialize)]
enum By<'a> {
    Story(Whole<'a>),
    Conclusion(edition::InShort<'a>, &'a [Takeaway]),
}

/// The newest entries for the audience at a place in the settings, each with its last change.
pub(super) fn newest<'a>(
    cx: &Context<'a>,
    audience: usize,
    named: &'a Audience,
) -> Vec<(Date, Deferred<'a, Advice<'a>, Entry>)> {
    let is_told = |teller: &Teller<'a>| {
        let mut takeaways = teller.takeaways().iter();
        takeaways.any(|takeaway| takeaway.audience.as_ref() == Some(&named.id))
    };
    let telling = tellers(cx).into_iter().filter(is_told);
    let dated = telling.take(cx.config.feed.entries).map(|teller| {
        let advice = advice(audience, teller);
        (advice.updated, Deferred::new(cx.setting, advice, entry))
    });
    dated.collect()
}

fn advice(audience: usize, teller: Teller<'_>) -> Advice<'_> {
    match teller {
        Teller::Story(article) => Advice {
            audience,
            by: By::Story(Whole(article)),
            updated: entry::updated(article),
        },
        Teller::Conclusion(edition) => Advice {
            audience,
            by: By::Conclusion(edition::in_short_of(edition), teller.takeaways()),
            updated: closed(edition),
        },
    }
}

/// The day since which an edition's conclusion can be as it is: the last one of its stories, never one that
/// is yet to come.
fn closed(edition: &Edition) -> Date {
    let stories = edition::articles(edition).map(entry::updated);
    stories.max().unwrap_or(edition.period.0)
}

fn entry(cx: &Setting<'_>, advice: Advice<'_>) -> Entry {
    match advice.by {
        By::Story(Whole(article)) => of_story(cx, advice, article),
        By::Conclusion(edition, takeaways) => of_conclusion(cx, advice, edition, takeaways),
    }
}

fn of_story(cx: &Setting<'_>, advice: Advice<'_>, article: &Article) -> Entry {
    let rules = cx.locale.rules(&article.lang);
    let all = entry::of_article(cx, article, |place| {
        let view = ContentView {
            key_points_html: Vec::new(),
            body_html: String::new(),
            takeaways: told(cx, advice, &article.takeaways, (rules, place)),
            is_quote: false,
            ..entry::content(cx, article, place)
        };
        cx.fill("feed_entry.html", &view).unwrap_or_default()
    });
    Entry {
        id: format!("{}#{}", all.url, id(cx, advice)),
        original: None,
        ..all
    }
}

fn of_conclusion(
    cx: &Setting<'_>,
    advice: Advice<'_>,
    edition: edition::InShort<'_>,
    takeaways: &[Takeaway],
) -> Entry {
    let rules = cx.locale.own_rules();
    let url = cx.addresses.absolute(&edition.url(cx));
    let place = entry::elsewhere(cx, &url);
    let title = format!("{} · {}", edition.title(cx), edition.conclusion(cx));
    let view = ContentView {
        title: title.clone(),
        corrections: Vec::new(),
        summary: None,
        source: None,
        source_url: None,
        key_points_html: Vec::new(),
        body_html: String::new(),
        takeaways: told(cx, advice, takeaways, (rules, place)),
        ai: Vec::new(),
        is_quote: false,
    };
    Entry {
        id: format!("{url}#conclusion-{}", id(cx, advice)),
        original: None,
        title,
        lang: cx.locale.lang().to_owned(),
        published: moment(advice.updated),
        updated: moment(advice.updated),
        authors: Vec::new(),
        themes: Vec::new(),
        summary: None,
        content: cx.fill("feed_entry.html", &view).unwrap_or_default(),
        url: format!("{url}#conclusion"),
    }
}

fn id<'a>(cx: &Setting<'a>, advice: Advice<'_>) -> &'a str {
    &cx.config.audiences[advice.audience].id.0
}

/// The audience's own takeaways.
fn told(
    cx: &Setting<'_>,
    advice: Advice<'_>,
    all: &[Takeaway],
    (rules, place): (&str, Place<'_>),
) -> Vec<Group> {
    let id = Some(&cx.config.audiences[advice.audience].id);
    let own = all
        .iter()
        .filter(|takeaway| takeaway.audience.as_ref() == id);
    let own: Vec<Takeaway> = own.cloned().collect();
    takeaways::groups(cx.basis(), &own, rules, place)
}
