//! `hebdo schema`: which keys may stand where, as editors read it.

use std::process::ExitCode;

use clap::ValueEnum;

use super::outcome::{Outcome, say};

/// Print the JSON Schema of what people type
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Print the JSON Schema (draft 2020-12) of what people type.

Reads nothing. Editors that know YAML complete keys by it, and mark those that hebdo would refuse. A
newsletter made by `hebdo init` has that of its settings beside them, where hebdo.yaml names it.

Example: hebdo schema config > .hebdo.schema.json")]
pub(crate) struct Args {
    /// Of which file
    #[arg(value_enum)]
    of: Of,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// The head of an article
    FrontMatter,
    /// The head of an edition's note
    Edition,
    /// The head of a page beside the articles
    Page,
    /// hebdo.yaml
    Config,
}

/// The schema of the settings.
pub(super) const CONFIG: &str = include_str!("../../data/schema/config.json");

pub(super) fn run(args: &Args) -> Outcome {
    let schema = match args.of {
        Of::FrontMatter => include_str!("../../data/schema/front-matter.json"),
        Of::Edition => include_str!("../../data/schema/edition.json"),
        Of::Page => include_str!("../../data/schema/page.json"),
        Of::Config => CONFIG,
    };
    say(schema.trim_end())?;
    Ok(ExitCode::SUCCESS)
}
