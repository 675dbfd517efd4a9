//! The theme: templates and static files inside the binary, each replaced by the site's own file of
//! the same name where there is one.
//!
//! Enter by [`Templates::load`], then [`Templates::render`]. In a template, a field whose name ends
//! in `_html` is HTML already (`{{ story.body_html | safe }}`); everything else is escaped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde::ser::Error;
use serde::{Serialize, Serializer};
use tera::{Context, ErrorKind, ReportError, Tera, Value};
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Diagnostic, Diagnostics, Source};
use crate::nearest::nearest;

/// The templates of the theme, as `hebdo init` writes them too.
pub static EMBEDDED_TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The static files of the theme: stylesheet, icon.
pub static EMBEDDED_STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// What the folder of templates is called in messages.
const FOLDER: &str = "templates";

/// All templates, parsed.
#[derive(Debug, Clone)]
pub struct Templates {
    tera: Tera,
    /// The text of each, by name: `parts/story.html`.
    texts: BTreeMap<String, String>,
}

impl Templates {
    /// Parses the theme's templates; a file of the site's own folder replaces the one of its name.
    pub fn load(overrides: Option<&Path>) -> Result<Self, Diagnostics> {
        let mut texts = embedded();
        if let Some(folder) = overrides {
            texts.extend(own(folder)?);
        }
        let mut tera = Tera::new();
        match tera.add_raw_templates(&texts) {
            Ok(()) => Ok(Self { tera, texts }),
            Err(error) => Err(load_errors(&texts, &error)),
        }
    }

    /// Whether a template, or one that it extends or includes, has a word in it: whether it shows a field
    /// of that name.
    pub fn mentions(&self, name: &str, word: &str) -> bool {
        let mut seen = vec![name];
        let mut next = 0;
        while let Some(text) = seen.get(next).map(|name| self.texts.get(*name)) {
            let text = text.map(String::as_str).unwrap_or_default();
            if text.contains(word) {
                return true;
            }
            let quoted = text
                .split('"')
                .filter(|other| self.texts.contains_key(*other));
            let new: Vec<&str> = quoted.filter(|other| !seen.contains(other)).collect();
            seen.extend(new);
            next += 1;
        }
        false
    }

    /// The same templates, with values that all of them see besides their own view.
    pub fn with<T: Serialize>(&self, shared: &T) -> Result<Self, Diagnostics> {
        let mut templates = self.clone();
        let values = Context::from_serialize(shared).map_err(|error| self.told("", &error))?;
        templates.tera.global_context().extend(values);
        Ok(templates)
    }

    /// Fills in the template `name` with a view, a struct with named fields.
    pub fn render<T: Serialize>(&self, name: &str, view: &T) -> Result<String, Diagnostics> {
        let context = Context::from_serialize(view).map_err(|error| self.told(name, &error))?;
        let rendered = self.tera.render(name, &context);
        rendered.map_err(|error| self.told(name, &error))
    }

    /// The same as bytes in UTF-8, which nobody looks through once more.
    pub fn render_bytes<T: Serialize>(&self, name: &str, view: &T) -> Result<Vec<u8>, Diagnostics> {
        const USUAL: usize = 8 * 1024;
        let context = Context::from_serialize(view).map_err(|error| self.told(name, &error))?;
        let mut bytes = Vec::with_capacity(USUAL);
        let rendered = self.tera.render_to(name, &context, &mut bytes);
        rendered.map_err(|error| self.told(name, &error))?;
        Ok(bytes)
    }

    /// The text of each template, by name, in the order of names.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.texts.iter();
        texts.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    fn told(&self, name: &str, error: &tera::Error) -> Diagnostics {
        match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
                reported(&self.texts, report).into()
            }
            _ => of_template(name, &error.to_string()).into(),
        }
    }
}

/// A part of a view made ready for templates once, to stand on many pages.
#[derive(Debug, Clone)]
pub struct Ready(Result<Value, String>);

impl Ready {
    /// Makes a part of a view ready; where it cannot be serialised, neither can this.
    pub fn new<T: Serialize>(view: &T) -> Self {
        Self(Value::try_from_serializable(view).map_err(|error| error.to_string()))
    }
}

impl Serialize for Ready {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(value) => value.serialize(serializer),
            Err(error) => Err(S::Error::custom(error)),
        }
    }
}

fn embedded() -> BTreeMap<String, String> {
    let files = all_files(&EMBEDDED_TEMPLATES);
    let texts = files.into_iter().filter_map(|file| {
        let text = file.contents_utf8()?;
        Some((slashed(file.path()), text.to_owned()))
    });
    texts.collect()
}

/// Every file of an embedded folder, those in its folders too.
pub fn all_files<'a>(dir: &Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    let mut files: Vec<_> = dir.files().collect();
    files.extend(dir.dirs().flat_map(all_files));
    files
}

/// The texts of a site's own folder, or all its files that cannot be read.
fn own(folder: &Path) -> Result<BTreeMap<String, String>, Diagnostics> {
    let mut texts = BTreeMap::new();
    let mut wrong = Vec::new();
    let is_shown = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry);
    let entries = WalkDir::new(folder).follow_links(true).into_iter();
    for entry in entries.filter_entry(is_shown) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let name = slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
                match std::fs::read_to_string(entry.path()) {
                    Ok(text) => drop(texts.insert(name, text)),
                    Err(error) => wrong.push(unreadable(&name, &error)),
                }
            }
            Err(error) => wrong.push(unreadable("", &error.into())),
        }
    }
    Diagnostics::check(wrong).map(|()| texts)
}

/// What systems and editors leave in folders: `.DS_Store`.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    let message = format!("the template cannot be read: {error}");
    let help = "make it readable, in UTF-8, or remove it to have the theme's own";
    Diagnostic::of_file(path_of(name), message, help)
}

/// A path with `/` on every system.
pub(crate) fn slashed(path: &Path) -> String {
    let parts = path.components().map(|c| c.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

fn path_of(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

/// Why the templates cannot be loaded: every file that is no template, else every reference that
/// leads nowhere.
fn load_errors(texts: &BTreeMap<String, String>, error: &tera::Error) -> Diagnostics {
    let mut wrong: Vec<Diagnostic> = texts
        .iter()
        .filter_map(
            |(name, text)| match Tera::new().add_raw_template(name, text) {
                Err(error) => match error.kind() {
                    ErrorKind::SyntaxError(report) => Some(reported(texts, report)),
                    _ => None, // it refers to other templates
                },
                Ok(()) => None,
            },
        )
        .collect();
    if wrong.is_empty() {
        wrong = references(texts, error);
    }
    match Diagnostics::check(wrong) {
        Err(all) => all,
        Ok(()) => of_template("", &error.to_string()).into(),
    }
}

/// The references that lead nowhere. Tera hands them over as one text of reports, each with
/// `error: message` and `--> name:line:column`.
fn references(texts: &BTreeMap<String, String>, error: &tera::Error) -> Vec<Diagnostic> {
    if let ErrorKind::MissingParent { current, parent } = error.kind() {
        let message = format!("it extends « {parent} », which does not exist");
        return vec![of_template(current, &message)];
    }
    let all = error.to_string();
    let reports = all.split("\n\n").filter_map(|report| {
        let mut lines = report.lines();
        let message = lines.next()?.strip_prefix("error: ")?;
        let mut place = lines.next()?.trim().strip_prefix("--> ")?.rsplitn(3, ':');
        let column: usize = place.next()?.parse().ok()?;
        let line: usize = place.next()?.parse().ok()?;
        let name = place.next()?;
        let text = texts.get(name)?;
        let path = path_of(name);
        let source = Source { path: &path, text };
        let start = source.line_start(line);
        let skipped = text[start..].chars().take(column.saturating_sub(1));
        let at = start + skipped.map(char::len_utf8).sum::<usize>();
        Some(source.error(
            at..at + 1,
            message,
            "see the theme's own templates for what exists",
        ))
    });
    reports.collect()
}

/// A report of Tera as a diagnostic of ours; what it says of other names goes to the help.
fn reported(texts: &BTreeMap<String, String>, report: &ReportError) -> Diagnostic {
    let name = report.filename();
    let Some(text) = texts.get(name) else {
        return of_template(name, report.message());
    };
    let message = report.message();
    let (message, help) = match message.split_once(" Available ") {
        Some((message, names)) => (message, there_are(message, names)),
        None => (
            message,
            "mend the template, or remove it to have the theme's own".to_owned(),
        ),
    };
    let path = path_of(name);
    let source = Source { path: &path, text };
    source.error(
        report.span().range.clone(),
        message.trim_end_matches('.'),
        help,
    )
}

/// The names that there are in place of one that is not: « fields: date, title ».
fn there_are(message: &str, names: &str) -> String {
    let asked = message.split('`').nth(1).unwrap_or_default();
    let listed = names.split_once(": ").map_or(names, |(_, listed)| listed);
    let listed: Vec<&str> = listed.split(", ").collect();
    match nearest(asked, &listed) {
        Some(near) => format!("did you mean `{near}`? there are {names}"),
        None => format!("there are {names}"),
    }
}

fn of_template(name: &str, message: &str) -> Diagnostic {
    Diagnostic::of_file(
        path_of(name),
        message,
        "compare it with the theme's own templates",
    )
}
