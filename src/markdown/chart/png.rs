//! A chart as a picture for mails, at twice its size, with letters of our own: resvg has none.

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use super::draw::{draw, size};
use super::svg::Sheet;
use super::words::Words;
use crate::model::Chart;

/// Pixels of the file for one of the page.
const SCALE: f64 = 2.0;

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
    let bytes = render(&svg, (width, height)).map_err(|why| PictureError {
        title: words.title,
        why,
    })?;
    Ok(Picture {
        bytes,
        width,
        height,
    })
}

fn render(svg: &str, (width, height): (u32, u32)) -> Result<Vec<u8>, String> {
    static LETTERS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(letters);
    let options = usvg::Options {
        fontdb: Arc::clone(&LETTERS),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let pixels = |side: u32| side * SCALE as u32;
    let mut paper =
        tiny_skia::Pixmap::new(pixels(width), pixels(height)).ok_or("it has no size")?;
    paper.fill(tiny_skia::Color::WHITE);
    let scale = tiny_skia::Transform::from_scale(SCALE as f32, SCALE as f32);
    resvg::render(&tree, scale, &mut paper.as_mut());
    paper.encode_png().map_err(|error| error.to_string())
}

fn letters() -> Arc<usvg::fontdb::Database> {
    let mut letters = usvg::fontdb::Database::new();
    letters.load_font_data(include_bytes!("../../../data/fonts/Inter-Regular.ttf").to_vec());
    letters.load_font_data(include_bytes!("../../../data/fonts/Inter-SemiBold.ttf").to_vec());
    Arc::new(letters)
}
