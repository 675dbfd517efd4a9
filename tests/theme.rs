//! `hebdo theme` and a site's own files in place of hebdo's, with the real binary.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn hebdo(root: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("hebdo").expect("a binary");
    let output = command.arg("--root").arg(root).args(arguments).output();
    let output = output.expect("a run");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let status = output.status.code().unwrap_or(-1);
    (status, text(&output.stdout), text(&output.stderr))
}

fn newsletter() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("hebdo.yaml"), "title: Lettre\n").expect("settings");
    let articles = folder.path().join("content/articles");
    fs::create_dir_all(&articles).expect("a folder");
    let article = "---\ntitle: Un titre\ndate: 2026-01-28\n---\n\nUn texte.\n";
    fs::write(articles.join("2026-01-28-un-titre.md"), article).expect("an article");
    folder
}

#[test]
fn a_file_is_copied_out_and_never_written_over() {
    let site = newsletter();
    let (status, told, _) = hebdo(site.path(), &["theme", "eject", "article.html"]);
    assert_eq!(status, 0);
    let file = site.path().join("templates/article.html");
    assert_eq!(told.trim_end(), file.to_string_lossy());
    let text = fs::read_to_string(&file).expect("a template");
    assert_eq!(text, include_str!("../templates/article.html"));
    fs::write(&file, "mine").expect("written");
    let both = ["theme", "eject", "style.css", "templates/article.html"];
    let (status, _, told) = hebdo(
        site.path(),
        &["theme", "eject", "static/style.css", both[3]],
    );
    assert_eq!(status, 1);
    assert!(told.contains("--force writes over it"), "{told}");
    assert_eq!(fs::read_to_string(&file).expect("a template"), "mine");
    assert!(!site.path().join("static").exists(), "all or nothing");
    let (status, ..) = hebdo(site.path(), &["theme", "eject", "--force", both[3]]);
    assert_eq!(
        (status, fs::read_to_string(&file).expect("a template")),
        (0, text)
    );
}

#[test]
fn names_are_listed_and_what_was_meant_is_told() {
    let site = newsletter();
    hebdo(site.path(), &["theme", "eject", "parts/card.html"]);
    let (_, listed, _) = hebdo(site.path(), &["theme", "list"]);
    for line in [
        "* templates/parts/card.html",
        "  static/style.css",
        "  data/strings/fr.yaml",
    ] {
        assert!(
            listed.lines().any(|one| one == line),
            "{line} is not in\n{listed}"
        );
    }
    assert_eq!(hebdo(site.path(), &["theme", "eject"]).1, listed);
    let (status, _, told) = hebdo(site.path(), &["theme", "eject", "artcle.html"]);
    assert_eq!(status, 2);
    assert!(
        told.contains("did you mean templates/article.html"),
        "{told}"
    );
    let (status, _, told) = hebdo(site.path(), &["theme", "eject", "edition.html"]);
    assert_eq!(status, 2);
    assert!(told.contains("templates/edition.html or "), "{told}");
}

#[test]
fn a_site_replaces_one_file_at_a_time() {
    let site = newsletter();
    let part = site.path().join("templates/parts/byline.html");
    fs::create_dir_all(part.parent().expect("a folder")).expect("a folder");
    fs::write(&part, "<p>la mienne : {{ story.title }}</p>\n").expect("written");
    assert_eq!(hebdo(site.path(), &["build"]).0, 0);
    let page = site.path().join("public/articles/2026/un-titre/index.html");
    let page = fs::read_to_string(page).expect("a page");
    assert!(page.contains("<p>la mienne : Un titre</p>"), "{page}");
    assert!(
        page.contains("<p class=\"nameplate\">"),
        "the rest is hebdo's: {page}"
    );
    fs::write(&part, "{{ story.tilte }}").expect("written");
    let (status, _, told) = hebdo(site.path(), &["build"]);
    assert_eq!(status, 1);
    let told = told.replace('\\', "/");
    assert!(told.contains("templates/parts/byline.html:1:10"), "{told}");
    assert!(
        told.contains("did you mean `title`? there are fields: ai, authors"),
        "{told}"
    );
}

#[test]
fn a_site_says_it_in_words_of_its_own() {
    let site = newsletter();
    let (status, ..) = hebdo(site.path(), &["theme", "eject", "data/strings/fr.yaml"]);
    assert_eq!(status, 0);
    assert_eq!(
        hebdo(site.path(), &["build"]).0,
        0,
        "hebdo's own table fits"
    );
    let words = site.path().join("data/strings/fr.yaml");
    let own =
        "texts:\n  latest_edition: Cette semaine\n  skip: Au texte\ndates: { first: premier }\n";
    fs::write(&words, own).expect("written");
    let (status, told, _) = hebdo(site.path(), &["build"]);
    assert_eq!(status, 0);
    assert!(!told.contains("(0 written"), "every page has words: {told}");
    let page = fs::read_to_string(site.path().join("public/index.html")).expect("a page");
    assert!(page.contains(">Au texte</a>"), "{page}");
    assert!(
        page.contains("Thèmes") || page.contains("Rubriques"),
        "the rest is hebdo's: {page}"
    );
}

#[test]
fn what_is_wrong_with_words_is_told_in_one_run() {
    let site = newsletter();
    let words = site.path().join("data/strings/fr.yaml");
    fs::create_dir_all(words.parent().expect("a folder")).expect("a folder");
    let own = "texts:\n  latest_editon: Ici\n  page_of: page {nombre}\n  skip: [a, b]\ntxts: {}\nfigures: { group: . }\n";
    fs::write(&words, own).expect("written");
    let (status, _, told) = hebdo(site.path(), &["build"]);
    assert_eq!(status, 1);
    for line in [
        "data/strings/fr.yaml:2:3",
        "did you mean `latest_edition`?",
        "data/strings/fr.yaml:3:3",
        "nothing fills in `{nombre}` here",
        "what is filled in: {number}, {of}",
        "data/strings/fr.yaml:4:3",
        "data/strings/fr.yaml:5:1",
        "did you mean `texts`?",
        "data/strings/fr.yaml:6:1",
        "5 errors",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
}

#[test]
fn a_newsletter_names_the_schema_of_its_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("lettre");
    let mut command = Command::cargo_bin("hebdo").expect("a binary");
    command.arg("init").arg(&site).assert().success();
    let settings = fs::read_to_string(site.join("hebdo.yaml")).expect("settings");
    let first = settings.lines().next().unwrap_or_default();
    let schema = first
        .strip_prefix("# yaml-language-server: $schema=")
        .expect(first);
    let schema = fs::read_to_string(site.join(schema)).expect("a schema");
    assert_eq!(hebdo(&site, &["schema", "config"]).1, schema);
    assert_eq!(hebdo(&site, &["build"]).0, 0);
}
