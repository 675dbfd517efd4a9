//! `hebdo completions`: the shell's completions.

use std::process::ExitCode;

use clap::CommandFactory;

use super::{Cli, Outcome};

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Print the completions of a shell. Reads and writes no file.

Example: hebdo completions bash > ~/.local/share/bash-completion/completions/hebdo")]
pub(crate) struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

#[allow(clippy::unnecessary_wraps)] // every command has this signature
pub(crate) fn run(args: &Args) -> Outcome {
    clap_complete::generate(
        args.shell,
        &mut Cli::command(),
        "hebdo",
        &mut std::io::stdout(),
    );
    Ok(ExitCode::SUCCESS)
}
