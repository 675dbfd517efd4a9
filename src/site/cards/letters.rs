//! How wide words are in the letters of cards.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use crate::drawing::LETTERS;

/// The letters of cards.
pub(super) static BOLD: LazyLock<Letters> = LazyLock::new(|| Letters::of(LETTERS[1]));

/// The widths of a font's letters.
pub(super) struct Letters {
    /// The name by which a drawing asks for the font.
    pub(super) name: &'static str,
    font: Option<(FontRef<'static>, GlyphMetrics<'static>)>,
}

impl Letters {
    fn of((name, font): (&'static str, &'static [u8])) -> Self {
        let font = FontRef::new(font).ok();
        let measured = font.map(|font| {
            let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
            (font, metrics)
        });
        Self {
            name,
            font: measured,
        }
    }

    /// Whether the font has all letters of a text.
    pub(super) fn has(&self, text: &str) -> bool {
        text.chars().all(|c| self.em(c).is_some())
    }

    /// How wide a text is at a size, in pixels; kerning, which draws letters together, is left out.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().filter_map(|c| self.em(c)).sum::<f32>() * size
    }

    /// The width of a letter at size 1.
    fn em(&self, c: char) -> Option<f32> {
        let (font, metrics) = self.font.as_ref()?;
        metrics.advance_width(font.charmap().map(shown(c))?)
    }
}

/// What is drawn of a character: the font has no narrow space.
fn shown(c: char) -> char {
    match c {
        '\u{202f}' => '\u{a0}',
        c => c,
    }
}

/// A text as it is drawn.
pub(super) fn drawn(text: &str) -> String {
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::BOLD;

    #[test]
    fn letters_are_known_with_their_widths() {
        assert!(BOLD.has("Œuvre « déjà » : 16\u{202f}000\u{a0}€ – l’État… ÀÉÎÔÛÇ ñ ü ß"));
        assert!(!BOLD.has("漢字"));
        let (narrow, wide) = (BOLD.width("iiii", 10.0), BOLD.width("mmmm", 10.0));
        assert!(
            narrow > 5.0 && wide > 2.0 * narrow && wide < 45.0,
            "{narrow} {wide}"
        );
    }
}
