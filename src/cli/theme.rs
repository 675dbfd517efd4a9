//! `hebdo theme`: hebdo's own templates, static files and words, to be replaced one by one.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use hebdo::nearest::nearest;
use hebdo::theme;

use super::files::Staged;
use super::outcome::{Outcome, Stop, say};

/// List what a site may have of its own, and copy it out of the program
#[derive(Debug, clap::Args)]
#[command(long_about = "\
List what a site may have of its own, and copy it out of the program.

A file in the newsletter's templates/, static/ or data/strings/ stands in place of hebdo's of that
name; all others stay hebdo's, and are renewed with the program.

Examples:
  hebdo theme list
  hebdo theme eject templates/parts/card.html")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Print the names of all files, those that the site has of its own with an asterisk
    List,
    /// Copy files into the newsletter's folder, to be changed there; without a name, list them
    Eject {
        /// Their names: templates/article.html, or article.html where no other file is called so
        #[arg(value_name = "FILE")]
        names: Vec<String>,
        /// Write over files that are there
        #[arg(long)]
        force: bool,
    },
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    match &args.what {
        What::Eject { names, force } if !names.is_empty() => eject(root, names, *force)?,
        _ => list(root)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list(root: &Path) -> anyhow::Result<()> {
    let names = theme::files().into_keys().map(|name| {
        let is_own = root.join(&name).exists();
        format!("{} {name}", if is_own { '*' } else { ' ' })
    });
    say(&names.collect::<Vec<_>>().join("\n"))
}

/// Copies files, or none of them where one is unknown or is there already.
fn eject(root: &Path, names: &[String], force: bool) -> Result<(), Stop> {
    let files = theme::files();
    let all: Vec<&str> = files.keys().map(String::as_str).collect();
    let names = names.iter().map(|name| whole(name, &all));
    let names: Vec<&str> = names.collect::<Result<_, _>>()?;
    refuse_present(root, &names, force)?;
    for name in names {
        let path = root.join(name);
        let staged = Staged::new(&path, files.get(name).copied().unwrap_or_default())?;
        if force {
            staged.replace()?;
        } else {
            staged.put()?;
        }
        say(&path.display().to_string())?;
    }
    Ok(())
}

fn refuse_present(root: &Path, names: &[&str], force: bool) -> anyhow::Result<()> {
    let present = names.iter().map(|name| root.join(name));
    match present.into_iter().find(|path| path.exists() && !force) {
        Some(path) => bail!(
            "{} is there already, and nothing was written; --force writes over it",
            path.display()
        ),
        None => Ok(()),
    }
}

/// The name of a file as it stands in the list, of which the end may have been typed alone.
fn whole<'a>(typed: &str, all: &[&'a str]) -> Result<&'a str, Stop> {
    let typed = typed.trim_start_matches("./");
    let ends = |name: &&&str| {
        let before = name.strip_suffix(typed);
        before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    let found: Vec<&str> = all.iter().filter(ends).copied().collect();
    let exact = found.iter().find(|name| **name == typed);
    match (exact, &found[..]) {
        (Some(name), _) | (None, [name]) => Ok(name),
        (None, []) => Err(Stop::Usage(unknown(typed, all))),
        (None, several) => Err(Stop::Usage(format!(
            "« {typed} » may be {}; write which",
            several.join(" or ")
        ))),
    }
}

fn unknown(typed: &str, all: &[&str]) -> String {
    let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let ends: Vec<String> = all.iter().map(|name| last(name)).collect();
    let ends: Vec<&str> = ends.iter().map(String::as_str).collect();
    let end = nearest(&last(typed), &ends);
    let is_meant = |name: &&&str| end.is_some_and(|end| last(name) == end);
    let meant: Vec<&str> = match nearest(typed, all) {
        Some(name) => vec![name],
        None => all.iter().filter(is_meant).copied().collect(),
    };
    match &meant[..] {
        [] => format!("hebdo has no file « {typed} »; `hebdo theme list` names all of them"),
        meant => format!(
            "hebdo has no file « {typed} »; did you mean {}?",
            meant.join(" or ")
        ),
    }
}
