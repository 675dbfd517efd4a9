//! Which articles are told to be of one subject, by folder: `tests/related/CASE/content/` holds articles,
//! `expected.txt` for each of them those that are related, with what they have in common.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use hebdo::content::{self, Choice};
use hebdo::group;
use hebdo::model::{Article, Config};
use hebdo::related::{self, Kin};

fn articles(folder: &Path, config: &Config) -> Vec<Arc<Article>> {
    let today = "2026-12-31".parse().expect("a day");
    let content = content::load(folder, config, Choice::all(today)).expect("content");
    group::by_week(content.articles, content.notes, config).articles
}

fn told(articles: &[Arc<Article>]) -> String {
    let mut told = String::new();
    for (article, related) in articles.iter().zip(related::find(articles)) {
        writeln!(told, "{} {}", article.date, article.slug).expect("a text");
        for (kind, list) in [("same", &related.same), ("before", &related.before)] {
            for Kin { place, common } in list {
                let slug = &articles[*place].slug;
                writeln!(told, "  {kind}: {slug} ({})", common.join(", ")).expect("a text");
            }
        }
    }
    told
}

#[test]
fn every_folder_gives_what_it_expects() {
    support::each_case("tests/related", |folder| {
        let found = told(&articles(folder, &Config::default()));
        support::compare(&folder.join("expected.txt"), &found);
    });
}

#[test]
fn a_text_that_may_only_be_quoted_plays_no_part() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content/articles");
    fs::create_dir_all(&content).expect("a folder");
    let from = Path::new("tests/related/subjects/content/articles");
    for entry in fs::read_dir(from).expect("articles").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a text");
        let (head, _) = text.rsplit_once("---\n").expect("a head");
        let is_quote = head.contains("rights: quote");
        let text = if is_quote {
            format!("{head}key_points: [\"Nordica, une usine, une usine\"]\n---\n\nRien.\n")
        } else {
            text
        };
        fs::write(content.join(entry.file_name()), text).expect("written");
    }
    let config = Config::default();
    let before = told(&articles(Path::new("tests/related/subjects"), &config));
    assert_eq!(told(&articles(folder.path(), &config)), before);
}

#[test]
fn a_site_that_compares_nothing_keeps_no_words() {
    let config = Config {
        related: false,
        ..Config::default()
    };
    let articles = articles(Path::new("tests/related/subjects"), &config);
    assert!(
        articles
            .iter()
            .all(|article| article.words.iter().next().is_none())
    );
}
