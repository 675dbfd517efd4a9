//! `hebdo import`: raw texts become drafts in Markdown with front matter.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::error::ErrorKind;
use clap::{CommandFactory, ValueEnum};
use hebdo::content;
use hebdo::diag::Diagnostics;
use hebdo::front_matter::Status;
use hebdo::import::{self, Import, NoteDraft, Options, Raw, Report};
use hebdo::model::{PartialDate, Rights};
use hebdo::project;
use serde::Serialize;

use super::{Cli, Outcome, files};

/// Turn raw texts and saved web pages into Markdown with front matter
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Turn raw texts and saved web pages into Markdown with front matter.

Reads each INPUT (a text file, a web page's HTML, or - for standard input) and hebdo.yaml. Writes drafts under
content/ (or --into): an article a file; of a digest, an article a story and the edition's
note. What the text does not say is not made up: it stands in `todo:`, and the article stays
a draft until that is settled. A raw text imported before is left alone; no file is ever
written over, unless --force.

Examples:
  hebdo import monday/*.txt monday/*.html --dry-run
  hebdo import digest.txt --date 2025-W40
  pbpaste | hebdo import - --title \"Un titre\" --source Reuters --rights quote")]
pub(crate) struct Args {
    /// Raw texts, saved web pages; - is standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// The folder that receives articles/ and editions/ [default: content/ of the newsletter]
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// The date of what is imported, as far as it is known: 2026-01-28, 2026-W05, 2026-01 or 2026
    #[arg(long)]
    date: Option<PartialDate>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// How much of it may be published
    #[arg(long, value_enum)]
    rights: Option<RightsArg>,
    /// Its title (for one INPUT)
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Keep a digest whole, as one article
    #[arg(long)]
    no_split: bool,
    /// Print the report, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Import again what was imported before, over the files of that time
    #[arg(long)]
    force: bool,
    /// The report's format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RightsArg {
    /// All of it
    Full,
    /// Title, summary, takeaways and link; never the body
    Quote,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// What became of one input.
#[derive(Debug, Serialize)]
struct Entry {
    input: String,
    #[serde(flatten)]
    outcome: Became,
}

#[derive(Debug, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
enum Became {
    Written { files: Vec<String>, report: Report },
    WouldWrite { files: Vec<String>, report: Report },
    AlreadyImported { file: String },
    Failed { error: String },
}

pub(crate) fn run(args: &Args, root: &Path) -> Outcome {
    if args.title.is_some() && args.inputs.len() > 1 {
        let message = "--title names one text; give one INPUT with it";
        Cli::command()
            .error(ErrorKind::ArgumentConflict, message)
            .exit();
    }
    let config = project::settings(root).map_err(|wrong| Diagnostics::check(wrong).err());
    let config = match config {
        Ok(config) => config,
        Err(Some(diagnostics)) => return Err(diagnostics.into()),
        Err(None) => Default::default(),
    };
    let mut desk = Desk {
        args,
        into: args.into.clone().unwrap_or_else(|| root.join("content")),
        known: content::imported(root),
        options: options(args, &config.lang),
    };
    let entries: Vec<Entry> = args.inputs.iter().map(|input| desk.take(input)).collect();
    print(&entries, args.format)?;
    let failed = entries
        .iter()
        .any(|entry| matches!(entry.outcome, Became::Failed { .. }));
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn options(args: &Args, lang: &str) -> Options {
    Options {
        date: args.date,
        title: args.title.clone(),
        source: args.source.clone(),
        rights: args.rights.map(|rights| match rights {
            RightsArg::Full => Rights::Full,
            RightsArg::Quote => Rights::Quote,
        }),
        split: !args.no_split,
        lang: lang.to_owned(),
    }
}

fn print(entries: &[Entry], format: Format) -> anyhow::Result<()> {
    if format == Format::Json {
        println!("{}", serde_json::to_string_pretty(entries)?);
        return Ok(());
    }
    for Entry { input, outcome } in entries {
        match outcome {
            Became::Written { files, report } => println!("{report}{}", listed("written", files)),
            Became::WouldWrite { files, report } => {
                println!("{report}{}", listed("would write", files));
            }
            Became::AlreadyImported { file } => {
                println!(
                    "{input}: imported before, in {file}; left alone (--force imports it again)\n"
                );
            }
            Became::Failed { error } => anstream::eprintln!("{error}\n"),
        }
    }
    Ok(())
}

/// The last lines of a report: a file a line, in the column of the lines above.
fn listed(what: &str, files: &[String]) -> String {
    files
        .iter()
        .map(|file| format!("  {what}: {file}\n"))
        .collect()
}

/// Where inputs are taken one after the other.
struct Desk<'a> {
    args: &'a Args,
    into: PathBuf,
    /// Hashes of raw texts with the file that has each.
    known: BTreeMap<String, PathBuf>,
    options: Options,
}

impl Desk<'_> {
    fn take(&mut self, input: &Path) -> Entry {
        let outcome = self.import(input).unwrap_or_else(|error| Became::Failed {
            error: format!("{error:#}"),
        });
        Entry {
            input: input.display().to_string(),
            outcome,
        }
    }

    fn import(&mut self, input: &Path) -> anyhow::Result<Became> {
        let bytes = read(input)?;
        let hash = import::hash(&bytes);
        if let Some(file) = self.known.get(&hash).filter(|_| !self.args.force) {
            return Ok(Became::AlreadyImported {
                file: file.display().to_string(),
            });
        }
        let name = input
            .file_name()
            .map_or_else(|| "-".into(), |name| name.to_string_lossy());
        let Import {
            drafts,
            note,
            report,
        } = import::read(
            &Raw {
                name: &name,
                bytes: &bytes,
            },
            &self.options,
        )
        .map_err(Diagnostics::from)?;
        let mut texts = Vec::with_capacity(drafts.len() + 1);
        for draft in &drafts {
            texts.push((self.into.join(draft.path()), draft.to_markdown()?));
        }
        if let Some(note) = note {
            let path = self.into.join(note.path());
            let note = if path.exists() && !self.args.force {
                held_back(note, &path)
            } else {
                note
            };
            texts.push((path, note.to_markdown()?));
        }
        let files = self.write(texts)?;
        if let Some(first) = files.first() {
            self.known.insert(hash, PathBuf::from(first));
        }
        Ok(if self.args.dry_run {
            Became::WouldWrite { files, report }
        } else {
            Became::Written { files, report }
        })
    }

    /// Writes all files of one input, or none of them.
    fn write(&self, texts: Vec<(PathBuf, String)>) -> anyhow::Result<Vec<String>> {
        let mut done: Vec<PathBuf> = Vec::new();
        for (path, text) in texts {
            let path = if self.args.force {
                path
            } else {
                free(path, &done)
            };
            let result = if self.args.dry_run {
                Ok(())
            } else {
                files::write(&path, &text, self.args.force)
            };
            if let Err(error) = result {
                for file in &done {
                    let _ = fs::remove_file(file); // the first error is the one to tell
                }
                return Err(error);
            }
            done.push(path);
        }
        Ok(done.iter().map(|path| path.display().to_string()).collect())
    }
}

/// An edition has one note: a second one is written beside it, to be brought together by hand.
fn held_back(mut note: NoteDraft, path: &Path) -> NoteDraft {
    let todo = format!(
        "{} is there already; bring the two together",
        path.display()
    );
    note.head.todo.push(todo);
    note.head.status = Some(Status::Draft);
    note
}

/// The path itself, or the first of `name-2.md`, `name-3.md`… that nobody has.
fn free(path: PathBuf, taken: &[PathBuf]) -> PathBuf {
    let is_free = |path: &PathBuf| !path.exists() && !taken.contains(path);
    if is_free(&path) {
        return path;
    }
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let numbered = (2..).map(|n| path.with_file_name(format!("{stem}-{n}.md")));
    numbered.into_iter().find(is_free).unwrap_or(path)
}

fn read(input: &Path) -> anyhow::Result<Vec<u8>> {
    if input.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .context("standard input cannot be read")?;
        return Ok(bytes);
    }
    fs::read(input).with_context(|| format!("{} cannot be read", input.display()))
}
