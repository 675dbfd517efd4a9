//! Horizontal bars: each name over its bar, each number at the bar's end.

use super::draw::Drawing;
use super::letters::{shorten, width};
use super::svg::{Anchor, Label, Shapes, Sheet};
use super::words::Words;
use crate::model::Chart;

/// From one bar to the next, in sizes of letters.
const ROW: f64 = 3.3;

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
    let points = chart.points.iter().zip(&words.points);
    for (i, (point, (label, number))) in points.enumerate() {
        let top = sheet.size * ROW * i as f64;
        let name = shorten(label, sheet.width, sheet.size);
        bars.row(&mut shapes, sheet.size, top, (point.value, &name, number));
    }
    Drawing {
        shapes,
        height: sheet.size * ROW * chart.points.len() as f64,
    }
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

    fn row(
        &self,
        shapes: &mut Shapes,
        size: f64,
        top: f64,
        (value, name, number): (f64, &str, &str),
    ) {
        let (zero, end) = (self.zero, self.zero + value * self.one);
        let (dx, anchor) = match value < 0.0 {
            true => (-size / 2.0, Anchor::End),
            false => (size / 2.0, Anchor::Start),
        };
        shapes.name(&Label {
            x: 0.0,
            y: top + size * 0.9,
            dx: 0.0,
            anchor: Anchor::Start,
            text: name,
        });
        shapes.bar(
            (zero.min(end), (end - zero).abs()),
            (top + size * 1.3, size),
        );
        shapes.upright(zero, (top + size * 1.15, top + size * 2.45));
        shapes.number(&Label {
            x: end,
            y: top + size * 2.16,
            dx,
            anchor,
            text: number,
        });
    }
}
