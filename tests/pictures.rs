//! Pictures beside articles: what a site makes of them, and what it never publishes.

#![cfg(feature = "images")]
#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use assert_cmd::Command;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use tempfile::TempDir;

/// A newsletter in a temporary folder.
struct Site(TempDir);

struct Run {
    status: Option<i32>,
    said: String,
}

impl Site {
    fn new() -> Self {
        let site = Self(TempDir::new().expect("a folder"));
        site.write("hebdo.yaml", SETTINGS);
        site
    }

    /// Three articles of one week: with a picture of each kind of place, with none, and one to be quoted.
    fn whole() -> Self {
        let site = Self::new();
        site.write(
            "content/articles/2026/photo prise.jpg",
            turned(&jpeg(700, 400)),
        );
        site.write("content/articles/2026/plan.png", drawing(300, 200));
        site.write("static/fixe.jpg", jpeg(1400, 350));
        site.article(
            "loi",
            "image: { src: photo prise.jpg, alt: \"Une salle\" }\n",
            BODY,
        );
        site.article(
            "cite",
            "rights: quote\nimage: { src: absent.jpg, alt: A }\n",
            "![A](absent.png)",
        );
        site.article("plus-tard", "draft: true\n", "![A](absent.png)");
        let note = "---\ntitle: Semaine\ncover: { src: ./couverture.png, alt: \"Une ville\" }\n---\n\n![B](couverture.png)\n";
        site.write("content/editions/2026-W05.md", note);
        site.write("content/editions/couverture.png", drawing(900, 300));
        site
    }

    fn article(&self, name: &str, keys: &str, body: &str) {
        let text = format!("---\ntitle: \"Titre {name}\"\ndate: 2026-01-28\n{keys}---\n\n{body}\n");
        self.write(&format!("content/articles/2026/{name}.md"), text);
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect(name);
    }

    fn hebdo(&self, args: &[&str]) -> Run {
        let mut command = Command::cargo_bin("hebdo").expect("the binary");
        let output = command
            .args(args)
            .arg("--root")
            .arg(self.0.path())
            .output()
            .expect("runs");
        let said = [output.stdout, output.stderr].concat();
        Run {
            status: output.status.code(),
            said: support::plain(&String::from_utf8_lossy(&said)),
        }
    }

    fn build(&self) -> Run {
        self.hebdo(&["build", "--today", "2026-02-02"])
    }

    fn built(&self) -> BTreeMap<String, Vec<u8>> {
        let run = self.build();
        assert_eq!(run.status, Some(0), "{}", run.said);
        let root = self.0.path().join("public");
        let entries = walkdir::WalkDir::new(&root).into_iter().flatten();
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let path = entry.path().strip_prefix(&root).expect("inside");
                (
                    path.to_string_lossy().into_owned(),
                    fs::read(entry.path()).expect("read"),
                )
            })
            .collect()
    }

    fn page(&self, path: &str) -> String {
        let bytes = fs::read(self.0.path().join("public").join(path)).expect(path);
        String::from_utf8(bytes).expect("UTF-8")
    }
}

const SETTINGS: &str = "title: \"La lettre\"\nbase_url: https://example.org/briefing\nsections: []\nemail:\n  from: \"La lettre <lettre@example.org>\"\n  unsubscribe: \"https://example.org/x?{recipient}\"\n  unsubscribe_mailto: x@example.org\n  sender: { name: A, address: \"1 rue de l'Exemple, 75000 Paris\" }\n";

const BODY: &str = "Texte.\n\n![Un plan](plan.png)\n\n![Un mur](/fixe.jpg \"Titre\")\n\n![Loin](https://example.com/a.png)";

/// A photograph: many colours.
fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let pixel = |x: u32, y: u32| {
        Rgb([
            (x * 255 / width) as u8,
            (y * 255 / height) as u8,
            (x * y % 251) as u8,
        ])
    };
    encoded(RgbImage::from_fn(width, height, pixel), ImageFormat::Jpeg)
}

/// A drawing: few colours.
fn drawing(width: u32, height: u32) -> Vec<u8> {
    let pixel = |x: u32, _: u32| {
        if x < width / 2 {
            Rgb([200, 30, 30])
        } else {
            Rgb([255; 3])
        }
    };
    encoded(RgbImage::from_fn(width, height, pixel), ImageFormat::Png)
}

fn encoded(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture)
        .write_to(&mut out, format)
        .expect("encoded");
    out.into_inner()
}

/// The same JPEG, taken on its side (Exif orientation 6), with a note about where.
fn turned(jpeg: &[u8]) -> Vec<u8> {
    let mut exif =
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"LIEU-SECRET");
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|some| some == words)
}

/// What an attribute says, of each tag that has it.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let before = format!(" {name}=\"");
    html.split(before.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn size(bytes: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(bytes).expect("a picture");
    (picture.width(), picture.height())
}

#[test]
fn a_page_names_files_that_are_as_it_says() {
    let site = Site::whole();
    let files = site.built();
    let page = site.page("articles/2026/loi/index.html");
    assert_eq!(values(&page, "width"), ["400", "300", "1200"], "{page}");
    assert_eq!(values(&page, "height"), ["700", "200", "300"]);
    assert_eq!(
        values(&page, "loading").len(),
        3,
        "the first picture is there at once"
    );
    assert_eq!(values(&page, "decoding").len(), 4);
    let sets = values(&page, "srcset");
    let widths: Vec<usize> = sets.iter().map(|set| set.split(", ").count()).collect();
    assert_eq!(widths, [1, 1, 3]);
    for candidate in sets.iter().flat_map(|set| set.split(", ")) {
        let (path, width) = candidate.split_once(' ').expect("a width");
        let bytes = &files[path
            .strip_prefix("/briefing/")
            .expect("below the site's path")];
        let width: u32 = width.trim_end_matches('w').parse().expect("a number");
        assert_eq!(size(bytes).0, width);
    }
    let plain: Vec<&str> = values(&page, "src")
        .into_iter()
        .filter(|src| src.contains("/pictures/"))
        .collect();
    let sizes: Vec<_> = plain
        .iter()
        .map(|src| size(&files[src.strip_prefix("/briefing/").expect("below")]))
        .collect();
    assert_eq!(sizes, [(400, 700), (300, 200), (1200, 300)]);
}

#[test]
fn an_edition_shows_its_cover_at_once() {
    let site = Site::whole();
    site.built();
    let page = site.page("editions/2026-w05/index.html");
    let pictures = page.matches("<img ").count();
    assert_eq!((pictures, values(&page, "loading").len()), (6, 5), "{page}");
    let names: Vec<&str> = values(&page, "src")
        .into_iter()
        .filter(|src| src.contains("/pictures/"))
        .collect();
    assert_eq!(names[0], names[1], "one picture named twice is one file");
}

#[test]
fn nothing_says_where_a_picture_was_taken() {
    let files = Site::whole().built();
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.starts_with("pictures/"))
    {
        assert!(
            !holds(bytes, b"LIEU-SECRET") && !holds(bytes, b"Exif"),
            "{path}"
        );
    }
    let own = Site::new();
    let mut upright = turned(&jpeg(200, 100));
    let at = upright
        .windows(4)
        .position(|four| four == [0, 6, 0, 0])
        .expect("the orientation");
    upright[at + 1] = 1;
    own.write("content/articles/2026/a.jpg", &upright);
    own.article("a", "", "![A](a.jpg)");
    let files = own.built();
    let copied = files
        .iter()
        .find(|(path, _)| path.ends_with(".jpg"))
        .expect("a copy")
        .1;
    assert!(!holds(copied, b"LIEU-SECRET") && !holds(copied, b"Exif"));
    assert_eq!(copied, &jpeg(200, 100), "all else is as it was");
}

#[test]
fn a_second_build_makes_no_picture_and_a_change_shows() {
    let site = Site::whole();
    let first = site.built();
    assert!(site.build().said.contains("(0 written, 0 removed)"));
    fs::remove_dir_all(site.0.path().join(".hebdo")).expect("removed");
    assert!(site.build().said.contains("(0 written, 0 removed)"));
    site.write("content/articles/2026/plan.png", drawing(320, 200));
    let second = site.built();
    assert!(
        site.page("articles/2026/loi/index.html")
            .contains(" width=\"320\"")
    );
    let names = |files: &BTreeMap<String, Vec<u8>>| {
        files.keys().filter(|p| p.starts_with("pictures/")).count()
    };
    assert_eq!(
        names(&first),
        names(&second),
        "the files of the former picture go"
    );
    let clean = Site::whole();
    clean.write("content/articles/2026/plan.png", drawing(320, 200));
    assert!(
        clean.built() == second,
        "it is not what a clean build makes"
    );
}

#[test]
fn a_picture_that_is_missing_or_none_is_told_where_it_is_named() {
    let site = Site::new();
    site.write("content/articles/2026/texte.png", "du texte");
    site.article(
        "a",
        "image: { src: absente.jpg, alt: A }\n",
        "![A](texte.png)\n\n![B](../ailleurs.png)",
    );
    let run = site.build();
    assert_eq!(run.status, Some(1));
    for told in [
        "content/articles/2026/a.md:4:15",
        "the picture « absente.jpg » does not exist",
        "put a picture at content/articles/2026/absente.jpg",
        "content/articles/2026/a.md:7:1",
        "the picture « texte.png » is no JPEG",
        "content/articles/2026/a.md:9:1",
        "the picture « ../ailleurs.png » lies elsewhere",
    ] {
        assert!(run.said.contains(told), "{told} is missing: {}", run.said);
    }
    assert!(!site.0.path().join("public").exists());
}

#[test]
fn a_damaged_picture_leaves_the_site_as_it_was() {
    let site = Site::whole();
    let before = site.built();
    site.write("content/articles/2026/plan.png", &drawing(300, 200)[..60]);
    let run = site.build();
    assert_eq!(run.status, Some(1));
    assert!(
        run.said.contains("content/articles/2026/plan.png"),
        "{}",
        run.said
    );
    assert!(run.said.contains("is damaged"), "{}", run.said);
    site.write("content/articles/2026/plan.png", drawing(300, 200));
    assert!(site.built() == before);
}

#[test]
fn a_mail_has_pictures_that_every_program_shows() {
    let site = Site::whole();
    site.built();
    let run = site.hebdo(&["email", "2026-W05"]);
    assert_eq!(run.status, Some(0), "{}", run.said);
    let mail = fs::read_to_string(site.0.path().join("email/2026-W05.html")).expect("a mail");
    let own: Vec<&str> = values(&mail, "src")
        .into_iter()
        .filter(|src| src.contains("/pictures/"))
        .collect();
    assert_eq!(own.len(), 5, "{own:?}");
    let ends = [".jpg", ".png"];
    assert!(
        own.iter().all(
            |src| src.starts_with("https://example.org/briefing/pictures/")
                && ends.iter().any(|end| src.ends_with(end))
        ),
        "{own:?}"
    );
    assert!(!mail.contains("webp") && !mail.contains("srcset"));
    let widths = values(&mail, "width");
    for (width, height) in [
        ("560", "186"),
        ("400", "700"),
        ("300", "200"),
        ("560", "140"),
    ] {
        assert!(
            widths.contains(&width) && mail.contains(&format!(" height=\"{height}\"")),
            "{width} × {height}"
        );
    }
}

#[test]
fn a_feed_has_whole_addresses_of_plain_files() {
    let files = Site::whole().built();
    let feed = String::from_utf8_lossy(&files["feed.xml"]).into_owned();
    assert!(
        feed.contains("https://example.org/briefing/pictures/"),
        "{feed}"
    );
    assert!(!feed.contains("webp") && !feed.contains("loading="));
}

#[test]
fn check_tells_pictures_without_words() {
    let site = Site::new();
    site.write("content/articles/2026/plan.png", drawing(300, 200));
    site.article("a", "", "Texte.\n\n![](plan.png)");
    let run = site.hebdo(&["check", "--today", "2026-02-02"]);
    assert_eq!(run.status, Some(1));
    assert!(
        run.said.contains("content/articles/2026/a.md:8:5"),
        "{}",
        run.said
    );
    assert!(
        run.said.contains("says nothing to who does not see it"),
        "{}",
        run.said
    );
    assert!(!run.said.contains("leads to no page"), "{}", run.said);
    assert!(!Path::new(&site.0.path().join("public")).exists());
}
