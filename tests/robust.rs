//! Builds that something stops: killed, out of room, kept out by another build, or sent to the wrong place.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hebdo::site::Disk;
use tempfile::TempDir;

type Files = BTreeMap<String, Vec<u8>>;

/// A newsletter of some articles.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(TempDir::new().expect("a folder"));
        site.write("hebdo.yaml", "title: Lettre\n");
        site.write_articles("premier");
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }

    /// Articles whose every page shows a word; one of them is that word's own.
    fn write_articles(&self, word: &str) {
        drop(fs::remove_dir_all(self.path("content")));
        for i in 0..10 {
            let head = format!(
                "title: Titre {word} {i}\ndate: 2026-01-{:02}\ntags: [thème]\n",
                i + 1
            );
            let name = format!("content/articles/2026/a{i}.md");
            self.write(&name, &format!("---\n{head}---\n\nTexte {word}.\n"));
        }
        let name = format!("content/articles/2026/{word}.md");
        self.write(&name, "---\ntitle: Seul\ndate: 2026-01-30\n---\n\nTexte.\n");
    }

    fn command(&self, out: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hebdo"));
        let today = ["build", "--today", "2026-06-01", "--root"];
        command.args(today).arg(self.0.path()).arg("--out").arg(out);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    fn build(&self, out: &Path) -> Output {
        self.command(out).output().expect("runs")
    }

    fn refused(&self, out: &Path, status: i32) -> String {
        let output = self.build(out);
        let told = support::plain(&String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(status), "{told}");
        told
    }
}

/// Every file of a site, without hebdo's own.
fn files(root: &Path) -> Files {
    let entries = walkdir::WalkDir::new(root).into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file());
    let files = files.map(|entry| {
        let path = entry.path().strip_prefix(root).expect("inside");
        let bytes = fs::read(entry.path()).expect("bytes");
        (path.to_string_lossy().into_owned(), bytes)
    });
    files
        .filter(|(path, _)| !path.starts_with(".hebdo/"))
        .collect()
}

/// Numbers that look drawn by chance, the same ones in each run.
fn drawn(seed: &mut u64) -> u64 {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

#[test]
fn a_build_that_is_killed_leaves_each_page_old_or_new_and_the_next_mends_the_rest() {
    let site = Site::new();
    let words = ["premier", "second"];
    let whole = words.map(|word| {
        site.write_articles(word);
        let out = site.path(word);
        let start = Instant::now();
        assert!(site.build(&out).status.success());
        (files(&out), start.elapsed())
    });
    let out = site.path("public");
    assert!(site.build(&out).status.success());
    let (mut seed, mut killed) = (2026, 0);
    for round in 0..24 {
        let [(first, took), (second, _)] = &whole;
        site.write_articles(words[round % 2]);
        let mut child = site.command(&out).spawn().expect("runs");
        let longest = u64::try_from(took.as_micros()).expect("short");
        thread::sleep(Duration::from_micros(drawn(&mut seed) % longest));
        child.kill().expect("it can be killed");
        killed += usize::from(!child.wait().expect("ended").success());
        for (path, bytes) in files(&out) {
            let known = [first.get(&path), second.get(&path)];
            assert!(
                known.contains(&Some(&bytes)),
                "round {round}: {path} is neither old nor new"
            );
        }
        assert!(site.build(&out).status.success(), "round {round}");
        assert!(
            files(&out) == whole[round % 2].0,
            "round {round}: not mended"
        );
    }
    assert!(killed > 0, "every build was done before it was killed");
}

#[test]
fn two_builds_do_not_write_into_one_folder_at_once() {
    let site = Site::new();
    let out = site.path("public");
    assert!(site.build(&out).status.success());
    let before = files(&out);
    site.write_articles("second");
    let other = Disk::open(&out).expect("the folder");
    let told = site.refused(&out, 1);
    assert!(told.contains("another hebdo is building into"), "{told}");
    assert!(told.contains("public"), "{told}");
    assert!(files(&out) == before);
    drop(other);
    assert!(site.build(&out).status.success());
}

#[test]
fn the_site_is_not_written_over_what_it_is_made_from() {
    let site = Site::new();
    let before = files(site.0.path());
    for place in [
        "",
        ".",
        "content",
        "content/site",
        "static/x/y",
        "templates",
        "..",
    ] {
        let told = site.refused(&site.path(place), 2);
        assert!(told.contains("cannot be written into"), "{place}: {told}");
        assert!(told.contains("name a folder"), "{place}: {told}");
    }
    assert!(files(site.0.path()) == before, "something was written");
}

#[cfg(unix)]
#[test]
fn no_path_leads_around_that() {
    let site = Site::new();
    std::os::unix::fs::symlink(site.path("content"), site.path("elsewhere")).expect("a link");
    site.refused(&site.path("elsewhere/site"), 2);
    site.refused(&site.path("public/../content/site"), 2);
}

/// A file that cannot be written whole is named, and the site stays as it was.
#[cfg(unix)]
#[test]
fn a_file_that_the_system_refuses_is_named() {
    let site = Site::new();
    let out = site.path("public");
    assert!(site.build(&out).status.success());
    let before = files(&out);
    site.write_articles("second");
    site.write("static/large.txt", &"x".repeat(100_000));
    // No file above 64 blocks of 512 or 1,024 bytes; the signal ignored, the write itself fails.
    let script = "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\"";
    let build = site.command(&out);
    let mut limited = Command::new("sh");
    limited
        .args(["-c", script])
        .arg(build.get_program())
        .args(build.get_args());
    let output = limited.output().expect("runs");
    let told = support::plain(&String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("large.txt") && told.contains("File too large"),
        "{told}"
    );
    assert!(files(&out) == before);
    assert!(!out.join(".hebdo/stage").exists() && !out.join(".hebdo/lock").exists());
}

/// On a disk that is full: a small file system in memory, where one may be mounted.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_told() {
    let site = Site::new();
    let disk = site.path("disk");
    fs::create_dir_all(&disk).expect("a folder");
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=256k", "none"])
        .arg(&disk)
        .output();
    if !mount.is_ok_and(|output| output.status.success()) {
        eprintln!("left out: this user may not mount a file system");
        return;
    }
    let out = disk.join("public");
    let output = site.build(&out);
    let left = files(&disk);
    let unmounted = Command::new("umount").arg(&disk).status().expect("runs");
    assert!(unmounted.success());
    let told = support::plain(&String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("No space left on device") && told.contains("disk/public"),
        "{told}"
    );
    assert!(left.is_empty(), "{:?}", left.keys());
}

/// A build that has nothing to do looks at stamps alone; whichever kind of file changes, it is seen.
#[test]
fn what_stands_as_it_stood_is_not_built_again() {
    let edits: [fn(&Site); 6] = [
        |site| {
            site.write(
                "content/articles/2026/a1.md",
                "---\ntitle: Neuf\ndate: 2026-01-29\n---\n",
            );
        },
        |site| drop(fs::remove_file(site.path("content/articles/2026/a2.md"))),
        |site| site.write("hebdo.yaml", "title: Gazette\n"),
        |site| site.write("templates/404.html", "Rien."),
        |site| site.write("static/photo.txt", "b"),
        |site| site.write("public/index.html", "pas de nous"),
    ];
    let sites = edits.map(|edit| (Site::new(), edit));
    for (site, _) in &sites {
        site.write("static/photo.txt", "a");
        site.write("templates/404.html", "Non.");
    }
    thread::sleep(Duration::from_secs(4)); // until the next change of a file is sure to show
    for (site, edit) in &sites {
        let out = site.path("public");
        assert!(site.build(&out).status.success());
        let timed = site.command(&out).arg("--timings").output().expect("runs");
        let timed = String::from_utf8_lossy(&timed.stderr).into_owned();
        assert!(timed.contains("unchanged"), "{timed}");
        edit(site);
        assert!(site.build(&out).status.success());
        let clean = site.path("clean");
        assert!(site.build(&clean).status.success());
        assert!(files(&out) == files(&clean), "{:?}", site.path("public"));
    }
}
