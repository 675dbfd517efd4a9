//! The binary: parse, run, print the error, give the exit status. See [`cli`].

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
