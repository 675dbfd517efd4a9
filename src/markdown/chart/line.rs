//! A line through points at equal distances.

use super::draw::Drawing;
use super::letters::{shorten, width};
use super::svg::Anchor;
use super::upright::Upright;

/// What the first and the last point keep from the sides of the plot, in hundredths of the width.
const SIDE: f64 = 1.5;

impl Upright<'_> {
    pub(super) fn line(mut self) -> Drawing {
        let last = self.chart.points.len().saturating_sub(1);
        let step = (self.plot - 2.0 * SIDE) / last.max(1) as f64;
        let points = self.chart.points.iter().enumerate();
        let places: Vec<(f64, f64)> = points
            .map(|(i, point)| (SIDE + step * i as f64, self.y(point.value)))
            .collect();
        for pair in places.windows(2) {
            self.shapes.stroke(pair[0], pair[1]);
        }
        self.numbers(&places, self.pixels(step));
        let names = self.moments(&places, self.pixels(step));
        self.done(names)
    }

    /// All numbers where they have room, else the first and the last.
    fn numbers(&mut self, places: &[(f64, f64)], room: f64) {
        let (words, size) = (self.words, self.sheet.size);
        let has_all = self.have_room(room * 0.9);
        for (i, place) in places.iter().enumerate() {
            let is_end = i == 0 || i + 1 == places.len();
            if is_end || has_all {
                self.shapes.dot(*place);
                let shift = if is_crest(places, i) { -0.75 } else { 1.5 };
                let place = (place.0, place.1 + size * shift);
                self.number(place, anchor(i, places), &words.points[i].1);
            }
        }
    }

    /// The names, as many as have room, the first and the last among them; how much room they take.
    fn moments(&mut self, places: &[(f64, f64)], room: f64) -> f64 {
        let (words, size) = (self.words, self.sheet.size);
        let longest = self.pixels(self.plot) / 2.0 - size;
        let names: Vec<String> = words
            .points
            .iter()
            .map(|(label, _)| shorten(label, longest, size))
            .collect();
        let widths = names.iter().map(|name| width(name, size));
        // the first and the last name stand wholly on the inner side of their points
        let needed = (widths.fold(0.0, f64::max) + size) * 1.5;
        let last = places.len().saturating_sub(1);
        let stride = ((needed / room).ceil() as usize).clamp(1, last.max(1));
        for (i, name) in names.iter().enumerate() {
            let is_shown = i == 0 || (i >= stride && (last - i).is_multiple_of(stride));
            if is_shown {
                let place = (places[i].0, self.foot + size * 1.4);
                self.name(place, anchor(i, places), name);
            }
        }
        size * 1.85
    }
}

/// Whether a point stands higher than those beside it, or between them on a level.
fn is_crest(places: &[(f64, f64)], i: usize) -> bool {
    let beside = [i.checked_sub(1), i.checked_add(1)].into_iter().flatten();
    let heights = beside
        .filter_map(|n| places.get(n))
        .map(|(_, y)| places[i].1 - y);
    heights.sum::<f64>() <= 0.0
}

/// How a text at the place of a point stays inside the drawing.
fn anchor(i: usize, places: &[(f64, f64)]) -> Anchor {
    match i {
        0 => Anchor::Start,
        i if i + 1 == places.len() => Anchor::End,
        _ => Anchor::Middle,
    }
}
