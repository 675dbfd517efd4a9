//! Inputs that hold several articles: folders, maildirs, mailboxes, feeds; and what is wrong with some
//! of them.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use hebdo::import::{self, Options, Raw};
use proptest::prelude::*;
use tempfile::TempDir;

/// An empty newsletter in a temporary folder.
struct Site(TempDir);

struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Site {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }

    /// `hebdo import` in the newsletter's folder.
    fn import(&self, args: &[&str]) -> Run {
        let mut command = Command::cargo_bin("hebdo").expect("the binary");
        let command = command.current_dir(self.0.path()).arg("import").args(args);
        let output = command.output().expect("runs");
        let text = |bytes: &[u8]| support::plain(&String::from_utf8_lossy(bytes));
        Run {
            status: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// The files below a folder, by their paths in it.
    fn files(&self, folder: &str) -> Vec<String> {
        let root = self.path(folder);
        let entries = walkdir::WalkDir::new(&root).sort_by_file_name();
        let files = entries
            .into_iter()
            .flatten()
            .filter(|e| e.file_type().is_file());
        files.map(|entry| shown(entry.path(), &root)).collect()
    }
}

fn shown(path: &Path, root: &Path) -> String {
    let own = path.strip_prefix(root).expect("below it");
    own.to_string_lossy().replace('\\', "/")
}

impl Run {
    fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}{}", self.out, self.err);
        self
    }
}

fn mail(id: &str, subject: &str, date: &str) -> String {
    format!(
        "From: La Vigie <lettre@vigie.test>\nSubject: {subject}\nDate: {date}\nMessage-ID: <{id}@vigie.test>\n\n\
         Le récit {id} tient en une phrase assez longue pour que nul ne la prenne pour un titre.\n"
    )
}

fn text(title: &str) -> String {
    format!(
        "{title}\n\nUne phrase assez longue pour être de la prose ordinaire, au sujet de {title}, suit le titre.\n"
    )
}

const MONDAY: &str = "Mon, 5 Jan 2026 00:20:00 +0100";
const SUNDAY: &str = "Sun, 1 Feb 2026 23:50:00 -0800";

#[test]
fn a_folder_is_walked_in_order_without_what_is_hidden() {
    let site = Site::new();
    site.write("raw/b/deux.txt", text("La deuxième digue"));
    site.write("raw/a.txt", text("La première digue"));
    site.write("raw/.cache/trois.txt", text("La digue cachée"));
    site.write("raw/.notes.txt", text("La note cachée"));
    site.write("raw/page_files/style.css", "body { color: red }");
    let run = site.import(&["raw", "--dry-run"]).ends(0);
    let (first, second) = (
        run.out.find("premiere-digue"),
        run.out.find("deuxieme-digue"),
    );
    assert!(first.is_some() && first < second, "{}", run.out);
    assert!(!run.out.contains("cach"), "{}", run.out);
    let empty = TempDir::new().expect("a folder");
    let path = empty.path().to_str().expect("a name");
    let run = site.import(&[path]).ends(1);
    assert!(run.err.contains("has no file to import"), "{}", run.err);
}

#[test]
fn a_maildir_gives_its_mails_and_not_those_on_their_way() {
    let site = Site::new();
    site.write("box/cur/1.M1:2,S", mail("a", "Une lettre lue", MONDAY));
    site.write("box/new/2.M2", mail("b", "Une lettre neuve", SUNDAY));
    site.write("box/tmp/3.M3", mail("c", "Une lettre en route", SUNDAY));
    site.import(&["box"]).ends(0);
    let files = site.files("content");
    let expected = [
        "articles/2026/2026-01-05-une-lettre-lue.md",
        "articles/2026/2026-02-01-une-lettre-neuve.md",
    ];
    assert_eq!(files, expected);
}

#[test]
fn the_same_mail_is_known_in_another_mailbox() {
    let site = Site::new();
    let (one, two) = (
        mail("a", "Une lettre", MONDAY),
        mail("b", "Une autre lettre", SUNDAY),
    );
    let from = "From lettre@vigie.test Mon Jan  5 00:20:31 2026\n";
    site.write("premier.mbox", format!("{from}{one}\n{from}{two}\n"));
    site.write("seul.eml", one.replace('\n', "\r\n"));
    let delivered = format!("{from}Received: from a.test by b.test; {SUNDAY}\n{two}\n");
    site.write("autre.mbox", delivered);
    site.import(&["premier.mbox"]).ends(0);
    let before = site.files("content");
    let run = site.import(&["seul.eml", "autre.mbox"]).ends(0);
    assert_eq!(run.out.matches("imported before").count(), 2, "{}", run.out);
    assert_eq!(site.files("content"), before);
    assert_eq!(before.len(), 2);
}

#[test]
fn the_same_item_twice_in_one_run_is_written_once() {
    let site = Site::new();
    site.write("a.txt", text("La digue du nord"));
    site.write("b.txt", text("La digue du nord"));
    let run = site.import(&["a.txt", "a.txt", "b.txt"]).ends(0);
    assert_eq!(run.out.matches("imported before").count(), 2, "{}", run.out);
    assert_eq!(site.files("content").len(), 1);
    site.import(&["a.txt", "a.txt", "--force"]).ends(0);
    assert_eq!(site.files("content").len(), 1);
}

fn feed(entries: &[(&str, &str)]) -> String {
    let item = |(n, (title, date)): (usize, &(&str, &str))| {
        format!(
            "<item><title>{title}</title><guid>g{n}</guid><pubDate>{date}</pubDate>\
             <description>Un résumé du récit {n}, en une phrase qui suffit.</description></item>"
        )
    };
    let items: String = entries.iter().enumerate().map(item).collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Le Fil</title>{items}</channel></rss>"
    )
}

#[test]
fn since_leaves_out_what_is_older() {
    let site = Site::new();
    let entries = [
        ("Une vieille nouvelle", "Sun, 04 Jan 2026 23:50:00 +0100"),
        ("Une nouvelle du lundi", MONDAY),
    ];
    site.write("fil.xml", feed(&entries));
    site.write(
        "vieux.eml",
        mail("v", "Une vieille lettre", "Thu, 1 Jan 2026 10:00:00 +0100"),
    );
    let run = site
        .import(&["fil.xml", "vieux.eml", "--since", "2026-01-05"])
        .ends(0);
    assert_eq!(run.out.matches("before --since").count(), 2, "{}", run.out);
    assert_eq!(
        site.files("content"),
        ["articles/2026/2026-01-05-une-nouvelle-du-lundi.md"]
    );
    site.import(&["fil.xml", "--since", "hier"]).ends(2);
}

#[test]
fn many_items_are_told_in_a_line_each_with_a_tally() {
    let site = Site::new();
    let entries = [("Une nouvelle", MONDAY); 7];
    site.write("fil.xml", feed(&entries));
    site.write("vide.txt", "");
    let run = site.import(&["fil.xml", "vide.txt"]).ends(1);
    assert!(run.out.contains("fil.xml#7: written"), "{}", run.out);
    let tally = "7 imported (7 files; 7 with something to settle), 0 known, 1 failed";
    assert!(run.out.contains(tally), "{}", run.out);
    assert!(run.err.contains("vide.txt"), "{}", run.err);
    assert_eq!(
        site.files("content").len(),
        7,
        "names that are taken get a number"
    );
    let again = site.import(&["fil.xml"]).ends(0);
    assert!(
        again
            .out
            .contains("0 imported (0 files), 7 known, 0 failed"),
        "{}",
        again.out
    );
}

#[test]
fn one_title_does_not_name_many_articles() {
    let site = Site::new();
    site.write("fil.xml", feed(&[("Une", MONDAY), ("Deux", SUNDAY)]));
    let run = site.import(&["fil.xml", "--title", "Un titre"]).ends(1);
    assert!(run.err.contains("holds 2 articles"), "{}", run.err);
    assert!(site.files("content").is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_to_a_file_and_to_no_folder() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    site.write("ailleurs/a.txt", text("La digue du nord"));
    fs::create_dir_all(site.path("raw")).expect("a folder");
    symlink(site.path("ailleurs/a.txt"), site.path("raw/lien.txt")).expect("a link");
    symlink(site.path("raw"), site.path("raw/boucle")).expect("a link");
    symlink(site.path("absent"), site.path("raw/mort.txt")).expect("a link");
    let run = site.import(&["raw"]).ends(1);
    assert!(run.err.contains("mort.txt"), "{}", run.err);
    assert_eq!(site.files("content").len(), 1, "{}", run.out);
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told_and_nothing_is_left() {
    let site = Site::new();
    site.write("a.txt", text("La digue du nord"));
    site.write("content/articles", "un fichier");
    let run = site.import(&["a.txt"]).ends(1);
    assert!(run.err.contains("cannot make the folder"), "{}", run.err);
    assert_eq!(site.files("content"), ["articles"]);
}

/// A full disk, where the system has a device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_told_and_nothing_is_left() {
    let site = Site::new();
    site.write(
        "a.txt",
        text("La digue du nord") + &"Encore une phrase de prose. ".repeat(4000),
    );
    site.write("b.txt", text("La digue du sud"));
    let hebdo = assert_cmd::cargo::cargo_bin("hebdo");
    let limited = format!(
        "trap '' XFSZ; ulimit -f 8; '{}' import a.txt b.txt",
        hebdo.display()
    );
    let mut command = Command::new("bash");
    let output = command
        .current_dir(site.0.path())
        .args(["-c", &limited])
        .output()
        .expect("runs");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(err.contains("cannot write"), "{err}");
    assert_eq!(
        site.files("content"),
        ["articles/undated/la-digue-du-sud.md"]
    );
}

#[test]
fn a_name_in_a_mail_leads_nowhere_else() {
    let site = Site::new();
    site.write(
        "a.eml",
        mail("x", "../../../etc/passwd <script> a/b", MONDAY),
    );
    site.import(&["a.eml"]).ends(0);
    let files = site.files(".");
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(
        files[1].starts_with("content/articles/2026/2026-01-05-"),
        "{files:?}"
    );
}

/// Every item of the input, read; how many are drafts.
fn read_all(bytes: &[u8]) -> usize {
    let raw = Raw { name: "x", bytes };
    let items = import::unpack(&raw).unwrap_or_default();
    let drafts = items
        .iter()
        .filter(|item| import::read(item, &Options::default()).is_ok());
    drafts.count()
}

#[test]
fn what_no_mail_is_like_is_refused_at_once() {
    let head = "From: a@vigie.test\nSubject: Une lettre\nMIME-Version: 1.0\n";
    let multipart = |n: usize| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    let nested: String = (0..50_000).map(multipart).collect();
    let message =
        "Content-Type: message/rfc822\n\nFrom: a@vigie.test\nSubject: x\nMIME-Version: 1.0\n";
    let carried = message.repeat(50_000);
    let parts = "--b\nContent-Type: text/plain\n\nUne phrase de prose parmi beaucoup d'autres.\n"
        .repeat(5_000);
    let wide = format!("Content-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n");
    let divs = format!("Content-Type: text/html\n\n{}fond", "<div>".repeat(50_000));
    let subject = format!(
        "X-Long: {}\n\nUne phrase de prose.\n",
        "=?utf-8?Q?=C3?=".repeat(100_000)
    );
    let quoted = format!("\n{}\n", ">".repeat(200_000));
    for body in [nested, carried, divs] {
        assert_eq!(read_all(format!("{head}{body}").as_bytes()), 0);
    }
    for body in [wide, subject, quoted] {
        read_all(format!("{head}{body}").as_bytes());
    }
}

#[test]
fn what_no_feed_is_like_is_refused_at_once() {
    let deep = format!("<rss version=\"2.0\"><channel>{}", "<item>".repeat(50_000));
    let bomb: String = (0..60)
        .map(|n| format!("<!ENTITY a{n} \"&a{};&a{};\">", n + 1, n + 1))
        .collect();
    let bomb = format!(
        "<!DOCTYPE rss [{bomb}]><rss version=\"2.0\"><channel><item><title>&a0;</title></item></channel></rss>"
    );
    let json = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": {}",
        "[".repeat(100_000)
    );
    let attributes: String = (0..50_000).map(|n| format!(" a{n}=\"1\"")).collect();
    let attributes = format!(
        "<rss version=\"2.0\"{attributes}><channel><item><title>x</title></item></channel></rss>"
    );
    for feed in [deep, bomb, json, attributes] {
        read_all(feed.as_bytes());
    }
}

/// The mails and feeds of the tests by folder.
fn fixtures() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let files = walkdir::WalkDir::new(root).sort_by_file_name();
    let is_container = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        ["input.eml", "input.mbox", "input.xml", "input.json"].contains(&&*name)
    };
    let paths = files
        .into_iter()
        .flatten()
        .map(walkdir::DirEntry::into_path);
    let found: Vec<PathBuf> = paths.filter(|path| is_container(path)).collect();
    assert!(found.len() >= 20, "the mails and feeds are gone");
    found
        .iter()
        .map(|path| fs::read(path).expect("a fixture"))
        .collect()
}

/// What stands in a damaged input in place of some bytes.
fn patch() -> impl Strategy<Value = Vec<u8>> {
    let pieces: &[&[u8]] = &[
        b"",
        b"\n",
        b"\n\n",
        b">",
        b"<",
        b"&",
        b"--",
        b"=",
        b"\xe9",
        b"\xc3",
        b"\0",
        b"]]>",
        b"<![CDATA[",
        b"</item>",
        b"<item>",
        b"<table><tr><td>",
        b"<blockquote>",
        b"\nFrom a 10:00:00\n",
        b"=?utf-8?Q?=C3?=",
        b"De : x\nObjet : y\nDate : z\n",
        b"Content-Type: message/rfc822\n\n",
        b"https://a.test/?url=https%3A%2F%2Fb.test",
        b"-- \n",
        b"&#0;",
        b"<?xml?>",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(<[u8]>::to_vec)
}

proptest! {
    #![proptest_config(support::cases(300))]

    /// Whatever is cut out of a mail or a feed, and whatever is put in, what is left is read or refused,
    /// and no word of it is lost on the way.
    #[test]
    fn damaged_mails_and_feeds_are_read_or_refused(
        which in any::<prop::sample::Index>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0..60usize, patch()), 0..6),
    ) {
        let fixtures = fixtures();
        let mut bytes = which.get(&fixtures).clone();
        for (at, length, patch) in damage {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, patch);
        }
        for item in import::unpack(&Raw { name: "-", bytes: &bytes }).unwrap_or_default() {
            if let Err(error) = import::read(&item, &Options::default()) {
                let is_ours = ["was lost", "comes from nowhere", "has no language"];
                prop_assert!(!is_ours.iter().any(|fault| error.message().contains(fault)), "{}", error.message());
            }
        }
    }
}
