//! What each stage costs: `cargo bench`. Whether they run is checked by `cargo bench -- --test`.

#![allow(clippy::expect_used)] // a bench's way to fail

use std::fs;
use std::path::{Path, PathBuf};

use divan::{Bencher, black_box};
use hebdo::content::{self, Choice};
use hebdo::diag::Source;
use hebdo::front_matter::{self, ArticleHead};
use hebdo::group;
use hebdo::import::{self, Options, Raw};
use hebdo::locale::Locale;
use hebdo::markdown::{Document, typography};
use hebdo::model::{Config, Library, Page};
use hebdo::project::settings;
use hebdo::site::{self, Disk, Memory, Sink};
use hebdo::templates::Templates;

fn main() {
    divan::main();
}

/// The repository's own newsletter.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn config() -> Config {
    settings(root()).expect("settings")
}

fn choice() -> Choice {
    Choice {
        today: "2100-01-01".parse().expect("a day"),
        drafts: true,
        future: true,
    }
}

/// The path and text of its first article.
fn article() -> (PathBuf, String) {
    let files = walkdir::WalkDir::new(root().join("content/articles")).sort_by_file_name();
    let mut files = files.into_iter().flatten();
    let file = files.find(|entry| entry.file_type().is_file());
    let path = file.expect("an article").into_path();
    let text = fs::read_to_string(&path).expect("UTF-8");
    (path, text)
}

fn library() -> Library {
    let config = config();
    let content = content::load(root(), &config, choice()).expect("content");
    group::by_week(content.articles, content.notes, &config)
}

#[divan::bench]
fn import(bencher: Bencher<'_, '_>) {
    let (path, text) = article();
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let raw = Raw {
        name: &name,
        bytes: text.as_bytes(),
    };
    let options = Options::default();
    let items = import::unpack(&raw).expect("an input");
    bencher.bench(|| import::read(black_box(&items[0]), &options).is_ok());
}

#[divan::bench]
fn head(bencher: Bencher<'_, '_>) {
    let (path, text) = article();
    let source = Source {
        path: &path,
        text: &text,
    };
    bencher.bench(|| front_matter::read::<ArticleHead>(black_box(&source)).expect("a head"));
}

#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let (_, text) = article();
    bencher.bench(|| Document::parse(black_box(&text), "").to_html());
}

#[divan::bench]
fn typography(bencher: Bencher<'_, '_>) {
    let (_, text) = article();
    bencher.bench(|| typography::set(black_box(&text), "fr").len());
}

#[divan::bench]
fn load(bencher: Bencher<'_, '_>) {
    let config = config();
    bencher.bench(|| content::load(black_box(root()), &config, choice()).expect("content"));
}

#[divan::bench]
fn grouping(bencher: Bencher<'_, '_>) {
    let config = config();
    let content = content::load(root(), &config, choice()).expect("content");
    let parts = || (content.articles.clone(), content.notes.clone());
    bencher
        .with_inputs(parts)
        .bench_values(|(articles, notes)| group::by_week(articles, notes, &config));
}

#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let (config, library) = (config(), library());
    let locale = Locale::of(&config.lang).expect("a language");
    let templates = Templates::load(None).expect("templates");
    bencher.bench(|| {
        let memory = Memory::default();
        site::render(&library, &config, &locale, &templates, &[], &memory).expect("a site");
        memory
    });
}

#[divan::bench]
fn write(bencher: Bencher<'_, '_>) {
    let pages = || {
        let page = |i| Page {
            path: format!("articles/{i}/index.html"),
            bytes: vec![b'x'; 8_000],
        };
        let pages: Vec<Page> = (0..100).map(page).collect();
        (tempfile::tempdir().expect("a folder"), pages)
    };
    bencher.with_inputs(pages).bench_values(|(folder, pages)| {
        let disk = Disk::open(folder.path()).expect("a folder");
        for page in pages {
            disk.put(page).expect("put");
        }
        disk.commit().expect("a commit");
        folder
    });
}
