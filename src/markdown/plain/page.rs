//! Blocks of plain text: wrapped, indented, set apart by empty lines.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// Wraps a text at spaces, so that no line is wider than `width` columns unless a single word is; no-break
/// spaces (U+00A0, U+202F) hold. `first` and `rest` stand in front of the first line and of the others.
pub fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .break_words(false);
    let lines = textwrap::wrap(text, options);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

/// What stands in front of the lines of a block that belongs to another: a list's item, a quote.
#[derive(Debug)]
struct Indent {
    /// Before its first line; none once that is written.
    first: Option<String>,
    rest: String,
}

/// Plain text while it is written.
#[derive(Debug)]
pub(super) struct Page {
    width: usize,
    out: String,
    indents: Vec<Indent>,
    /// The number of the next item of each open list; none where it has no numbers.
    lists: Vec<Option<u64>>,
    /// Whether the last line belongs to a list that is open.
    is_in_list: bool,
}

impl Page {
    pub(super) fn new(width: usize) -> Self {
        Self {
            width,
            out: String::new(),
            indents: Vec::new(),
            lists: Vec::new(),
            is_in_list: false,
        }
    }

    /// Columns that are left beside the indents.
    pub(super) fn width(&self) -> usize {
        let taken = self.indents.iter().map(|indent| indent.rest.width());
        self.width.saturating_sub(taken.sum()).max(1)
    }

    pub(super) fn indent(&mut self, first: &str, rest: &str) {
        self.indents.push(Indent {
            first: Some(first.to_owned()),
            rest: rest.to_owned(),
        });
    }

    pub(super) fn outdent(&mut self) {
        self.indents.pop();
    }

    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.lists.push(first);
    }

    pub(super) fn close_list(&mut self) {
        self.lists.pop();
        self.is_in_list &= !self.lists.is_empty();
    }

    pub(super) fn open_item(&mut self) {
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        let rest = " ".repeat(mark.len());
        self.indent(&mark, &rest);
    }

    /// Words, to be wrapped; a line break in them stays.
    pub(super) fn block(&mut self, words: &str) {
        self.separate();
        let (first, rest) = self.take_indents();
        let lines = wrap(words, self.width, &first, &rest);
        self.push(&lines);
    }

    /// A heading with a line under it.
    pub(super) fn heading(&mut self, words: &str, line: char) {
        let wrapped = wrap(words, self.width(), "", "");
        let longest = wrapped.lines().map(UnicodeWidthStr::width).max();
        let under = String::from(line).repeat(longest.unwrap_or_default());
        self.lines(&format!("{wrapped}\n{under}"));
    }

    /// Lines that are not wrapped, set off by four columns.
    pub(super) fn verbatim(&mut self, lines: &str) {
        self.indent("    ", "    ");
        self.lines(lines);
        self.outdent();
    }

    /// Lines that stay as they are.
    pub(super) fn lines(&mut self, lines: &str) {
        self.separate();
        let (first, rest) = self.take_indents();
        let indented = lines.lines().enumerate().map(|(i, line)| {
            let line = format!("{}{line}", if i == 0 { &first } else { &rest });
            line.trim_end().to_owned()
        });
        let indented: Vec<String> = indented.collect();
        self.push(&indented.join("\n"));
    }

    pub(super) fn finish(self) -> String {
        self.out.trim_end().to_owned()
    }

    fn push(&mut self, lines: &str) {
        self.out.push_str(lines);
        self.out.push('\n');
        self.is_in_list = !self.lists.is_empty();
    }

    /// An empty line before what follows, but between the items of a list.
    fn separate(&mut self) {
        let is_item = self.indents.last().is_some_and(|i| i.first.is_some());
        let is_between_items = self.is_in_list && is_item;
        if self.out.is_empty() || is_between_items {
            return;
        }
        let quotes = self.indents.iter().filter(|indent| indent.first.is_none());
        let margin: String = quotes.map(|indent| indent.rest.as_str()).collect();
        self.out.push_str(margin.trim_end());
        self.out.push('\n');
    }

    fn take_indents(&mut self) -> (String, String) {
        let rest = self.indents.iter().map(|indent| indent.rest.as_str());
        let rest: String = rest.collect();
        let first = self.indents.iter_mut();
        let first = first.map(|indent| indent.first.take().unwrap_or_else(|| indent.rest.clone()));
        (first.collect(), rest)
    }
}
