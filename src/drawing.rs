//! Drawings as PNG, with letters of our own: systems have others, and servers none.
//!
//! Enter by [`png`]; [`LETTERS`] are the fonts, by the names under which a drawing asks for them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

/// The fonts of drawings: `Inter` and `Inter SemiBold` (SIL Open Font License 1.1).
pub(crate) const LETTERS: [(&str, &[u8]); 2] = [
    ("Inter", include_bytes!("../data/fonts/Inter-Regular.ttf")),
    (
        "Inter SemiBold",
        include_bytes!("../data/fonts/Inter-SemiBold.ttf"),
    ),
];

/// Draws an SVG of a size in pixels on white, each pixel `scale` pixels wide. The same drawing gives the
/// same bytes.
pub(crate) fn png(svg: &str, (width, height): (u32, u32), scale: u32) -> Result<Vec<u8>, String> {
    static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(fonts);
    let options = usvg::Options {
        fontdb: Arc::clone(&FONTS),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let paper = tiny_skia::Pixmap::new(width * scale, height * scale);
    let mut paper = paper.ok_or("it has no size")?;
    paper.fill(tiny_skia::Color::WHITE);
    let larger = tiny_skia::Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, larger, &mut paper.as_mut());
    encoded(&paper).map_err(|error| error.to_string())
}

/// A drawing as a file; one of few colours with those numbered.
fn encoded(paper: &tiny_skia::Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, paper.width(), paper.height());
    encoder.set_depth(png::BitDepth::Eight);
    let pixels = match numbered(paper.data()) {
        Some((colours, pixels)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(colours);
            encoder.set_filter(png::Filter::NoFilter);
            pixels
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            let pixels = paper.data().chunks_exact(4);
            pixels
                .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
                .collect()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours of opaque pixels (RGBA) in the order in which they come, and the number of each pixel's;
/// none where there are more than 256.
fn numbered(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut numbers: HashMap<[u8; 3], u8> = HashMap::new();
    let mut colours = Vec::new();
    let mut last = ([0; 3], None);
    let mut out = Vec::with_capacity(pixels.len() / 4);
    for pixel in pixels.chunks_exact(4) {
        let colour = [pixel[0], pixel[1], pixel[2]];
        let number = match last {
            (same, Some(number)) if same == colour => number,
            _ => match numbers.entry(colour) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let number = u8::try_from(colours.len() / 3).ok()?;
                    colours.extend(colour);
                    *new.insert(number)
                }
            },
        };
        last = (colour, Some(number));
        out.push(number);
    }
    Some((colours, out))
}

fn fonts() -> Arc<usvg::fontdb::Database> {
    let mut fonts = usvg::fontdb::Database::new();
    for (_, font) in LETTERS {
        fonts.load_font_data(font.to_vec());
    }
    Arc::new(fonts)
}
