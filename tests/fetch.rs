//! `hebdo import https://…` and `--images`, with the real binary against a small server on this machine.

#![cfg(feature = "fetch")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Output;
use std::thread;
use std::time::{Duration, Instant};

use assert_cmd::Command;

/// A page about nothing real, long enough to be an article.
fn page(head: &str, body: &str) -> String {
    let prose = "<p>Le phare de la pointe a été rallumé lundi, devant une foule de curieux venus de trois communes, et le deuxième le sera dans un mois.</p>";
    format!(
        "<!doctype html><html lang=fr><head><title>Le phare de la pointe est rallumé</title>{head}</head><body><article><h1>Le phare de la pointe est rallumé</h1>{prose}{body}{prose}</article></body></html>"
    )
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and what follows is of no interest";

/// Starts a server that answers each request with what `answer` gives for its path; its address.
fn server(answer: fn(&str, &mut TcpStream)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let first = lines.next().unwrap().unwrap_or_default();
                let agent = lines
                    .map_while(Result::ok)
                    .take_while(|line| !line.is_empty())
                    .any(|line| line.to_ascii_lowercase().starts_with("user-agent: hebdo/"));
                assert!(agent, "the program says who it is");
                answer(first.split(' ').nth(1).unwrap_or("/"), &mut stream);
            });
        }
    });
    address
}

fn send(stream: &mut TcpStream, status: &str, head: &str, body: &[u8]) {
    let length = body.len();
    let top = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{head}\r\n\r\n"
    );
    let _ = stream.write_all(top.as_bytes()); // who asked may have gone
    let _ = stream.write_all(body);
}

fn answer(path: &str, stream: &mut TcpStream) {
    let html = "Content-Type: text/html; charset=utf-8";
    match path {
        "/article" => {
            let body = "<p>Voir <a href='plan?utm_source=x'>le plan</a>.</p><img src='/photo.png' alt='Un phare'><img src='/dessin.svg' alt='Un dessin'>";
            send(stream, "200 OK", html, page("", body).as_bytes());
        }
        "/canonique" => {
            let head = "<link rel=canonical href='/vrai'>";
            send(stream, "200 OK", html, page(head, "").as_bytes());
        }
        "/photo.png" => send(stream, "200 OK", "Content-Type: image/png", PNG),
        "/dessin.svg" => send(
            stream,
            "200 OK",
            "Content-Type: image/svg+xml",
            b"<svg xmlns='x'/>",
        ),
        "/ailleurs" => send(stream, "302 Found", "Location: article", b""),
        "/rond" => send(stream, "302 Found", "Location: /rond", b""),
        "/fichier" => send(stream, "302 Found", "Location: file:///etc/hostname", b""),
        "/trop" => send(stream, "200 OK", html, &vec![b'a'; 11 << 20]),
        "/bombe" => {
            let head = format!("{html}\r\nContent-Encoding: gzip");
            send(stream, "200 OK", &head, &bomb());
        }
        "/latin" => {
            // The head of the answer says nothing, the page says windows-1252.
            let text = page("<meta charset=windows-1252>", "<p>L’été à la côte.</p>");
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
            send(stream, "200 OK", "Content-Type: text/html", &bytes);
        }
        "/latin-dit" => {
            // The head of the answer is right, the page is not.
            let text = page("<meta charset=shift_jis>", "<p>L’été à la côte.</p>");
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
            send(
                stream,
                "200 OK",
                "Content-Type: text/html; charset=windows-1252",
                &bytes,
            );
        }
        "/faux-latin" => {
            // A server's default over a page in UTF-8.
            let text = page("<meta charset=utf-8>", "<p>L’été à la côte.</p>");
            send(
                stream,
                "200 OK",
                "Content-Type: text/html; charset=iso-8859-1",
                text.as_bytes(),
            );
        }
        "/image" => send(stream, "200 OK", "Content-Type: image/png", PNG),
        "/robot" => send(
            stream,
            "403 Forbidden",
            "Cf-Mitigated: challenge",
            b"<html>",
        ),
        "/interdit" => send(stream, "403 Forbidden", html, b"<html>"),
        "/goutte" => {
            let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{html}\r\n\r\n").as_bytes());
            while stream.write_all(b"<p>").is_ok() {
                thread::sleep(Duration::from_millis(300));
            }
        }
        _ => send(stream, "404 Not Found", html, b"<html>"),
    }
}

/// Twenty megabytes of one letter in twenty kilobytes: gzip of stored and repeated blocks.
fn bomb() -> Vec<u8> {
    use std::io::Read;
    let mut deflated = Vec::new();
    let zeros = std::io::repeat(b'a').take(20 << 20);
    let mut gzip = flate2::read::GzEncoder::new(zeros, flate2::Compression::best());
    gzip.read_to_end(&mut deflated).unwrap();
    deflated
}

fn import(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("hebdo").unwrap();
    command.current_dir(folder).arg("import").args(arguments);
    command.output().unwrap()
}

/// The only draft below the folder.
fn draft(folder: &Path) -> String {
    let found = walkdir::WalkDir::new(folder.join("content"));
    let is_draft = |entry: &walkdir::DirEntry| entry.path().extension().is_some_and(|e| e == "md");
    let drafts: Vec<_> = found
        .into_iter()
        .filter_map(Result::ok)
        .filter(is_draft)
        .collect();
    assert_eq!(drafts.len(), 1);
    fs::read_to_string(drafts[0].path()).unwrap()
}

fn told(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(text).unwrap()
}

#[test]
fn a_page_is_fetched_and_its_links_are_whole() {
    let (server, folder) = (server(answer), tempfile::tempdir().unwrap());
    let output = import(
        folder.path(),
        &[&format!("{server}/ailleurs#bas"), "--allow-local"],
    );
    assert!(output.status.success(), "{}", told(&output));
    let draft = draft(folder.path());
    assert!(
        draft.contains(&format!("[le plan]({server}/plan)")),
        "{draft}"
    );
    assert!(
        draft.contains(&format!("from: {server}/article"))
            || draft.contains(&format!("from: \"{server}/article\"")),
        "{draft}"
    );
    assert!(
        draft.contains(&format!("url: {server}/article"))
            || draft.contains(&format!("url: \"{server}/article\"")),
        "{draft}"
    );
    assert!(
        draft.contains(&format!("![Un phare]({server}/photo.png)")),
        "{draft}"
    );
}

#[test]
fn the_canonical_address_is_the_source() {
    let (server, folder) = (server(answer), tempfile::tempdir().unwrap());
    let output = import(
        folder.path(),
        &[&format!("{server}/canonique"), "--allow-local"],
    );
    assert!(output.status.success(), "{}", told(&output));
    assert!(draft(folder.path()).contains(&format!("{server}/vrai")));
}

#[test]
fn encodings_are_settled_between_head_and_page() {
    let server = server(answer);
    for path in ["latin", "latin-dit", "faux-latin"] {
        let folder = tempfile::tempdir().unwrap();
        let output = import(
            folder.path(),
            &[&format!("{server}/{path}"), "--allow-local"],
        );
        assert!(output.status.success(), "{path}: {}", told(&output));
        let draft = draft(folder.path());
        assert!(draft.contains("L’été à la côte."), "{path}: {draft}");
    }
}

#[test]
fn what_cannot_be_fetched_is_told_with_what_to_do() {
    let (server, folder) = (server(answer), tempfile::tempdir().unwrap());
    let cases = [
        ("rond", "leads on more than 5 times"),
        ("fichier", "answers 404"),
        ("trop", "gives more than 10 MB"),
        ("bombe", "gives more than 10 MB"),
        ("image", "gives image/png, not a page"),
        ("robot", "proof that a person reads it"),
        ("interdit", "save the page and import the file"),
        ("rien", "there is no such page"),
    ];
    for (path, words) in cases {
        let output = import(
            folder.path(),
            &[&format!("{server}/{path}"), "--allow-local"],
        );
        let told = told(&output);
        assert_eq!(output.status.code(), Some(1), "{path}: {told}");
        assert!(told.contains(words), "{path}: {told}");
    }
    assert!(!folder.path().join("content").exists());
}

#[test]
fn a_server_that_drips_is_left_in_time() {
    let (server, folder) = (server(answer), tempfile::tempdir().unwrap());
    let start = Instant::now();
    let output = import(
        folder.path(),
        &[&format!("{server}/goutte"), "--allow-local"],
    );
    assert!(
        told(&output).contains("did not answer whole in 20 s"),
        "{}",
        told(&output)
    );
    assert!(start.elapsed() < Duration::from_secs(25));
}

#[test]
fn private_addresses_are_refused_however_they_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let hosts = [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fd00::1]",
        "0.0.0.0",
    ];
    for host in hosts {
        let output = import(folder.path(), &[&format!("https://{host}:9/secret")]);
        let told = told(&output);
        assert_eq!(output.status.code(), Some(1), "{host}: {told}");
        let is_refused =
            told.contains("--allow-local it is fetched") || told.contains("no such host");
        assert!(is_refused, "{host}: {told}");
    }
}

#[test]
fn http_and_names_of_users_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = import(folder.path(), &["http://exemple.test/"]);
    assert!(told(&output).contains("use https://"), "{}", told(&output));
    let output = import(folder.path(), &["https://lea:mot@exemple.test/"]);
    assert!(
        told(&output).contains("holds a user's name"),
        "{}",
        told(&output)
    );
    assert!(!told(&output).contains("mot@exemple") || told(&output).contains("error"));
}

#[test]
fn images_are_copied_beside_the_draft() {
    let (server, folder) = (server(answer), tempfile::tempdir().unwrap());
    let output = import(
        folder.path(),
        &[&format!("{server}/article"), "--allow-local", "--images"],
    );
    assert!(output.status.success(), "{}", told(&output));
    let drafts = folder.path().join("content/articles/undated");
    let image = drafts.join("le-phare-de-la-pointe-est-rallume-1.png");
    assert_eq!(fs::read(image).unwrap(), PNG);
    let text = draft(folder.path());
    assert!(
        text.contains("![Un phare](le-phare-de-la-pointe-est-rallume-1.png)"),
        "{text}"
    );
    assert!(
        text.contains(&format!("![Un dessin]({server}/dessin.svg)")),
        "{text}"
    );
    assert!(
        told(&output).contains("dessin.svg: no PNG"),
        "{}",
        told(&output)
    );
}

#[test]
fn images_saved_with_a_page_are_copied_from_there_alone() {
    let folder = tempfile::tempdir().unwrap();
    let body = "<img src='Le%20phare_files/a b.png' alt='Un phare'><img src='./Le phare_files/absent.png' alt='Une digue'><img src='../../secret.png' alt='Un secret'><img src='Le%20phare_files/%2e%2e/%2e%2e/secret.png' alt='Un autre'>";
    let site = folder.path().join("a/b");
    fs::create_dir_all(site.join("Le phare_files")).unwrap();
    fs::write(folder.path().join("secret.png"), PNG).unwrap();
    fs::write(folder.path().join("a/secret.png"), PNG).unwrap();
    fs::write(site.join("Le phare_files/a b.png"), PNG).unwrap();
    fs::write(site.join("Le phare.html"), page("", body)).unwrap();
    let output = import(folder.path(), &["a/b/Le phare.html", "--images"]);
    assert!(output.status.success(), "{}", told(&output));
    let text = draft(folder.path());
    assert!(
        text.contains("![Un phare](le-phare-de-la-pointe-est-rallume-1.png)"),
        "{text}"
    );
    assert!(
        text.contains("Une digue") && !text.contains("![Une digue]"),
        "{text}"
    );
    assert!(
        !text.contains("![Un secret]") && !text.contains("![Un autre]"),
        "{text}"
    );
    assert_eq!(
        fs::read_dir(folder.path().join("content/articles/undated"))
            .unwrap()
            .count(),
        2
    );
    // Again in place of what came of it: the same image is no second one.
    let again = import(folder.path(), &["a/b/Le phare.html", "--images", "--force"]);
    assert!(again.status.success(), "{}", told(&again));
    assert_eq!(draft(folder.path()), text);
    assert_eq!(
        fs::read_dir(folder.path().join("content/articles/undated"))
            .unwrap()
            .count(),
        2
    );
}
