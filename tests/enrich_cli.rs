//! `hebdo import`: near duplicates, rights, the editor's own entities, as the command tells them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const STORY: &str = "Le port a mis en service douze grues qui se parlent. Chacune annonce son prochain mouvement, \
et les autres s'écartent. Les dockers, qui craignaient pour leur métier, en surveillent désormais trois \
chacun, et le soir ils rentrent plus tôt. La direction publie chaque mois le nombre des arrêts et leur cause.\n";

fn site() -> TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("hebdo.yaml"), "title: Essai\n").unwrap();
    site
}

fn put(site: &Path, name: &str, text: &str) -> String {
    let path = site.join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn import(site: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("hebdo").unwrap();
    command.arg("--root").arg(site).arg("import").args(args);
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    support::plain(&String::from_utf8_lossy(&output.stdout))
}

fn err(output: &Output) -> String {
    support::plain(&String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_near_duplicate_is_told_and_imported() {
    let site = site();
    let root = site.path();
    let first = put(
        root,
        "a.txt",
        &format!("Le 2 mars 2026\n\nDouze grues au port\n\n{STORY}"),
    );
    let other = put(
        root,
        "b.txt",
        &format!(
            "Le 3 mars 2026\n\nLe port change ses grues\n\nUne phrase de plus ouvre ce texte-ci.\n\n{STORY}"
        ),
    );
    let alone = put(
        root,
        "c.txt",
        "Le 4 mars 2026\n\nUn autre sujet\n\nLa mairie a planté des haies le long de la rivière, et les enfants des écoles les ont comptées une à une, avec leurs maîtres et deux jardiniers de la ville.\n",
    );
    let within = import(root, &["--dry-run", &first, &other, &alone]);
    assert_eq!(
        out(&within).matches("warning: ").count(),
        1,
        "{}",
        out(&within)
    );
    assert!(import(root, &[&first]).status.success());
    let against = import(root, &[&other, &alone]);
    let told = out(&against);
    let line = told
        .lines()
        .find(|line| line.contains("warning: "))
        .unwrap();
    assert!(
        line.contains("2026-03-03-le-port-change-ses-grues.md is a near duplicate of"),
        "{line}"
    );
    assert!(
        line.contains("2026-03-02-douze-grues-au-port.md") && line.contains("% of its text"),
        "{line}"
    );
    assert_eq!(told.matches("warning: ").count(), 1, "{told}");
    assert!(against.status.success());
    assert!(
        root.join("content/articles/2026/2026-03-03-le-port-change-ses-grues.md")
            .exists()
    );
}

#[test]
fn near_duplicates_stand_in_json_and_not_against_the_files_that_are_replaced() {
    let site = site();
    let root = site.path();
    let first = put(
        root,
        "a.txt",
        &format!("Le 2 mars 2026\n\nDouze grues au port\n\n{STORY}"),
    );
    let other = put(
        root,
        "b.txt",
        &format!("Le 3 mars 2026\n\nLe port change ses grues\n\n{STORY}"),
    );
    import(root, &[&first]);
    let again = import(root, &["--force", "--format", "json", &first, &other]);
    let json: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(json[0]["near"], serde_json::json!([]));
    assert_eq!(json[1]["near"][0]["percent"], 100);
    assert!(
        json[1]["near"][0]["near"]
            .as_str()
            .unwrap()
            .ends_with("2026-03-02-douze-grues-au-port.md")
    );
}

#[test]
fn whose_rights_nobody_stated_is_told_in_a_line() {
    let site = site();
    let root = site.path();
    let wire = put(
        root,
        "a.txt",
        &format!("Douze grues au port\n\nPARIS, 2 mars 2026 (AFP) - {STORY}"),
    );
    let nobody = put(
        root,
        "b.txt",
        &format!("Le 3 mars 2026\n\nLe port change ses grues\n\n{STORY}"),
    );
    let told = err(&import(root, &["--dry-run", &wire, &nobody]));
    assert!(
        told.contains("published in full, rights not stated: AFP (1), source unknown (1);"),
        "{told}"
    );
    assert_eq!(
        err(&import(
            root,
            &["--dry-run", "--rights", "quote", &wire, &nobody]
        )),
        ""
    );
    fs::write(
        root.join("hebdo.yaml"),
        "import: { rights: { sources: { AFP: quote } } }\n",
    )
    .unwrap();
    let told = err(&import(root, &[&wire, &nobody]));
    assert!(told.contains("not stated: source unknown (1);"), "{told}");
    let draft =
        fs::read_to_string(root.join("content/articles/2026/2026-03-02-douze-grues-au-port.md"))
            .unwrap();
    assert!(draft.contains("\nrights: quote\n"), "{draft}");
}

#[test]
fn settings_of_import_are_checked() {
    let site = site();
    let root = site.path();
    let text = put(root, "a.txt", STORY);
    for (settings, says) in [
        (
            "import:\n  entities:\n    - { name: « » }\n",
            "is no name to look for",
        ),
        (
            "import:\n  entities:\n    - { name: Brindille, ticker: brnd }\n",
            "is not a ticker; write it like AMZN.O",
        ),
        ("import:\n  rights: { default: all }\n", "hebdo.yaml:2:22"),
        ("import:\n  right: {}\n", "right"),
    ] {
        fs::write(root.join("hebdo.yaml"), settings).unwrap();
        let output = import(root, &["--dry-run", &text]);
        assert_eq!(output.status.code(), Some(1), "{settings}");
        assert!(err(&output).contains(says), "{settings}\n{}", err(&output));
    }
}

#[test]
fn a_ticker_stands_on_the_pages_of_its_article_and_entity() {
    let site = site();
    let root = site.path();
    let text = put(
        root,
        "a.txt",
        "Le 2 mars 2026\n\nDouze grues au port\n\nLe port achète douze grues à Brindille BRND.PA, qui les livrera en avril, si la mer le veut bien.\n",
    );
    assert!(import(root, &["--rights", "full", &text]).status.success());
    let mut build = Command::cargo_bin("hebdo").unwrap();
    assert!(
        build
            .arg("--root")
            .arg(root)
            .arg("build")
            .output()
            .unwrap()
            .status
            .success()
    );
    for page in ["articles/2026/douze-grues-au-port", "acteurs/brindille"] {
        let html = fs::read_to_string(root.join("public").join(page).join("index.html")).unwrap();
        assert!(
            html.contains(r#"<small class="ticker">BRND.PA</small>"#),
            "{page}"
        );
    }
}

#[test]
fn what_no_key_holds_is_on_no_page() {
    let site = site();
    let root = site.path();
    let text = put(
        root,
        "a.md",
        &format!("---\ntitle: Douze grues\ndate: 2026-03-02\nsecret-key: une-valeur\n---\n{STORY}"),
    );
    assert!(import(root, &["--rights", "full", &text]).status.success());
    let mut build = Command::cargo_bin("hebdo").unwrap();
    assert!(
        build
            .arg("--root")
            .arg(root)
            .arg("build")
            .output()
            .unwrap()
            .status
            .success()
    );
    let mut pages = walkdir::WalkDir::new(root.join("public"))
        .into_iter()
        .flatten();
    let told = pages.find(|page| {
        fs::read(page.path())
            .is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains("une-valeur"))
    });
    assert!(told.is_none(), "{told:?}");
}
