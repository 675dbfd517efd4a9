//! The command line: what was typed, and which command runs.
//!
//! Enter by [`run`]. Each command is a file of its own: its arguments, and one short function that
//! calls the library. The clock, the environment and the folders come in here and nowhere below.
//! Exit status: 0 done, 1 the content or a file is at fault, 2 the command line is.

mod build;
mod completions;
mod files;
mod import;
mod init;
mod new;
mod root;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use hebdo::diag::Diagnostics;
use hebdo::site;

/// What the commands return: nothing to say but what they printed, or why they stopped.
type Outcome = anyhow::Result<ExitCode>;

/// Turns raw articles into a weekly AI briefing « pour les décideurs »: Markdown, a website, an email.
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
    Completions(completions::Args),
}

/// Parses the command line, runs the command, prints the error, and gives the exit status.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match &cli.command {
        Command::Init(args) => init::run(args),
        Command::Completions(args) => completions::run(args),
        Command::New(args) => {
            root::find(cli.root.as_deref()).and_then(|root| new::run(args, &root))
        }
        Command::Import(args) => {
            root::find(cli.root.as_deref()).and_then(|root| import::run(args, &root))
        }
        Command::Build(args) => {
            root::find(cli.root.as_deref()).and_then(|root| build::run(args, &root))
        }
    };
    outcome.unwrap_or_else(|error| {
        match diagnostics(&error) {
            Some(diagnostics) => anstream::eprintln!("{diagnostics}"),
            None => anstream::eprintln!("error: {error:#}"),
        }
        ExitCode::FAILURE
    })
}

/// What is wrong with what somebody wrote, where that is why a command stopped.
fn diagnostics(error: &anyhow::Error) -> Option<&Diagnostics> {
    match error.downcast_ref() {
        Some(site::Error::Written(diagnostics)) => Some(diagnostics),
        _ => error.downcast_ref(),
    }
}
