//! `hebdo check`: what readers would stumble over.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use hebdo::check::{self, Checked, Text};
use hebdo::content::{self, Choice};
use hebdo::diag::{Diagnostic, Diagnostics, Level};
use hebdo::project::Project;
use jiff::Zoned;
use jiff::civil::Date;
use serde_json::json;

use super::build::day;
use super::outcome::{Outcome, Stop, say};
use super::pages;

/// Look for what readers would stumble over: dead links, images without a text, what is left to do
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Look for what readers would stumble over.

Reads what build reads, builds the site in memory and writes nothing. Errors (status 1): links and
anchors that lead nowhere within the site, images without a text. Warnings: what is left to do in
drafts, stories without takeaways or source, takeaways that no audience claims, places left open in pages: [à compléter : …].

Example: hebdo check --format github")]
pub(crate) struct Args {
    /// The report's format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What day it is, in place of the clock
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs: a list of findings
    Json,
    /// Annotations of a GitHub workflow
    Github,
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let choice = Choice {
        today: args.today.unwrap_or_else(|| Zoned::now().date()),
        drafts: false,
        future: false,
    };
    let project = Project::open(root, choice)?;
    let (library, _) = project.library(choice)?;
    let (_, unfinished) = project.desk(choice.today)?;
    let found = check::run(&Checked {
        library: &library,
        unfinished: &unfinished,
        config: &project.config,
        pages: &pages::in_memory(&project, &library)?,
        texts: &texts(root)?,
    });
    let found = Diagnostics::of(found);
    print(&found, args.format)?;
    let has_errors = found.list().iter().any(|one| one.level() == Level::Error);
    Ok(ExitCode::from(u8::from(has_errors)))
}

/// The authors' files as `load` has just read them.
fn texts(root: &Path) -> Result<Vec<Text>, Stop> {
    let paths = content::paths(root)?;
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
        Text { path, text }
    };
    Ok(paths.into_iter().map(read).collect())
}

fn print(found: &Diagnostics, format: Format) -> anyhow::Result<()> {
    let list = found.list();
    match format {
        Format::Text if list.is_empty() => say("nothing to say"),
        Format::Text => say(&found.to_string()),
        Format::Json => {
            let list: Vec<_> = list.iter().map(as_json).collect();
            say(&serde_json::to_string_pretty(&list)?)
        }
        Format::Github => list.iter().try_for_each(|one| say(&as_annotation(one))),
    }
}

fn as_json(one: &Diagnostic) -> serde_json::Value {
    let (line, column) = one.position().unzip();
    json!({
        "level": one.level(),
        "path": one.path(),
        "line": line,
        "column": column,
        "message": one.message(),
        "help": one.help(),
    })
}

/// A workflow command of GitHub Actions, with its escapes.
fn as_annotation(one: &Diagnostic) -> String {
    let level = match one.level() {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let escape = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    let place = one
        .position()
        .map(|(line, column)| format!(",line={line},col={column}"));
    format!(
        "::{level} file={}{}::{}; {}",
        property(&one.path().display().to_string()),
        place.unwrap_or_default(),
        escape(one.message()),
        escape(one.help()),
    )
}
