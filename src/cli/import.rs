//! `hebdo import`: raw texts become drafts in Markdown with front matter. What is done with each input
//! is in `desk.rs`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use hebdo::import::Options;
use hebdo::model::{Config, PartialDate, Rights};
use hebdo::project;

use super::desk::{Desk, Ways};
use super::intake;
use super::outcome::{Outcome, Stop, say};
use super::told::{self, Tally};

/// Turn raw texts and saved web pages into Markdown with front matter
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Turn raw texts and saved web pages into Markdown with front matter.

Reads each INPUT (a text, a web page's HTML, a mail, a mailbox, a feed, a folder or maildir with
such files, an https:// address, or - for standard input) and hebdo.yaml. What an input is, is told
by its content. Of an address, the page or feed alone is fetched, at most 10 MB in 20 s. Writes drafts under content/
(or --into): an article a file; of a digest, an article a story and the edition's note. What the text does not say is not made up: it stands in `todo:`, and the article stays
a draft until that is settled. A raw text imported before is left alone; no file is ever
written over, unless --force.

Examples:
  hebdo import monday/*.txt monday/*.html --dry-run
  hebdo import digest.txt --date 2025-W40
  hebdo import monday/ lettres.mbox feed.xml --since 2026-01-26
  hebdo import https://www.example.com/article
  pbpaste | hebdo import - --title \"Un titre\" --source Reuters --rights quote")]
pub(crate) struct Args {
    /// Texts, saved web pages, mails, feeds, folders of them, https:// addresses; - is standard input
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
    /// Leave out mails and feed entries that are older than this date
    #[arg(long, value_name = "DATE")]
    since: Option<PartialDate>,
    /// Copy the images of pages beside the drafts: those saved with a page, and from the web
    #[arg(long)]
    images: bool,
    /// Fetch http:// addresses too, and those of this machine and its network
    #[arg(long)]
    allow_local: bool,
    /// Keep a digest whole, as one article
    #[arg(long)]
    no_split: bool,
    /// Print the report, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Import again what was imported before, in place of the files that came of it
    #[arg(long)]
    force: bool,
    /// Print what each block of the text was taken for, and why
    #[arg(long)]
    explain: bool,
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

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let found = intake::found(&args.inputs);
    if args.title.is_some() && found.len() > 1 {
        return Err(Stop::Usage(
            "--title names one text; give one INPUT with it".to_owned(),
        ));
    }
    let config = project::settings(root)?;
    let into = args.into.clone().unwrap_or_else(|| root.join("content"));
    let ways = Ways {
        is_dry: args.dry_run,
        is_forced: args.force,
        since: args.since,
        may_be_local: args.allow_local,
    };
    let mut desk = Desk::new(into, options(args, &config), ways);
    let mut tally = Tally::default();
    let mut entries = Vec::new();
    let mut is_long = false;
    desk.take(found, |entry, is_many| {
        tally.count(&entry);
        is_long |= is_many;
        match args.format {
            Format::Json => entries.push(entry),
            Format::Text if is_many => told::briefly(&entry)?,
            Format::Text => told::in_full(&entry)?,
        }
        Ok(())
    })?;
    match args.format {
        Format::Json => say(&serde_json::to_string_pretty(&entries).map_err(anyhow::Error::from)?)?,
        Format::Text => told::at_the_end(&tally, is_long)?,
    }
    Ok(ExitCode::from(u8::from(tally.failed > 0)))
}

fn options(args: &Args, config: &Config) -> Options {
    Options {
        date: args.date,
        title: args.title.clone(),
        source: args.source.clone(),
        rights: args.rights.map(|rights| match rights {
            RightsArg::Full => Rights::Full,
            RightsArg::Quote => Rights::Quote,
        }),
        split: !args.no_split,
        lang: config.lang.clone(),
        settings: config.import.clone(),
        explain: args.explain,
        keeps_files: args.images,
    }
}
