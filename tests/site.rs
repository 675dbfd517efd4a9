//! The site, by folder: `tests/site/CASE/` holds a newsletter (`hebdo.yaml`, `content/`, and maybe
//! `templates/` and `static/`), `expected.txt` every file of its site or what is wrong with it, and
//! `expected/` those pages that are compared byte by byte. `UPDATE_EXPECTED=1 cargo test --test site`
//! writes what is found; a page is compared once a file of its name stands in `expected/`.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hebdo::content::{self, Choice};
use hebdo::diag::Diagnostics;
use hebdo::group;
use hebdo::locale::Locale;
use hebdo::model::{Config, Library, Page, Section};
use hebdo::site::{self, Disk, Memory, Sink, SinkError};
use hebdo::templates::Templates;

type Files = BTreeMap<String, Vec<u8>>;

/// A newsletter, loaded.
struct Site {
    config: Config,
    library: Library,
    templates: Templates,
    assets: Vec<site::Asset>,
}

impl Site {
    fn load(folder: &Path) -> Result<Self, Diagnostics> {
        let settings = fs::read_to_string(folder.join("hebdo.yaml")).expect("settings");
        let mut config: Config = serde_yaml::from_str(&settings).expect("settings");
        // pages are the same with and without the feature `cards`
        config.sections.retain(|section| *section != Section::Cards);
        let choice = Choice {
            today: "2026-12-31".parse().expect("a day"),
            drafts: false,
            future: false,
        };
        let content = content::load(folder, &config, choice)?;
        let own = |name: &str| Some(folder.join(name)).filter(|path| path.exists());
        Ok(Self {
            library: group::by_week(content.articles, content.notes, &config)
                .with_leaflets(content.leaflets),
            templates: Templates::load(own("templates").as_deref())?,
            assets: site::assets(own("static").as_deref())?,
            config,
        })
    }

    fn of(case: &str) -> Self {
        Self::load(&Path::new("tests/site").join(case)).expect(case)
    }

    fn render(&self, sink: &dyn Sink) -> Result<site::Summary, site::Error> {
        let locale = Locale::of(&self.config.lang).expect("a language");
        site::render(
            &self.library,
            &self.config,
            &locale,
            &self.templates,
            &self.assets,
            sink,
        )
    }

    fn files(&self) -> Files {
        let memory = Memory::default();
        self.render(&memory).expect("a site");
        memory.into_files()
    }
}

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// The files of a site, or what is wrong with it as a terminal shows it.
fn build(folder: &Path) -> Result<Files, String> {
    let plain = |error: &dyn std::fmt::Display| support::plain(&error.to_string());
    let site = Site::load(folder).map_err(|error| plain(&error))?;
    let memory = Memory::default();
    site.render(&memory).map_err(|error| plain(&error))?;
    Ok(memory.into_files())
}

#[test]
fn every_folder_gives_what_it_expects() {
    support::each_case("tests/site", |folder| {
        let files = build(folder);
        let told = match &files {
            // pictures of charts are there with the feature `cards` only
            Ok(files) => files
                .keys()
                .filter(|path| !path.starts_with("charts/"))
                .map(|path| format!("{path}\n"))
                .collect(),
            Err(error) => format!("{error}\n"),
        };
        support::compare(&folder.join("expected.txt"), &told);
        let expected = folder.join("expected");
        for entry in walkdir::WalkDir::new(&expected).into_iter().flatten() {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&expected).expect("inside");
                let files = files.as_ref().expect("a site");
                support::compare(entry.path(), &text(files, &path.to_string_lossy()));
            }
        }
    });
}

#[test]
#[cfg(feature = "cards")]
fn every_chart_has_a_picture_for_mails() {
    let files = Site::of("charts").files();
    let mut pictures = files.iter().filter(|(path, _)| path.starts_with("charts/"));
    assert!(pictures.clone().count() > 0);
    assert!(pictures.all(|(path, bytes)| path.ends_with(".png") && bytes.starts_with(b"\x89PNG")));
}

#[test]
fn every_link_and_anchor_leads_somewhere() {
    for case in ["whole", "english-below-a-path", "empty"] {
        let site = Site::of(case);
        let files = site.files();
        let mut dead = BTreeSet::new();
        for (path, bytes) in &files {
            if path.ends_with(".html") {
                let page = String::from_utf8(bytes.clone()).expect("UTF-8");
                for link in links(&page) {
                    if !resolves(&files, site.config.base_path(), &page, link) {
                        dead.insert(format!("{case}/{path}: {link}"));
                    }
                }
            }
        }
        assert!(dead.is_empty(), "{dead:#?}");
    }
}

/// What stands in `href` and `src`.
fn links(page: &str) -> Vec<&str> {
    let mut links = Vec::new();
    for attribute in [" href=\"", " src=\""] {
        let found = page.split(attribute).skip(1);
        links.extend(found.filter_map(|rest| rest.split('"').next()));
    }
    links
}

fn resolves(files: &Files, base: &str, page: &str, link: &str) -> bool {
    if link.starts_with("https://") {
        return true;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = if path.is_empty() {
        Some(page.to_owned())
    } else {
        let file = path
            .strip_prefix(base)
            .and_then(|path| path.strip_prefix('/'));
        let file = file.map(|file| match file {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        });
        file.and_then(|file| files.get(&file))
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    };
    target.is_some_and(|target| anchor.is_empty() || target.contains(&format!("id=\"{anchor}\"")))
}

#[test]
fn a_quoted_article_shows_nothing_of_its_text() {
    let files = Site::of("whole").files();
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for reserved in [
            "CORPS-RESERVE",
            "POINT-RESERVE",
            "IMAGE-RESERVEE",
            "appartient",
        ] {
            assert!(!text.contains(reserved), "{path} holds {reserved}");
        }
    }
    let page = text(&files, "articles/2026/en-bref/index.html");
    for shown in [
        "que citer",
        "https://fil.example/secret",
        "Allez lire l’original",
    ] {
        assert!(page.contains(shown), "{shown} is missing");
    }
}

#[test]
fn headings_begin_once_and_never_jump() {
    let files = Site::of("whole").files();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        let levels: Vec<u32> = page
            .split("<h")
            .skip(1)
            .filter(|rest| rest[1..].starts_with(['>', ' ']))
            .filter_map(|rest| rest.chars().next()?.to_digit(10))
            .collect();
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{path}"
        );
        assert_eq!(levels.first(), Some(&1), "{path}");
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{path}: h{} after h{}",
                pair[1],
                pair[0]
            );
        }
    }
}

#[test]
fn what_the_sitemap_names_exists_and_is_for_readers() {
    let files = Site::of("english-below-a-path").files();
    let sitemap = text(&files, "sitemap.xml");
    let locations = sitemap.split("<loc>").skip(1);
    let named: BTreeSet<String> = locations
        .filter_map(|rest| rest.split("</loc>").next())
        .map(|url| {
            let path = url
                .strip_prefix("https://host.example/briefing/")
                .expect(url);
            format!("{path}index.html")
        })
        .collect();
    let pages = files.keys().filter(|path| path.ends_with("index.html"));
    assert_eq!(named, pages.cloned().collect());
}

#[test]
fn a_site_counts_its_pages() {
    let site = Site::of("empty");
    let memory = Memory::default();
    let summary = site.render(&memory).expect("a site");
    let files = memory.into_files();
    let pages = files.keys().filter(|path| path.ends_with(".html")).count();
    assert_eq!(summary.pages, pages);
    assert_eq!(
        summary.bytes,
        files.values().map(|bytes| bytes.len() as u64).sum::<u64>()
    );
}

fn on_disk(site: &Site, root: &Path) -> Result<site::Committed, SinkError> {
    let disk = Disk::open(root)?;
    site.render(&disk).expect("a site");
    disk.commit()
}

/// Every file below a folder with its bytes and the time at which it was written.
fn snapshot(root: &Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    let entries = walkdir::WalkDir::new(root).into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("inside");
            let written = entry
                .metadata()
                .expect("metadata")
                .modified()
                .expect("a time");
            let bytes = fs::read(entry.path()).expect("bytes");
            (path.to_string_lossy().into_owned(), (bytes, written))
        })
        .collect()
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (site, root) = (Site::of("whole"), folder.path().join("public"));
    let first = on_disk(&site, &root).expect("a build");
    assert_eq!((first.written, first.removed), (site.files().len(), 0));
    let before = snapshot(&root);
    let second = on_disk(&site, &root).expect("a build");
    assert_eq!((second.written, second.removed), (0, 0));
    assert_eq!(snapshot(&root), before);
    assert!(!root.join(".hebdo/stage").exists());
}

#[test]
fn the_disk_has_what_memory_has_whatever_the_folder() {
    let site = Site::of("whole");
    for name in ["a", "b/c"] {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join(name);
        on_disk(&site, &root).expect("a build");
        let mut found = snapshot(&root);
        found.remove(".hebdo/manifest").expect("a manifest");
        let found: Files = found
            .into_iter()
            .map(|(path, (bytes, _))| (path, bytes))
            .collect();
        assert!(found == site.files());
    }
}

#[test]
fn what_is_gone_disappears_and_what_is_not_ours_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let mut site = Site::of("whole");
    on_disk(&site, root).expect("a build");
    fs::write(root.join("articles/2026/robot-comptable/notes.txt"), "mine").expect("a file");
    fs::write(root.join("CNAME"), "lettre.example").expect("a file");
    site.library = Library::default();
    let committed = on_disk(&site, root).expect("a build");
    assert!(committed.removed > 10, "{committed:?}");
    let left = snapshot(root);
    assert!(!left.contains_key("articles/2026/robot-comptable/index.html"));
    assert!(
        !root.join("editions/2026-w05").exists(),
        "an empty folder stayed"
    );
    assert!(left.contains_key("articles/2026/robot-comptable/notes.txt"));
    assert!(left.contains_key("CNAME"));
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("thesis.txt"), "years of work").expect("a file");
    let error = Disk::open(folder.path()).expect_err("refused").to_string();
    assert!(error.contains("was not made by hebdo"), "{error}");
    assert!(error.contains(&*folder.path().to_string_lossy()), "{error}");
    assert_eq!(snapshot(folder.path()).len(), 1);
}

#[test]
fn a_failure_leaves_the_output_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("public");
    let broken = Site::of("unknown-variable");
    for is_new in [true, false] {
        if !is_new {
            on_disk(&Site::of("whole"), &root).expect("a build");
        }
        let before = snapshot(&root);
        let disk = Disk::open(&root).expect("a folder");
        broken.render(&disk).expect_err("the template is broken");
        drop(disk);
        assert_eq!(snapshot(&root), before);
        assert_eq!(root.exists(), !is_new);
    }
}

#[test]
fn nothing_is_seen_before_the_commit() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Site::of("whole");
    let disk = Disk::open(folder.path()).expect("a folder");
    site.render(&disk).expect("a site");
    assert!(!folder.path().join("index.html").exists());
    disk.commit().expect("a commit");
    assert!(folder.path().join("index.html").exists());
}

#[test]
fn a_file_can_become_a_folder_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    for path in ["a", "a/index.html", "a"] {
        let disk = Disk::open(folder.path()).expect("a folder");
        let bytes = path.as_bytes().to_vec();
        disk.put(Page {
            path: path.to_owned(),
            bytes,
        })
        .expect("put");
        let committed = disk.commit().expect("a commit");
        assert_eq!(committed.written, 1);
        assert!(folder.path().join(path).is_file());
    }
}

#[test]
fn no_path_leaves_the_output_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::open(&folder.path().join("public")).expect("a folder");
    for path in ["../x", "/x", "a/../../x", ".hebdo/manifest"] {
        let page = Page {
            path: path.to_owned(),
            bytes: Vec::new(),
        };
        assert!(
            matches!(disk.put(page), Err(SinkError::Outside(_))),
            "{path}"
        );
    }
}

#[test]
fn a_build_that_was_killed_leaves_no_trace_in_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join(".hebdo/stage/editions")).expect("folders");
    fs::write(root.join(".hebdo/stage/editions/half.html"), "half").expect("a file");
    on_disk(&Site::of("empty"), root).expect("a build");
    assert!(!root.join("editions/half.html").exists());
}

#[test]
fn every_text_that_a_template_names_is_in_the_tables() {
    let locale = Locale::of("fr").expect("fr");
    for file in hebdo::templates::all_files(&hebdo::templates::EMBEDDED_TEMPLATES) {
        let template = file.contents_utf8().expect("UTF-8");
        for rest in template
            .split([' ', '{', '('])
            .filter_map(|word| word.strip_prefix("t."))
        {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let name = &rest[..end.unwrap_or(rest.len())];
            assert!(
                locale.texts().contains_key(name),
                "{}: t.{name}",
                file.path().display()
            );
        }
    }
}

#[test]
fn every_text_of_the_tables_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |folder: &str| -> String {
        let entries = walkdir::WalkDir::new(root.join(folder)).into_iter();
        let files = entries
            .flatten()
            .filter(|entry| entry.file_type().is_file());
        files
            .map(|file| fs::read_to_string(file.path()).expect("UTF-8"))
            .collect()
    };
    let templates = read("templates");
    let code = [read("src/site"), read("src/view"), read("src/email")]
        .concat()
        .replace("section: \"", ""); // the menu's names, not the table's
    let names = |text: &str, before: &str| -> BTreeSet<String> {
        let found = text.split(before).skip(1);
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        found
            .map(|rest| rest.chars().take_while(|c| is_part(*c)).collect())
            .collect()
    };
    let mut used = names(&templates, " t.");
    used.extend(names(&code, "\""));
    for name in Locale::of("fr").expect("fr").texts().keys() {
        let counted = name
            .strip_suffix("_one")
            .or_else(|| name.strip_suffix("_many"));
        let is_used = match counted {
            Some(things) => code.contains(&format!("count(cx.locale, \"{things}\",")),
            None => used.contains(name),
        };
        assert!(is_used, "no template and no code uses « {name} »");
    }
}

fn page(path: &str, bytes: &str) -> Page {
    Page {
        path: path.to_owned(),
        bytes: bytes.as_bytes().to_vec(),
    }
}

/// Builds a site of the given files, each with the same bytes.
fn put_all(root: &Path, paths: &[&str], bytes: &str) -> Result<site::Committed, SinkError> {
    let disk = Disk::open(root)?;
    for path in paths {
        disk.put(page(path, bytes))?;
    }
    disk.commit()
}

fn paths_below(root: &Path) -> Vec<String> {
    snapshot(root).into_keys().collect()
}

#[test]
fn a_manifest_cannot_reach_outside() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("site/public");
    fs::write(folder.path().join("victim.txt"), "mine").expect("a file");
    put_all(&root, &["a.html", "b/c.html"], "1").expect("a build");
    let outside =
        "../../victim.txt\n/etc/x\n\n.\nb/./c.html\n.hebdo/manifest\nb//c.html\na.html\nb/c.html\n";
    fs::write(root.join(".hebdo/manifest"), outside).expect("a manifest");
    let committed = put_all(&root, &["b/c.html"], "1").expect("a build");
    assert_eq!((committed.written, committed.removed), (0, 1));
    assert!(folder.path().join("victim.txt").exists());
    assert_eq!(paths_below(&root), [".hebdo/manifest", "b/c.html"]);
}

#[test]
fn what_is_not_ours_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    put_all(root, &["a.html"], "1").expect("a build");
    for (path, bytes) in [("own.html", "mine"), ("same.html", "2"), ("dir", "mine")] {
        fs::write(root.join(path), bytes).expect("a file");
    }
    fs::create_dir_all(root.join("x.html/deep")).expect("a folder");
    fs::write(root.join("x.html/deep/notes.txt"), "mine").expect("a file");
    fs::create_dir_all(root.join("y.html")).expect("a folder");
    let before = snapshot(root);
    let wanted = [
        "a.html",
        "own.html",
        "same.html",
        "dir/b.html",
        "x.html",
        "y.html",
    ];
    let error = put_all(root, &wanted, "2")
        .expect_err("refused")
        .to_string();
    for path in ["own.html", "dir", "x.html", "y.html"] {
        let path = root.join(path).display().to_string();
        assert!(error.contains(&path), "{path}: {error}");
    }
    assert!(
        !error.contains("same.html") && !error.contains("a.html"),
        "{error}"
    );
    assert!(error.contains("move or remove"), "{error}");
    assert_eq!(snapshot(root), before);
}

#[test]
fn a_commit_that_was_killed_is_mended_by_the_next_build() {
    let (former, new) = (["a", "b", "d/index.html"], ["a/index.html", "c", "d"]);
    let union = "a\na/index.html\nb\nc\nd\nd/index.html\n";
    // What stands there when the system stops us: after the manifest, the removals, each move.
    let states: [&[&str]; 4] = [&former, &[], &["a/index.html"], &["a/index.html", "c", "d"]];
    for state in states {
        for next in [&new[..], &former[..], &["e"][..]] {
            let folder = tempfile::tempdir().expect("a folder");
            let root = folder.path();
            put_all(root, state, "1").expect("what stood there");
            fs::create_dir_all(root.join(".hebdo/stage/c")).expect("a folder");
            fs::write(root.join(".hebdo/manifest"), union).expect("a manifest");
            put_all(root, next, "2").expect("the next build");
            let mut expected = vec![".hebdo/manifest".to_owned()];
            expected.extend(next.iter().map(|path| (*path).to_owned()));
            expected.sort();
            assert_eq!(paths_below(root), expected, "after {state:?}");
            let listed = fs::read_to_string(root.join(".hebdo/manifest")).expect("a manifest");
            assert_eq!(listed.lines().collect::<Vec<_>>(), next, "after {state:?}");
        }
    }
}

#[test]
fn the_system_s_reason_is_told_once() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join(".hebdo/manifest")).expect("a folder");
    let error = Disk::open(folder.path()).expect_err("unreadable");
    let told = format!("{:#}", anyhow::Error::from(error));
    assert_eq!(told.matches("os error").count(), 1, "{told}");
}

#[test]
fn nothing_makes_the_feed_or_the_sitemap_ill_formed() {
    let mut site = Site::of("english-below-a-path");
    let bad = "a\u{0}\u{1f}\u{fffe}\u{ffff}<b>&\"";
    for setting in [
        &mut site.config.title,
        &mut site.config.description,
        &mut site.config.publisher,
        &mut site.config.base_url,
    ] {
        setting.push_str(bad);
    }
    let files = site.files();
    for path in ["feed.xml", "sitemap.xml"] {
        let xml = text(&files, path);
        let refused = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}');
        assert!(!xml.contains(refused) && !xml.contains(bad), "{path}");
        assert!(!xml.contains("<b>") && !xml.contains("&\""), "{path}");
    }
}

#[test]
fn links_in_the_feed_lead_to_the_site_from_elsewhere() {
    let files = Site::of("english-below-a-path").files();
    let feed = text(&files, "feed.xml");
    assert!(!feed.contains("=&quot;/"), "{feed}");
    assert!(
        feed.contains("=&quot;https://host.example/briefing/pic.svg"),
        "{feed}"
    );
}

#[test]
fn mistakes_are_the_same_whatever_the_threads() {
    for case in ["mistakes-in-three-templates", "unfit-addresses"] {
        let folder = Path::new("tests/site").join(case);
        let first = build(&folder).expect_err("mistakes");
        for _ in 0..20 {
            assert_eq!(build(&folder).expect_err("mistakes"), first);
        }
    }
}
