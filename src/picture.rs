//! Drawings as PNG, with letters of our own: systems have others, and servers none.
//!
//! Enter by [`png`]; [`LETTERS`] are the fonts, by the names under which a drawing asks for them.

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
    paper.encode_png().map_err(|error| error.to_string())
}

fn fonts() -> Arc<usvg::fontdb::Database> {
    let mut fonts = usvg::fontdb::Database::new();
    for (_, font) in LETTERS {
        fonts.load_font_data(font.to_vec());
    }
    Arc::new(fonts)
}
