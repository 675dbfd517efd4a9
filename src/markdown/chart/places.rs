//! Where the labels and numbers of a chart stand in their file.

use std::ops::Range;

use crate::diag::{Diagnostic, Source};
use crate::yaml;

/// What is wrong, and what to do.
pub(super) type Said = (String, String);

/// Where labels and numbers stand in the file: they are looked for one behind the other.
pub(super) struct Places<'a> {
    source: &'a Source<'a>,
    range: Range<usize>,
    /// Where the next label is looked for.
    at: usize,
    label: Option<Range<usize>>,
    value: Option<Range<usize>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(source: &'a Source<'a>, range: Range<usize>) -> Self {
        let text = &source.text[range.clone()];
        let key = text
            .match_indices("data")
            .find(|(at, _)| *at == 0 || text[..*at].ends_with('\n'));
        Self {
            source,
            at: range.start + key.map_or(0, |(at, key)| at + key.len()),
            range,
            label: None,
            value: None,
        }
    }

    /// Goes on to the next label and the value behind it.
    pub(super) fn next(&mut self, label: &str, value: &str) -> &Self {
        self.label = self.find(label);
        self.value = self.find(value);
        self
    }

    fn find(&mut self, typed: &str) -> Option<Range<usize>> {
        let found = self.source.text[self.at..self.range.end].find(typed)?;
        let range = self.at + found..self.at + found + typed.len();
        self.at = range.end;
        (!typed.is_empty()).then_some(range)
    }

    pub(super) fn label(&self, said: Said) -> Diagnostic {
        self.tell(self.label.clone(), said)
    }

    pub(super) fn value(&self, said: Said) -> Diagnostic {
        self.tell(self.value.clone().or_else(|| self.label.clone()), said)
    }

    pub(super) fn data(&self, said: Said) -> Diagnostic {
        self.tell(None, said)
    }

    fn tell(&self, place: Option<Range<usize>>, (message, help): Said) -> Diagnostic {
        match place {
            Some(place) => self.source.error(place, message, help),
            None => yaml::error_at(
                self.source,
                self.range.clone(),
                ("data", None),
                message,
                help,
            ),
        }
    }
}
