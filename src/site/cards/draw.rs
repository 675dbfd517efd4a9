//! A card as a picture, in the colours of the theme by day.

use super::face::Face;
use super::layout::{self, Block};
use super::letters::{BOLD, drawn};
use crate::drawing;

/// Width and height, in pixels: what networks show whole.
pub(super) const SIZE: (u32, u32) = (1200, 630);

const PAPER: &str = "#fcfbf7";
const INK: &str = "#16181d";
const ACCENT: &str = "#b1271b";

/// The audiences' colours, in the order of the stylesheet.
const AUDIENCES: [&str; 4] = ["#0a5a68", "#5b2d86", "#7a4900", "#2e5e1e"];

/// What stands left and right of everything.
const MARGIN: f32 = 64.0;

/// The width of what stands between the margins.
const ROOM: f32 = 1200.0 - 2.0 * MARGIN;

/// Draws a card as PNG. The same face gives the same bytes.
pub(super) fn png(face: &Face) -> Result<Vec<u8>, String> {
    let (width, height) = SIZE;
    let shapes = [masthead(face), middle(face), foot(face)].concat();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{}\"><rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>{shapes}</svg>",
        BOLD.name
    );
    drawing::png(&svg, SIZE, 1)
}

/// The newsletter's name and the week, over a rule.
fn masthead(face: &Face) -> String {
    let when = one_line(&face.when, ROOM / 2.0, 30.0);
    let room = ROOM - BOLD.width(&when, 30.0) - 48.0;
    let name = one_line(&face.newsletter, room, 44.0);
    let rule =
        format!("<rect x=\"{MARGIN}\" y=\"112\" width=\"{ROOM}\" height=\"8\" fill=\"{INK}\"/>");
    let name = label(&name, (MARGIN, 88.0), 44.0, INK);
    let x = 1200.0 - MARGIN - BOLD.width(&when, 30.0);
    [name, label(&when, (x, 88.0), 30.0, ACCENT), rule].concat()
}

/// The title; of an edition, beside the number of its week.
fn middle(face: &Face) -> String {
    let numeral = face.numeral.map(|number| number.to_string());
    let wide = numeral.as_ref().map(|number| BOLD.width(number, 240.0));
    let number = numeral.map(|number| label(&number, (MARGIN - 12.0, 338.0), 240.0, ACCENT));
    let indent = wide.map_or(0.0, |wide| wide + 36.0);
    let Block { size, lines } = layout::block(&face.title, ROOM - indent, |text, size| {
        BOLD.width(text, size)
    });
    let lines = (0_u8..).zip(&lines).map(|(at, line)| {
        let y = 166.0 + size * (0.83 + 1.12 * f32::from(at));
        label(line, (MARGIN + indent, y), size, INK)
    });
    number.into_iter().chain(lines).collect()
}

/// The audiences that are told something, each in its colour, as many as there is room for.
fn foot(face: &Face) -> String {
    let mut x = MARGIN;
    let mut out = String::new();
    for (name, place) in &face.audiences {
        let name = one_line(name, ROOM - 40.0, 28.0);
        let wide = BOLD.width(&name, 28.0) + 40.0;
        if x + wide > 1200.0 - MARGIN {
            break;
        }
        let colour = AUDIENCES[place % AUDIENCES.len()];
        out += &format!(
            "<rect x=\"{x}\" y=\"534\" width=\"{wide}\" height=\"56\" fill=\"{colour}\"/>"
        );
        out += &label(&name, (x + 20.0, 572.0), 28.0, PAPER);
        x += wide + 16.0;
    }
    out
}

fn one_line(text: &str, room: f32, size: f32) -> String {
    let lines = layout::cut(text, room, 1, |text| BOLD.width(text, size));
    lines.concat()
}

fn label(text: &str, (x, y): (f32, f32), size: f32, colour: &str) -> String {
    let text = drawn(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\">{text}</text>")
}
