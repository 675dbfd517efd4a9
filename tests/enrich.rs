//! What import adds to a head (entities, tickers, themes, rights), and Markdown as input.
//!
//! A folder `tests/enrich/<case>/` is a test: `input/` holds one file under its own name, `hebdo.yaml` the
//! settings where there are any, `expected/` each draft at its path and `report.txt`, or `error.txt`.
//! `UPDATE_EXPECTED=1 cargo test --test enrich` rewrites what is expected; read the difference.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hebdo::diag::Diagnostics;
use hebdo::import::{self, Draft, Import, Options, Raw};
use hebdo::model::Config;
use proptest::prelude::*;

#[test]
fn every_case_gives_what_is_expected() {
    support::each_case("tests/enrich", |case| {
        let found = files(case);
        let expected = case.join("expected");
        if std::env::var_os("UPDATE_EXPECTED").is_some() && expected.exists() {
            fs::remove_dir_all(&expected).unwrap();
        }
        for (path, text) in &found {
            let path = expected.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            support::compare(&path, text);
        }
        let there = walkdir::WalkDir::new(&expected).into_iter().flatten();
        let count = there.filter(|entry| entry.file_type().is_file()).count();
        assert_eq!(count, found.len(), "{} has other files", expected.display());
    });
}

fn input(case: &Path) -> PathBuf {
    let mut files = fs::read_dir(case.join("input")).unwrap();
    files.next().unwrap().unwrap().path()
}

fn options(case: &Path) -> Options {
    let text = fs::read_to_string(case.join("hebdo.yaml")).unwrap_or_else(|_| "{}".to_owned());
    let config: Config = serde_yaml::from_str(&text).unwrap();
    Options {
        settings: config.import,
        ..Options::default()
    }
}

/// What an import of the case gives, as files.
fn files(case: &Path) -> BTreeMap<String, String> {
    let path = input(case);
    let bytes = fs::read(&path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    match read(&name, &bytes, &options(case)) {
        Ok(import) => written(&import),
        Err(error) => BTreeMap::from([("error.txt".to_owned(), support::plain(&error) + "\n")]),
    }
}

fn read(name: &str, bytes: &[u8], options: &Options) -> Result<Import, String> {
    let raw = Raw { name, bytes };
    let items = import::unpack(&raw).map_err(|error| Diagnostics::from(error).to_string())?;
    assert_eq!(items.len(), 1, "{name}");
    import::read(&items[0], options).map_err(|error| Diagnostics::from(error).to_string())
}

fn written(import: &Import) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([("report.txt".to_owned(), import.report.to_string())]);
    for draft in &import.drafts {
        files.insert(draft.path(), draft.to_markdown().unwrap());
    }
    if let Some(note) = &import.note {
        files.insert(note.path(), note.to_markdown().unwrap());
    }
    files
}

/// Every expected article of all import tests, as hebdo wrote it.
fn exported() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in ["tests/import", "tests/enrich"] {
        for entry in walkdir::WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter()
            .flatten()
        {
            let path = entry.path();
            let is_draft = path.to_string_lossy().contains("/expected/")
                && path.extension().is_some_and(|e| e == "md");
            if is_draft {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                all.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(all.len() > 60);
    all
}

#[test]
fn what_was_exported_is_imported_byte_for_byte() {
    for (name, text) in exported() {
        let import = read(&name, text.as_bytes(), &Options::default()).unwrap();
        let back = match (&import.drafts[..], &import.note) {
            ([draft], None) => draft.to_markdown().unwrap(),
            ([], Some(note)) => note.to_markdown().unwrap(),
            _ => panic!("{name} became something else"),
        };
        assert_eq!(back, text, "{name}");
    }
}

/// Lines that Markdown reads in many ways.
fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(&[
        "Un compteur",
        "# Titre",
        "## Section ##",
        "* un point",
        "+ un autre",
        "  - dedans",
        "1. d'abord",
        "> cité",
        "    du code",
        "```",
        "---",
        "===",
        "| a | b |",
        "|---|---|",
        "<div>",
        "</div>",
        "<!-- mot",
        "-->",
        "[x]: https://a.test",
        "[^1]: note",
        "fin  ",
        "\\",
        "**gras** _mot_",
        "`code`",
        "Amazon AMZN.O , puis",
        "{{< court >}}",
        "\t\tdeux",
        "* * *",
        "-",
        "+++",
        "1)",
        "<b>mot</b>",
        "&amp;",
    ]);
    prop_oneof![4 => words.prop_map(str::to_owned), 1 => Just(String::new()), 1 => "[ -~é]{0,20}"]
}

/// Lines of prose with tickers in all places.
fn wire() -> impl Strategy<Value = String> {
    let part = prop::sample::select(&[
        "AMD AMD.O",
        "AMD",
        "AMD.O",
        "Le groupe Brindille BRND.PA",
        "Nvidia (NASDAQ: NVDA)",
        "Amazon <AMZN.O>",
        "Alphabet GOOGL.O",
        "Alphabet GOOG.O",
        "(NVDA.O)",
        "a dit que",
        ", puis",
        ".",
        "O",
        "Meta META.O . Meta",
        "l'usine de",
        "**Citi** C.N",
        "GPT-5.2 et Claude 4",
        "9984.T",
        "SoftBank",
        "1. Un",
        "\n",
        "\n\n",
        "• ",
    ]);
    prop::collection::vec(part, 1..25).prop_map(|parts| parts.join(" "))
}

fn import_of(text: &str) -> Result<Draft, TestCaseError> {
    let import = read("a.md", text.as_bytes(), &Options::default());
    let mut drafts = import.map_err(TestCaseError::fail)?.drafts;
    prop_assert_eq!(drafts.len(), 1);
    Ok(drafts.remove(0))
}

proptest! {
    #![proptest_config(support::cases(400))]

    /// Wherever tickers stand, no word is lost on their way to the head (the audit would say so).
    #[test]
    fn tickers_leave_no_word_behind(text in wire()) {
        let text = format!("Une phrase de prose assez longue pour être celle d'un article, et non d'un menu.\n\n{text}\n");
        for name in ["a.txt", "a.md"] {
            let import = read(name, text.as_bytes(), &Options::default());
            prop_assert!(import.is_ok(), "{text}\n{}", import.unwrap_err());
        }
    }

    /// Any Markdown becomes a draft of which no word is lost (the audit says so), and importing the
    /// draft's own file gives the draft again.
    #[test]
    fn a_draft_comes_back_as_it_is(lines in prop::collection::vec(line(), 0..14)) {
        let text = format!("---\ntitle: Un titre\ndate: 2026-02-03\nextra: {{ a: 1 }}\n---\n{}\n", lines.join("\n"));
        let draft = import_of(&text)?;
        let file = draft.to_markdown().map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(import_of(&file)?, draft);
    }
}
