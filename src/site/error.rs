//! Why a site cannot be rendered.

use super::sink::SinkError;
use crate::diag::Diagnostics;

/// Why a site cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something that somebody wrote: a template, an address wanted twice.
    #[error(transparent)]
    Written(#[from] Diagnostics),
    /// The sink did not take a file.
    #[error(transparent)]
    Sink(#[from] SinkError),
    /// The search index.
    #[cfg(feature = "search")]
    #[error(transparent)]
    Search(#[from] crate::search::Error),
}
