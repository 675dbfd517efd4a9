//! What an edition's page tells.

use super::Graph;
use super::newsletter;
use super::node::{Issue, Node, Part};
use super::trail::{Step, index, trail};
use crate::model::{Article, Edition, PartialDate};
use crate::site::article::last_change_of;
use crate::site::card::{foreign, in_short};
use crate::site::edition::{articles, in_short_of};
use crate::site::setting::Setting;
use crate::view::text;

/// What an edition's page tells: the edition with its stories, and the way to it; `picture` is the
/// address of the picture that is shown where it is shared. The day on which an edition was published is nowhere stated: its
/// week is.
pub(in crate::site) fn of_edition(
    setting: &Setting<'_>,
    edition: &Edition,
    picture: Option<String>,
) -> Graph {
    let head = in_short_of(edition);
    let (url, name) = (head.url(setting), head.title(setting));
    let summary = edition.note.as_ref().and_then(|note| note.summary.as_ref());
    let trail = trail(setting, way(setting, edition));
    let told = Issue {
        id: id(setting, &url),
        url: setting.addresses.absolute(&url),
        name,
        description: summary.map(|words| text::set(words, setting.locale.own_rules())),
        issue_number: edition.note.as_ref().and_then(|note| note.number),
        date_published: Some(PartialDate::Week(edition.week)),
        date_modified: last_change_of(articles(edition)).map(PartialDate::Day),
        in_language: Some(setting.locale.lang().to_owned()),
        image: picture,
        is_part_of: Some(newsletter::series(setting)),
        has_part: articles(edition)
            .map(|article| part(setting, article))
            .collect(),
    };
    Graph::of(vec![Node::PublicationIssue(Box::new(told)), trail])
}

/// What the page of an edition for an audience tells, by the audience's name and the page's address,
/// root-relative: the way to it.
pub(in crate::site) fn of_edition_for(
    setting: &Setting<'_>,
    edition: &Edition,
    page: Step,
) -> Graph {
    Graph::of(vec![trail(setting, way(setting, edition).chain([page]))])
}

/// The way to an edition.
fn way(setting: &Setting<'_>, edition: &Edition) -> impl Iterator<Item = Step> {
    let head = in_short_of(edition);
    let own = (head.title(setting), head.url(setting));
    index(setting, "editions").into_iter().chain([own])
}

/// What names an edition among all nodes, by its page.
pub(super) fn id(setting: &Setting<'_>, url: &str) -> String {
    format!("{}#issue", setting.addresses.absolute(url))
}

fn part(setting: &Setting<'_>, article: &Article) -> Part {
    let story = in_short(article);
    let url = story.url(setting);
    Part {
        id: super::article::id(setting, &url),
        headline: story.title(setting),
        in_language: foreign(story.lang, setting.locale).map(str::to_owned),
    }
}
