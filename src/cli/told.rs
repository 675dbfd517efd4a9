//! What became of items, for people: each in full where they are few, in a line or two where they are
//! many, with a tally at the end.

use std::fmt;

use hebdo::import::Report;
use hebdo::rights::Unstated;

use super::desk::{Became, Entry};
use super::explain::explained;
use super::near::Near;
use super::outcome::say;

/// How many items ended in each way.
#[derive(Debug, Default)]
pub(super) struct Tally {
    imported: usize,
    files: usize,
    to_settle: usize,
    known: usize,
    /// Whose texts have no stated rights; none for a source that is unknown.
    unstated: Vec<Option<String>>,
    too_old: usize,
    pub(super) failed: usize,
}

impl Tally {
    pub(super) fn count(&mut self, entry: &Entry) {
        match &entry.outcome {
            Became::Written { files, report, .. } | Became::WouldWrite { files, report, .. } => {
                self.imported += 1;
                self.files += files.len();
                self.to_settle += usize::from(!report.todo.is_empty());
                self.unstated.extend(report.unstated.iter().cloned());
            }
            Became::AlreadyImported { .. } => self.known += 1,
            Became::TooOld { .. } => self.too_old += 1,
            Became::Failed { .. } => self.failed += 1,
        }
    }
}

/// `12 imported (14 files; 3 have something to settle), 2 known, 1 failed`
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} imported ({} files", self.imported, self.files)?;
        if self.to_settle > 0 {
            write!(f, "; {} with something to settle", self.to_settle)?;
        }
        write!(f, "), {} known", self.known)?;
        if self.too_old > 0 {
            write!(f, ", {} before --since", self.too_old)?;
        }
        write!(f, ", {} failed", self.failed)
    }
}

/// One of few items: its whole report.
pub(super) fn in_full(entry: &Entry) -> anyhow::Result<()> {
    let Entry { input, outcome, .. } = entry;
    match outcome {
        Became::Written {
            files,
            report,
            near,
        } => say(&whole(report, "written", files, near)),
        Became::WouldWrite {
            files,
            report,
            near,
        } => say(&whole(report, "would write", files, near)),
        Became::AlreadyImported { file } => {
            let how = "left alone; with --force it is imported again, in place of what came of it";
            say(&format!("{input}: imported before, in {file}; {how}\n"))
        }
        Became::TooOld { date } => say(&format!("{input}: of {date}, before --since; left out\n")),
        Became::Failed { error } => failed(error),
    }
}

/// One of many items: where it is, and what an editor must look at.
pub(super) fn briefly(entry: &Entry) -> anyhow::Result<()> {
    let Entry { input, outcome, .. } = entry;
    match outcome {
        Became::Written {
            files,
            report,
            near,
        } => say(&(brief(input, "written", files, report) + &warned(near))),
        Became::WouldWrite {
            files,
            report,
            near,
        } => say(&(brief(input, "would write", files, report) + &warned(near))),
        Became::AlreadyImported { file } => say(&format!("{input}: known, in {file}")),
        Became::TooOld { .. } => Ok(()), // the tally counts them
        Became::Failed { error } => failed(error),
    }
}

fn failed(error: &str) -> anyhow::Result<()> {
    anstream::eprintln!("{error}\n");
    Ok(())
}

/// After all items: how many ended in which way, where they are many, and whose rights nobody stated.
pub(super) fn at_the_end(tally: &Tally, is_long: bool) -> anyhow::Result<()> {
    if is_long {
        say(&tally.to_string())?;
    }
    if let Some(unstated) = Unstated::of(tally.unstated.iter().map(Option::as_deref)) {
        anstream::eprintln!("{unstated}");
    }
    Ok(())
}

fn whole(report: &Report, what: &str, files: &[String], near: &[Near]) -> String {
    let files = listed(what, files);
    let (near, decisions) = (warned(near), explained(&report.decisions));
    format!("{report}{files}{near}{decisions}")
}

fn warned(near: &[Near]) -> String {
    near.iter().map(Near::line).collect()
}

/// The last lines of a report: a file a line, in the column of the lines above.
fn listed(what: &str, files: &[String]) -> String {
    files
        .iter()
        .map(|file| format!("  {what}: {file}\n"))
        .collect()
}

fn brief(input: &str, what: &str, files: &[String], report: &Report) -> String {
    let first = files.first().map_or("", String::as_str);
    let others = match files.len() {
        0 | 1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    let mut out = format!("{input}: {what} {first}{others}");
    for todo in &report.todo {
        out.push_str(&format!("\n  missing  {todo}"));
    }
    for differs in &report.differs {
        out.push_str(&format!("\n  differs  {differs}"));
    }
    for noted in &report.noted {
        out.push_str(&format!("\n  noted    {noted}"));
    }
    out
}
