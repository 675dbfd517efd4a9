//! What became of items, for people: each in full where they are few, in a line or two where they are
//! many, with a tally at the end.

use std::fmt;

use hebdo::import::Report;

use super::desk::{Became, Entry};
use super::outcome::say;

/// How many items ended in each way.
#[derive(Debug, Default)]
pub(super) struct Tally {
    imported: usize,
    files: usize,
    to_settle: usize,
    known: usize,
    too_old: usize,
    pub(super) failed: usize,
}

impl Tally {
    pub(super) fn count(&mut self, entry: &Entry) {
        match &entry.outcome {
            Became::Written { files, report } | Became::WouldWrite { files, report } => {
                self.imported += 1;
                self.files += files.len();
                self.to_settle += usize::from(!report.todo.is_empty());
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
        Became::Written { files, report } => say(&format!("{report}{}", listed("written", files))),
        Became::WouldWrite { files, report } => {
            say(&format!("{report}{}", listed("would write", files)))
        }
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
        Became::Written { files, report } => say(&brief(input, "written", files, report)),
        Became::WouldWrite { files, report } => say(&brief(input, "would write", files, report)),
        Became::AlreadyImported { file } => say(&format!("{input}: known, in {file}")),
        Became::TooOld { .. } => Ok(()), // the tally counts them
        Became::Failed { error } => failed(error),
    }
}

fn failed(error: &str) -> anyhow::Result<()> {
    anstream::eprintln!("{error}\n");
    Ok(())
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
