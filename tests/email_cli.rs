//! `hebdo email`, run as people run it: the files, the report, the exit status.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A copy of a newsletter of `tests/email/` in a temporary folder.
struct Letter(TempDir);

struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Letter {
    fn of(case: &str) -> Self {
        let letter = Self(TempDir::new().expect("a folder"));
        let from = Path::new("tests/email").join(case);
        for entry in walkdir::WalkDir::new(&from) {
            let entry = entry.expect("an entry");
            let name = entry.path().strip_prefix(&from).expect("inside");
            let to = letter.path(name);
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).expect("a folder");
            } else {
                fs::copy(entry.path(), to).expect("a file");
            }
        }
        letter
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    fn email(&self, args: &[&str]) -> Run {
        let output = Command::cargo_bin("hebdo")
            .expect("the binary")
            .arg("email")
            .args(args)
            .args(["--today", "2026-12-31", "--root"])
            .arg(self.0.path())
            .output()
            .expect("runs");
        let text = |bytes: &[u8]| support::plain(&String::from_utf8_lossy(bytes));
        Run {
            status: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// What `email/` holds.
    fn written(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path("email")) else {
            return Vec::new();
        };
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Run {
    fn is(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}{}", self.out, self.err);
        self
    }
}

#[test]
fn three_files_and_a_report() {
    let letter = Letter::of("audience");
    let run = letter.email(&["2026-W06"]).is(0);
    assert_eq!(
        letter.written(),
        ["2026-W06.eml", "2026-W06.html", "2026-W06.txt"]
    );
    for words in [
        "subject    Semaine\u{a0}6",
        "preheader  Un essai pour tous",
        "KB of HTML",
        "1 story, 0 images, 7 links",
    ] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    letter
        .email(&["2026-W06", "--audience", "entreprises"])
        .is(0);
    assert!(letter.path("email/2026-W06-entreprises.eml").is_file());
    let elsewhere = letter.path("elsewhere/deep");
    letter
        .email(&["2026-w06", "--out", &elsewhere.display().to_string()])
        .is(0);
    for name in ["2026-W06.eml", "2026-W06.html", "2026-W06.txt"] {
        let bytes = |folder: &Path| fs::read(folder.join(name)).expect(name);
        assert_eq!(bytes(&elsewhere), bytes(&letter.path("email")));
    }
}

#[test]
fn bad_input_is_told_once_and_writes_nothing() {
    let cases: &[(&str, &[&str], i32, &[&str])] = &[
        (
            "audience",
            &["2026-W09"],
            1,
            &["there is no edition 2026-W09", "the nearest: 2026-W06"],
        ),
        ("audience", &["2026-W60"], 2, &["its last one is 2026-W53"]),
        (
            "audience",
            &["2026-W06", "--audience", "entreprise"],
            2,
            &["« entreprise »", "entreprises, pouvoirs-publics"],
        ),
        (
            "audience",
            &["2026-W06", "--base-url", "http://lettre.example"],
            1,
            &["https", "--base-url"],
        ),
        ("no-stories", &["2026-W06"], 1, &["has no story"]),
        (
            "unset",
            &["2026-W06"],
            1,
            &["from:", "unsubscribe:", "sender:"],
        ),
        ("not-https", &["2026-W06"], 1, &["base_url"]),
        (
            "subject-of-two-lines",
            &["2026-W06"],
            1,
            &["2026-W06.md", "one line"],
        ),
        (
            "missing-pictures",
            &["2026-W06"],
            1,
            &["/absente.png", "/sans.png", "2 errors"],
        ),
        (
            "template-with-a-watcher",
            &["2026-W06"],
            1,
            &[
                "too small to be seen",
                "sends readers on",
                "nothing was written",
            ],
        ),
    ];
    for (case, args, status, said) in cases {
        let letter = Letter::of(case);
        let run = letter.email(args).is(*status);
        for words in *said {
            assert!(
                run.err.contains(words),
                "{case}: « {words} » is not in\n{}",
                run.err
            );
        }
        assert!(
            letter.written().is_empty(),
            "{case}: {:?}",
            letter.written()
        );
    }
}

#[test]
fn a_check_writes_nothing_and_fails_where_something_is_found() {
    let letter = Letter::of("audience");
    let run = letter.email(&["2026-W06", "--check"]).is(0);
    assert!(
        run.out.contains("0 findings") && run.out.contains("not tested: Free"),
        "{}",
        run.out
    );
    let poor = Letter::of("template-that-some-lack");
    let run = poor.email(&["2026-W06", "--check"]).is(1);
    assert!(
        run.err.contains("templates/email/footer.html:1:") && run.err.contains("Outlook"),
        "{}",
        run.err
    );
    assert!(letter.written().is_empty() && poor.written().is_empty());
    poor.email(&["2026-W06"]).is(0);
    assert_eq!(poor.written().len(), 3);
}
