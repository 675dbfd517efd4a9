//! What is published, held against what it owes to those who never see its templates: programs that read
//! it, browsers that refuse what a page must not do, and those whose texts may not be published.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::collections::BTreeMap;
#[cfg(feature = "cards")]
use std::collections::BTreeSet;
use std::path::Path;

use hebdo::content::Choice;
#[cfg(feature = "cards")]
use hebdo::model::Section;
use hebdo::model::{Config, Library};
use hebdo::project::Project;
use hebdo::site::{self, Memory};
use serde_json::Value;

type Files = BTreeMap<String, Vec<u8>>;

fn choice() -> Choice {
    Choice {
        today: "2026-12-31".parse().expect("a day"),
        drafts: false,
        future: false,
    }
}

fn opened(root: &Path) -> (Project, Library) {
    let project = Project::open(root, choice()).expect("settings and templates");
    let (library, _) = project.library(choice()).expect("content");
    (project, library)
}

fn files(project: &Project, library: &Library, config: &Config) -> Files {
    let own = project.root.join("static");
    let assets = site::assets(own.is_dir().then_some(own.as_path())).expect("static files");
    let memory = Memory::default();
    let Project {
        locale, templates, ..
    } = project;
    site::render(library, config, locale, templates, &assets, &memory).expect("a site");
    memory.into_files()
}

fn built(case: &str) -> Files {
    let (project, library) = opened(&Path::new("tests/site").join(case));
    files(&project, &library, &project.config)
}

fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

/// The graphs of a page.
fn graphs(page: &str) -> Vec<Value> {
    let scripts = page.split("<script type=\"application/ld+json\">").skip(1);
    let texts = scripts.filter_map(|rest| rest.split("</script>").next());
    texts
        .map(|text| serde_json::from_str(text).expect("JSON"))
        .collect()
}

/// The node of a type in a page's graph.
fn node(files: &Files, path: &str, kind: &str) -> Value {
    let page = String::from_utf8(files[path].clone()).expect("UTF-8");
    let graphs = graphs(&page);
    assert_eq!(graphs.len(), 1, "{path}");
    assert_eq!(graphs[0]["@context"], "https://schema.org");
    let nodes = graphs[0]["@graph"].as_array().expect("a graph");
    let found = nodes.iter().find(|node| node["@type"] == kind);
    found.unwrap_or_else(|| panic!("{path}: no {kind}")).clone()
}

#[test]
fn a_page_tells_programs_what_it_is_and_where_it_stands() {
    let files = built("languages");
    let article = node(
        &files,
        "articles/2026/robots-en-mairie/index.html",
        "NewsArticle",
    );
    let of = |name: &str| article[name].clone();
    assert_eq!(
        of("headline"),
        "Des robots </script> en mairie <!-- & ailleurs"
    );
    assert_eq!(of("datePublished"), "2026-02-03");
    assert_eq!(of("dateModified"), "2026-02-09");
    assert_eq!(of("inLanguage"), "fr");
    assert_eq!(of("isBasedOn")["datePublished"], "2026-02");
    assert_eq!(of("isBasedOn")["url"], "https://fil.example/mairie");
    assert_eq!(of("citation")[0]["url"], "https://mairie.example/d");
    assert_eq!(of("about")[0]["tickerSymbol"], "ROBO.PA");
    assert_eq!(of("correction")[1]["datePublished"], "2026-02-09");
    let issue = node(&files, "editions/2026-w06/index.html", "PublicationIssue");
    assert_eq!(of("isPartOf")["@id"], issue["@id"]);
    assert_eq!(issue["issueNumber"], 6);
    assert_eq!(issue["hasPart"][0]["@id"], of("@id"));
    let series = node(&files, "index.html", "Periodical");
    assert_eq!(issue["isPartOf"]["@id"], series["@id"]);
    let publisher = node(&files, "index.html", "Organization");
    assert_eq!(of("publisher")["@id"], publisher["@id"]);
    let english = "articles/2026/robots-at-the-town-hall/index.html";
    let english = node(&files, english, "NewsArticle");
    assert_eq!(english["inLanguage"], "en");
    assert_eq!(english["translationOfWork"]["@id"], of("@id"));
}

#[test]
fn no_date_is_more_precise_than_it_is_known() {
    let files = built("languages");
    let path = "articles/2026/sans-jour/index.html";
    let article = node(&files, path, "NewsArticle");
    assert_eq!(article["datePublished"], "2026-01");
    assert!(article.get("dateModified").is_none(), "{article}");
    let page = String::from_utf8_lossy(&files[path]);
    assert!(!page.contains("published_time"), "{page}");
}

#[test]
fn every_page_for_readers_says_the_way_to_it() {
    for case in ["whole", "languages", "english-below-a-path"] {
        let files = built(case);
        for (path, page) in pages(&files) {
            let is_for_readers = page.contains("rel=\"canonical\"") && !page.contains("noindex");
            if !is_for_readers || path == "index.html" {
                continue;
            }
            let trail = node(&files, path, "BreadcrumbList");
            let steps = trail["itemListElement"].as_array().expect("steps");
            let canonical = format!(
                "<link rel=\"canonical\" href={}>",
                steps[steps.len() - 1]["item"]
            );
            assert!(page.contains(&canonical), "{path}: {trail}");
            for (place, step) in (1..).zip(steps) {
                assert_eq!(step["position"], place, "{path}");
            }
        }
    }
}

#[test]
fn a_form_is_sent_where_the_policy_lets_it() {
    let files = built("languages");
    let headers = String::from_utf8_lossy(&files["_headers"]);
    assert!(
        headers.contains("form-action 'self' https://liste.example;"),
        "{headers}"
    );
    for (path, page) in pages(&files).filter(|(_, page)| page.contains("<main")) {
        assert!(
            page.contains("name=\"EMAIL\" autocomplete=\"email\" required"),
            "{path}"
        );
    }
    assert!(!String::from_utf8_lossy(&built("whole")["index.html"]).contains("<form"));
}

/// What a strict Content-Security-Policy refuses: styles and scripts in the page itself.
#[test]
fn no_page_has_a_style_or_a_script_in_it() {
    for case in ["whole", "languages", "charts", "english-below-a-path"] {
        for (path, page) in pages(&built(case)) {
            for tag in page
                .split('<')
                .skip(1)
                .filter_map(|rest| rest.split('>').next())
            {
                let name = tag.split(' ').next().unwrap_or_default();
                let is_data = tag == "script type=\"application/ld+json\"";
                assert_ne!(name, "style", "{case}/{path}");
                assert!(
                    name != "script" || tag.contains(" src=") || is_data,
                    "{case}/{path}: {tag}"
                );
                assert!(!tag.contains(" style="), "{case}/{path}: {tag}");
                let names = tag.split('"').step_by(2).collect::<String>();
                assert!(!names.contains(" on"), "{case}/{path}: {tag}");
                assert!(!tag.contains("javascript:"), "{case}/{path}: {tag}");
            }
        }
    }
}

/// Width and height of a PNG.
#[cfg(feature = "cards")]
fn size_of(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
#[cfg(feature = "cards")]
fn every_article_and_edition_has_its_card() {
    for (case, base) in [
        ("languages", "https://lettre.example/"),
        ("english-below-a-path", "https://host.example/briefing/"),
    ] {
        let files = built(case);
        let mut named = BTreeSet::new();
        for (path, page) in pages(&files) {
            let is_one = page.contains("content=\"article\"");
            let address = page.split("\"og:image\" content=\"").nth(1);
            assert!(!is_one || address.is_some(), "{case}/{path}");
            let Some(address) = address.and_then(|rest| rest.split('"').next()) else {
                continue;
            };
            let card = address.strip_prefix(base).expect(address);
            assert_eq!(size_of(&files[card]), (1200, 630), "{case}/{path}");
            assert!(
                page.contains("\"og:image:width\" content=\"1200\""),
                "{case}/{path}"
            );
            assert!(page.contains("summary_large_image"), "{case}/{path}");
            named.insert(card.to_owned());
        }
        let drawn = files.keys().filter(|path| path.starts_with("cards/"));
        assert_eq!(named, drawn.cloned().collect(), "{case}");
    }
}

#[test]
#[cfg(feature = "cards")]
fn a_card_has_another_address_where_it_shows_something_else() {
    let (mut project, library) = opened(Path::new("tests/site/languages"));
    let cards = |files: &Files| -> BTreeSet<String> {
        let cards = files.keys().filter(|path| path.starts_with("cards/"));
        cards.cloned().collect()
    };
    let before = cards(&files(&project, &library, &project.config));
    project.config.description = "Une autre description.".to_owned();
    let same = cards(&files(&project, &library, &project.config));
    assert_eq!(before, same);
    project.config.title = "Une autre lettre".to_owned();
    let other = cards(&files(&project, &library, &project.config));
    assert_eq!(before.len(), other.len());
    assert!(before.is_disjoint(&other));
    project
        .config
        .sections
        .retain(|section| *section != Section::Cards);
    let left_off = files(&project, &library, &project.config);
    assert!(cards(&left_off).is_empty());
    assert!(!String::from_utf8_lossy(&left_off["index.html"]).contains("og:image"));
}
