//! Charts: a fenced block ```` ```chart ```` becomes a figure on a page, a picture in a mail, a table in
//! a plain text.
//!
//! Enter by [`mistakes`] when content is loaded, by `Document` when it is written:
//!
//! 1. `fence.rs` finds the blocks of a text;
//! 2. `typed.rs` reads one, with `points.rs` for its numbers;
//! 3. `words.rs` says in words what it shows;
//! 4. `scale.rs` places its numbers, `svg.rs` writes shapes, `draw.rs` draws;
//! 5. `figure.rs` makes HTML of it, `table.rs` text, `png.rs` a picture.

mod draw;
mod fence;
mod figure;
mod letters;
#[cfg(feature = "cards")]
mod png;
mod points;
mod scale;
mod svg;
mod table;
mod typed;
mod words;

use std::path::Path;

use crate::diag::{Diagnostic, Source};
use crate::model::Chart;

pub(super) use fence::is_chart;
pub use figure::{figure, pictured, plain_figure};
#[cfg(feature = "cards")]
pub use png::{Picture, PictureError, picture};
pub use table::table;
pub use words::summary;

/// All that is wrong with the charts of a file's body, which begins at the byte `body`.
pub fn mistakes(source: &Source<'_>, body: usize) -> Vec<Diagnostic> {
    fence::fences(&source.text[body..])
        .into_iter()
        .filter_map(|fence| typed::read(source, &fence.moved(body)).err())
        .flatten()
        .collect()
}

/// Whether a text can hold a chart at all; a text that cannot need not be parsed to know.
pub fn may_stand_in(text: &str) -> bool {
    text.contains("chart")
}

/// The chart of a block's text; none where something is wrong with it.
pub(super) fn read(text: &str) -> Option<Chart> {
    let source = Source {
        path: Path::new(""),
        text,
    };
    typed::read(&source, &fence::Fence::around(text)).ok()
}
