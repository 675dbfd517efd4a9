//! Charts: a fenced block ```` ```chart ```` becomes a figure on a page, a picture in a mail, a table in
//! a plain text.
//!
//! Enter by [`mistakes`] when content is loaded, by `Document` when it is written:
//!
//! 1. `fence.rs` finds the blocks of a text;
//! 2. `typed.rs` reads one, with `points.rs` for its numbers and `places.rs` for where they stand;
//! 3. `words.rs` says in words what it shows;
//! 4. `draw.rs` draws it: `scale.rs` places its numbers, `letters.rs` measures, `svg.rs` writes shapes;
//! 5. `figure.rs` makes HTML of it, `table.rs` text, `png.rs` a picture.

mod bars;
mod columns;
mod draw;
mod fence;
mod figure;
mod letters;
mod line;
mod places;
#[cfg(feature = "cards")]
mod png;
mod points;
mod scale;
mod svg;
mod table;
mod typed;
mod upright;
mod words;

use std::path::Path;

use crate::diag::{Diagnostic, Source};
use crate::model::Chart;

pub(super) use fence::is_chart;
pub use fence::may_stand_in;
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

/// A text without its charts: its words.
pub fn without(text: &str) -> String {
    let mut rest = text.to_owned();
    for fence in fence::fences(text).into_iter().rev() {
        rest.replace_range(fence.whole, "");
    }
    rest
}

/// The chart of a block's text; none where something is wrong with it.
pub(super) fn read(text: &str) -> Option<Chart> {
    let source = Source {
        path: Path::new(""),
        text,
    };
    typed::read(&source, &fence::Fence::around(text)).ok()
}
