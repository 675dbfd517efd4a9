//! The authors' files, in which the line of a finding is looked for.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::diag::{Diagnostic, Source};

/// A file that an author wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Relative to the site's folder.
    pub path: PathBuf,
    /// As it stands in the file.
    pub text: String,
}

/// What is said of a place, once it is found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finding<'a> {
    pub(super) message: &'a str,
    pub(super) help: &'a str,
}

/// All authors' files, and what stands in front of the site's addresses in built pages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Texts<'a> {
    texts: &'a [Text],
    base_path: &'a str,
}

impl<'a> Texts<'a> {
    pub(super) fn new(texts: &'a [Text], base_path: &'a str) -> Self {
        Self { texts, base_path }
    }

    /// A finding at each place where an author typed an address that a built page has.
    pub(super) fn at_address(self, address: &str, finding: Finding<'_>) -> Vec<Diagnostic> {
        let forms = self.as_typed(address).into_iter();
        let found = forms.map(|form| self.at_form(&form, finding));
        found
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// A finding at each place between brackets whose words are such as `is_wanted`.
    pub(super) fn in_brackets(
        self,
        is_wanted: impl Fn(&str) -> bool,
        finding: Finding<'_>,
    ) -> Vec<Diagnostic> {
        let of_text = |text: &Text| {
            let opened = text.text.match_indices('[');
            let closed = opened.filter_map(|(at, _)| {
                let inside = text.text[at + 1..].split(['[', ']', '\n']).next()?;
                let is_closed = text.text[at + 1 + inside.len()..].starts_with(']');
                (is_closed && is_wanted(inside)).then(|| text.at(at, inside.len() + 2, finding))
            });
            closed.collect::<Vec<_>>()
        };
        self.texts.iter().flat_map(of_text).collect()
    }

    fn at_form(self, form: &str, finding: Finding<'_>) -> Vec<Diagnostic> {
        let of_text = |text: &Text| {
            let places = text.text.match_indices(form);
            let whole = places.filter(|(at, _)| is_whole(&text.text, *at, at + form.len()));
            let found = whole.map(|(at, _)| text.at(at, form.len(), finding));
            found.collect::<Vec<_>>()
        };
        self.texts.iter().flat_map(of_text).collect()
    }

    /// What an author may have typed that gave an address: itself, without the path of the site, without
    /// escapes, without what pages of several stories put in front of a story's anchors.
    fn as_typed(self, address: &str) -> Vec<String> {
        let below = address.strip_prefix(self.base_path);
        let plain = [Some(address), below].into_iter().flatten();
        let decoded = |form: &str| percent_decode_str(form).decode_utf8_lossy().into_owned();
        let plain = plain.flat_map(|form| [form.to_owned(), decoded(form)]);
        let anchor = address.strip_prefix('#').map(decoded).unwrap_or_default();
        let ends = anchor
            .match_indices('-')
            .map(|(at, _)| format!("#{}", &anchor[at + 1..]));
        plain.chain(ends).filter(|form| form.len() > 1).collect()
    }

    /// A finding where some words first stand in one file; of the file itself where they do not.
    pub(super) fn at_words(self, path: &Path, words: &str, finding: Finding<'_>) -> Diagnostic {
        let text = self.texts.iter().find(|text| text.path == path);
        let place = text.and_then(|text| Some((text, text.text.find(words)?)));
        match place {
            Some((text, at)) => text.at(at, words.len(), finding),
            None => Diagnostic::of_file(path, finding.message, finding.help),
        }
    }
}

impl Text {
    fn at(&self, start: usize, length: usize, finding: Finding<'_>) -> Diagnostic {
        let source = Source {
            path: &self.path,
            text: &self.text,
        };
        source.error(start..start + length, finding.message, finding.help)
    }
}

/// Whether an address stands between signs that can surround one in Markdown, HTML or YAML.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let is_edge = |c: char| c.is_whitespace() || "()<>\"'[],".contains(c);
    text[..start].ends_with(is_edge) && (end == text.len() || text[end..].starts_with(is_edge))
}
