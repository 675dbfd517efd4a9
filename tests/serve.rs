//! `hebdo serve`, spoken to as a browser does.

#![cfg(feature = "serve")]
#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::fs;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// A newsletter that is served; ended when dropped.
struct Served {
    dir: TempDir,
    child: Child,
    /// `127.0.0.1:…`
    address: String,
}

impl Served {
    fn new() -> Self {
        let dir = TempDir::new().expect("a folder");
        let root = dir.path().join("lettre");
        let mut init = assert_cmd::Command::cargo_bin("hebdo").expect("the binary");
        init.arg("init").arg(&root).assert().success();
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("hebdo"))
            .args(["serve", "--drafts", "--port", "0"])
            .current_dir(&root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let address = line.trim_start_matches("http://");
        let address = address.split('/').next().expect("an address").to_owned();
        Self {
            dir,
            child,
            address,
        }
    }

    fn connect(&self, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("listens");
        let limit = Some(Duration::from_secs(20));
        stream.set_read_timeout(limit).expect("a limit");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("is heard");
        stream
    }

    /// The whole answer, head and body, without the time at which it was given.
    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        let mut stream = self.connect(path, &self.address);
        stream.read_to_string(&mut answer).expect("answers");
        let lines = answer.split_inclusive('\n');
        lines.filter(|line| !line.starts_with("date: ")).collect()
    }

    fn news(&self) -> News {
        News(BufReader::new(self.connect("/_hebdo/news", &self.address)).lines())
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.dir.path().join("lettre").join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What browsers hear.
struct News(Lines<BufReader<TcpStream>>);

impl News {
    fn next(&mut self) -> String {
        let lines = self.0.by_ref().map(|line| line.expect("more news"));
        let mut data = lines.filter(|line| line.starts_with("data: "));
        data.next().expect("the stream stays open")
    }

    /// Waits for news that say something; a build more than expected is no fault.
    fn until(&mut self, words: &str) -> String {
        let mut news = std::iter::from_fn(|| Some(self.next())).take(5);
        news.find(|news| news.contains(words)).expect(words)
    }
}

const ARTICLE: &str = "---\ntitle: \"Une autre loi\"\ndate: 2026-01-28\n---\n\nTexte.\n";

#[test]
#[cfg(feature = "search")]
fn the_search_index_is_made_when_it_is_asked_for() {
    let served = Served::new();
    let mut news = served.news();
    news.next();
    let entry = || served.get("/pagefind/1/pagefind-entry.json");
    let before = entry();
    assert!(before.starts_with("HTTP/1.1 200"), "{before}");
    assert!(served.get("/pagefind/1/absent").starts_with("HTTP/1.1 404"));
    served.write("content/articles/2026/2026-01-28-autre-loi.md", ARTICLE);
    news.until("\"version\":2");
    assert_ne!(entry(), before);
    assert!(served.get("/recherche/").contains("/pagefind/1/"));
}

#[test]
#[cfg(feature = "images")]
fn pictures_are_made_when_they_are_asked_for() {
    let served = Served::new();
    let mut news = served.news();
    news.next();
    let picture = image::DynamicImage::new_rgb8(600, 300);
    let path = served
        .dir
        .path()
        .join("lettre/content/articles/2026/plan.png");
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    picture.save(path).expect("a picture");
    let text = ARTICLE.replace("Texte.", "![Un plan](plan.png)");
    served.write("content/articles/2026/2026-01-28-autre-loi.md", &text);
    let page = loop {
        news.until("\"version\":"); // of the picture, of the text, or of both
        let page = served.get("/articles/2026/autre-loi/");
        if page.contains("<img src=\"") {
            break page;
        }
    };
    let (_, after) = page.split_once("<img src=\"").expect("a picture");
    let src = after.split('"').next().expect("its address");
    let head = |path: &str| {
        let mut head = [0; 15];
        served
            .connect(path, &served.address)
            .read_exact(&mut head)
            .expect("answers");
        String::from_utf8_lossy(&head).into_owned()
    };
    assert_eq!(head(src), "HTTP/1.1 200 OK");
    assert_eq!(head(&src.replace(".png", "-480.webp")), "HTTP/1.1 200 OK");
    assert_eq!(head("/pictures/0123456789abcdef.png"), "HTTP/1.1 404 No");
}

#[test]
fn a_saved_file_is_a_new_page_and_a_mistake_leaves_the_old_one() {
    let served = Served::new();
    let mut news = served.news();
    assert_eq!(news.next(), r#"data: {"version":1,"error":null}"#);
    assert!(
        served
            .get("/articles/2026/autre-loi/")
            .starts_with("HTTP/1.1 404")
    );
    served.write("content/articles/2026/2026-01-28-autre-loi.md", ARTICLE);
    news.until(r#""error":null"#);
    let page = served.get("/articles/2026/autre-loi/");
    assert!(page.contains("Une autre loi"), "{page}");
    assert!(page.contains("<script src=\"/_hebdo/reload.js\""), "{page}");

    let broken = ARTICLE.replace("title", "titel");
    served.write("content/articles/2026/2026-01-28-autre-loi.md", &broken);
    let told = news.until("titel");
    assert!(told.contains("2026-01-28-autre-loi.md:2:1"), "{told}");
    assert!(!told.contains("\\u001b"), "{told}");
    assert_eq!(served.get("/articles/2026/autre-loi/"), page);
}

#[test]
fn a_folder_of_templates_made_meanwhile_is_watched() {
    let served = Served::new();
    let mut news = served.news();
    news.next();
    served.write("templates/404.html", "Rien.");
    news.until(r#""error":null"#);
    served.write("templates/404.html", "{{ absent }}");
    news.until("absent");
}

#[test]
fn addresses_are_answered_as_servers_do() {
    let served = Served::new();
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
    let moved = served.get("/archives");
    assert!(
        moved.starts_with("HTTP/1.1 307") && moved.contains("location: /archives/"),
        "{moved}"
    );
    assert!(
        served
            .get("/style.css")
            .contains("content-type: text/css; charset=utf-8")
    );
    let absent = served.get("/absent/");
    assert!(
        absent.starts_with("HTTP/1.1 404") && absent.contains("</html>"),
        "{absent}"
    );
    for path in ["/../hebdo.yaml", "/%2e%2e/hebdo.yaml", "/..%2fhebdo.yaml"] {
        assert!(served.get(path).starts_with("HTTP/1.1 404"), "{path}");
    }
}

#[test]
fn the_mail_and_the_week_stand_beside_the_site() {
    let served = Served::new();
    let mut news = served.news();
    news.until("\"version\":1");
    served.write("content/articles/2026/2026-01-28-loi.md", ARTICLE);
    news.until("\"version\":2");
    let preview = served.get("/_email/2026-w05/");
    assert!(preview.contains("<dt>Subject</dt>"), "{preview}");
    assert!(
        served
            .get("/_email/2026-w05/mail.html")
            .contains("Une autre loi")
    );
    assert!(
        !served
            .get("/_email/2026-w05/images-off.html")
            .contains(" src=\"http")
    );
    assert!(
        served
            .get("/_email/2026-w05/mail.txt")
            .contains("Une autre loi")
    );
    let status = served.get("/_status/2026-w05/");
    assert!(
        status.contains("2026-W05 · 2026-01-26 to 2026-02-01 · 1 story · ready"),
        "{status}"
    );
}

#[test]
fn a_name_that_is_not_ours_is_refused() {
    let served = Served::new();
    let mut answer = String::new();
    let mut stream = served.connect("/", "example.com");
    stream.read_to_string(&mut answer).expect("answers");
    assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
}

#[test]
fn a_port_that_is_taken_is_told_with_a_free_one() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port();
    let dir = TempDir::new().expect("a folder");
    let mut command = assert_cmd::Command::cargo_bin("hebdo").expect("the binary");
    let command = command.args(["serve", "--port", &port.to_string()]);
    let output = command.current_dir(dir.path()).output().expect("runs");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(
        told.starts_with(&format!(
            "error: port {port} is taken; the next free one: hebdo serve --port "
        )),
        "{told}"
    );
    assert_eq!(output.status.code(), Some(1));
}
