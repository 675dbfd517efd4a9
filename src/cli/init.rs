//! `hebdo init`: a new newsletter that builds at once.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use hebdo::model::Week;
use hebdo::project::{DEFAULT_SETTINGS, SETTINGS};
use jiff::Zoned;
use jiff::civil::Date;

use super::files;
use super::outcome::{Outcome, Stop, say};
use super::schema;

const ARTICLE: &str = include_str!("../../data/init/article.md");
const EDITION: &str = include_str!("../../data/init/edition.md");
/// The pages that a newsletter owes its readers, with places to fill in.
const PAGES: &[(&str, &str)] = &[
    (
        "a-propos",
        include_str!("../../data/init/pages/a-propos.md"),
    ),
    (
        "mentions-legales",
        include_str!("../../data/init/pages/mentions-legales.md"),
    ),
    (
        "confidentialite",
        include_str!("../../data/init/pages/confidentialite.md"),
    ),
    (
        "accessibilite",
        include_str!("../../data/init/pages/accessibilite.md"),
    ),
];
const README: &str = include_str!("../../data/init/README.md");
/// The schema of the settings, beside them.
const SCHEMA: &str = ".hebdo.schema.json";
const GITIGNORE: &str = "/public\n/.hebdo\n";

/// Start a newsletter in a new folder
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Start a newsletter in a new folder.

Reads nothing. Writes settings, a first article, its edition's note, the pages that the law and readers\nask for (to be filled in: hebdo check names each place) and a README into DIR,
which must be new or empty. It builds at once; templates and stylesheet are in the program.

Example: hebdo init ma-lettre && hebdo build --root ma-lettre")]
pub(crate) struct Args {
    /// The folder
    dir: PathBuf,
}

pub(super) fn run(args: &Args, root: Option<&Path>) -> Outcome {
    if root.is_some() {
        return Err(Stop::Usage(
            "init takes the folder as DIR; leave --root out".to_owned(),
        ));
    }
    refuse_full(&args.dir)?;
    for (path, text) in newsletter(Zoned::now().date()) {
        files::write(&args.dir.join(path), &text)?;
    }
    let dir = args.dir.display();
    say(&format!(
        "{dir}: a newsletter; next: hebdo build --root '{dir}'"
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// A folder that is not empty is somebody's; hidden files (`.git`) do not count.
fn refuse_full(dir: &Path) -> anyhow::Result<()> {
    let is_hidden = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with('.');
    let is_empty = match fs::read_dir(dir) {
        Ok(entries) => entries.flatten().all(|entry| is_hidden(&entry)),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => {
            return Err(error).with_context(|| format!("cannot use {}", dir.display()));
        }
    };
    if !is_empty {
        bail!("{} is not empty; name a new folder", dir.display());
    }
    Ok(())
}

/// The files of a new newsletter, begun on `today`.
fn newsletter(today: Date) -> Vec<(String, String)> {
    let week = Week::of(today);
    let fill = |text: &str| {
        text.replace("{date}", &today.to_string())
            .replace("{week}", &week.to_string())
    };
    let page = |(name, text): &(&str, &str)| (format!("content/pages/{name}.md"), fill(text));
    let mut files: Vec<_> = PAGES.iter().map(page).collect();
    files.extend([
        (
            SETTINGS.to_owned(),
            format!("# yaml-language-server: $schema={SCHEMA}\n{DEFAULT_SETTINGS}")
                .replace("L'IA en clair", "Ma lettre IA"),
        ),
        (SCHEMA.to_owned(), schema::CONFIG.to_owned()),
        (
            format!(
                "content/articles/{}/{today}-premier-article.md",
                today.year()
            ),
            fill(ARTICLE),
        ),
        (format!("content/editions/{week}.md"), fill(EDITION)),
        ("README.md".to_owned(), fill(README)),
        (".gitignore".to_owned(), GITIGNORE.to_owned()),
    ]);
    files
}
