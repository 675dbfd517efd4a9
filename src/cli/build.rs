//! `hebdo build`: content, templates and static files become the site.

use std::mem;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use hebdo::content::{Choice, LeftOut, Shelf, Store};
use hebdo::model::{Digest, Library, PartialDate};
use hebdo::project::{Project, check_base_url};
use hebdo::rights;
use hebdo::site::{self, Disk, Made};
use hebdo::standing::Standing;
use jiff::Zoned;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::outcome::{Outcome, Stop, say};
use super::output;
use super::progress::Progress;
use super::timings::Timings;

/// Where a newsletter keeps what saves time and may be lost.
const CACHE: &str = ".hebdo";

/// Render the site: content/ with the theme into public/
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Render the site.

Reads hebdo.yaml, content/, and what the site has of its own in templates/ and static/.
Writes the pages into public/ (or --out): only files whose bytes changed, and takes away
those of an earlier build that have no page any more. Where something is wrong, all of it
is told with its place, and public/ stays as it was.

Example: hebdo build --base-url https://www.example.com")]
pub(crate) struct Args {
    /// Where the site is written [default: public/ in the newsletter's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Where the site is published, in place of the settings' base_url
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Publish drafts too
    #[arg(long)]
    drafts: bool,
    /// Publish what is dated after today too
    #[arg(long)]
    future: bool,
    /// What day it is, in place of the clock
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
    /// Say what each stage took
    #[arg(long)]
    timings: bool,
}

pub(super) fn base_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let checked = check_base_url(url).map(|()| url.to_owned());
    checked.map_err(|why| format!("{why}; write it like https://www.example.com"))
}

/// A day as an argument.
pub(super) fn day(text: &str) -> Result<Date, String> {
    match text.parse() {
        Ok(PartialDate::Day(day)) => Ok(day),
        _ => Err(format!("« {text} » is not a day; write it like 2026-01-28")),
    }
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let start = Instant::now();
    let choice = Choice {
        today: args.today.unwrap_or_else(|| Zoned::now().date()),
        drafts: args.drafts,
        future: args.future,
    };
    let mut timings = Timings::new(args.timings);
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let standing = standing(args, choice, root, &out);
    if let Some(last) = standing.recall::<Said>(|| Disk::standing(&out)) {
        timings.end("unchanged");
        return last.say(start, &out, (0, 0));
    }
    let mut project = Project::open(root, choice)?;
    if let Some(url) = &args.base_url {
        project.config.base_url.clone_from(url);
    }
    output::check(root, &out)?;
    timings.end("settings");
    let store = Store::new(&root.join(CACHE), output::program(), &project.config);
    let made = root.join(CACHE).join(output::name_of("made", &out));
    let (made, shelf) = rayon::join(
        || Made::read(&made, output::program()),
        || Shelf::open(&store, root, &project.config),
    );
    let mut shelf = shelf.having_seen(standing.listing());
    let (library, left_out) = project.library_on(&mut shelf, Some(&store), choice)?;
    timings.end("content");
    let disk = Disk::open(&out)?.remembering(made);
    let (summary, written) = write(&project, &library, &shelf, disk, &mut timings)?;
    let unstated = rights::unstated(library.articles.iter().map(AsRef::as_ref));
    let said = Said {
        remarks: unstated
            .map(|unstated| unstated.to_string())
            .into_iter()
            .chain(left_out_words(left_out))
            .collect(),
        made: format!(
            "{}, {}, {}, {}",
            count(library.articles.len(), "article"),
            count(library.editions.len(), "edition"),
            count(summary.pages, "page"),
            size(summary.bytes),
        ),
    };
    standing.note(|| written.standing, &said);
    mem::forget(library); // the system takes it back faster, all at once
    said.say(start, &out, (written.written, written.removed))
}

/// What a build reads, as it stands now.
fn standing(args: &Args, choice: Choice, root: &Path, out: &Path) -> Standing {
    let asked = format!("{choice:?} {:?}", args.base_url);
    let question = Digest::of_bytes(&[output::program().bytes(), asked.as_bytes()]);
    let file = root.join(CACHE).join(output::name_of("all", out));
    Standing::look(&file, question, root, output::INPUTS)
}

/// What a build says, so that it can be said again.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    /// What the author may want to know, a line each.
    remarks: Vec<String>,
    /// « 12 articles, 2 editions, 40 pages, 80 kB »
    made: String,
}

impl Said {
    fn say(&self, start: Instant, out: &Path, (written, removed): (usize, usize)) -> Outcome {
        for remark in &self.remarks {
            eprintln!("{remark}");
        }
        say(&format!(
            "{} in {:.2} s → {} ({written} written, {removed} removed)",
            self.made,
            start.elapsed().as_secs_f64(),
            out.display(),
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn write(
    project: &Project,
    library: &Library,
    shelf: &Shelf,
    disk: Disk,
    timings: &mut Timings,
) -> Result<(site::Summary, site::Committed), Stop> {
    let own = project.root.join("static");
    let assets = site::assets(own.is_dir().then_some(own.as_path()))?;
    let progress = Progress::new(&disk);
    let summary = site::render(
        library,
        &project.config,
        &project.locale,
        &project.templates,
        &assets,
        &progress,
    )?;
    timings.end("render");
    #[cfg(feature = "search")]
    site::index(library, &project.config, &project.locale, &progress)?;
    progress.end();
    timings.end("search");
    shelf.check()?;
    let committed = disk.commit()?;
    timings.end("write");
    Ok((summary, committed))
}

/// How much stays out, and why; none where nothing does.
fn left_out_words(left_out: LeftOut) -> Option<String> {
    let LeftOut {
        drafts,
        incomplete,
        future,
        held_back,
    } = left_out;
    let kinds = [
        (drafts, count(drafts, "draft")),
        (
            incomplete,
            count(incomplete, "draft") + " without title or date",
        ),
        (future, format!("{future} dated after today")),
        (held_back, format!("{held_back} of an edition held back")),
    ];
    let said = kinds
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, words)| words);
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| format!("left out: {}", said.join(", ")))
}

fn count(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}

fn size(bytes: u64) -> String {
    match bytes {
        0..=999 => format!("{bytes} B"),
        1_000..=999_999 => format!("{} kB", bytes / 1000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
