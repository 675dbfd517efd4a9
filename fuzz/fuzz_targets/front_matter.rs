//! Any text as a head: what can be read is written so that it is read as the same. Any text's lines as a
//! head's values: they come back as they are. Any text as a Markdown file of any tool.

#![no_main]

use std::path::Path;

use hebdo::diag::{Diagnostics, Source};
use hebdo::front_matter::{self, ArticleHead, EditionHead};
use hebdo::import::Options;
use hebdo::model::{Entity, SourceLink};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(head) = article(text) {
        same(&head);
    }
    if let Ok(head) = note(text) {
        let written = front_matter::write(&head).expect("a head can be written");
        assert_eq!(note(&written).as_ref(), Ok(&head), "{written}");
    }
    same(&of_lines(text));
    hebdo_fuzz::import("a.md", text.as_bytes(), &Options::default());
});

fn of_lines(text: &str) -> ArticleHead {
    let mut lines = text.split('\n').map(str::to_owned);
    ArticleHead {
        title: lines.next(),
        summary: lines.next(),
        authors: lines.by_ref().take(1).collect(),
        entities: lines.by_ref().take(2).map(Entity::named).collect(),
        sources: vec![SourceLink {
            title: lines.next(),
            url: None,
        }],
        tags: lines.collect(),
        ..ArticleHead::default()
    }
}

fn same(head: &ArticleHead) {
    let written = front_matter::write(head).expect("a head can be written");
    assert_eq!(article(&written).as_ref(), Ok(head), "{written}");
}

fn article(text: &str) -> Result<ArticleHead, Diagnostics> {
    let parts = front_matter::read(&source(text));
    parts.map(|parts| parts.head).map_err(Diagnostics::of)
}

fn note(text: &str) -> Result<EditionHead, Diagnostics> {
    let parts = front_matter::read(&source(text));
    parts.map(|parts| parts.head).map_err(Diagnostics::of)
}

fn source(text: &str) -> Source<'_> {
    let path = Path::new("a.md");
    Source { path, text }
}
