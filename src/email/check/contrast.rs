//! Whether a text can be read on what it stands on (WCAG 2.2, success criterion 1.4.3).

use super::finding::Finding;
use super::place::Places;
use super::walk::Tag;

/// The least contrast of text, whatever its size.
const LEAST: f64 = 4.5;

/// A colour of the screen: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour([u8; 3]);

impl Colour {
    pub(super) const BLACK: Self = Self([0; 3]);
    pub(super) const WHITE: Self = Self([255; 3]);

    /// Reads `#abc` or `#aabbcc`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        match digits.len() {
            6 => Some(Self([red, green, blue])),
            3 => Some(Self(
                [green & 15, blue >> 4, blue & 15].map(|half| half * 17),
            )),
            _ => None,
        }
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

pub(super) fn check(tag: &Tag, places: &Places<'_>, tell: &mut impl FnMut(Finding)) {
    let contrast = tag.colour.contrast(tag.background);
    if tag.is_hidden || tag.own_text.trim().is_empty() || contrast >= LEAST {
        return;
    }
    let (colour, background) = (tag.colour.hex(), tag.background.hex());
    tell(Finding {
        is_refusal: false,
        place: places.of_word(&colour, tag.story),
        message: format!(
            "text in {colour} on {background} has a contrast of {contrast:.1}; it takes {LEAST}"
        ),
    });
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn contrast_of_known_pairs() {
        let contrast = |one: &str, two: &str| {
            let colour = |text: &str| Colour::read(text).expect(text);
            format!("{:.2}", colour(one).contrast(colour(two)))
        };
        assert_eq!(contrast("#000", "#ffffff"), "21.00");
        assert_eq!(contrast("#777777", "#fff"), "4.48");
        assert_eq!(contrast("#abc", "#aabbcc"), "1.00");
        assert_eq!(Colour::read("red"), None);
    }
}
