//! Blocks of the text part.

use crate::email::view::Mail;
use crate::markdown::{Document, Plain, wrap};

/// Columns of a line (RFC 5322, 2.1.1 asks for at most 78).
pub(super) const WIDTH: usize = 76;

/// Blocks set apart by empty lines.
#[derive(Default)]
pub(super) struct Blocks(Vec<String>);

impl Blocks {
    pub(super) fn push(&mut self, block: String) {
        if !block.trim().is_empty() {
            self.0.push(block);
        }
    }

    pub(super) fn words(&mut self, words: &str) {
        self.push(wrap(words, WIDTH, "", ""));
    }

    pub(super) fn rule(&mut self, line: char) {
        self.push(String::from(line).repeat(WIDTH));
    }

    pub(super) fn list(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        self.push(items.join("\n"));
    }

    pub(super) fn finish(self) -> String {
        self.0.join("\n\n") + "\n"
    }
}

/// A text of Markdown, whose own page is `page`.
pub(super) fn plain(mail: &Mail<'_>, markdown: &str, lang: &str, page: &str) -> String {
    Document::parse(markdown, lang).to_plain(Plain {
        width: WIDTH,
        base: mail.source.basis.addresses.base_url(),
        page,
    })
}
