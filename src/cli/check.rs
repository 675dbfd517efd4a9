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
#[cfg(feature = "fetch")]
use super::outward;
use super::pages;

/// Where the answers of links are kept.
const LINKS: &str = ".hebdo/links";

/// Look for what readers would stumble over: dead links, images without a text, what is left to do
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Look for what readers would stumble over.

Reads what build reads, builds the site in memory and writes nothing. Errors (status 1): links and
anchors that lead nowhere within the site, images without a text. Warnings: what is left to do in
drafts, stories without takeaways or source, takeaways that no audience claims, places left open in pages: [à compléter : …].

With --external, links out of the site are followed (feature fetch): eight hosts at a time, each host one
link at a time, ten seconds a link, answers kept in .hebdo/ for a week. A dead link (404, 410, no such
host) is an error; one that is blocked to programs (401, 403, 429…) or unreachable (no answer, 5xx) is a
warning.

Examples:
  hebdo check --format github
  hebdo check --external")]
pub(crate) struct Args {
    /// The report's format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Follow links out of the site too; each is asked once a week
    #[arg(long)]
    external: bool,
    /// Follow links to this machine and its network too, for tests and servers of your own
    #[arg(long, requires = "external")]
    allow_local: bool,
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
    let checked = Checked {
        library: &library,
        unfinished: &unfinished,
        config: &project.config,
        pages: &pages::in_memory(&project, &library)?,
        texts: &texts(root)?,
    };
    let mut found = check::run(&checked);
    if args.external {
        found.extend(external(&checked, args, &root.join(LINKS), choice.today)?);
    }
    let found = Diagnostics::of(found);
    print(&found, args.format)?;
    let has_errors = found.list().iter().any(|one| one.level() == Level::Error);
    Ok(ExitCode::from(u8::from(has_errors)))
}

/// What is to be said of links out of the site.
#[cfg(feature = "fetch")]
fn external(
    checked: &Checked<'_>,
    args: &Args,
    kept_in: &Path,
    today: Date,
) -> anyhow::Result<Vec<Diagnostic>> {
    let links = check::Outward::of(checked);
    let answers = outward::follow(&links.addresses(), kept_in, today, args.allow_local);
    let is_no_host = |answer: &&check::Answer| matches!(answer, check::Answer::Dead(why) if why.contains("no such host"));
    let unknown = answers.values().filter(is_no_host).count();
    if unknown > 1 && unknown == answers.len() {
        anyhow::bail!("no host of any link is known; is this machine connected?");
    }
    Ok(links.told(&answers, checked))
}

/// Says how to get what was left out of this program.
#[cfg(not(feature = "fetch"))]
fn external(_: &Checked<'_>, _: &Args, _: &Path, _: Date) -> anyhow::Result<Vec<Diagnostic>> {
    anyhow::bail!(
        "links out of the site are not followed: this hebdo was built without the feature `fetch`; build it \
         with `cargo install --path . --features fetch`"
    )
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
