//! Front matter: what is written is read again, whatever stands in it; and a Markdown file with any
//! front matter becomes a draft whose own file gives that draft again.

#![no_main]

use std::path::Path;

use hebdo::diag::Source;
use hebdo::front_matter::{self, ArticleHead};
use hebdo::import::{self, Options, Raw};
use hebdo::model::{Entity, SourceLink};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    typed(text);
    written(text);
    imported(text);
});

/// A head that can be read is written so that it is read as the same.
fn typed(text: &str) {
    if let Ok(head) = read(text) {
        same(&head);
    }
}

/// Any texts, a line each, come back as they are.
fn written(text: &str) {
    let mut lines = text.split('\n').map(str::to_owned);
    let head = ArticleHead {
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
    };
    same(&head);
}

/// What import makes of a file is what it makes of its own file.
fn imported(text: &str) {
    let read = |bytes: &[u8]| {
        let raw = Raw {
            name: "a.md",
            bytes,
        };
        import::read(&raw, &Options::default())
    };
    let Ok(first) = read(text.as_bytes()) else {
        return;
    };
    for draft in &first.drafts {
        let file = draft.to_markdown().expect("a draft can be written");
        let again = read(file.as_bytes()).expect("a draft can be imported");
        assert_eq!(again.drafts.as_slice(), std::slice::from_ref(draft), "{file}");
    }
}

fn same(head: &ArticleHead) {
    let text = front_matter::write(head).expect("a head can be written");
    let again = read(&text).unwrap_or_else(|()| panic!("unreadable:\n{text}"));
    assert_eq!(&again, head, "{text}");
}

fn read(text: &str) -> Result<ArticleHead, ()> {
    let source = Source {
        path: Path::new("a.md"),
        text,
    };
    let parts = front_matter::read(&source).map_err(|_| ())?;
    Ok(parts.head)
}
