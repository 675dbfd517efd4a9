//! `hebdo check` and `hebdo status`, run as an editor runs them before Friday.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

const LAW: &str = "---
title: \"La loi\"
date: 2026-01-28
source: { name: Gazette }
---

Voir [la suite](/articles/2026/absent/), [l'usine](/articles/2026/usine/),
[le détail](#nulle-part) et [ailleurs](https://example.com/x).

![](/photo.png)

## Pour les décideurs

- **Entreprises** : relire.
- Il faut y penser.
";

const PLANT: &str = "---
title: \"L'usine\"
date: 2026-01-29
---

Texte.
";

const DRAFT: &str = "---
title: \"Le décret\"
date: 2026-01-30
todo: [\"source: qui le publie ?\"]
imported: { from: decret.txt, hash: 0123456789abcdef }
---

Texte.
";

const UNDATED: &str = "---
title: \"Sans date\"
todo: [\"date: the text says « mardi », no year\"]
imported: { from: mardi.txt, hash: fedcba9876543210 }
---

Texte.
";

fn newsletter() -> TempDir {
    let dir = TempDir::new().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    };
    write(
        "hebdo.yaml",
        "title: \"La lettre\"\nbase_url: https://example.org/lettre\n",
    );
    write("static/photo.png", "");
    write("content/articles/2026/2026-01-28-loi.md", LAW);
    write("content/articles/2026/2026-01-29-usine.md", PLANT);
    write("content/articles/2026/2026-01-30-decret.md", DRAFT);
    write("content/articles/undated/sans-date.md", UNDATED);
    dir
}

/// Exit status and standard output.
fn hebdo(dir: &TempDir, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("hebdo").expect("the binary");
    let command = command.args(args).args(["--today", "2026-02-02", "--root"]);
    let output = command.arg(dir.path()).output().expect("runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code(), text)
}

#[test]
fn check_names_the_line_of_each_finding() {
    let (status, found) = hebdo(&newsletter(), &["check", "--format", "github"]);
    let expected = "\
::error file=content/articles/2026/2026-01-28-loi.md,line=7,col=17::the link « /lettre/articles/2026/absent/ » leads to no page or file of this site";
    assert!(found.starts_with(expected), "{found}");
    let places: Vec<&str> = found
        .lines()
        .filter_map(|line| line.split("::").nth(1))
        .collect();
    assert_eq!(
        places,
        [
            "error file=content/articles/2026/2026-01-28-loi.md,line=7,col=17",
            "error file=content/articles/2026/2026-01-28-loi.md,line=8,col=13",
            "error file=content/articles/2026/2026-01-28-loi.md,line=10,col=5",
            "warning file=content/articles/2026/2026-01-28-loi.md,line=15,col=3",
            "warning file=content/articles/2026/2026-01-29-usine.md",
            "warning file=content/articles/2026/2026-01-29-usine.md",
            "warning file=content/articles/2026/2026-01-30-decret.md,line=4,col=9",
            "warning file=content/articles/undated/sans-date.md,line=3,col=9",
        ]
    );
    assert_eq!(status, Some(1));
}

#[test]
fn check_passes_what_is_in_order() {
    let dir = TempDir::new().expect("a folder");
    let mut command = Command::cargo_bin("hebdo").expect("the binary");
    command
        .arg("init")
        .arg(dir.path().join("n"))
        .assert()
        .success();
    let mut command = Command::cargo_bin("hebdo").expect("the binary");
    command
        .args(["check", "--root"])
        .arg(dir.path().join("n"))
        .assert()
        .success();
}

#[test]
fn check_speaks_json() {
    let (_, found) = hebdo(&newsletter(), &["check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
    assert_eq!(found[2]["path"], "content/articles/2026/2026-01-28-loi.md");
    assert_eq!(found[2]["level"], "error");
    assert_eq!(found[2]["line"], 10);
    assert_eq!(found[4]["line"], serde_json::Value::Null);
}

#[test]
fn status_shows_the_week_with_its_holes() {
    let (status, screen) = hebdo(&newsletter(), &["status", "2026-W05"]);
    assert_eq!(status, Some(0));
    assert_eq!(
        screen,
        "\
2026-W05 · 2026-01-26 to 2026-02-01 · 3 stories · not ready
no introduction yet: hebdo new edition 2026-W05

     state    source   Entreprises  Pouvoirs publics  everyone  story
  1  ready    Gazette  1            –                 1         La loi
  2  ready    –        –            –                 –         L'usine
  3  1 to do  –        –            –                 –         Le décret

left to do before it is published:
  content/articles/2026/2026-01-30-decret.md
    todo: source: qui le publie ?
    → settle it in the file, then take its line out of `todo:`

drafts without title or date, in no week yet:
  content/articles/undated/sans-date.md
    todo: date: the text says « mardi », no year
    → write `date:` in it, or hebdo import mardi.txt --date … --force

published in full, rights not stated: Gazette (1), source unknown (1); state `rights: full` or `rights: quote`
"
    );
}

#[test]
fn status_of_a_week_without_stories_names_others() {
    let (_, screen) = hebdo(&newsletter(), &["status"]);
    let expected = "2026-W06 · 2026-02-02 to 2026-02-08 · 0 stories · not ready";
    assert!(screen.starts_with(expected), "{screen}");
    assert!(
        screen.contains("the newest editions with stories: 2026-W05"),
        "{screen}"
    );
}
