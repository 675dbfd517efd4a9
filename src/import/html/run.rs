//! Words of a line as they are collected, with the spans that mark them.

use std::ops::Range;

use super::links::Links;
use super::signs::is_unseen;
use super::spans::{Mark, Span};

/// Words with their spans; an outer span comes before those inside it. A line break is `\n`.
#[derive(Debug, Default)]
pub(crate) struct Text<'a> {
    pub(crate) words: String,
    pub(crate) spans: Vec<Span>,
    /// What links are read against.
    pub(crate) links: Option<&'a Links>,
}

impl Text<'_> {
    /// Adds words; runs of white space are one space.
    pub(crate) fn push(&mut self, text: &str) {
        for c in text.chars() {
            // A no-break space is a sign of its own, which French puts before « : ».
            let is_space = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
            if !is_space {
                if !c.is_control() && !is_unseen(c) {
                    self.words.push(c);
                }
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
        }
    }

    pub(crate) fn push_break(&mut self) {
        let end = self.words.trim_end_matches(' ').len();
        self.words.truncate(end);
        self.words.push('\n');
        for span in self.spans.iter_mut().filter(|s| s.range.end != usize::MAX) {
            span.range.end = span.range.end.min(end);
        }
    }

    /// Adds words that are no text of the page's own, marked.
    pub(crate) fn mark(&mut self, words: &str, mark: Mark) {
        let start = self.words.len();
        self.push(words.trim());
        self.spans.push(Span {
            range: start..self.words.len(),
            mark,
        });
    }

    /// The parts between two line breaks that stand together.
    pub(crate) fn parts(&self) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = 0;
        while let Some(step) = self.words[start..].find("\n\n") {
            parts.push(start..start + step);
            start += step + 2;
        }
        parts.push(start..self.words.len());
        parts
    }

    /// A part's words without the space around them, and its spans.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        let inner = trimmed(&self.words, range.clone());
        let within = |span: &Span| {
            let cut = span.range.start.max(inner.start)..span.range.end.min(inner.end);
            let is_image = matches!(span.mark, Mark::Image(_));
            let is_here = range.start <= span.range.start && span.range.end <= range.end;
            let cut = if cut.start <= cut.end {
                trimmed(&self.words, cut)
            } else {
                inner.start..inner.start
            };
            (!cut.is_empty() || is_image && is_here).then(|| Span {
                range: cut.start - inner.start..cut.end - inner.start,
                mark: span.mark.clone(),
            })
        };
        Self {
            words: self.words[inner.clone()].to_owned(),
            spans: self.spans.iter().filter_map(within).collect(),
            links: self.links,
        }
    }
}

/// The range without the spaces at its ends.
fn trimmed(words: &str, range: Range<usize>) -> Range<usize> {
    let text = &words[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}
