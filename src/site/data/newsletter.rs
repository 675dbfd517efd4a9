//! The newsletter: who publishes it, its site, and the series that editions are issues of.

use super::Graph;
use super::node::{Id, Node};
use crate::site::setting::Setting;
use crate::view::text;

/// What the home page tells.
pub(in crate::site) fn of_newsletter(setting: &Setting<'_>) -> Graph {
    let set = |words: &str| text::set(words, setting.locale.own_rules());
    let description = set(&setting.config.description);
    let site = Node::WebSite {
        id: id(setting, "website"),
        name: set(&setting.config.title),
        url: home(setting),
        description: Some(description).filter(|words| !words.is_empty()),
        in_language: setting.locale.lang().to_owned(),
        publisher: Id {
            id: id(setting, "publisher"),
        },
    };
    let series = Node::Periodical {
        id: id(setting, "periodical"),
        name: set(&setting.config.title),
        url: home(setting),
        in_language: Some(setting.locale.lang().to_owned()),
        publisher: Some(Id {
            id: id(setting, "publisher"),
        }),
    };
    Graph::of(vec![site, publisher(setting), series])
}

/// Who publishes the newsletter.
pub(super) fn publisher(setting: &Setting<'_>) -> Node {
    let name = match setting.config.publisher.as_str() {
        "" => &setting.config.title,
        publisher => publisher,
    };
    Node::Organization {
        id: Some(id(setting, "publisher")),
        name: text::set(name, setting.locale.own_rules()),
        url: Some(home(setting)),
    }
}

/// The series, told of on the home page.
pub(super) fn series(setting: &Setting<'_>) -> Node {
    Node::Periodical {
        id: id(setting, "periodical"),
        name: text::set(&setting.config.title, setting.locale.own_rules()),
        url: home(setting),
        in_language: None,
        publisher: None,
    }
}

/// The home page, whole.
pub(super) fn home(setting: &Setting<'_>) -> String {
    setting.addresses.absolute(&setting.addresses.at("/"))
}

fn id(setting: &Setting<'_>, name: &str) -> String {
    format!("{}#{name}", home(setting))
}
