//! A chart as a picture for mails, at twice its size.

use super::draw::{draw, size};
use super::svg::Sheet;
use super::words::Words;
use crate::drawing;
use crate::model::Chart;

/// Pixels of the file for one of the page.
const SCALE: u32 = 2;

/// A drawing as PNG, on white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub bytes: Vec<u8>,
    /// The width at which it is shown, in CSS pixels: half of the file's.
    pub width: u32,
    /// The height at which it is shown, in CSS pixels: half of the file's.
    pub height: u32,
}

/// A picture that could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("the chart « {title} » could not be drawn: {why}")]
pub struct PictureError {
    title: String,
    why: String,
}

/// Draws a chart (numbers and labels only; title and source are the mail's own text) in the language of
/// `lang`. The same chart gives the same bytes.
pub fn picture(chart: &Chart, lang: &str) -> Result<Picture, PictureError> {
    let words = Words::of(chart, lang);
    let (width, height) = size(chart, &words, &Sheet::MAIL);
    let shapes = draw(chart, &words, &Sheet::MAIL)
        .shapes
        .written(&Sheet::MAIL);
    // the letters' font has no narrow space
    let shapes = shapes.replace('\u{202f}', "\u{a0}");
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"Inter\" font-size=\"{}\">{shapes}</svg>",
        Sheet::MAIL.size
    );
    let bytes = drawing::png(&svg, (width, height), SCALE).map_err(|why| PictureError {
        title: words.title,
        why,
    })?;
    Ok(Picture {
        bytes,
        width,
        height,
    })
}
