//! `hebdo completions`: the shell's completions.

use std::process::ExitCode;

use super::outcome::{Outcome, say};

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Print the completions of a shell. Reads and writes no file.

Example: hebdo completions bash > ~/.local/share/bash-completion/completions/hebdo")]
pub(crate) struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

pub(super) fn run(args: &Args, command: &mut clap::Command) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, command, "hebdo", &mut script);
    say(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
