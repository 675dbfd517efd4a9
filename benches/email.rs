//! A mail of the newest demonstration edition, rendered after loading. `cargo bench --bench email`

#![allow(clippy::expect_used)] // a bench's way to fail

use std::collections::BTreeSet;
use std::path::Path;

use divan::{Bencher, black_box};
use hebdo::content::Choice;
use hebdo::email::{self, Newsletter};
use hebdo::message;
use hebdo::model::{Email, Library};
use hebdo::project::Project;

fn main() {
    divan::main();
}

fn project() -> (Project, Library) {
    let choice = Choice {
        today: "2026-12-31".parse().expect("a day"),
        drafts: false,
        future: false,
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::open(root, choice).expect("a newsletter");
    let (library, _) = project.library(choice).expect("content");
    (project, library)
}

fn render(project: &Project, library: &Library, place: usize) -> Email {
    let newsletter = Newsletter {
        config: &project.config,
        locale: &project.locale,
        templates: &project.templates,
        files: &BTreeSet::new(),
    };
    email::render(&library.editions[place], newsletter, None).expect("a mail")
}

/// Each demonstration edition, newest first.
#[divan::bench(args = [0, 1, 2, 3])]
fn edition(bencher: Bencher<'_, '_>, place: usize) {
    let (project, library) = project();
    bencher.bench(|| render(black_box(&project), &library, place));
}

/// The message of the newest one.
#[divan::bench]
fn message_of_newest(bencher: Bencher<'_, '_>) {
    let (project, library) = project();
    let mail = render(&project, &library, 0);
    bencher.bench(|| message::write(black_box(&mail), &mail.head.from, None));
}
