//! What the templates of a mail see.

use std::collections::BTreeMap;

use serde::Serialize;

use super::preheader;
use super::sending::Sending;
use super::story::{self, Manner, StoryView};
use crate::model::{AudienceId, Conclusion, Config, Edition, PartialDate, Picture, Section};
use crate::view::Basis;
use crate::view::credits::ImageView;
use crate::view::pictures::Where;
use crate::view::takeaways::{self, Group};
use crate::view::text;

/// What `email/edition.html` sees.
#[derive(Debug, Serialize)]
pub(super) struct Mail<'a> {
    pub(super) newsletter: NewsletterView<'a>,
    pub(super) subject: String,
    pub(super) preheader: String,
    /// What keeps mail programs from reading on after the preheader.
    padding: String,
    pub(super) edition: EditionView,
    pub(super) stories: Vec<StoryView<'a>>,
    pub(super) conclusion: Option<ConclusionView>,
    /// The audience for whom the mail is; none for all.
    pub(super) audience: Option<String>,
    pub(super) footer: FooterView,
    /// The texts of the strings table, by name.
    pub(super) t: BTreeMap<&'a str, String>,
    /// « Pour les décideurs »
    pub(super) takeaways_heading: &'a str,
    #[serde(skip)]
    pub(super) source: Source<'a>,
}

/// What the text part is written from.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) edition: &'a Edition,
    pub(super) basis: Basis<'a>,
    pub(super) audience: Option<AudienceId>,
}

/// The newsletter.
#[derive(Debug, Serialize)]
pub(super) struct NewsletterView<'a> {
    pub(super) title: String,
    description: String,
    lang: &'a str,
    /// Its home page.
    pub(super) url: String,
}

/// The edition.
#[derive(Debug, Serialize)]
pub(super) struct EditionView {
    pub(super) title: String,
    /// « Semaine 5 »
    pub(super) week: String,
    week_number: i8,
    /// Its number in the series, where the editor counts.
    pub(super) number: Option<u32>,
    /// « du 26 janvier au 1er février 2026 »
    pub(super) period: String,
    period_html: String,
    /// « 5 articles »
    pub(super) count: String,
    pub(super) summary: Option<String>,
    cover: Option<ImageView>,
    introduction_html: String,
    /// Its page; in a mail for an audience, its page for that audience.
    pub(super) url: String,
    /// Its page with all that it says.
    #[serde(skip)]
    pub(super) whole: String,
}

/// The section that closes the edition.
#[derive(Debug, Serialize)]
pub(super) struct ConclusionView {
    pub(super) title: String,
    body_html: String,
    pub(super) takeaways: Vec<Group>,
}

/// The foot of the mail.
#[derive(Debug, Serialize)]
pub(super) struct FooterView {
    /// Who answers for it.
    pub(super) sender: String,
    /// The postal address.
    pub(super) address: String,
    /// Why the reader receives it.
    pub(super) why: String,
    /// How the reader leaves.
    pub(super) unsubscribe: String,
}

impl<'a> Mail<'a> {
    pub(super) fn new(
        edition: &'a Edition,
        config: &'a Config,
        basis: Basis<'a>,
        sending: &Sending<'_>,
        audience: Option<&AudienceId>,
    ) -> Self {
        let view = edition_view(edition, basis, audience);
        let manner = Manner {
            basis,
            extent: config.email.stories,
            edition: &view.url,
        };
        let stories: Vec<StoryView<'a>> = edition
            .stories
            .iter()
            .map(|story| {
                let takeaways = takeaways::for_audience(&story.article.takeaways, audience);
                StoryView::new(story, &takeaways, manner)
            })
            .collect();
        let titles = stories.iter().map(|story| story.title.as_str());
        let preheader = text::plain_spaces(&preheader::compose(view.summary.as_deref(), titles));
        let conclusion = edition
            .note
            .as_ref()
            .and_then(|note| note.conclusion.as_ref());
        let pictures = edition.note.as_ref().map(|note| note.pictures.as_slice());
        let pictures = pictures.unwrap_or_default();
        let named = basis
            .audiences
            .iter()
            .find(|named| Some(&named.id) == audience);
        let set = |words: &str| text::set(words, basis.locale.lang());
        Self {
            newsletter: newsletter(config, basis),
            subject: sending.subject.clone(),
            padding: preheader::padding(&preheader),
            preheader,
            conclusion: conclusion
                .map(|c| conclusion_view((c, pictures), &view.whole, basis, audience)),
            edition: view,
            stories,
            audience: named.map(|audience| set(&audience.label)),
            footer: footer(config, basis, sending),
            t: text::all(basis.locale),
            takeaways_heading: basis.locale.takeaways_heading(),
            source: Source {
                edition,
                basis,
                audience: audience.cloned(),
            },
        }
    }
}

fn newsletter<'a>(config: &Config, basis: Basis<'a>) -> NewsletterView<'a> {
    let lang = basis.locale.lang();
    NewsletterView {
        title: text::set(&config.title, lang),
        description: text::set(&config.description, lang),
        lang,
        url: basis.addresses.at("/"),
    }
}

/// Where this mail's readers see the edition: on its page for them, where the site has one.
fn page(edition: &Edition, basis: Basis<'_>, audience: Option<&AudienceId>) -> String {
    let told = audience.filter(|id| basis.has(Section::Audiences) && edition.tells(id));
    match told {
        Some(id) => basis.addresses.edition_for(edition.week, id),
        None => basis.addresses.edition(edition.week),
    }
}

fn edition_view(edition: &Edition, basis: Basis<'_>, audience: Option<&AudienceId>) -> EditionView {
    let note = edition.note.as_ref();
    let lang = basis.locale.lang();
    let set = |words: &String| text::set(words, lang);
    let whole = basis.addresses.edition(edition.week);
    let pictures = note
        .map(|note| note.pictures.as_slice())
        .unwrap_or_default();
    let introduction = note
        .map(|note| note.introduction.as_str())
        .unwrap_or_default();
    EditionView {
        title: note.and_then(|note| note.title.as_ref()).map_or_else(
            || text::capital(&basis.locale.date(PartialDate::Week(edition.week))),
            set,
        ),
        week: text::capital(&text::week(edition.week, basis.locale)),
        week_number: edition.week.number(),
        number: note.and_then(|note| note.number),
        period: text::capital(&basis.locale.period(edition.period)),
        period_html: text::capital(&text::period_html(edition.period, basis.locale)),
        count: text::count(basis.locale, "articles", edition.stories.len()),
        summary: note.and_then(|note| note.summary.as_ref()).map(set),
        cover: note.and_then(|note| note.cover.as_ref()).and_then(|image| {
            ImageView::new(image, pictures, lang, (basis.addresses, Where::Mail))
        }),
        introduction_html: story::prose(introduction, pictures, lang, story::place(basis, &whole)),
        url: page(edition, basis, audience),
        whole,
    }
}

fn conclusion_view(
    (conclusion, pictures): (&Conclusion, &[Picture]),
    page: &str,
    basis: Basis<'_>,
    audience: Option<&AudienceId>,
) -> ConclusionView {
    let lang = basis.locale.lang();
    let place = story::place(basis, page);
    let takeaways = takeaways::for_audience(&conclusion.takeaways, audience);
    ConclusionView {
        title: text::set(&conclusion.title, lang),
        body_html: story::prose(&conclusion.body, pictures, lang, place),
        takeaways: takeaways::groups(basis, &takeaways, lang, place),
    }
}

fn footer(config: &Config, basis: Basis<'_>, sending: &Sending<'_>) -> FooterView {
    let set = |words: &str| text::set(words, basis.locale.lang());
    let title = set(&config.title);
    let usual = || text::word(basis.locale, "why_received").replace("{name}", &title);
    FooterView {
        sender: set(sending.sender.name.as_str()),
        address: set(sending.sender.address.as_str()),
        why: config
            .email
            .why
            .as_ref()
            .map_or_else(usual, |why| set(why.as_str())),
        unsubscribe: sending.unsubscribe.url.clone(),
    }
}
