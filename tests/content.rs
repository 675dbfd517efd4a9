//! Loading and grouping, by folder: `tests/content/CASE/` holds a newsletter and `expected.txt`,
//! either every diagnostic as a terminal shows it (without colours), or the editions it groups into.
//! `UPDATE_EXPECTED=1 cargo test --test content` writes what is found.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::fmt::Write;
use std::path::Path;

use hebdo::content::{self, Choice, Content};
use hebdo::group;
use hebdo::model::{Article, Config, Takeaway};

#[test]
fn every_folder_gives_what_it_expects() {
    support::each_case("tests/content", |folder| {
        let found = told(folder);
        support::compare(&folder.join("expected.txt"), &found);
    });
}

#[test]
fn drafts_and_future_come_in_when_asked_for() {
    let all = Choice {
        drafts: true,
        future: true,
        ..choice()
    };
    let content = content::load(Path::new("tests/content/whole"), &config(), all).expect("whole");
    let slugs: Vec<&str> = content.articles.iter().map(|a| a.slug.as_str()).collect();
    for slug in ["brouillon", "a-faire", "futur", "retenu"] {
        assert!(slugs.contains(&slug), "{slug} is not among {slugs:?}");
    }
    assert!(
        content
            .notes
            .iter()
            .any(|note| note.week.to_string() == "2026-W07")
    );
}

#[test]
fn an_edition_that_closes_on_friday_hands_the_week_end_on() {
    let mut config = config();
    config.edition.closes = "wednesday".parse().expect("a weekday");
    let content =
        content::load(Path::new("tests/content/whole"), &config, choice()).expect("whole");
    let week = |slug: &str| {
        let article = content
            .articles
            .iter()
            .find(|a| a.slug == slug)
            .expect(slug);
        article.week.map(|week| week.to_string())
    };
    assert_eq!(
        week("loi").as_deref(),
        Some("2026-W05"),
        "Wednesday itself is in time"
    );
    assert_eq!(
        week("usine").as_deref(),
        Some("2026-W05"),
        "a week is its own edition"
    );
    config.edition.closes = "tuesday".parse().expect("a weekday");
    let content =
        content::load(Path::new("tests/content/whole"), &config, choice()).expect("whole");
    let loi = content
        .articles
        .iter()
        .find(|a| a.slug == "loi")
        .expect("loi");
    assert_eq!(
        loi.week.map(|week| week.to_string()).as_deref(),
        Some("2026-W06")
    );
}

fn choice() -> Choice {
    Choice {
        today: "2026-11-22".parse().expect("a day"),
        drafts: false,
        future: false,
    }
}

fn config() -> Config {
    serde_yaml::from_str(include_str!("../hebdo.yaml")).expect("the settings of this repository")
}

fn told(folder: &Path) -> String {
    match content::load(folder, &config(), choice()) {
        Ok(content) => summary(content),
        Err(diagnostics) => support::plain(&diagnostics.to_string()),
    }
}

fn summary(content: Content) -> String {
    let mut out = format!("{:?}\n", content.left_out);
    let library = group::by_week(content.articles, content.notes, &config());
    for edition in &library.editions {
        let note = edition.note.as_ref();
        let title = note.and_then(|note| note.title.as_deref()).unwrap_or("–");
        let _ = writeln!(out, "\n# {} {} · {title}", edition.week, edition.period.0);
        let conclusion = note.and_then(|note| note.conclusion.as_ref());
        for story in &edition.stories {
            let _ = writeln!(out, "{}. {}", story.number, article(&story.article));
        }
        if let Some(conclusion) = conclusion {
            let _ = writeln!(
                out,
                "{} | {}{}",
                conclusion.title,
                conclusion.body,
                takeaways(&conclusion.takeaways)
            );
        }
    }
    for loose in &library.loose {
        let _ = writeln!(out, "\nloose: {}", article(loose));
    }
    out
}

fn article(article: &Article) -> String {
    let body = article.body.replace('\n', "↵");
    format!(
        "{}/{} « {} » {body}{}",
        article.date,
        article.slug,
        article.title,
        takeaways(&article.takeaways)
    )
}

fn takeaways(takeaways: &[Takeaway]) -> String {
    let one = |t: &Takeaway| {
        format!(
            "\n   [{}] {}",
            t.audience.as_ref().map_or("*", |a| &a.0),
            t.text
        )
    };
    takeaways.iter().map(one).collect()
}
