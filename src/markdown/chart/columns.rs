//! Columns, each over its name.

use super::draw::Drawing;
use super::letters::{lines, shorten, width};
use super::svg::{Anchor, Label};
use super::upright::Upright;

/// The widest column, in hundredths of the width: two columns are no walls.
const WIDEST: f64 = 18.0;

/// The longest name that is turned, in sizes of letters.
const LONGEST: f64 = 11.0;

impl Upright<'_> {
    pub(super) fn columns(mut self) -> Drawing {
        let (chart, words, size) = (self.chart, self.words, self.sheet.size);
        let slot = self.plot / chart.points.len() as f64;
        let wide = (slot * 0.62).min(WIDEST);
        let has_numbers = self.have_room(self.pixels(slot));
        let points = chart.points.iter().zip(&words.points);
        for (i, (point, (_, number))) in points.enumerate() {
            let middle = slot * (i as f64 + 0.5);
            let (zero, end) = (self.y(0.0), self.y(point.value));
            let column = (zero.min(end), (zero - end).abs());
            self.shapes.bar((middle - wide / 2.0, wide), column);
            if has_numbers {
                let y = end + size * if point.value < 0.0 { 1.2 } else { -0.45 };
                self.number((middle, y), Anchor::Middle, number);
            }
        }
        let names = self.column_names(slot);
        self.done(names)
    }

    /// The names, on one line or two, or turned where they are too long; how much room they take.
    fn column_names(&mut self, slot: f64) -> f64 {
        let (words, size) = (self.words, self.sheet.size);
        let room = self.pixels(slot) - size * 0.3;
        let names = words
            .points
            .iter()
            .map(|(label, _)| lines(label, room, size));
        let Some(names) = names.collect::<Option<Vec<_>>>() else {
            return self.turned_names(slot);
        };
        for (i, lines) in names.iter().enumerate() {
            for (n, line) in lines.iter().enumerate() {
                let y = self.foot + size * (1.4 + 1.25 * n as f64);
                self.name((slot * (i as f64 + 0.5), y), Anchor::Middle, line);
            }
        }
        let most_lines = names.iter().map(Vec::len).max().unwrap_or(1);
        size * (0.6 + 1.25 * most_lines as f64)
    }

    fn turned_names(&mut self, slot: f64) -> f64 {
        let (words, size) = (self.words, self.sheet.size);
        let mut longest: f64 = 0.0;
        for (i, (label, _)) in words.points.iter().enumerate() {
            let text = shorten(label, size * LONGEST, size);
            longest = longest.max(width(&text, size));
            self.shapes.turned_name(&Label {
                x: slot * (i as f64 + 0.5),
                y: self.foot + size * 0.6,
                dx: size * 0.35,
                anchor: Anchor::End,
                text: &text,
            });
        }
        longest + size
    }
}
