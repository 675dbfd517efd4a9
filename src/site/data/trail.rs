//! The way from the home page to a page.

use super::Graph;
use super::newsletter::home;
use super::node::Node;
use crate::site::setting::Setting;
use crate::view::text;

/// A page on the way: its name and its address, root-relative.
pub(super) type Step = (String, String);

/// What a page tells that leads to others: the way to it, by the index of its section in the menu.
pub(in crate::site) fn to_list(
    setting: &Setting<'_>,
    section: &str,
    (title, url): (&str, &str),
) -> Graph {
    let index = index(setting, section).filter(|(_, index)| index != url);
    let steps = index
        .into_iter()
        .chain([(title.to_owned(), url.to_owned())]);
    Graph::of(vec![trail(setting, steps)])
}

/// What a page tells that stands below another one: the way to it, by the index of a section of the menu and
/// some pages.
pub(in crate::site) fn by_way(
    setting: &Setting<'_>,
    section: &str,
    steps: impl IntoIterator<Item = Step>,
) -> Graph {
    let index = index(setting, section).into_iter();
    Graph::of(vec![trail(setting, index.chain(steps))])
}

/// The way from the home page by some pages, the last of which is the one that tells it.
pub(super) fn trail(setting: &Setting<'_>, steps: impl IntoIterator<Item = Step>) -> Node {
    let title = text::set(&setting.config.title, setting.locale.own_rules());
    let whole = |(name, url): Step| (name, setting.addresses.absolute(&url));
    let steps = steps.into_iter().map(whole);
    let steps = std::iter::once((title, home(setting))).chain(steps);
    let item = |(place, (name, item))| Node::ListItem {
        position: place,
        name,
        item,
    };
    Node::BreadcrumbList {
        item_list_element: (1..).zip(steps).map(item).collect(),
    }
}

/// The index page of a section of the menu, where it has one.
pub(super) fn index(setting: &Setting<'_>, section: &str) -> Option<Step> {
    let paths = &setting.config.paths;
    let path = match section {
        "editions" => &paths.editions,
        "all_articles" => &paths.articles,
        "audiences" => &paths.audiences,
        "themes" => &paths.themes,
        "entities" => &paths.entities,
        "sources" => &paths.sources,
        "archives" => &paths.archives,
        _ => return None,
    };
    let name = text::word(setting.locale, section).into_owned();
    Some((name, setting.addresses.section(path)))
}
