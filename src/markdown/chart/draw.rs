//! A chart drawn, the same for a page and for a picture.
//!
//! Enter by [`draw`]: `bars.rs` draws bars, `upright.rs` what columns and lines share, `columns.rs` and
//! `line.rs` the rest of each.

use super::bars::bars;
use super::scale::Axis;
use super::svg::{Shapes, Sheet};
use super::upright::Upright;
use super::words::Words;
use crate::model::{Chart, ChartKind};

/// The shapes of a chart, and how high they stand.
pub(super) struct Drawing {
    pub(super) shapes: Shapes,
    /// Pixels.
    pub(super) height: f64,
}

pub(super) fn draw(chart: &Chart, words: &Words, sheet: &Sheet) -> Drawing {
    match chart.kind {
        ChartKind::Bar => bars(chart, words, sheet),
        ChartKind::Column => Upright::new(chart, words, sheet).columns(),
        ChartKind::Line => Upright::new(chart, words, sheet).line(),
    }
}

/// Width and height of a chart drawn on a sheet, in whole pixels.
pub(super) fn size(chart: &Chart, words: &Words, sheet: &Sheet) -> (u32, u32) {
    let height = draw(chart, words, sheet).height;
    (sheet.width as u32, height.ceil() as u32)
}

/// The axis of a chart. Bars and columns begin at 0; so does a line, unless all its numbers stand in
/// the outer half of the way from 0 to the farthest.
pub(super) fn axis(chart: &Chart) -> Axis {
    let values: Vec<f64> = chart.points.iter().map(|point| point.value).collect();
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let is_far = lowest > highest / 2.0 || highest < lowest / 2.0;
    Axis::around(&values, chart.kind != ChartKind::Line || !is_far)
}
