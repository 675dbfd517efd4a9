//! `hebdo import` with the settings of `import:` and with `--explain`, on the real binary; and raw texts
//! that no article is like.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use hebdo::import::{self, Options, Raw};
use tempfile::TempDir;

const TEXT: &str = "\
La régie compte ses fuites

Publié le 3 mars 2026

La régie de Belleau compte ses fuites depuis l'automne, quartier par quartier, et publie le relevé.

Ce que ça nous dit

- Regardez votre compteur la nuit.
- Publiez le relevé.

Réclame : une carafe offerte
";

/// A newsletter with these settings and the text; what `hebdo` says of it, and its status.
fn hebdo(settings: &str, args: &[&str]) -> (String, String, Option<i32>) {
    let dir = TempDir::new().expect("a folder");
    fs::write(dir.path().join("hebdo.yaml"), settings).expect("settings");
    fs::write(dir.path().join("fuites.txt"), TEXT).expect("a text");
    let run = Command::cargo_bin("hebdo")
        .expect("the binary")
        .current_dir(dir.path())
        .args(args)
        .output()
        .expect("a run");
    let draft = dir
        .path()
        .join("content/articles/2026/2026-03-03-la-regie-compte-ses-fuites.md");
    let said =
        String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    (said, read(&draft), run.status.code())
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

#[test]
fn the_editors_own_words_are_understood() {
    let (_, plain, _) = hebdo("title: A\n", &["import", "fuites.txt"]);
    assert!(plain.contains("## Ce que ça nous dit\n"), "{plain}");
    assert!(plain.contains("une carafe offerte"), "{plain}");
    let own = "import:\n  takeaways: [Ce que ça nous dit]\n  furniture: [réclame]\n";
    let (_, draft, _) = hebdo(own, &["import", "fuites.txt"]);
    assert!(
        draft.contains("## Pour les décideurs\n\n- Regardez"),
        "{draft}"
    );
    assert!(!draft.contains("carafe"), "{draft}");
}

#[test]
fn mistakes_in_these_words_are_told_with_their_place() {
    let settings =
        "title: A\nimport:\n  takeaways: [Notre avis, \"…\"]\n  key_points: [notre avis]\n";
    let (said, draft, status) = hebdo(settings, &["import", "fuites.txt"]);
    assert_eq!((status, draft.as_str()), (Some(1), ""), "{said}");
    assert!(said.contains("« … » has no letters"), "{said}");
    assert!(said.contains("« notre avis » stands here twice"), "{said}");
    assert!(said.contains("hebdo.yaml:3:"), "{said}");
    let (said, _, _) = hebdo("import:\n  takeway: [Avis]\n", &["import", "fuites.txt"]);
    assert!(said.contains("takeaways"), "{said}");
}

#[test]
fn explain_tells_each_block_and_strikes_out_what_was_dropped() {
    let own = "import:\n  furniture: [réclame]\n";
    let (said, _, _) = hebdo(own, &["import", "--dry-run", "--explain", "fuites.txt"]);
    assert!(
        said.contains("     1  title            La régie compte ses fuites  ("),
        "{said}"
    );
    assert!(
        said.contains(
            "    12  dropped          ~~Réclame : une carafe offerte~~  (page furniture)"
        ),
        "{said}"
    );
    let (quiet, _, _) = hebdo(own, &["import", "--dry-run", "fuites.txt"]);
    assert!(!quiet.contains("~~"), "{quiet}");
    let (json, _, _) = hebdo(
        own,
        &[
            "import",
            "--dry-run",
            "--explain",
            "--format",
            "json",
            "fuites.txt",
        ],
    );
    assert!(json.contains("\"decisions\": ["), "{json}");
    assert!(json.contains("\"class\": \"title\""), "{json}");
}

#[test]
fn odd_texts_lose_nothing() {
    let word = "mot".repeat(350_000);
    let bullets = "- un point parmi d'autres\n".repeat(10_000);
    let deep: String = (0..2000)
        .map(|n| format!("{}- point {n}\n", " ".repeat(n % 40)))
        .collect();
    let numbers = "1\nUn titre court\n".repeat(3000);
    let fences = "```\nx\n".repeat(5_000);
    let quotes = "> une ligne citée\n".repeat(1_000);
    let head = "Un titre avec <script>alert(1)</script> et ../../chemin\n\n---\ntitle: faux\n---\n\nUne phrase de prose, assez longue pour en être une, suit ici.\n".to_owned();
    let controls = "Un titre\u{7}\u{1b}[31m rouge\n\nUne phrase de prose, assez longue pour en être une, suit ici.\n".to_owned();
    for text in [word, bullets, deep, numbers, fences, quotes, head, controls] {
        let raw = Raw {
            name: "-",
            bytes: text.as_bytes(),
        };
        let items = import::unpack(&raw).expect("a text");
        let import = import::read(&items[0], &Options::default());
        let beginning: String = text.chars().take(40).collect();
        if let Err(error) = &import {
            assert!(
                !format!("{error:?}").contains("fault of hebdo"),
                "{beginning}: {error:?}"
            );
        }
        for draft in import.iter().flat_map(|import| &import.drafts) {
            assert!(!draft.path().contains(".."), "{}", draft.path());
            assert!(draft.to_markdown().is_ok(), "{beginning}");
        }
    }
}
