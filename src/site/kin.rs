//! What an article's page says of others on the same subject.

use serde::Serialize;

use super::card::Card;
use super::context::Context;
use super::deferred::Deferred;
use super::setting::Setting;
use crate::model::Article;
use crate::related::Kin;
use crate::view::text;

/// An article that has something in common with the page's own.
#[derive(Debug, Serialize)]
pub(super) struct KinView<'a> {
    /// Its short form.
    card: &'a Card<'a>,
    /// « En commun : OpenAI, bourse »
    why: Deferred<'a, Why<'a>, String>,
}

/// What two articles have in common, in the language of the first.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Why<'a> {
    common: &'a [String],
    lang: &'a str,
}

/// Articles of the subject of one: those of its time, and those from before.
#[derive(Debug, Default)]
pub(super) struct Kindred<'a> {
    pub(super) same: Vec<KinView<'a>>,
    pub(super) before: Vec<KinView<'a>>,
}

/// What is related to an article.
pub(super) fn of<'a>(cx: &Context<'a>, article: &'a Article) -> Kindred<'a> {
    let related = cx.cards.place(article).and_then(|at| cx.related.get(at));
    let list = |kin: &'a [Kin]| {
        let views = kin.iter().filter_map(|kin| {
            let why = Why {
                common: &kin.common,
                lang: &article.lang,
            };
            Some(KinView {
                card: cx.cards.at(kin.place)?,
                why: Deferred::new(cx.setting, why, words),
            })
        });
        views.collect()
    };
    related.map_or_else(Kindred::default, |related| Kindred {
        same: list(&related.same),
        before: list(&related.before),
    })
}

fn words(setting: &Setting<'_>, why: Why<'_>) -> String {
    let rules = setting.locale.rules(why.lang);
    let names = why.common.iter().map(|name| text::set(name, rules));
    let names = names.collect::<Vec<_>>().join(", ");
    text::word(setting.locale, "in_common").replace("{names}", &names)
}
