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

impl Sheet {
    /// A screen of 320 px without the margins of a page; colours of the stylesheet.
    pub(super) const SCREEN: Self = Self {
        width: 288.0,
        size: 13.0,
        ink: "var(--ink, currentColor)",
        soft: "var(--soft, currentColor)",
        rule: "var(--rule, currentColor)",
        mark: "var(--accent, currentColor)",
        paper: "var(--paper, Canvas)",
        bold: "font-weight=\"600\"",
    };

    /// A mail's column on a telephone shows two thirds of it; colours for white paper.
    pub(super) const MAIL: Self = Self {
        width: 480.0,
        size: 16.0,
        ink: "#16181d",
        soft: "#4c5059",
        rule: "#d0ccc2",
        mark: "#b1271b",
        paper: "#ffffff",
        bold: "font-family=\"Inter SemiBold\"",
    };
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
    /// Its base line, in pixels.
    pub(super) y: f64,
    /// Pixels that it is moved sideways.
    pub(super) dx: f64,
    pub(super) anchor: Anchor,
    pub(super) text: &'a str,
}

/// The layers of a drawing, each over the one before it.
#[derive(Default)]
pub(super) struct Shapes {
    rules: String,
    bars: String,
    axes: String,
    strokes: String,
    dots: String,
    names: String,
    numbers: String,
}

impl Shapes {
    /// A thin rule from side to side; a strong one is an axis.
    pub(super) fn rule(&mut self, y: f64, is_axis: bool) {
        let y = number(y);
        let layer = if is_axis {
            &mut self.axes
        } else {
            &mut self.rules
        };
        layer.push_str(&format!("<line x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>"));
    }

    /// An upright axis.
    pub(super) fn upright(&mut self, x: f64, (top, end): (f64, f64)) {
        let (x, top, end) = (number(x), number(top), number(end));
        let line = format!("<line x1=\"{x}%\" y1=\"{top}\" x2=\"{x}%\" y2=\"{end}\"/>");
        self.axes.push_str(&line);
    }

    pub(super) fn bar(&mut self, (x, width): (f64, f64), (y, height): (f64, f64)) {
        let (x, y, width, height) = (number(x), number(y), number(width), number(height));
        self.bars.push_str(&format!(
            "<rect x=\"{x}%\" y=\"{y}\" width=\"{width}%\" height=\"{height}\"/>"
        ));
    }

    /// A part of the line that joins the points of a chart.
    pub(super) fn stroke(&mut self, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        self.strokes.push_str(&format!(
            "<line x1=\"{x1}%\" y1=\"{y1}\" x2=\"{x2}%\" y2=\"{y2}\"/>"
        ));
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64)) {
        let (x, y) = (number(x), number(y));
        let dot = format!("<circle cx=\"{x}%\" cy=\"{y}\" r=\"4.5\"/>");
        self.dots.push_str(&dot);
    }

    pub(super) fn name(&mut self, label: &Label<'_>) {
        self.names.push_str(&label.written());
    }

    pub(super) fn number(&mut self, label: &Label<'_>) {
        self.numbers.push_str(&label.written());
    }

    /// A name that reads upwards, to end at its place.
    pub(super) fn turned_name(&mut self, label: &Label<'_>) {
        let (x, y, dx) = (number(label.x), number(label.y), number(label.dx));
        let text = escape(label.text);
        self.names.push_str(&format!(
            "<svg x=\"{x}%\" y=\"{y}\" overflow=\"visible\"><text y=\"{dx}\" transform=\"rotate(-90)\" text-anchor=\"end\">{text}</text></svg>"
        ));
    }

    /// All of them as SVG; numbers keep a border of paper, so that no rule strikes them out.
    pub(super) fn written(&self, sheet: &Sheet) -> String {
        let Sheet {
            ink,
            soft,
            rule,
            mark,
            paper,
            bold,
            ..
        } = sheet;
        let layers = [
            (&self.rules, format!("stroke=\"{rule}\"")),
            (&self.bars, format!("fill=\"{mark}\"")),
            (&self.axes, format!("stroke=\"{ink}\"")),
            (
                &self.strokes,
                format!("stroke=\"{mark}\" stroke-width=\"2.5\" stroke-linecap=\"round\""),
            ),
            (
                &self.dots,
                format!("fill=\"{mark}\" stroke=\"{paper}\" stroke-width=\"1.5\""),
            ),
            (&self.names, format!("fill=\"{soft}\"")),
            (
                &self.numbers,
                format!(
                    "fill=\"{ink}\" {bold} stroke=\"{paper}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
                ),
            ),
        ];
        let drawn = layers.iter().filter(|(shapes, _)| !shapes.is_empty());
        drawn
            .map(|(shapes, look)| format!("<g {look}>{shapes}</g>"))
            .collect()
    }
}

impl Label<'_> {
    fn written(&self) -> String {
        let (x, y, text) = (number(self.x), number(self.y), escape(self.text));
        let shift = match self.dx {
            0.0 => String::new(),
            dx => format!(" dx=\"{}\"", number(dx)),
        };
        let anchor = match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        format!("<text x=\"{x}%\" y=\"{y}\"{shift}{anchor}>{text}</text>")
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
    let is_nought = matches!(text, "" | "-" | "-0");
    if is_nought { "0" } else { text }.to_owned()
}
