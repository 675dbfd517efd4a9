//! `hebdo check --external` with the real binary against a small server on this machine.

#![cfg(feature = "fetch")]
#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use assert_cmd::Command;

/// What was asked for, in order: `HEAD /page`.
type Asked = Arc<Mutex<Vec<String>>>;

/// A server that answers each path with the status in its name; its address, and what it was asked.
fn server() -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let asked = Asked::default();
    let log = Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let log = Arc::clone(&log);
            thread::spawn(move || answer(stream, &log));
        }
    });
    (address, asked)
}

fn answer(mut stream: TcpStream, log: &Asked) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let first = lines.next().and_then(Result::ok).unwrap_or_default();
    lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .for_each(drop);
    let mut words = first.split(' ');
    let (method, path) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    log.lock().expect("a log").push(format!("{method} {path}"));
    let status = match (method, path) {
        ("HEAD", "/sans-tete") => "405 No",
        (_, "/sans-tete" | "/la") => "200 OK",
        (_, "/mur") => "403 No",
        (_, "/reseau") => "999 No",
        (_, "/panne") => "502 No",
        (_, "/parti") => "410 Gone",
        (_, "/ailleurs") => "301 Moved\r\nLocation: /la",
        _ => "404 No",
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    drop(stream.write_all(head.as_bytes())); // who asked may have gone
}

fn newsletter(links: &[String]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("hebdo.yaml"), "title: Lettre\n").expect("settings");
    let articles = folder.path().join("content/articles");
    fs::create_dir_all(&articles).expect("a folder");
    let head = "---\ntitle: Un titre\ndate: 2026-01-28\nweek: none\n---\n\n";
    let links: String = links
        .iter()
        .map(|link| format!("Voir [ici]({link}).\n\n"))
        .collect();
    let article = format!("{head}{links}");
    fs::write(articles.join("2026-01-28-un-titre.md"), article).expect("an article");
    folder
}

fn check(root: &Path, more: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("hebdo").expect("a binary");
    command
        .arg("--root")
        .arg(root)
        .args(["check", "--external", "--format", "github"]);
    let output = command.args(more).output().expect("a run");
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8_lossy(&told).replace(&root.to_string_lossy().into_owned(), "");
    (output.status.code().unwrap_or(-1), told)
}

const LOCAL: [&str; 3] = ["--allow-local", "--today", "2026-02-01"];

fn to(server: &str, paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| format!("{server}{path}")).collect()
}

#[test]
fn dead_links_are_told_from_blocked_and_unreachable_ones() {
    let (server, _) = server();
    let paths = [
        "/la",
        "/la#bas",
        "/sans-tete",
        "/ailleurs",
        "/mur",
        "/reseau",
        "/panne",
        "/parti",
        "/jamais",
    ];
    let site = newsletter(&to(&server, &paths));
    let (status, told) = check(site.path(), &LOCAL);
    let told = told.replace(&server, "");
    assert_eq!(status, 1, "{told}");
    let lines: Vec<&str> = told.lines().collect();
    for (line, path, what) in [
        (15, "/mur", "is blocked: it answers 403"),
        (17, "/reseau", "is blocked: it answers 999"),
        (19, "/panne", "cannot be reached: it answers 502"),
        (21, "/parti", "is dead: it answers 410"),
        (23, "/jamais", "is dead: it answers 404"),
    ] {
        let level = if what.contains("dead") {
            "error"
        } else {
            "warning"
        };
        let start = format!(
            "::{level} file=content/articles/2026-01-28-un-titre.md,line={line},col=12::the link « {path} » {what}"
        );
        assert!(
            lines.iter().any(|one| one.starts_with(&start)),
            "{start} is not in\n{told}"
        );
    }
    assert_eq!(lines.len(), 5, "{told}");
}

#[test]
fn what_is_blocked_fails_nothing() {
    let (server, _) = server();
    let site = newsletter(&to(&server, &["/mur", "/panne"]));
    assert_eq!(check(site.path(), &LOCAL).0, 0);
}

#[test]
fn an_answer_holds_for_a_week() {
    let (server, asked) = server();
    let site = newsletter(&to(&server, &["/la", "/mur", "/panne"]));
    let asked_on = |day: &str| {
        asked.lock().expect("a log").clear();
        check(site.path(), &["--allow-local", "--today", day]);
        asked.lock().expect("a log").clone()
    };
    assert_eq!(
        asked_on("2026-02-01"),
        ["HEAD /la", "HEAD /mur", "GET /mur", "HEAD /panne"]
    );
    assert_eq!(
        asked_on("2026-02-07"),
        ["HEAD /panne"],
        "who did not answer is asked again"
    );
    assert_eq!(asked_on("2026-02-08").len(), 4);
}

#[test]
fn readers_find_nothing_in_a_private_network() {
    let (server, asked) = server();
    let site = newsletter(&to(&server, &["/la"]));
    let (status, told) = check(site.path(), &["--today", "2026-02-01"]);
    assert_eq!(status, 1);
    assert!(told.contains("private network"), "{told}");
    assert!(asked.lock().expect("a log").is_empty(), "nobody was asked");
}

#[test]
fn a_host_that_does_not_answer_is_left_alone() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let server = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let paths: Vec<String> = (0..6).map(|n| format!("/{n}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let site = newsletter(&to(&server, &paths));
    let (status, told) = check(site.path(), &LOCAL);
    assert_eq!(status, 0, "{told}");
    assert_eq!(told.matches("cannot be reached").count(), 6, "{told}");
    assert_eq!(told.matches("did not answer before").count(), 3, "{told}");
}
