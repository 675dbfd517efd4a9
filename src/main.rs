//! The binary: parse, run, print the error, give the exit status. See [`cli`].

mod cli;

/// A build makes and drops small texts by the million, on all cores.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
