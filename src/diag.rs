//! Diagnostics: where something is wrong, what, and what to do about it.
//!
//! Enter by [`Source::error`], which makes a [`Diagnostic`] of a range of a file's text;
//! [`Diagnostics`] is the error that carries all of a run's, in the order of their files.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Level as Shown, Renderer, Snippet};
use serde::Serialize;

/// A file as read: its path, as messages show it, and its text.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Relative to the site's folder where it stands in it.
    pub path: &'a Path,
    /// The whole text, as it stands in the file.
    pub text: &'a str,
}

impl Source<'_> {
    /// An error at `range` (bytes of the text): what is wrong, and what to do.
    pub fn error(
        &self,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            level: Level::Error,
            path: self.path.to_owned(),
            place: Some(Box::new(self.place(range))),
            message: message.into(),
            help: help.into(),
        }
    }

    /// The byte at which a line (from 1) begins; the text's end where it has fewer lines.
    pub fn line_start(&self, line: usize) -> usize {
        let breaks = self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        match line {
            0 | 1 => 0,
            _ => breaks
                .map(|(i, _)| i + 1)
                .nth(line - 2)
                .unwrap_or(self.text.len()),
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        let at = floor_boundary(self.text, range.start);
        let start = self.text[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |i| at + i);
        let until = floor_boundary(self.text, range.end.clamp(at, end));
        Place {
            line: self.text[..start].matches('\n').count() + 1,
            excerpt: self.text[start..end].trim_end_matches('\r').to_owned(),
            range: at - start..until - start,
        }
    }
}

fn floor_boundary(text: &str, index: usize) -> usize {
    text.floor_char_boundary(index.min(text.len()))
}

/// One thing that is wrong with what somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    level: Level,
    /// The file, relative to the site's folder where it stands in it.
    path: PathBuf,
    /// The place in it; none where the whole file is at fault.
    place: Option<Box<Place>>,
    /// What is wrong.
    message: String,
    /// What to do about it.
    help: String,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It cannot be published like this.
    Error,
    /// It can, and somebody should look at it.
    Warning,
}

/// A range on one line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    /// From 1.
    line: usize,
    /// The line's text.
    excerpt: String,
    /// Bytes of the excerpt.
    range: Range<usize>,
}

impl Diagnostic {
    /// An error about a file as a whole: it is missing, unreadable, not UTF-8.
    pub fn of_file(
        path: impl Into<PathBuf>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            level: Level::Error,
            path: path.into(),
            place: None,
            message: message.into(),
            help: help.into(),
        }
    }

    /// `path:line:column`, both from 1, the column in characters; the path alone for a whole file.
    pub fn location(&self) -> String {
        let path = self.path.display();
        match &self.place {
            Some(place) => format!("{path}:{}:{}", place.line, place.column()),
            None => path.to_string(),
        }
    }

    /// The same, as something that somebody should look at.
    pub fn into_warning(self) -> Self {
        Self {
            level: Level::Warning,
            ..self
        }
    }

    /// How bad it is.
    pub fn level(&self) -> Level {
        self.level
    }

    /// The file, relative to the site's folder where it stands in it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line and the column in characters, both from 1; none for a whole file.
    pub fn position(&self) -> Option<(usize, usize)> {
        self.place
            .as_ref()
            .map(|place| (place.line, place.column()))
    }

    /// What to do about it.
    pub fn help(&self) -> &str {
        &self.help
    }

    /// The message, without place and help.
    pub fn message(&self) -> &str {
        &self.message
    }

    fn sort_key(&self) -> (&Path, usize, usize) {
        let place = self.place.as_ref();
        let (line, column) = place.map_or((0, 0), |p| (p.line, p.column()));
        (&self.path, line, column)
    }

    fn render(&self) -> String {
        let path = self.path.display().to_string();
        let title = match self.level {
            Level::Error => Shown::ERROR,
            Level::Warning => Shown::WARNING,
        };
        let title = title.primary_title(&self.message);
        let help = Shown::HELP.message(&self.help);
        let renderer = Renderer::styled();
        let Some(place) = &self.place else {
            let origin = annotate_snippets::Origin::path(&path);
            let group = title.element(origin).element(help);
            return renderer.render(&[group]);
        };
        let snippet = Snippet::source(&place.excerpt)
            .path(&path)
            .line_start(place.line)
            .annotation(AnnotationKind::Primary.span(place.range.clone()));
        renderer.render(&[title.element(snippet).element(help)])
    }
}

impl Place {
    fn column(&self) -> usize {
        self.excerpt[..self.range.start].chars().count() + 1
    }
}

/// Everything that is wrong, found in one run; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// At least one mistake, in the order of files and lines.
    pub fn of(mut list: Vec<Diagnostic>) -> Self {
        list.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        Self(list)
    }

    /// The given mistakes as an error; `Ok` for none.
    pub fn check(list: Vec<Diagnostic>) -> Result<(), Self> {
        if list.is_empty() {
            Ok(())
        } else {
            Err(Self::of(list))
        }
    }

    /// The same mistakes, in files of a folder.
    pub fn below(mut self, folder: &Path) -> Self {
        for diagnostic in &mut self.0 {
            diagnostic.path = folder.join(&diagnostic.path);
        }
        self
    }

    /// The mistakes, to be told together with others.
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.0
    }

    /// The mistakes, in the order of their files and lines.
    pub fn list(&self) -> &[Diagnostic] {
        &self.0
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(one: Diagnostic) -> Self {
        Self(vec![one])
    }
}

impl std::error::Error for Diagnostics {}

/// For a terminal: each mistake as `path:line:column`, the line, a caret and what to do, with ANSI
/// colours (print it through `anstream`, which drops them where they would not show).
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.0 {
            writeln!(f, "{}\n", diagnostic.render())?;
        }
        let count = |level| self.0.iter().filter(|one| one.level == level).count();
        f.write_str(&counted(count(Level::Error), count(Level::Warning)))
    }
}

/// « 1 error, 2 warnings », without what there is none of.
fn counted(errors: usize, warnings: usize) -> String {
    let kinds = [(errors, "error"), (warnings, "warning")];
    let said = kinds.iter().filter(|(n, _)| *n > 0).map(|(n, what)| {
        let plural = if *n == 1 { "" } else { "s" };
        format!("{n} {what}{plural}")
    });
    said.collect::<Vec<_>>().join(", ")
}
