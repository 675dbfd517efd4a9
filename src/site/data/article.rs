//! What an article's page tells. Of an article that may only be quoted, what its page shows too.

use super::Graph;
use super::newsletter;
use super::node::{Id, Issue, NewsArticle, Node};
use super::trail::{index, trail};
use crate::model::{
    Article, Correction, Entity, PartialDate, Section, Source, SourceLink, slugify,
};
use crate::site::article::last_change;
use crate::site::card::in_short;
use crate::site::setting::Setting;
use crate::view::address::Addresses;
use crate::view::credits::ImageView;
use crate::view::pictures::Where;
use crate::view::text;

/// What an article's page tells: the article and the way to it; `pictures` are the addresses of pictures
/// that are shown where it is shared, `original` the page of what it is a translation of, root-relative.
pub(in crate::site) fn of_article(
    setting: &Setting<'_>,
    article: &Article,
    pictures: Vec<String>,
    original: Option<String>,
) -> Graph {
    let url = setting.addresses.article(article);
    let edition = article.week.map(|week| {
        let label = text::of_week(setting.locale, "edition_of", week);
        (label, setting.addresses.edition(week))
    });
    let way = edition.iter().flat_map(|edition| {
        index(setting, "editions")
            .into_iter()
            .chain([edition.clone()])
    });
    let own = (in_short(article).title(setting), url.clone());
    let trail = trail(setting, way.chain([own]));
    let told = NewsArticle {
        is_part_of: edition.map(|(name, url)| issue(setting, name, &url)),
        translation_of_work: original.map(|url| Id {
            id: id(setting, &url),
        }),
        ..told(setting, article, pictures)
    };
    Graph::of(vec![Node::NewsArticle(Box::new(told)), trail])
}

/// What names an article among all nodes, by its page.
pub(super) fn id(setting: &Setting<'_>, url: &str) -> String {
    format!("{}#article", setting.addresses.absolute(url))
}

fn issue(setting: &Setting<'_>, name: String, url: &str) -> Node {
    Node::PublicationIssue(Box::new(Issue {
        id: super::edition::id(setting, url),
        url: setting.addresses.absolute(url),
        name,
        ..Issue::default()
    }))
}

fn told(setting: &Setting<'_>, article: &Article, mut image: Vec<String>) -> NewsArticle {
    let rules = setting.locale.rules(&article.lang);
    let set = |words: &String| text::set(words, rules);
    let url = setting.addresses.article(article);
    let elsewhere = (Addresses::elsewhere(setting.config), Where::Feed);
    let own = article.published_image();
    let own = own.and_then(|own| ImageView::new(own, &article.pictures, rules, elsewhere));
    let own = own.map(|own| own.src);
    let is_new = own.filter(|own| !image.contains(own));
    image.extend(is_new);
    let changed = last_change(article).map(PartialDate::Day);
    NewsArticle {
        id: id(setting, &url),
        url: setting.addresses.absolute(&url),
        headline: set(&article.title),
        description: article.summary.as_ref().map(set),
        in_language: article.lang.clone(),
        date_published: article.date,
        date_modified: changed.filter(|day| *day != article.date),
        author: authors(setting, article),
        publisher: newsletter::publisher(setting),
        image,
        is_part_of: None,
        is_based_on: source(setting, article),
        citation: article.sources.iter().map(|s| cited(s, rules)).collect(),
        about: entities(setting, article),
        keywords: article.tags.iter().map(set).collect(),
        correction: corrections(article, rules),
        translation_of_work: None,
        is_accessible_for_free: true,
    }
}

/// Who wrote it; else whoever published it first, else us.
fn authors(setting: &Setting<'_>, article: &Article) -> Vec<Node> {
    let rules = setting.locale.rules(&article.lang);
    let named = article.authors.iter().map(|name| Node::Person {
        name: text::set(name, rules),
    });
    let named: Vec<Node> = named.collect();
    match &article.source {
        _ if !named.is_empty() => named,
        Some(source) => vec![organization(setting, source)],
        None => vec![newsletter::publisher(setting)],
    }
}

fn organization(setting: &Setting<'_>, source: &Source) -> Node {
    Node::Organization {
        id: None,
        name: text::set(&source.name, setting.locale.own_rules()),
        url: None,
    }
}

/// The original of an article that somebody else published first.
fn source(setting: &Setting<'_>, article: &Article) -> Option<Node> {
    let source = article.source.as_ref()?;
    Some(Node::CreativeWork {
        name: None,
        url: source.url.as_ref().map(|url| url.as_str().to_owned()),
        publisher: Some(Box::new(organization(setting, source))),
        date_published: source.published,
    })
}

fn cited(source: &SourceLink, rules: &str) -> Node {
    Node::CreativeWork {
        name: source.title.as_deref().map(|title| text::set(title, rules)),
        url: source.url.as_ref().map(|url| url.as_str().to_owned()),
        publisher: None,
        date_published: None,
    }
}

fn entities(setting: &Setting<'_>, article: &Article) -> Vec<Node> {
    let rules = setting.locale.rules(&article.lang);
    let path = &setting.config.paths.entities;
    let has_pages = setting.config.has(Section::Entities);
    let about = |entity: &Entity| {
        let name = text::set(&entity.name, rules);
        let page = setting.addresses.within(path, &slugify(&entity.name));
        let url = has_pages.then(|| setting.addresses.absolute(&page));
        match entity.ticker.clone() {
            Some(ticker_symbol) => Node::Corporation {
                name,
                url,
                ticker_symbol,
            },
            None => Node::Thing { name, url },
        }
    };
    article.entities.iter().map(about).collect()
}

fn corrections(article: &Article, rules: &str) -> Vec<Node> {
    let comment = |correction: &Correction| Node::CorrectionComment {
        text: text::set(&correction.text, rules),
        date_published: PartialDate::Day(correction.on),
    };
    article.corrections.iter().map(comment).collect()
}
