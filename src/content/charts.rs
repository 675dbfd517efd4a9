//! The charts of a file: read with it, so that their mistakes are told with the rest.

use crate::diag::Diagnostic;
use crate::front_matter;
use crate::markdown::{Document, chart};
use crate::model::Chart;

use super::files::File;
use super::loaded::Loaded;

/// Reads a file; what is wrong with its charts is told with the rest.
pub(super) fn with_charts<T>(
    file: File,
    read: impl Fn(File) -> Result<Loaded<T>, Vec<Diagnostic>>,
) -> Result<Loaded<T>, Vec<Diagnostic>> {
    let body = front_matter::body_start(&file.source());
    let charts = body.map_or_else(Vec::new, |body| chart::mistakes(&file.source(), body));
    match read(file) {
        Ok(loaded) if charts.is_empty() => Ok(loaded),
        Ok(_) => Err(charts),
        Err(wrong) => Err(wrong.into_iter().chain(charts).collect()),
    }
}

/// The charts of a text in Markdown that has no mistakes, in order.
pub(super) fn of(text: &str, lang: &str) -> Vec<Chart> {
    if !chart::may_stand_in(text) {
        return Vec::new();
    }
    Document::parse(text, lang).charts().to_vec()
}
