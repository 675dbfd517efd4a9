//! What columns and lines share: numbers that rise over names, rules at round numbers, which stand on
//! the right.

use super::draw::{Drawing, axis};
use super::letters::width;
use super::scale::Axis;
use super::svg::{Anchor, Label, Shapes, Sheet};
use super::words::Words;
use crate::model::{Chart, ChartKind};

/// From the lowest to the highest rule, in sizes of letters.
const RISE: f64 = 14.0;

/// A chart on its way to be drawn.
pub(super) struct Upright<'a> {
    pub(super) chart: &'a Chart,
    pub(super) words: &'a Words,
    pub(super) sheet: &'a Sheet,
    pub(super) shapes: Shapes,
    /// Hundredths of the width that are left of the rules' numbers.
    pub(super) plot: f64,
    /// Where the names begin, in pixels.
    pub(super) foot: f64,
    axis: Axis,
    top: f64,
}

impl<'a> Upright<'a> {
    /// A chart with its rules.
    pub(super) fn new(chart: &'a Chart, words: &'a Words, sheet: &'a Sheet) -> Self {
        let axis = axis(chart);
        let size = sheet.size;
        let ticks = axis.ticks.iter().map(|tick| words.figures.number(*tick));
        let widest = ticks.map(|tick| width(&tick, size)).fold(0.0, f64::max);
        let has_numbers_below = chart.kind == ChartKind::Line || axis.low() < 0.0;
        let below = if has_numbers_below { 1.4 } else { 0.0 };
        let top = size * 2.0;
        let mut upright = Self {
            chart,
            words,
            sheet,
            shapes: Shapes::default(),
            plot: 100.0 - (widest + size / 2.0) / sheet.width * 100.0,
            foot: top + size * (RISE + below),
            axis,
            top,
        };
        upright.rules();
        upright
    }

    fn rules(&mut self) {
        for tick in self.axis.ticks.clone() {
            let y = self.y(tick);
            self.shapes.rule(y, tick == 0.0);
            let text = self.words.figures.number(tick);
            self.name((100.0, y - self.sheet.size * 0.3), Anchor::End, &text);
        }
    }

    /// Where a number stands, in pixels.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.top + (1.0 - self.axis.at(value)) * self.sheet.size * RISE
    }

    /// Hundredths of the width, in pixels where the drawing is at its narrowest.
    pub(super) fn pixels(&self, hundredths: f64) -> f64 {
        hundredths * self.sheet.width / 100.0
    }

    pub(super) fn name(&mut self, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let dx = 0.0;
        self.shapes.name(&Label {
            x,
            y,
            dx,
            anchor,
            text,
        });
    }

    pub(super) fn number(&mut self, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let dx = 0.0;
        self.shapes.number(&Label {
            x,
            y,
            dx,
            anchor,
            text,
        });
    }

    /// Whether every number has room.
    pub(super) fn have_room(&self, room: f64) -> bool {
        let mut numbers = self.words.points.iter().map(|(_, number)| number);
        numbers.all(|number| width(number, self.sheet.size) <= room)
    }

    /// The drawing, once its names stand so many pixels below its foot.
    pub(super) fn done(self, names: f64) -> Drawing {
        Drawing {
            height: self.foot + names,
            shapes: self.shapes,
        }
    }
}
