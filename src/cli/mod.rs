//! The command line: what was typed, and which command runs.
//!
//! Enter by [`run`]. Each command is a file of its own: its arguments, and one short function that
//! calls the library. The clock, the environment and the folders come in here and nowhere below.
//! Exit status: 0 done, 1 the content or a file is at fault, 2 the command line is.

mod build;
mod check;
mod completions;
mod desk;
mod email;
mod explain;
mod fetch;
mod files;
mod import;
mod init;
mod intake;
#[cfg(feature = "serve")]
mod late;
mod near;
mod new;
mod outcome;
mod output;
#[cfg(feature = "fetch")]
mod outward;
mod pages;
mod pictures;
#[cfg(feature = "serve")]
mod preview;
mod progress;
mod root;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod shelf;
mod status;
mod theme;
mod timings;
mod told;
mod unmade;
#[cfg(feature = "serve")]
mod workshop;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use outcome::{Outcome, Stop};

/// Turns raw articles into a weekly AI briefing « pour les décideurs »: Markdown, then a website
#[derive(Debug, Parser)]
#[command(name = "hebdo", version, propagate_version = false)]
struct Cli {
    /// The newsletter's folder [default: the nearest folder, from here upward, with a hebdo.yaml; else here]
    #[arg(long, value_name = "DIR", global = true)]
    root: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    New(new::Args),
    Import(import::Args),
    Build(build::Args),
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    Check(check::Args),
    Status(status::Args),
    Email(email::Args),
    Theme(theme::Args),
    Schema(schema::Args),
    Completions(completions::Args),
}

/// Parses the command line, runs the command, prints the error, and gives the exit status.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        Command::Init(args) => init::run(args, cli.root.as_deref()),
        Command::Completions(args) => completions::run(args, &mut Cli::command()),
        Command::Schema(args) => schema::run(args),
        Command::New(args) => in_root(&cli, |root| new::run(args, root)),
        Command::Import(args) => in_root(&cli, |root| import::run(args, root)),
        Command::Build(args) => in_root(&cli, |root| build::run(args, root)),
        #[cfg(feature = "serve")]
        Command::Serve(args) => in_root(&cli, |root| serve::run(args, root)),
        Command::Check(args) => in_root(&cli, |root| check::run(args, root)),
        Command::Status(args) => in_root(&cli, |root| status::run(args, root)),
        Command::Theme(args) => in_root(&cli, |root| theme::run(args, root)),
        Command::Email(args) => in_root(&cli, |root| email::run(args, root)),
    };
    done.unwrap_or_else(|stop| tell(&stop))
}

/// Runs a command in the newsletter's folder; mistakes in its files are named as seen from here.
fn in_root(cli: &Cli, command: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let root = root::find(cli.root.as_deref())?;
    command(&root).map_err(|stop| stop.below(&root))
}

fn tell(stop: &Stop) -> ExitCode {
    match stop {
        Stop::Fault(error) if outcome::is_closed_pipe(error) => return ExitCode::SUCCESS,
        Stop::Written(_) | Stop::Fault(_) => anstream::eprintln!("{stop}"),
        Stop::Usage(message) => {
            let error = Cli::command().error(ErrorKind::ValueValidation, message);
            anstream::eprintln!("{}", error.render().ansi());
            return ExitCode::from(2);
        }
    }
    ExitCode::FAILURE
}
