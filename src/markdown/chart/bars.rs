//! Horizontal bars: each name over its bar, each number at the bar's end.

use super::draw::Drawing;
use super::letters::{lines, shorten, width};
use super::svg::{Anchor, Label, Shapes, Sheet};
use super::words::Words;
use crate::model::Chart;

/// A bar with the room below it, in sizes of letters.
const ROW: f64 = 2.0;

/// A line of a name, in sizes of letters.
const LINE: f64 = 1.3;

/// Where bars begin, and how long they are.
struct Bars {
    /// Where 0 stands, in hundredths of the width.
    zero: f64,
    /// Hundredths of the width for one.
    one: f64,
}

pub(super) fn bars(chart: &Chart, words: &Words, sheet: &Sheet) -> Drawing {
    let bars = Bars::of(chart, words, sheet);
    let mut shapes = Shapes::default();
    let mut top = 0.0;
    for (point, (label, number)) in chart.points.iter().zip(&words.points) {
        top = name(&mut shapes, top, label, sheet);
        bars.row(&mut shapes, sheet.size, top, (point.value, number));
        top += sheet.size * ROW;
    }
    Drawing {
        shapes,
        height: top,
    }
}

/// A name on one line or two, from `top` on; where its bar begins.
fn name(shapes: &mut Shapes, top: f64, label: &str, sheet: &Sheet) -> f64 {
    let Sheet { width, size, .. } = *sheet;
    let short = shorten(label, width, size);
    let lines = lines(label, width, size).unwrap_or_else(|| vec![&short]);
    for (n, text) in (0_u8..).zip(&lines) {
        shapes.name(&Label {
            x: 0.0,
            y: top + size * (0.9 + LINE * f64::from(n)),
            dx: 0.0,
            anchor: Anchor::Start,
            text,
        });
    }
    top + size * LINE * lines.len() as f64
}

impl Bars {
    /// Leaves room for the numbers at both ends.
    fn of(chart: &Chart, words: &Words, sheet: &Sheet) -> Self {
        let room = |is_left: bool| {
            let points = chart.points.iter().zip(&words.points);
            let there = points.filter(|(point, _)| (point.value < 0.0) == is_left);
            let widths = there.map(|(_, (_, number))| width(number, sheet.size) + sheet.size / 2.0);
            widths.fold(0.0, f64::max) / sheet.width * 100.0
        };
        let values = || chart.points.iter().map(|point| point.value);
        let (least, most) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        let left = room(true);
        let one = (100.0 - left - room(false)) / (most - least);
        Self {
            zero: left - least * one,
            one,
        }
    }

    /// A bar at `top` with its number.
    fn row(&self, shapes: &mut Shapes, size: f64, top: f64, (value, number): (f64, &str)) {
        let (zero, end) = (self.zero, self.zero + value * self.one);
        let (dx, anchor) = match value < 0.0 {
            true => (-size / 2.0, Anchor::End),
            false => (size / 2.0, Anchor::Start),
        };
        shapes.bar((zero.min(end), (end - zero).abs()), (top, size));
        shapes.upright(zero, (top - size * 0.15, top + size * 1.15));
        shapes.number(&Label {
            x: end,
            y: top + size * 0.86,
            dx,
            anchor,
            text: number,
        });
    }
}
