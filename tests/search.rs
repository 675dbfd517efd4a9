//! Search: what its index holds and never holds, and when it is made again.

#![cfg(feature = "search")]
#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A newsletter in a temporary folder.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(TempDir::new().expect("a folder"));
        site.write(
            "hebdo.yaml",
            "title: \"La lettre\"\nbase_url: https://example.org\n",
        );
        site.article(
            "loi",
            "tags: [régulation]\n",
            "Une œuvre et l’Été.\n\n- un **point**",
        );
        site.article(
            "cite",
            "rights: quote\nsummary: \"Resume-public.\"\n",
            SECRET,
        );
        site.article("essai", "draft: true\n", "Brouillon-secret.");
        site
    }

    fn article(&self, name: &str, keys: &str, body: &str) {
        let text = format!("---\ntitle: \"Titre {name}\"\ndate: 2026-01-28\n{keys}---\n\n{body}\n");
        self.write(&format!("content/articles/{name}.md"), &text);
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }

    /// What a build says.
    fn build(&self) -> String {
        let run = Command::cargo_bin("hebdo")
            .expect("the binary")
            .args(["build", "--today", "2026-02-02", "--root"])
            .arg(self.0.path())
            .output()
            .expect("runs");
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        String::from_utf8_lossy(&run.stdout).into_owned()
    }

    /// The files below a folder of the site, by path.
    fn files(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let folder = self.0.path().join("public").join(folder);
        let entries = walkdir::WalkDir::new(&folder).into_iter().flatten();
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let path = entry.path().strip_prefix(&folder).expect("inside");
                (path.to_owned(), fs::read(entry.path()).expect("read"))
            })
            .collect()
    }

    /// All words of the index, as they are shown and as they are found.
    fn words(&self) -> String {
        let texts = self.files("pagefind");
        texts
            .iter()
            .map(|(path, bytes)| unpacked(path, bytes))
            .collect()
    }
}

const SECRET: &str =
    "Corps-reserve.\n\n## Pour les décideurs\n\n- **Entreprises** : Conseil-public.";

fn unpacked(path: &Path, bytes: &[u8]) -> String {
    let is_of_index = path
        .extension()
        .is_some_and(|e| e.to_string_lossy().starts_with("pf_"));
    let mut text = Vec::new();
    if is_of_index {
        flate2::read::GzDecoder::new(bytes)
            .read_to_end(&mut text)
            .expect("gzip");
    }
    String::from_utf8_lossy(&text).into_owned()
}

#[test]
fn an_index_holds_what_may_be_published() {
    let site = Site::new();
    site.build();
    let words = site.words();
    for there in [
        "Une œuvre",
        "un point",
        "Resume-public",
        "Conseil-public",
        "/articles/2026/loi/",
    ] {
        assert!(words.contains(there), "{there} is missing");
    }
    let words = words.to_lowercase();
    for reserved in ["corps-reserve", "corpsreserv", "brouillon"] {
        assert!(!words.contains(reserved), "{reserved} is there");
    }
}

#[test]
fn nothing_is_shipped_that_the_page_does_not_read() {
    let site = Site::new();
    site.build();
    let names: Vec<String> = site
        .files("pagefind/1")
        .keys()
        .map(|p| p.to_string_lossy().into_owned())
        .collect();
    let is_known = |name: &String| {
        let ends = [".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta"];
        let names = ["pagefind.js", "pagefind-entry.json", "wasm.fr.pagefind"];
        ends.iter().any(|end| name.ends_with(end)) || names.contains(&name.as_str())
    };
    assert!(names.iter().all(is_known), "{names:?}");
    assert!(site.files("").contains_key(Path::new("search.js")));
}

#[test]
fn an_index_is_left_alone_where_no_article_changed() {
    let site = Site::new();
    site.build();
    assert!(site.build().contains("(0 written, 0 removed)"));
    let made = site.files("pagefind");
    site.article("loi", "tags: [régulation]\n", "Un autre texte.");
    site.build();
    let changed = site.files("pagefind");
    assert!(made != changed, "the index is not made again");
    let clean = Site::new();
    clean.article("loi", "tags: [régulation]\n", "Un autre texte.");
    clean.build();
    assert!(
        clean.files("") == site.files(""),
        "it is not what a clean build makes"
    );
}

#[test]
fn a_site_without_search_has_nothing_of_it() {
    let site = Site::new();
    site.write(
        "hebdo.yaml",
        "title: \"La lettre\"\nsections: [themes, archives]\n",
    );
    site.build();
    let files = site.files("");
    let of_search = [
        "recherche/index.html",
        "search.js",
        "pagefind/1/pagefind.js",
    ];
    for name in of_search {
        assert!(!files.contains_key(Path::new(name)), "{name} is there");
    }
    assert!(!String::from_utf8_lossy(&files[Path::new("index.html")]).contains("recherche"));
}
