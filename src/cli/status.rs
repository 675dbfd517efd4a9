//! `hebdo status`: one week on one screen.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use hebdo::content::Choice;
use hebdo::coverage::{Coverage, Row, State};
use hebdo::model::{Library, Unfinished, Week};
use hebdo::project::Project;
use hebdo::rights;
use jiff::Zoned;
use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use super::build::day;
use super::outcome::{Outcome, say};

/// Show a week: its stories, whom they tell something, what is left to do
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Show a week on one screen.

Reads hebdo.yaml and content/; writes nothing. Shows the stories in their order with state and
source, how many takeaways each has for each audience (a hole is a dash), what keeps the edition
from being published and what settles it, and what was imported without title or date.

Examples:
  hebdo status
  hebdo status 2026-W05")]
pub(crate) struct Args {
    /// The edition's ISO week: 2026-W05 [default: the edition in which today stands]
    week: Option<Week>,
    /// What day it is, in place of the clock
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let today = args.today.unwrap_or_else(|| Zoned::now().date());
    let project = Project::open(root, Choice::all(today))?;
    let (library, unfinished) = project.desk(today)?;
    let current = || Week::of_edition(today, project.config.edition.closes);
    let week = args.week.unwrap_or_else(current);
    let coverage = Coverage::of(week, &library, &unfinished, &project.config, today);
    say(screen(&coverage, &library).trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// The week as a text.
pub(super) fn screen(coverage: &Coverage<'_>, library: &Library) -> String {
    let mut out = head(coverage);
    if coverage.rows.is_empty() {
        out += &no_stories(library);
    } else {
        out += &table(coverage);
    }
    out += &section("left to do before it is published", &coverage.open);
    out += &section(
        "drafts without title or date, in no week yet",
        &coverage.incomplete,
    );
    let stories = coverage.rows.iter().map(|row| row.article);
    if let Some(unstated) = rights::unstated(stories) {
        let _ = writeln!(out, "\n{unstated}"); // a String takes it
    }
    out
}

fn head(coverage: &Coverage<'_>) -> String {
    let Coverage { week, period, .. } = coverage;
    let stories = match coverage.rows.len() {
        1 => "1 story".to_owned(),
        n => format!("{n} stories"),
    };
    let ready = if coverage.is_ready() {
        "ready"
    } else {
        "not ready"
    };
    let note = coverage.note.map_or_else(
        || format!("no introduction yet: hebdo new edition {week}"),
        |note| note.path.display().to_string(),
    );
    format!(
        "{week} · {} to {} · {stories} · {ready}\n{note}\n\n",
        period.0, period.1
    )
}

fn no_stories(library: &Library) -> String {
    let weeks = library.editions.iter().take(3);
    let weeks: Vec<String> = weeks.map(|edition| edition.week.to_string()).collect();
    match weeks.join(", ").as_str() {
        "" => "no stories; hebdo import brings raw texts in\n".to_owned(),
        weeks => format!("no stories; the newest editions with stories: {weeks}\n"),
    }
}

/// Columns as wide as their widest cell; the last one is the title.
fn table(coverage: &Coverage<'_>) -> String {
    let has_common = coverage.rows.iter().any(|row| row.for_everyone > 0);
    let mut header: Vec<String> = ["", "state", "source"].map(str::to_owned).to_vec();
    header.extend(coverage.audiences.iter().map(|name| (*name).to_owned()));
    header.extend(has_common.then(|| "everyone".to_owned()));
    header.push("story".to_owned());
    let mut lines = vec![header];
    lines.extend(coverage.rows.iter().map(|row| cells(row, has_common)));
    let columns = lines.first().map_or(0, Vec::len);
    let widest = |column: usize| {
        let cells = lines
            .iter()
            .filter_map(|line: &Vec<String>| line.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    lines.iter().map(|line| aligned(line, &widths)).collect()
}

fn cells(row: &Row<'_>, has_common: bool) -> Vec<String> {
    let source = row.article.source.as_ref();
    let mut cells = vec![
        row.number.to_string(),
        state(row.state),
        source.map_or_else(|| "–".to_owned(), |source| source.name.clone()),
    ];
    let count = |n: usize| {
        if n == 0 {
            "–".to_owned()
        } else {
            n.to_string()
        }
    };
    cells.extend(row.counts.iter().copied().map(count));
    cells.extend(has_common.then(|| count(row.for_everyone)));
    cells.push(row.article.title.clone());
    cells
}

fn state(state: State) -> String {
    match state {
        State::Ready => "ready".to_owned(),
        State::From(day) => format!("from {day}"),
        State::Draft => "draft".to_owned(),
        State::Todo(n) => format!("{n} to do"),
    }
}

fn aligned(cells: &[String], widths: &[usize]) -> String {
    let pad = |(cell, width): (&String, &usize)| {
        let fill = width.saturating_sub(cell.width());
        format!("{cell}{}", " ".repeat(fill))
    };
    let line: Vec<String> = cells.iter().zip(widths).map(pad).collect();
    format!("  {}\n", line.join("  ").trim_end())
}

fn section(title: &str, files: &[&Unfinished]) -> String {
    if files.is_empty() {
        return String::new();
    }
    let each: String = files.iter().map(|one| left_to_do(one)).collect();
    format!("\n{title}:\n{each}")
}

/// The file, its todos, and how they are settled.
fn left_to_do(one: &Unfinished) -> String {
    let todos: String = one
        .todo
        .iter()
        .map(|todo| format!("    todo: {todo}\n"))
        .collect();
    format!("  {}\n{todos}    → {}\n", one.path.display(), way_out(one))
}

fn way_out(one: &Unfinished) -> String {
    let missing_date = one.is_article && one.date.is_none();
    match (&one.imported, one.todo.is_empty()) {
        (Some(raw), _) if missing_date => {
            format!(
                "write `date:` in it, or hebdo import {} --date … --force",
                raw.from
            )
        }
        (_, false) => "settle it in the file, then take its line out of `todo:`".to_owned(),
        (_, true) if one.is_article => "when it is finished, take out `draft: true`".to_owned(),
        (_, true) => "when it is finished, take out `status: draft`".to_owned(),
    }
}
