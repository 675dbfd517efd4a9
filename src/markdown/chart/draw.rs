//! A chart drawn: bars, columns or a line, the same for a page and for a picture.

use super::letters::{lines, shorten, width};
use super::scale::Axis;
use super::svg::{Anchor, Label, Shapes, Sheet};
use super::words::Words;
use crate::model::{Chart, ChartKind};

/// The shapes of a chart, and how high they stand.
pub(super) struct Drawing {
    pub(super) shapes: String,
    /// Pixels.
    pub(super) height: f64,
}

/// How high the numbers of columns and lines rise, in sizes of letters.
const RISE: f64 = 14.0;

/// The axis of a chart. Bars and columns begin at 0; so does a line whose numbers reach below half of
/// the highest.
pub(super) fn axis(chart: &Chart) -> Axis {
    let values: Vec<f64> = chart.points.iter().map(|point| point.value).collect();
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let is_far = lowest > highest / 2.0 || highest < lowest / 2.0;
    Axis::around(&values, chart.kind != ChartKind::Line || !is_far)
}

pub(super) fn draw(chart: &Chart, words: &Words, sheet: &Sheet) -> Drawing {
    match chart.kind {
        ChartKind::Bar => bars(chart, words, sheet),
        ChartKind::Column => Upright::new(chart, words, sheet).columns(),
        ChartKind::Line => Upright::new(chart, words, sheet).line(),
    }
}

/// Each label over its bar, each number at the bar's end.
fn bars(chart: &Chart, words: &Words, sheet: &Sheet) -> Drawing {
    let size = sheet.size;
    let mut shapes = Shapes::on(sheet);
    let most = chart
        .points
        .iter()
        .map(|point| point.value)
        .fold(0.0, f64::max);
    let least = chart
        .points
        .iter()
        .map(|point| point.value)
        .fold(0.0, f64::min);
    let room = |is_wanted: &dyn Fn(f64) -> bool| {
        let points = chart.points.iter().zip(&words.points);
        let wanted = points.filter(|(point, _)| is_wanted(point.value));
        let widest = wanted
            .map(|(_, (_, number))| width(number, size))
            .fold(0.0, f64::max);
        (widest + size / 2.0) / sheet.width * 100.0
    };
    let right = room(&|value| value >= 0.0);
    let left = if least < 0.0 {
        room(&|value| value < 0.0)
    } else {
        0.0
    };
    let scale = (100.0 - left - right) / (most - least);
    let zero = left - least * scale;
    let row = size * 3.3;
    for (i, (point, (label, number))) in chart.points.iter().zip(&words.points).enumerate() {
        let top = row * i as f64;
        let (is_below, long) = (point.value < 0.0, point.value.abs() * scale);
        shapes.label(&Label {
            x: 0.0,
            dx: 0.0,
            y: top + size * 0.9,
            anchor: Anchor::Start,
            is_number: false,
            is_turned: false,
            text: &shorten(label, sheet.width, size),
        });
        shapes.bar(
            if is_below { zero - long } else { zero },
            top + size * 1.3,
            long,
            size,
        );
        shapes.label(&Label {
            x: if is_below { zero - long } else { zero + long },
            dx: if is_below { -size / 2.0 } else { size / 2.0 },
            y: top + size * 2.16,
            anchor: if is_below { Anchor::End } else { Anchor::Start },
            is_number: true,
            is_turned: false,
            text: number,
        });
        shapes.upright(zero, (top + size * 1.15, top + size * 2.45));
    }
    Drawing {
        shapes: shapes.written(),
        height: row * chart.points.len() as f64,
    }
}

/// A chart whose numbers rise over labels, with an axis of round numbers on the right.
struct Upright<'a> {
    chart: &'a Chart,
    words: &'a Words,
    sheet: &'a Sheet,
    axis: Axis,
    /// Hundredths of the width that the chart has left of the axis.
    plot: f64,
    top: f64,
    /// Where the labels begin.
    foot: f64,
    shapes: Shapes<'a>,
}

impl<'a> Upright<'a> {
    fn new(chart: &'a Chart, words: &'a Words, sheet: &'a Sheet) -> Self {
        let axis = axis(chart);
        let ticks = axis.ticks.iter().map(|tick| words.figures.number(*tick));
        let widest = ticks
            .map(|tick| width(&tick, sheet.size))
            .fold(0.0, f64::max);
        let top = sheet.size * 2.0;
        let below =
            chart.kind == ChartKind::Line || chart.points.iter().any(|point| point.value < 0.0);
        let foot = top + sheet.size * (RISE + if below { 1.4 } else { 0.0 });
        let mut upright = Self {
            plot: 100.0 - (widest + sheet.size / 2.0) / sheet.width * 100.0,
            chart,
            words,
            sheet,
            axis,
            top,
            foot,
            shapes: Shapes::on(sheet),
        };
        upright.grid();
        upright
    }

    fn y(&self, value: f64) -> f64 {
        self.top + (1.0 - self.axis.at(value)) * self.sheet.size * RISE
    }

    fn grid(&mut self) {
        for tick in self.axis.ticks.clone() {
            let y = self.y(tick);
            self.shapes.rule(y, tick == 0.0);
            let text = self.words.figures.number(tick);
            self.text(
                (100.0, y - self.sheet.size * 0.3),
                Anchor::End,
                false,
                &text,
            );
        }
    }

    fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, is_number: bool, text: &str) {
        self.shapes.label(&Label {
            x,
            dx: 0.0,
            y,
            anchor,
            is_number,
            is_turned: false,
            text,
        });
    }

    fn columns(mut self) -> Drawing {
        let size = self.sheet.size;
        let slot = self.plot / self.chart.points.len() as f64;
        let room = slot * self.sheet.width / 100.0;
        let wide = (slot * 0.62).min(18.0);
        let (chart, words) = (self.chart, self.words);
        let all_fit = words
            .points
            .iter()
            .all(|(_, number)| width(number, size) <= room);
        for (i, (point, (_, number))) in chart.points.iter().zip(&words.points).enumerate() {
            let middle = slot * (i as f64 + 0.5);
            let (zero, end) = (self.y(0.0), self.y(point.value));
            let (top, height) = (zero.min(end), (zero - end).abs());
            self.shapes.bar(middle - wide / 2.0, top, wide, height);
            if all_fit {
                let y = if point.value < 0.0 {
                    end + size * 1.2
                } else {
                    end - size * 0.45
                };
                self.text((middle, y), Anchor::Middle, true, number);
            }
        }
        self.shapes.rule(self.y(0.0), true);
        let height = self.feet(slot, room);
        self.done(height)
    }

    /// The labels of columns: on one line or two, turned where they are too long.
    fn feet(&mut self, slot: f64, room: f64) -> f64 {
        let size = self.sheet.size;
        let words = self.words;
        let labels = words
            .points
            .iter()
            .map(|(label, _)| lines(label, room - size * 0.3, size));
        let Some(labels) = labels.collect::<Option<Vec<_>>>() else {
            return self.turned_feet(slot);
        };
        for (i, lines) in labels.iter().enumerate() {
            for (n, line) in lines.iter().enumerate() {
                let y = self.foot + size * (1.4 + 1.25 * n as f64);
                self.text((slot * (i as f64 + 0.5), y), Anchor::Middle, false, line);
            }
        }
        size * (0.6 + 1.25 * labels.iter().map(Vec::len).max().unwrap_or(1) as f64)
    }

    fn turned_feet(&mut self, slot: f64) -> f64 {
        let size = self.sheet.size;
        let mut longest: f64 = 0.0;
        for (i, (label, _)) in self.words.points.iter().enumerate() {
            let text = shorten(label, size * 11.0, size);
            longest = longest.max(width(&text, size));
            self.shapes.label(&Label {
                x: slot * (i as f64 + 0.5),
                dx: size * 0.35,
                y: self.foot + size * 0.6,
                anchor: Anchor::End,
                is_number: false,
                is_turned: true,
                text: &text,
            });
        }
        longest + size
    }

    fn line(mut self) -> Drawing {
        let size = self.sheet.size;
        let last = self.chart.points.len() - 1;
        let step = (self.plot - 3.0) / last.max(1) as f64;
        let x = |i: usize| 1.5 + step * i as f64;
        let places: Vec<(f64, f64)> = self
            .chart
            .points
            .iter()
            .enumerate()
            .map(|(i, point)| (x(i), self.y(point.value)))
            .collect();
        for pair in places.windows(2) {
            self.shapes.stroke(pair[0], pair[1]);
        }
        let room = step * self.sheet.width / 100.0;
        let words = self.words;
        let all_fit = words
            .points
            .iter()
            .all(|(_, number)| width(number, size) <= room * 0.9);
        for (i, place) in places.iter().enumerate() {
            if i != 0 && i != last && !all_fit {
                continue;
            }
            self.shapes.dot(*place);
            let beside = [i.checked_sub(1), Some(i + 1)]
                .into_iter()
                .flatten()
                .filter_map(|n| places.get(n));
            let is_above = beside.map(|(_, y)| place.1 - y).sum::<f64>() <= 0.0;
            let y = if is_above {
                place.1 - size * 0.75
            } else {
                place.1 + size * 1.5
            };
            self.text((place.0, y), anchor(i, last), true, &words.points[i].1);
        }
        let height = self.moments(&places, room);
        self.done(height)
    }

    /// The labels of a line: as many as have room, the first and the last among them.
    fn moments(&mut self, places: &[(f64, f64)], room: f64) -> f64 {
        let size = self.sheet.size;
        let last = places.len() - 1;
        let most = self.plot * self.sheet.width / 200.0 - size;
        let labels: Vec<String> = self
            .words
            .points
            .iter()
            .map(|(label, _)| shorten(label, most, size))
            .collect();
        let widest = labels
            .iter()
            .map(|label| width(label, size))
            .fold(0.0, f64::max)
            + size;
        let stride = ((widest * 1.5 / room).ceil() as usize).clamp(1, last.max(1));
        for (i, label) in labels.iter().enumerate() {
            let is_shown = i == 0 || ((last - i).is_multiple_of(stride) && (i >= stride));
            if is_shown {
                let place = (places[i].0, self.foot + size * 1.4);
                self.text(place, anchor(i, last), false, label);
            }
        }
        size * 1.85
    }

    fn done(self, labels: f64) -> Drawing {
        Drawing {
            height: self.foot + labels,
            shapes: self.shapes.written(),
        }
    }
}

/// How a text at the place of a point stays inside the drawing.
fn anchor(i: usize, last: usize) -> Anchor {
    match i {
        0 => Anchor::Start,
        i if i == last => Anchor::End,
        _ => Anchor::Middle,
    }
}
