//! An edition through the eyes of one audience: what each story is about, and what it tells them.

use serde::Serialize;

use super::switch::{self, Way};
use crate::model::{Article, Audience, AudienceId, Conclusion, Edition, Takeaway};
use crate::site::context::Context;
use crate::site::data;
use crate::site::deferred::{Deferred, Whole};
use crate::site::edition::{self, EditionCard, WholeEdition};
use crate::site::error::Error;
use crate::site::page::{About, PageView};
use crate::site::register::{Listed, Owner, Target};
use crate::site::setting::Setting;
use crate::site::sharing;
use crate::site::story::Story;
use crate::templates::Ready;
use crate::view::address::Addresses;
use crate::view::takeaways::{self, Group};
use crate::view::text;

/// What `edition_audience.html` sees.
#[derive(Debug, Serialize)]
struct AudienceEditionPage<'b, 'a> {
    page: Deferred<'a, Seen<'a>, PageView>,
    /// Through whose eyes the edition is seen.
    audience: AudienceView,
    edition: EditionSeen<'b, 'a>,
}

/// An edition, and the place in the settings of the audience that sees it.
#[derive(Debug, Clone, Copy, Serialize)]
struct Seen<'a> {
    edition: WholeEdition<'a>,
    audience: usize,
}

/// An audience.
#[derive(Debug, Serialize)]
struct AudienceView {
    label: String,
    /// Its page with all of its takeaways.
    url: String,
    /// The class by which the stylesheet knows it.
    class: String,
}

/// What of an edition its page for an audience shows.
#[derive(Debug, Serialize)]
struct EditionSeen<'b, 'a> {
    /// Its title, week and days.
    head: &'a EditionCard<'a>,
    /// The ways to see it.
    switch: Vec<Way>,
    /// The stories, in order.
    stories: Vec<StorySeen<'b, 'a>>,
    /// What closes it, where that tells the audience something.
    conclusion: Option<Deferred<'a, ClosedFor<'a>, ConclusionSeen>>,
}

/// A story with what it tells the audience.
#[derive(Debug, Serialize)]
struct StorySeen<'b, 'a> {
    /// Its place, from 1.
    number: usize,
    /// Its id on the page, the same as on the edition's.
    anchor: String,
    story: &'b Deferred<'a, Whole<'a>, Ready>,
    /// The audience's takeaways and those for everyone.
    takeaways: Deferred<'a, For<'a>, Vec<Group>>,
}

/// Takeaways, the language in which they stand, and for whom they are wanted.
#[derive(Debug, Clone, Copy, Serialize)]
struct For<'a> {
    audience: &'a AudienceId,
    takeaways: &'a [Takeaway],
    lang: &'a str,
}

/// An edition's conclusion, and for whom it is wanted.
#[derive(Debug, Clone, Copy, Serialize)]
struct ClosedFor<'a> {
    conclusion: &'a Conclusion,
    audience: &'a AudienceId,
}

/// What the section that closes an edition tells the audience.
#[derive(Debug, Serialize)]
struct ConclusionSeen {
    title: String,
    takeaways: Vec<Group>,
}

/// Renders the edition at a place in the library, its stories given, for each audience to whom it says
/// something of its own.
pub(in crate::site) fn render<'a>(
    cx: &Context<'a>,
    place: usize,
    stories: &[Story<'a>],
) -> Result<(), Error> {
    let told = switch::told(cx.setting, &cx.library.editions[place]);
    let mut told = told.into_iter();
    told.try_for_each(|(at, audience)| page(cx, place, stories, (at, audience)))
}

fn page<'a>(
    cx: &Context<'a>,
    place: usize,
    stories: &[Story<'a>],
    (at, audience): (usize, &'a Audience),
) -> Result<(), Error> {
    let edition = &cx.library.editions[place];
    let url = cx.addresses.edition_for(edition.week, &audience.id);
    let seen = Seen {
        edition: WholeEdition(edition),
        audience: at,
    };
    let view = AudienceEditionPage {
        page: Deferred::new(cx.setting, seen, head),
        audience: AudienceView {
            label: takeaways::label(cx.basis(), Some(at)),
            url: cx.addresses.audience(&audience.id),
            class: takeaways::class(at),
        },
        edition: EditionSeen {
            head: &cx.edition_cards[place],
            switch: switch::switch(cx.setting, edition, &url),
            stories: numbered(edition, stories)
                .map(|(number, story)| story_seen(cx, number, story, audience))
                .collect(),
            conclusion: conclusion(cx, edition, audience),
        },
    };
    let target = Target {
        url,
        owner: Owner::Edition(edition.note.as_ref()),
        listed: Listed::Since(cx.cards.last_change_of(edition::articles(edition))),
    };
    cx.page(target, "edition_audience.html", &view)
}

fn head(setting: &Setting<'_>, seen: Seen<'_>) -> PageView {
    let edition = seen.edition.0;
    let in_short = edition::in_short_of(edition);
    let title = in_short.title(setting);
    let label = takeaways::label(setting.basis(), Some(seen.audience));
    let about = text::word(setting.locale, "edition_for_about");
    let about = About {
        description: about.replace("{title}", &title).replace("{name}", &label),
        title: format!("{title} · {label}"),
    };
    let id = &setting.config.audiences[seen.audience].id;
    let url = in_short.url_for(setting, id);
    PageView::of_text(setting, &url, "editions", about)
        .with_picture(sharing::of_edition(setting, edition))
        .with_data(setting, || {
            data::of_edition_for(setting, edition, (label, url.clone()))
        })
}

fn numbered<'b, 'a>(
    edition: &'a Edition,
    stories: &'b [Story<'a>],
) -> impl Iterator<Item = (usize, &'b Story<'a>)> {
    let placed = edition.stories.iter().zip(stories);
    placed.map(|(placed, story)| (placed.number, story))
}

fn story_seen<'b, 'a>(
    cx: &Context<'a>,
    number: usize,
    story: &'b Story<'a>,
    audience: &'a Audience,
) -> StorySeen<'b, 'a> {
    let article: &'a Article = story.article;
    let wanted = For {
        audience: &audience.id,
        takeaways: &article.takeaways,
        lang: &article.lang,
    };
    StorySeen {
        number,
        anchor: Addresses::anchor(number),
        story: &story.view,
        takeaways: Deferred::new(cx.setting, wanted, groups),
    }
}

fn groups(setting: &Setting<'_>, wanted: For<'_>) -> Vec<Group> {
    let theirs = takeaways::for_audience(wanted.takeaways, Some(wanted.audience));
    let rules = setting.locale.rules(wanted.lang);
    takeaways::groups(
        setting.basis(),
        &theirs,
        rules,
        text::in_list(setting.addresses),
    )
}

fn conclusion<'a>(
    cx: &Context<'a>,
    edition: &'a Edition,
    audience: &'a Audience,
) -> Option<Deferred<'a, ClosedFor<'a>, ConclusionSeen>> {
    let conclusion = edition.note.as_ref()?.conclusion.as_ref()?;
    let theirs = takeaways::for_audience(&conclusion.takeaways, Some(&audience.id));
    let closed = ClosedFor {
        conclusion,
        audience: &audience.id,
    };
    (!theirs.is_empty()).then(|| Deferred::new(cx.setting, closed, closing))
}

fn closing(setting: &Setting<'_>, closed: ClosedFor<'_>) -> ConclusionSeen {
    let wanted = For {
        audience: closed.audience,
        takeaways: &closed.conclusion.takeaways,
        lang: setting.locale.lang(),
    };
    ConclusionSeen {
        title: text::set(&closed.conclusion.title, setting.locale.own_rules()),
        takeaways: groups(setting, wanted),
    }
}
