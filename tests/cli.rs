//! The binary, run as people run it: what it prints, its exit status, what it leaves on the disk.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use assert_cmd::Command;
use tempfile::TempDir;

/// A newsletter in a temporary folder.
struct Site {
    dir: TempDir,
}

impl Site {
    /// Two articles of one week and the edition's note.
    fn new() -> Self {
        let site = Self {
            dir: TempDir::new().expect("a folder"),
        };
        site.write(
            "hebdo.yaml",
            "title: \"La lettre\"\nbase_url: https://example.org\n",
        );
        site.write("content/articles/2026/2026-01-28-loi.md", ARTICLE);
        site.write(
            "content/articles/2026/2026-01-29-usine.md",
            "---\ntitle: \"Une usine\"\ndate: 2026-01-29\n---\n\nTexte.\n",
        );
        site.write(
            "content/editions/2026-W05.md",
            "---\ntitle: \"La semaine\"\n---\n\nIntroduction.\n",
        );
        site
    }

    fn root(&self) -> &Path {
        self.dir.path()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }

    fn hebdo(&self, args: &[&str]) -> Run {
        let output = Command::cargo_bin("hebdo")
            .expect("the binary")
            .args(args)
            .arg("--root")
            .arg(self.root())
            .output()
            .expect("runs");
        Run::of(&output)
    }

    fn build(&self) -> Run {
        self.hebdo(&["build", "--today", "2026-02-02"])
    }

    /// Every file of public/ with its bytes and its time of change.
    fn public(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        tree(&self.path("public"))
    }
}

const ARTICLE: &str = "---\ntitle: \"La loi\"\ndate: 2026-01-28\ntags: [régulation]\n---\n\nUn texte.\n\n## Pour les décideurs\n\n- **Entreprises** : relire.\n";

/// Runs the binary in a folder, as people do.
fn hebdo_in(dir: &Path, args: &[&str]) -> Run {
    let mut command = Command::cargo_bin("hebdo").expect("the binary");
    Run::of(&command.current_dir(dir).args(args).output().expect("runs"))
}

struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: &std::process::Output) -> Self {
        let text = |bytes: &[u8]| support::plain(&String::from_utf8_lossy(bytes));
        Self {
            status: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    fn succeeds(self) -> Self {
        assert_eq!(self.status, Some(0), "{}{}", self.out, self.err);
        self
    }

    fn fails(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}{}", self.out, self.err);
        self
    }
}

fn tree(dir: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let files = walkdir::WalkDir::new(dir)
        .into_iter()
        .map(|entry| entry.expect("readable"));
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let changed = entry
                .metadata()
                .expect("metadata")
                .modified()
                .expect("a time");
            let path = entry.path().strip_prefix(dir).expect("inside").to_owned();
            (path, (fs::read(entry.path()).expect("read"), changed))
        })
        .collect()
}

#[test]
fn a_build_says_what_it_made() {
    let site = Site::new();
    let run = site.build().succeeds();
    assert!(
        run.out.starts_with("2 articles, 1 edition, "),
        "{}",
        run.out
    );
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(site.path("public/editions/2026-w05/index.html").is_file());
    assert!(site.path("public/articles/2026/loi/index.html").is_file());
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::new();
    site.build().succeeds();
    let first = site.public();
    let run = site.build().succeeds();
    assert!(run.out.contains("(0 written, 0 removed)"), "{}", run.out);
    assert!(first == site.public(), "a file was written again");
}

#[test]
fn two_folders_give_the_same_bytes() {
    let bytes = |site: &Site| -> BTreeMap<PathBuf, Vec<u8>> {
        site.build().succeeds();
        site.public()
            .into_iter()
            .map(|(path, (bytes, _))| (path, bytes))
            .collect()
    };
    assert!(bytes(&Site::new()) == bytes(&Site::new()));
}

#[test]
fn an_article_that_goes_takes_its_page_along() {
    let site = Site::new();
    site.build().succeeds();
    fs::remove_file(site.path("content/articles/2026/2026-01-29-usine.md")).expect("removed");
    site.build().succeeds();
    assert!(!site.path("public/articles/2026/usine").exists());
    assert!(site.path("public/articles/2026/loi/index.html").is_file());
}

/// What an author can do wrong: a file that is put or replaced, and what the message must hold.
const MISTAKES: &[(&str, &str, &[u8], &[&str])] = &[
    (
        "broken YAML",
        ARTICLE_PATH,
        b"---\ntitle: [a\ndate: 2026-01-28\n---\n",
        &["2026-01-28-loi.md:", "mend the YAML"],
    ),
    (
        "an unknown key",
        ARTICLE_PATH,
        b"---\ntitel: \"a\"\ndate: 2026-01-28\ntitle: b\n---\n",
        &["2026-01-28-loi.md:2:1", "did you mean `title`?"],
    ),
    (
        "a bad date",
        ARTICLE_PATH,
        b"---\ntitle: \"a\"\ndate: 2026-02-31\n---\n",
        &["2026-01-28-loi.md:3:7", "the calendar has no 2026-02-31"],
    ),
    (
        "a missing title",
        ARTICLE_PATH,
        b"---\ndate: 2026-01-28\n---\n",
        &["2026-01-28-loi.md:1:1", "`title` is missing", "add a line"],
    ),
    (
        "a duplicate address",
        "content/articles/2026/2026-03-01-loi.md",
        ARTICLE.as_bytes(),
        &["2026-03-01-loi.md:1:1", "2026-01-28-loi.md", "slug"],
    ),
    (
        "an unknown template variable",
        "templates/404.html",
        b"<p>{{ no_such_thing }}</p>\n",
        &["templates/404.html:1:", "no_such_thing"],
    ),
    (
        "a template that is none",
        "templates/404.html",
        b"<p>{% if %}</p>\n",
        &["templates/404.html:1:"],
    ),
    (
        "a file that is not UTF-8",
        ARTICLE_PATH,
        b"---\ntitle: \"caf\xe9\"\ndate: 2026-01-28\n---\n",
        &["2026-01-28-loi.md:2:12", "not UTF-8", "UTF-8"],
    ),
    (
        "a wrong setting",
        "hebdo.yaml",
        b"title: a\nlang: de\nedition: { closes: lundi }\n",
        &["hebdo.yaml:3:20", "lundi"],
    ),
    (
        "an unknown language",
        "hebdo.yaml",
        b"title: a\nlang: de\n",
        &["hebdo.yaml:2:1", "fr and en"],
    ),
    (
        "an unknown setting",
        "hebdo.yaml",
        b"titre: a\n",
        &["hebdo.yaml:1:1", "did you mean `title`?"],
    ),
    (
        "an address of no site",
        "hebdo.yaml",
        b"base_url: example.org\n",
        &["hebdo.yaml:1:1", "https://"],
    ),
    (
        "a stray file",
        "content/perdu.md",
        ARTICLE.as_bytes(),
        &["content/perdu.md", "content/articles/"],
    ),
    (
        "a static file in a page's place",
        "static/archives/index.html",
        b"<p>",
        &["archives"],
    ),
];

const ARTICLE_PATH: &str = "content/articles/2026/2026-01-28-loi.md";

#[test]
fn each_mistake_is_told_and_leaves_the_site_as_it_was() {
    for (what, path, text, said) in MISTAKES {
        let site = Site::new();
        site.build().succeeds();
        let before = site.public();
        site.write(path, text);
        let run = site.build().fails(1);
        for words in *said {
            assert!(
                run.err.contains(words),
                "{what}: « {words} » is not in\n{}",
                run.err
            );
        }
        assert!(
            run.err.contains("1 error\n"),
            "{what}: one mistake, one message\n{}",
            run.err
        );
        assert!(before == site.public(), "{what}: public/ is not as it was");
    }
}

#[test]
fn content_that_is_missing_is_told() {
    let site = Site::new();
    site.build().succeeds();
    let before = site.public();
    fs::remove_dir_all(site.path("content")).expect("removed");
    let run = site.build().fails(1);
    assert!(
        run.err.contains("content") && run.err.contains("hebdo init"),
        "{}",
        run.err
    );
    assert!(before == site.public());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_told() {
    let site = Site::new();
    site.build().succeeds();
    let before = site.public();
    let path = site.path("content/articles/2026/2026-01-30-lien.md");
    std::os::unix::fs::symlink("nowhere.md", path).expect("a link");
    let run = site.build().fails(1);
    assert!(
        run.err.contains("2026-01-30-lien.md") && run.err.contains("cannot be read"),
        "{}",
        run.err
    );
    assert!(before == site.public());
}

#[test]
fn mistakes_of_all_files_are_told_in_one_run() {
    let site = Site::new();
    site.write("hebdo.yaml", "titre: a\n");
    site.write("templates/404.html", "{% if %}");
    site.write(ARTICLE_PATH, "---\ntitel: a\ndate: 2026-02-31\n---\n");
    let run = site.build().fails(1);
    for words in [
        "hebdo.yaml:1:1",
        "templates/404.html:1:",
        "loi.md:2:1",
        "loi.md:3:7",
        "4 errors",
    ] {
        assert!(
            run.err.contains(words),
            "« {words} » is not in\n{}",
            run.err
        );
    }
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told() {
    let site = Site::new();
    site.write("public", "a file");
    let run = site.build().fails(1);
    assert!(
        run.err.contains("public is a file") && run.err.contains("--out"),
        "{}",
        run.err
    );
}

#[test]
fn somebody_elses_folder_is_not_touched() {
    let site = Site::new();
    site.write("public/photo.jpg", "mine");
    let run = site.build().fails(1);
    assert!(run.err.contains("public"), "{}", run.err);
    assert_eq!(site.public().len(), 1);
}

#[test]
fn drafts_and_the_future_stay_out_unless_asked_for() {
    let site = Site::new();
    site.write(
        "content/articles/2026/2026-01-30-brouillon.md",
        "---\ntitle: \"B\"\ndate: 2026-01-30\ndraft: true\n---\n",
    );
    site.write(
        "content/articles/2026/2026-02-09-demain.md",
        "---\ntitle: \"D\"\ndate: 2026-02-09\n---\n",
    );
    let run = site.build().succeeds();
    assert!(
        run.err.contains("left out: 1 draft, 1 dated after today"),
        "{}",
        run.err
    );
    assert!(
        !site.path("public/articles/2026/brouillon").exists()
            && !site.path("public/articles/2026/demain").exists()
    );
    site.hebdo(&["build", "--today", "2026-02-02", "--drafts", "--future"])
        .succeeds();
    assert!(
        site.path("public/articles/2026/brouillon").exists()
            && site.path("public/articles/2026/demain").exists()
    );
}

#[test]
fn rights_that_nobody_stated_are_named() {
    let site = Site::new();
    site.write(
        "content/articles/2026/2026-01-30-autre.md",
        "---\ntitle: \"A\"\ndate: 2026-01-30\nsource: { name: Le Fil }\n---\n",
    );
    let run = site.build().succeeds();
    assert!(run.err.contains("Le Fil (1)"), "{}", run.err);
}

#[test]
fn base_url_with_a_path_leads_every_link() {
    let site = Site::new();
    site.hebdo(&[
        "build",
        "--today",
        "2026-02-02",
        "--base-url",
        "https://example.org/lettre/",
    ])
    .succeeds();
    let home = fs::read_to_string(site.path("public/index.html")).expect("home");
    assert!(
        home.contains("<h1><a href=\"/lettre/editions/2026-w05/\">La semaine</a></h1>"),
        "{home}"
    );
    assert!(!home.contains("href=\"/editions/"), "{home}");
}

#[test]
fn the_command_line_at_fault_is_status_2() {
    let site = Site::new();
    for args in [
        &["build", "--today", "hier"][..],
        &["build", "--base-url", "example.org"],
        &["new", "edition", "2025-W53"],
        &["import"],
        &["import", "a.txt", "b.txt", "--title", "Un titre"],
        &["import", "a.txt", "--date", "demain"],
        &["new", "article", "…"],
        &["new", "article", "Titre", "--tag", "🎉"],
        &["init", "ailleurs"],
        &["frobnicate"],
        &["completions", "cmd"],
    ] {
        site.hebdo(args).fails(2);
    }
}

#[test]
fn every_command_explains_itself() {
    for command in ["init", "new", "import", "build", "completions"] {
        let run = Site::new().hebdo(&[command, "--help"]).succeeds();
        assert!(run.out.contains("Example"), "{command}: {}", run.out);
        assert!(
            run.out.to_lowercase().contains("reads"),
            "{command}: {}",
            run.out
        );
    }
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let run = Site::new().hebdo(&["completions", shell]).succeeds();
        assert!(
            run.out.contains("import") && run.out.contains("build"),
            "{shell}"
        );
    }
}

#[test]
fn a_new_newsletter_builds_at_once() {
    let site = Site::new();
    let dir = site.path("neuve");
    let dir = dir.to_str().expect("a name");
    hebdo_in(site.root(), &["init", dir]).succeeds();
    let run = hebdo_in(Path::new(dir), &["build"]).succeeds();
    assert!(run.out.starts_with("1 article, 1 edition, "), "{}", run.out);
    assert!(run.out.contains("→ public ("), "{}", run.out);
    assert!(site.path("neuve/public/index.html").is_file());
    let check = hebdo_in(Path::new(dir), &["check"]).succeeds();
    let open = "content/pages/mentions-legales.md:11:25";
    assert!(check.out.contains(open), "{}", check.out);
    assert!(check.out.contains("still to be filled in"), "{}", check.out);
    let again = hebdo_in(site.root(), &["init", dir]).fails(1);
    assert!(again.err.contains("not empty"), "{}", again.err);
}

#[test]
fn our_own_newsletter_has_no_place_left_open() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = hebdo_in(root, &["check", "--today", "2026-12-31"]).succeeds();
    assert!(!run.out.contains("to be filled in"), "{}", run.out);
}

#[test]
fn new_never_writes_over_a_file() {
    let site = Site::new();
    let new = [
        "new",
        "article",
        "L'été : déjà ?",
        "--date",
        "2026-07-01",
        "--tag",
        "saison",
    ];
    let run = hebdo_in(site.root(), &new).succeeds();
    assert_eq!(
        run.out.trim(),
        "content/articles/2026/2026-07-01-l-ete-deja.md"
    );
    let path = site.path(run.out.trim());
    let text = fs::read_to_string(&path).expect("written");
    assert!(
        text.contains("tags: [saison]") && text.contains("draft: true"),
        "{text}"
    );
    site.hebdo(&new).fails(1);
    let taken = site
        .hebdo(&["new", "article", "Loi", "--date", "2026-07-02"])
        .fails(1);
    assert!(taken.err.contains("2026-01-28-loi.md"), "{}", taken.err);
    assert_eq!(fs::read_to_string(&path).expect("still there"), text);
    let there = site.hebdo(&["new", "edition", "2026-W05"]).fails(1);
    assert!(
        there.err.contains("2026-W05.md is there already"),
        "{}",
        there.err
    );
}

#[test]
fn a_note_without_a_word_is_no_edition_yet() {
    let site = Site::new();
    site.hebdo(&["new", "edition", "2026-W02"]).succeeds();
    let run = site.build().succeeds();
    assert!(
        run.out.starts_with("2 articles, 1 edition, "),
        "{}",
        run.out
    );
    let note = fs::read_to_string(site.path("content/editions/2026-W02.md")).expect("the note");
    assert!(note.contains("title: Semaine\u{a0}2 de 2026"), "{note}");
}

#[test]
fn mistakes_are_named_as_seen_from_where_one_stands() {
    let site = Site::new();
    site.write(ARTICLE_PATH, "---\ndate: 2026-01-28\n---\n");
    let below = hebdo_in(&site.path("content"), &["build", "--today", "2026-02-02"]).fails(1);
    let seen = site
        .root()
        .canonicalize()
        .expect("a folder")
        .join(ARTICLE_PATH);
    assert!(
        below.err.contains(&format!("{}:1:1", seen.display())),
        "{}",
        below.err
    );
    let here = hebdo_in(site.root(), &["build", "--today", "2026-02-02"]).fails(1);
    assert!(
        here.err
            .contains("--> content/articles/2026/2026-01-28-loi.md:1:1"),
        "{}",
        here.err
    );
}

#[test]
fn an_edition_that_closes_on_friday_takes_its_week_end_from_the_week_before() {
    let site = Site::new();
    site.write("hebdo.yaml", "title: L\nedition: { closes: friday }\n");
    site.write(
        "content/articles/2026/2026-01-31-samedi.md",
        "---\ntitle: \"Samedi\"\ndate: 2026-01-31\n---\n",
    );
    site.write(
        "content/editions/2026-W06.md",
        "---\ntitle: \"La suivante\"\n---\n\nMot.\n",
    );
    site.hebdo(&["build", "--today", "2026-01-31"]).succeeds();
    let page =
        fs::read_to_string(site.path("public/editions/2026-w06/index.html")).expect("its edition");
    assert!(
        page.contains("Samedi") && page.contains("La suivante"),
        "{page}"
    );
    let run = site.hebdo(&["build", "--today", "2026-01-30"]).succeeds();
    assert!(run.err.contains("1 dated after today"), "{}", run.err);
    assert!(!site.path("public/editions/2026-w06").exists());
}

#[test]
fn an_imported_text_without_source_or_rights_is_named() {
    let site = Site::new();
    site.write("usine.txt", RAW);
    let raw = site.path("usine.txt");
    site.hebdo(&[
        "import",
        raw.to_str().expect("a name"),
        "--title",
        "L'usine",
    ])
    .succeeds();
    let run = site.build().succeeds();
    assert!(
        run.err.contains("rights not stated: source unknown (1)"),
        "{}",
        run.err
    );
}

#[test]
fn what_may_only_be_quoted_is_not_published_by_a_paragraph_after_its_takeaways() {
    let site = Site::new();
    let text = "---\ntitle: \"Citation\"\ndate: 2026-01-30\nrights: quote\nsource: { name: Le Fil }\n---\n\nAvant.\n\n## Pour les décideurs\n\n- **Entreprises** : lire.\n\nLe corps continue ici.\n";
    site.write("content/articles/2026/2026-01-30-citation.md", text);
    site.build().succeeds();
    for (path, (bytes, _)) in site.public() {
        let page = String::from_utf8_lossy(&bytes);
        assert!(
            !page.contains("Le corps continue ici") && !page.contains("Avant."),
            "{}",
            path.display()
        );
    }
    let page = fs::read_to_string(site.path("public/articles/2026/citation/index.html"))
        .expect("its page");
    assert!(page.contains("Lire."), "{page}");
}

const RAW: &str = " date 2026-01-28 Une usine ouvre ses portes à la lisière de la ville, et ses deux cents salariés apprennent un nouveau métier.\n\nUn métier à apprendre\n\nLes formateurs parlent d'un chantier de longue haleine. Ils comptent six mois avant que chaque équipe ne travaille seule.\n";

#[test]
fn import_writes_drafts_and_knows_them_again() {
    let site = Site::new();
    site.write("raw/usine.txt", RAW);
    let raw = site.path("raw/usine.txt");
    let raw = raw.to_str().expect("a name");
    let before = tree(&site.path("content")).len();
    let dry = site
        .hebdo(&["import", raw, "--title", "L'usine", "--dry-run"])
        .succeeds();
    assert!(dry.out.contains("would write"), "{}", dry.out);
    assert_eq!(tree(&site.path("content")).len(), before);
    site.hebdo(&["import", raw, "--title", "L'usine"])
        .succeeds();
    let written = site.path("content/articles/2026/2026-01-28-l-usine.md");
    let text = fs::read_to_string(&written).expect("written");
    assert!(text.contains("## Un métier à apprendre"), "{text}");
    assert!(
        text.contains("imported: { from: usine.txt, hash: "),
        "{text}"
    );
    let again = site
        .hebdo(&["import", raw, "--title", "L'usine"])
        .succeeds();
    assert!(again.out.contains("imported before"), "{}", again.out);
    assert_eq!(fs::read_to_string(&written).expect("there"), text);
    site.hebdo(&["import", raw, "--title", "L'usine", "--force"])
        .succeeds();
    assert_eq!(tree(&site.path("content")).len(), before + 1);
    site.build().succeeds();
    assert!(
        site.path("public/articles/2026/l-usine/index.html")
            .is_file()
    );
}

#[test]
fn import_reads_standard_input_and_speaks_json() {
    let site = Site::new();
    let output = Command::cargo_bin("hebdo")
        .expect("the binary")
        .args(["import", "-", "--format", "json", "--root"])
        .arg(site.root())
        .write_stdin(RAW)
        .output()
        .expect("runs");
    let run = Run::of(&output).succeeds();
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(json[0]["status"], "written");
    let file = json[0]["files"][0].as_str().expect("a file");
    let text = fs::read_to_string(file).expect("written");
    assert!(
        text.contains("draft: true") && text.contains("todo:"),
        "no title, so a draft: {text}"
    );
}

#[test]
fn one_bad_input_does_not_stop_the_others() {
    let site = Site::new();
    site.write("raw/usine.txt", RAW);
    site.write("raw/vide.txt", "");
    site.write("raw/binaire.txt", b"PK\x03\x04\x00\x00\x00\x00");
    let name = |name: &str| site.path(name).to_str().expect("a name").to_owned();
    let inputs = [
        name("raw/vide.txt"),
        name("raw/binaire.txt"),
        name("raw/absent.txt"),
        name("raw/usine.txt"),
    ];
    let args: Vec<&str> = std::iter::once("import")
        .chain(inputs.iter().map(String::as_str))
        .collect();
    let run = site.hebdo(&args).fails(1);
    for file in ["vide.txt", "binaire.txt", "absent.txt"] {
        assert!(run.err.contains(file), "{file} is not named in {}", run.err);
    }
    assert!(run.out.contains("written"), "{}", run.out);
}

#[test]
fn an_edition_keeps_its_note_when_a_digest_brings_another() {
    let site = Site::new();
    let story = |n: u8, title: &str| {
        format!(
            "{n}. {title}\nUn paragraphe assez long pour que le récit {n} tienne debout et se lise sans peine aucune.\n👉 Pour les décideurs :\n- En entreprise, relire le point {n}.\n- Pour un élu, vérifier le point {n}.\n"
        )
    };
    let stories = [
        story(1, "Une première nouvelle"),
        story(2, "Une deuxième nouvelle"),
        story(3, "Une troisième nouvelle"),
    ];
    let conclusion = "Conclusion : la suite\nLa semaine se termine par trois nouvelles que nous suivrons encore longtemps.\n";
    site.write("raw/digest.txt", stories.concat() + conclusion);
    let raw = site.path("raw/digest.txt");
    let note = fs::read(site.path("content/editions/2026-W05.md")).expect("the note");
    site.hebdo(&[
        "import",
        raw.to_str().expect("a name"),
        "--date",
        "2026-W05",
    ])
    .succeeds();
    assert_eq!(
        fs::read(site.path("content/editions/2026-W05.md")).expect("the note"),
        note
    );
    let second =
        fs::read_to_string(site.path("content/editions/2026-W05-2.md")).expect("a second note");
    assert!(
        second.contains("status: draft") && second.contains("bring the two together"),
        "{second}"
    );
    let run = site.build().succeeds();
    assert!(run.out.starts_with("5 articles, 1 edition,"), "{}", run.out);
}

#[test]
fn force_replaces_what_came_of_the_text_and_nothing_else() {
    let site = Site::new();
    site.write("usine.txt", RAW);
    let raw = site.path("usine.txt");
    let raw = raw.to_str().expect("a name");
    site.hebdo(&["import", raw]).succeeds();
    let first = site.path(
        "content/articles/2026/2026-01-28-une-usine-ouvre-ses-portes-a-la-lisiere-de-la-ville.md",
    );
    let drafts = || tree(&site.path("content/articles")).len();
    let before = drafts();
    let mine = "---\ntitle: \"À moi\"\ndate: 2026-02-01\n---\n\nÉcrit à la main.\n";
    site.write("content/articles/2026/2026-02-01-l-usine.md", mine);
    let run = site
        .hebdo(&[
            "import",
            raw,
            "--force",
            "--title",
            "L'usine",
            "--date",
            "2026-02-01",
        ])
        .succeeds();
    assert!(
        !first.exists(),
        "the draft of that time is gone: {}",
        run.out
    );
    assert_eq!(drafts(), before + 1, "{}", run.out);
    let hand =
        fs::read_to_string(site.path("content/articles/2026/2026-02-01-l-usine.md")).expect("mine");
    assert_eq!(hand, mine);
    assert!(run.out.contains("2026-02-01-l-usine-2.md"), "{}", run.out);
    site.build().succeeds();
}

#[test]
fn the_same_text_is_known_in_the_folder_that_receives_it() {
    let site = Site::new();
    site.write("usine.txt", RAW);
    let (raw, into) = (site.path("usine.txt"), site.path("ailleurs"));
    let args = [
        "import",
        raw.to_str().expect("a name"),
        "--into",
        into.to_str().expect("a name"),
    ];
    site.hebdo(&args).succeeds();
    let files = tree(&into).len();
    let again = site.hebdo(&args).succeeds();
    assert!(again.out.contains("imported before"), "{}", again.out);
    assert_eq!(tree(&into).len(), files);
}

#[test]
fn two_texts_of_one_title_have_two_addresses() {
    let site = Site::new();
    site.write("a.txt", RAW);
    site.write(
        "b.txt",
        RAW.replace("deux cents", "trois cents")
            .replace("2026-01-28", "2026-02-01"),
    );
    for name in ["a.txt", "b.txt"] {
        let raw = site.path(name);
        site.hebdo(&[
            "import",
            raw.to_str().expect("a name"),
            "--title",
            "Le chiffre de la semaine",
        ])
        .succeeds();
    }
    let run = site.build().succeeds();
    assert!(run.out.starts_with("4 articles, "), "{}", run.out);
}
