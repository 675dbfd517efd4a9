//! Feeds and pages for one audience: what RFC 4287 and JSON Feed 1.1 ask of every feed of the newsletters in
//! `tests/site/`, who is told what, and what stands nowhere.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hebdo::content::Choice;
use hebdo::model::{Config, Section};
use hebdo::project::Project;
use hebdo::site::{self, Memory};
use jiff::Timestamp;
use roxmltree::{Document, Node};
use serde_json::Value;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const CASES: &[&str] = &[
    "whole",
    "english-below-a-path",
    "empty",
    "charts",
    "readers",
];

/// The text files of the site of a case whose settings `change` has changed.
fn built(case: &str, change: impl Fn(&mut Config)) -> (Config, BTreeMap<String, String>) {
    let root = Path::new("tests/site").join(case);
    let choice = Choice {
        today: "2026-12-31".parse().expect("a day"),
        drafts: false,
        future: false,
    };
    let mut project = Project::open(&root, choice).expect(case);
    let is_drawn = |section: &Section| matches!(section, Section::Cards | Section::Search);
    project.config.sections.retain(|section| !is_drawn(section)); // no feed has anything of them
    change(&mut project.config);
    let (library, _) = project.library(choice).expect(case);
    let memory = Memory::default();
    let (config, locale, templates) = (&project.config, &project.locale, &project.templates);
    let assets = site::assets(None).expect("the theme's");
    site::render(&library, config, locale, templates, &assets, &memory).expect(case);
    let files = memory.into_files().into_iter();
    let texts = files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    let texts = texts.collect();
    (project.config, texts)
}

fn ending<'a>(
    files: &'a BTreeMap<String, String>,
    end: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let files = files.iter().filter(move |(path, _)| path.ends_with(end));
    files.map(|(path, text)| (path.as_str(), text.as_str()))
}

/// The text of the only child of that name.
fn one<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let mut found = node
        .children()
        .filter(|child| child.has_tag_name((ATOM, name)));
    let child = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "two of {name}");
    child.text().unwrap_or_default()
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children()
        .filter(move |child| child.has_tag_name((ATOM, name)))
}

/// The only link of a relation.
fn link<'a>(node: Node<'a, '_>, rel: &str) -> &'a str {
    let mut links = children(node, "link").filter(|link| link.attribute("rel") == Some(rel));
    let link = links.next().unwrap_or_else(|| panic!("no link {rel}"));
    assert!(links.next().is_none(), "two links {rel}");
    link.attribute("href").expect("an address")
}

fn moment(text: &str) -> Timestamp {
    assert!(text.ends_with('Z') && text.contains('T'), "{text}");
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is no RFC 3339"))
}

/// HTML that a feed carries is well-formed once its void elements are closed, runs nothing, and leads to
/// whole addresses.
fn check_html(html: &str) {
    assert!(!html.trim().is_empty(), "no content");
    let mut closed = html.replace("&nbsp;", "\u{a0}");
    for void in ["img", "hr", "br", "col", "wbr", "input"] {
        let parts: Vec<&str> = closed.split(&format!("<{void}")).collect();
        let rest = parts[1..].iter().map(|part| {
            let (tag, after) = part.split_once('>').expect("a tag's end");
            format!("<{void}{}/>{after}", tag.trim_end_matches('/'))
        });
        closed = parts[0].to_owned() + &rest.collect::<String>();
    }
    let wrapped = format!("<div>{closed}</div>");
    let tree = Document::parse(&wrapped).unwrap_or_else(|error| panic!("{error}\n{html}"));
    for node in tree.descendants().filter(Node::is_element) {
        assert!(
            !["script", "style", "iframe", "form"].contains(&node.tag_name().name()),
            "{html}"
        );
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{html}");
            if ["href", "src", "poster", "srcset"].contains(&attribute.name()) {
                let value = attribute.value();
                let is_whole = ["https://", "http://", "mailto:"]
                    .iter()
                    .any(|s| value.starts_with(s));
                assert!(is_whole, "{value} is not whole");
            }
        }
    }
}

fn check_entry(entry: Node<'_, '_>, has_author: bool, ids: &mut BTreeSet<String>) -> Timestamp {
    let id = one(entry, "id");
    assert!(
        id.starts_with("https://") && ids.insert(id.to_owned()),
        "{id}"
    );
    assert!(!one(entry, "title").trim().is_empty(), "{id}");
    assert!(link(entry, "alternate").starts_with("https://"), "{id}");
    let own: Vec<&str> = children(entry, "author")
        .map(|author| one(author, "name"))
        .collect();
    assert!(own.iter().all(|name| !name.is_empty()), "{id}");
    assert!(has_author || !own.is_empty(), "{id} has no author");
    for category in children(entry, "category") {
        assert!(
            category
                .attribute("term")
                .is_some_and(|term| !term.is_empty()),
            "{id}"
        );
    }
    let content = children(entry, "content").next().expect("content");
    assert_eq!(content.attribute("type"), Some("html"), "{id}");
    check_html(content.text().unwrap_or_default());
    let (published, updated) = (
        moment(one(entry, "published")),
        moment(one(entry, "updated")),
    );
    assert!(published <= updated, "{id}");
    updated
}

#[test]
fn every_atom_feed_is_valid() {
    for case in CASES {
        let (config, files) = built(case, |_| ());
        let mut feeds = BTreeSet::new();
        for (path, text) in ending(&files, "feed.xml") {
            let tree =
                Document::parse(text).unwrap_or_else(|error| panic!("{case}/{path}: {error}"));
            let feed = tree.root_element();
            assert!(feed.has_tag_name((ATOM, "feed")), "{case}/{path}");
            assert!(!one(feed, "title").is_empty(), "{case}/{path}");
            assert_eq!(link(feed, "self"), format!("{}/{path}", config.base_url));
            assert_eq!(one(feed, "id"), link(feed, "alternate"), "{case}/{path}");
            assert!(
                feeds.insert(one(feed, "id").to_owned()),
                "{case}/{path}: an id twice"
            );
            let has_author = children(feed, "author").any(|author| !one(author, "name").is_empty());
            let mut ids = BTreeSet::new();
            let changes = children(feed, "entry").map(|e| check_entry(e, has_author, &mut ids));
            let newest = changes.max().unwrap_or(Timestamp::UNIX_EPOCH);
            assert_eq!(moment(one(feed, "updated")), newest, "{case}/{path}");
            assert!(ids.len() <= config.feed.entries);
        }
    }
}

#[test]
fn every_json_feed_is_valid_and_has_what_the_other_has() {
    for case in CASES {
        let (config, files) = built(case, |_| ());
        let mut count = 0;
        for (path, text) in ending(&files, "feed.json") {
            let feed: Value = serde_json::from_str(text).expect(path);
            assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
            assert_eq!(feed["feed_url"], format!("{}/{path}", config.base_url));
            assert!(
                !feed["authors"][0]["name"]
                    .as_str()
                    .expect("a name")
                    .is_empty()
            );
            let other = &files[&path.replace("feed.json", "feed.xml")];
            let tree = Document::parse(other).expect("Atom");
            assert_eq!(
                feed["title"],
                one(tree.root_element(), "title"),
                "{case}/{path}"
            );
            assert_eq!(
                feed["home_page_url"],
                one(tree.root_element(), "id"),
                "{case}/{path}"
            );
            let entries: Vec<Node<'_, '_>> = children(tree.root_element(), "entry").collect();
            let items = feed["items"].as_array().expect("items");
            assert_eq!(items.len(), entries.len(), "{case}/{path}");
            for (item, entry) in items.iter().zip(entries) {
                check_item(item, entry);
            }
            count += 1;
        }
        assert_eq!(count, ending(&files, "feed.xml").count(), "{case}");
    }
}

/// An item is the entry of the same place in the other feed, under the names of JSON Feed.
fn check_item(item: &Value, entry: Node<'_, '_>) {
    let known = [
        "id",
        "url",
        "external_url",
        "title",
        "content_html",
        "summary",
        "date_published",
        "date_modified",
        "authors",
        "tags",
        "language",
    ];
    let keys = item.as_object().expect("an item").keys();
    assert!(
        keys.clone().all(|key| known.contains(&key.as_str())),
        "{item}"
    );
    assert_eq!(item["id"], one(entry, "id"));
    assert_eq!(item["url"], link(entry, "alternate"));
    assert_eq!(item["title"], one(entry, "title"));
    assert_eq!(item["content_html"], one(entry, "content"));
    assert_eq!(item["date_published"], one(entry, "published"));
    assert_eq!(item["date_modified"], one(entry, "updated"));
    let external = item
        .get("external_url")
        .map(|url| url.as_str().expect("a text"));
    assert!(external.is_none_or(|url| url.starts_with("http")), "{item}");
}

/// What stands in the attribute of each tag that has a text in it.
fn found<'a>(
    page: &'a str,
    tag: &'static str,
    attribute: &'static str,
) -> impl Iterator<Item = &'a str> {
    let tags = page.split('<').filter_map(|rest| rest.split('>').next());
    let tags = tags.filter(move |text| text.contains(tag));
    tags.filter_map(move |text| text.split(attribute).nth(1)?.split('"').next())
}

#[test]
fn pages_name_their_feeds_and_lead_to_them() {
    for case in CASES {
        let (config, files) = built(case, |_| ());
        let base = format!("{}/", config.base_path());
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for (path, page) in ending(&files, ".html") {
            for discovery in [
                "link rel=\"alternate\" type=\"application/atom+xml\"",
                "link rel=\"alternate\" type=\"application/feed+json\"",
            ] {
                for url in found(page, discovery, "href=\"") {
                    let file = url.strip_prefix(&base).expect(url);
                    assert!(files.contains_key(file), "{case}/{path}: {url}");
                    assert!(
                        found(page, "a href", "href=\"").any(|link| link == url),
                        "{path}: {url}"
                    );
                    named.insert(file);
                }
            }
        }
        let feeds = files.keys().map(String::as_str);
        let feeds = feeds.filter(|path| path.ends_with("feed.xml") || path.ends_with("feed.json"));
        assert_eq!(named, feeds.collect(), "{case}");
    }
}

#[test]
fn a_page_for_an_audience_has_its_own_takeaways_and_everyone_s() {
    let (_, files) = built("readers", |_| ());
    let own = [
        ("ateliers", "POUR-ATELIERS"),
        ("ateliers", "FIN-ATELIERS"),
        ("mairies", "POUR-MAIRIES"),
    ];
    for audience in ["ateliers", "mairies"] {
        let page = &files[&format!("editions/2026-w05/{audience}/index.html")];
        for (whose, words) in own {
            assert_eq!(
                page.contains(words),
                whose == audience,
                "{audience}: {words}"
            );
        }
        for shown in [
            "POUR-TOUS-UN",
            "POUR-TOUS-DEUX",
            "FIN-TOUS",
            "Atelier Gris vend",
            "que l’on peut citer",
        ] {
            assert!(page.contains(shown), "{audience}: {shown}");
        }
        for left_out in ["INTRODUCTION", "CORPS-DE-CONCLUSION", "Le texte parle"] {
            assert!(!page.contains(left_out), "{audience}: {left_out}");
        }
        assert_eq!(
            page.matches("aria-current=\"page\"").count(),
            1,
            "{audience}"
        );
        for feed in ["feed.xml", "feed.json"] {
            let feed = &files[&format!("decideurs/{audience}/{feed}")];
            for (whose, words) in own {
                assert_eq!(
                    feed.contains(words),
                    whose == audience,
                    "{audience}: {words}"
                );
            }
            assert!(!feed.contains("TOUS"), "{audience}");
        }
    }
    assert!(!files.contains_key("editions/2026-w05/ecoles/index.html"));
    assert!(!files.contains_key("editions/2026-w07/ateliers/index.html"));
}

#[test]
fn no_draft_and_no_text_that_is_only_quoted_stands_anywhere() {
    let (_, files) = built("readers", |_| ());
    for (path, text) in &files {
        for reserved in ["BROUILLON-RESERVE", "CORPS-RESERVE", "POINT-RESERVE"] {
            assert!(!text.contains(reserved), "{path}: {reserved}");
        }
    }
}

#[test]
fn an_entity_s_page_quotes_what_stands_beside_its_name() {
    let (_, files) = built("readers", |_| ());
    let page = &files["acteurs/atelier-gris/index.html"];
    for figure in [
        "3\u{202f}000",
        "12\u{a0}millions",
        "30\u{a0}%",
        "2\u{a0}millions",
    ] {
        assert!(
            page.contains(&format!("<b class=\"figure\">{figure}</b>")),
            "{figure}"
        );
    }
    for left_out in [
        "5\u{a0}millions",
        "99\u{a0}milliards",
        "2027",
        "<b class=\"figure\">40",
    ] {
        assert!(!page.contains(left_out), "{left_out}");
    }
    let other = &files["acteurs/elan/index.html"];
    assert!(
        other.contains("<b class=\"figure\">40\u{202f}000</b>"),
        "{other}"
    );
    assert!(
        other.contains("<b class=\"figure\">6\u{a0}%</b>"),
        "{other}"
    );
    for left_out in ["7\u{a0}millions", "8\u{a0}millions", "12\u{a0}millions"] {
        assert!(!other.contains(left_out), "{left_out}");
    }
}

#[test]
fn other_names_lead_to_an_entity_unless_another_page_stands_there() {
    let (_, files) = built("readers", |_| ());
    let refresh =
        |path: &str| files[path].contains("content=\"0; url=/essai/acteurs/atelier-gris/\"");
    assert!(refresh("acteurs/ag/index.html"));
    assert!(refresh("acteurs/atelier-gris-sa/index.html"));
    assert!(
        !refresh("acteurs/maison-grise/index.html"),
        "an article has that address"
    );
    let sitemap = &files["sitemap.xml"];
    assert!(sitemap.contains("/acteurs/atelier-gris/") && !sitemap.contains("/acteurs/ag/"));
    let story = &files["articles/2026/machines/index.html"];
    assert_eq!(
        story
            .matches("href=\"/essai/acteurs/atelier-gris/\"")
            .count(),
        1,
        "{story}"
    );
    assert!(!story.contains("/acteurs/ag/"), "{story}");
}

#[test]
fn a_small_site_leaves_feeds_and_audiences_out() {
    let (_, files) = built("readers", |config| {
        config.feed.json.clear();
        config.feed.sections.clear();
        config.sections = vec![Section::Themes];
    });
    let feeds: Vec<&String> = files.keys().filter(|path| path.contains("feed.")).collect();
    assert_eq!(feeds, ["feed.css", "feed.xml", "feed.xsl"]);
    let pages: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("editions/2026"))
        .collect();
    assert_eq!(
        pages,
        [
            "editions/2026-w05/index.html",
            "editions/2026-w07/index.html"
        ]
    );
    assert!(!files.keys().any(|path| path.starts_with("acteurs/ag")));
    for (path, page) in ending(&files, ".html") {
        assert!(
            !page.contains("feed+json") && !page.contains("aria-current=\"page\" class"),
            "{path}"
        );
    }
}

#[test]
fn a_section_that_is_asked_for_has_feeds() {
    let (_, files) = built("readers", |config| {
        config.feed.sections = vec![Section::Sources];
    });
    let feeds: Vec<&String> = files
        .keys()
        .filter(|path| path.ends_with("/feed.xml"))
        .collect();
    assert_eq!(feeds, ["sources/le-fil-d-essai/feed.xml"]);
}

#[test]
fn what_makes_a_page_of_a_feed_is_well_formed() {
    for case in ["readers", "english-below-a-path"] {
        let (config, files) = built(case, |_| ());
        let transformation = Document::parse(&files["feed.xsl"]).expect("XSLT");
        let root = transformation.root_element().tag_name();
        assert_eq!(
            root.namespace(),
            Some("http://www.w3.org/1999/XSL/Transform")
        );
        let style = &files["feed.css"];
        assert_eq!(style.matches('{').count(), style.matches('}').count());
        for (path, feed) in ending(&files, "feed.xml") {
            for looks in ["feed.xsl", "feed.css"] {
                let href = format!("href=\"{}/{looks}\"", config.base_path());
                assert!(feed.contains(&href), "{case}/{path}: {looks}");
            }
        }
    }
}
