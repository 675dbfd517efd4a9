//! Shapes of a drawing: sideways in hundredths of its width, downwards in pixels, so that it fills any
//! screen and its letters keep their size.

/// What a drawing is made for.
pub(super) struct Sheet {
    /// The width, in pixels, at which everything can still be read.
    pub(super) width: f64,
    /// The size of its letters, in pixels.
    pub(super) size: f64,
    /// Colours, as SVG has them.
    pub(super) ink: &'static str,
    pub(super) soft: &'static str,
    pub(super) rule: &'static str,
    pub(super) mark: &'static str,
    pub(super) paper: &'static str,
    /// The attribute that makes numbers bold.
    pub(super) bold: &'static str,
}

/// Which of its points a text holds fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text of a drawing.
pub(super) struct Label<'a> {
    /// Hundredths of the width.
    pub(super) x: f64,
    /// Pixels that it is moved sideways.
    pub(super) dx: f64,
    /// Its base line, in pixels.
    pub(super) y: f64,
    pub(super) anchor: Anchor,
    pub(super) is_number: bool,
    pub(super) is_turned: bool,
    pub(super) text: &'a str,
}

/// Shapes, and over them names and numbers.
pub(super) struct Shapes<'a> {
    sheet: &'a Sheet,
    marks: String,
    names: String,
    numbers: String,
}

impl<'a> Shapes<'a> {
    pub(super) fn on(sheet: &'a Sheet) -> Self {
        let [marks, names, numbers] = [const { String::new() }; 3];
        Self {
            sheet,
            marks,
            names,
            numbers,
        }
    }

    /// All of them; numbers keep a border of paper, so that no rule strikes them out.
    pub(super) fn written(self) -> String {
        let Sheet {
            ink,
            soft,
            paper,
            bold,
            ..
        } = self.sheet;
        let Self {
            marks,
            names,
            numbers,
            ..
        } = &self;
        format!(
            "{marks}<g fill=\"{soft}\">{names}</g><g fill=\"{ink}\" stroke=\"{paper}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\" {bold}>{numbers}</g>"
        )
    }

    pub(super) fn bar(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let (x, y, width, height) = (number(x), number(y), number(width), number(height));
        let mark = self.sheet.mark;
        self.marks.push_str(&format!(
            "<rect x=\"{x}%\" y=\"{y}\" width=\"{width}%\" height=\"{height}\" fill=\"{mark}\"/>"
        ));
    }

    /// A rule from side to side, up to `x`.
    pub(super) fn rule(&mut self, y: f64, is_strong: bool) {
        let colour = if is_strong {
            self.sheet.ink
        } else {
            self.sheet.rule
        };
        self.line((0.0, y), (100.0, y), colour, 1.0);
    }

    /// An upright rule at `x`.
    pub(super) fn upright(&mut self, x: f64, (top, end): (f64, f64)) {
        self.line((x, top), (x, end), self.sheet.ink, 1.0);
    }

    /// A part of the line that joins the points of a chart.
    pub(super) fn stroke(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.line(from, to, self.sheet.mark, 2.5);
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64)) {
        let (x, y) = (number(x), number(y));
        let Sheet { mark, paper, .. } = self.sheet;
        self.marks.push_str(&format!(
            "<circle cx=\"{x}%\" cy=\"{y}\" r=\"4.5\" fill=\"{mark}\" stroke=\"{paper}\" stroke-width=\"1.5\"/>"
        ));
    }

    pub(super) fn label(&mut self, label: &Label<'_>) {
        let (x, y, dx) = (number(label.x), number(label.y), number(label.dx));
        let text = escape(label.text);
        let anchor = match label.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let shape = if label.is_turned {
            format!(
                "<svg x=\"{x}%\" y=\"{y}\" overflow=\"visible\"><text y=\"{dx}\" transform=\"rotate(-90)\"{anchor}>{text}</text></svg>"
            )
        } else if label.dx == 0.0 {
            format!("<text x=\"{x}%\" y=\"{y}\"{anchor}>{text}</text>")
        } else {
            format!("<text x=\"{x}%\" y=\"{y}\" dx=\"{dx}\"{anchor}>{text}</text>")
        };
        let layer = if label.is_number {
            &mut self.numbers
        } else {
            &mut self.names
        };
        layer.push_str(&shape);
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        let width = number(width);
        self.marks.push_str(&format!(
            "<line x1=\"{x1}%\" y1=\"{y1}\" x2=\"{x2}%\" y2=\"{y2}\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linecap=\"round\"/>"
        ));
    }
}

/// A text for HTML and XML, in elements and attributes.
pub(super) fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// A place with two decimals at most, the same on every machine.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
