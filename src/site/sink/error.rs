//! Why a sink did not take a file.

use std::path::{Path, PathBuf};

/// Why a sink did not take a file.
#[derive(Debug, thiserror::Error)]
pub enum SinkError {
    /// The system refused.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried: `write`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said; the chain of causes tells it.
        source: std::io::Error,
    },
    /// The folder holds files that no build of ours put there.
    #[error(
        "{} is not empty and was not made by hebdo; give an empty or new folder, or empty this one yourself",
        .0.display()
    )]
    Foreign(PathBuf),
    /// A file stands where the folder is to be.
    #[error("{} is a file; the site is written into a folder: name another with --out", .0.display())]
    NoFolder(PathBuf),
    /// Another build is under way there.
    #[error("another hebdo is building into {}; wait until it has ended, then build again", .0.display())]
    Busy(PathBuf),
    /// Files and folders that no build of ours put there stand where the site's are to stand.
    #[error(
        "not made by hebdo, and in the way of the site: {}; move or remove what is named here, or give the site's own files other addresses",
        names(.0)
    )]
    Taken(Vec<PathBuf>),
    /// A path that would leave the output folder.
    #[error("« {0} » is no path inside the output folder")]
    Outside(String),
}

fn names(paths: &[PathBuf]) -> String {
    let names = paths.iter().map(|path| path.display().to_string());
    names.collect::<Vec<_>>().join(", ")
}

impl SinkError {
    /// For `map_err`: what was tried, on which file.
    pub(super) fn io<'a>(
        action: &'static str,
        path: &'a Path,
    ) -> impl FnOnce(std::io::Error) -> Self + 'a {
        move |source| Self::Io {
            action,
            path: path.to_owned(),
            source,
        }
    }
}
