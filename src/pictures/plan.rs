//! Which files a site has of a picture, and where they stand: known without making them.

use crate::model::{Digest, PictureFile, PictureKind};

/// The widths of a picture in WebP, in pixels; the last one is the width of the file that is shown where WebP
/// is not.
const WIDTHS: [u32; 3] = [480, 800, 1200];

/// The folder of what is made of pictures, from the site's root.
const FOLDER: &str = "pictures/";

/// Whether a file of a site, by its path, is made of a picture.
pub fn is_made(path: &str) -> bool {
    let name = path.strip_prefix(FOLDER).unwrap_or_default();
    let digits = name.find(['-', '.']).map(|end| &name[..end]);
    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Changes where the files made of a picture would be others than before.
const RECIPE: &str = "1";

/// The files that a site has of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The one for every program: the original's kind, a JPEG or PNG in place of WebP.
    pub fallback: Output,
    /// The same in WebP, narrowest first; none of what is copied.
    pub webp: Vec<Output>,
}

/// A file that a site has of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// From the site's root, with its first slash; made of what the picture holds.
    pub path: String,
    /// Width and height, where they are known.
    pub size: Option<(u32, u32)>,
    /// What it is.
    pub kind: PictureKind,
}

impl Plan {
    /// The files of a picture. None is larger than the picture, and all have its proportions.
    pub fn of(file: &PictureFile) -> Self {
        let name = Digest::of_bytes(&[file.digest.bytes(), RECIPE.as_bytes()]).short();
        let drawn = file.size.filter(|_| is_drawn(file.kind));
        let output = |size, kind: PictureKind, mark: &str| Output {
            path: format!("/{FOLDER}{name}{mark}.{}", kind.ending()),
            size,
            kind,
        };
        let Some(size) = drawn else {
            let fallback = output(file.size, file.kind, "");
            return Self {
                fallback,
                webp: Vec::new(),
            };
        };
        let webp = widths(size.0).into_iter().map(|width| {
            let size = Some(shrunk(size, width));
            output(size, PictureKind::Webp, &format!("-{width}"))
        });
        let fallback = output(Some(shrunk(size, WIDTHS[2])), plainer(file), "");
        Self {
            fallback,
            webp: webp.collect(),
        }
    }

    /// Whether its files are drawn anew; else the picture is copied.
    pub fn is_drawn(&self) -> bool {
        !self.webp.is_empty()
    }
}

/// What is not drawn anew: what moves, and what this program does not decode.
fn is_drawn(kind: PictureKind) -> bool {
    let is_known = matches!(
        kind,
        PictureKind::Jpeg | PictureKind::Png | PictureKind::Webp
    );
    cfg!(feature = "images") && is_known
}

/// A kind that every mail program shows.
fn plainer(file: &PictureFile) -> PictureKind {
    match file.kind {
        PictureKind::Webp if file.has_alpha => PictureKind::Png,
        PictureKind::Webp => PictureKind::Jpeg,
        kind => kind,
    }
}

/// The widths of a picture that is `own` pixels wide: those below its own, and its own where it is no wider
/// than the widest.
fn widths(own: u32) -> Vec<u32> {
    let below = WIDTHS.into_iter().filter(|width| *width < own);
    below.chain((own <= WIDTHS[2]).then_some(own)).collect()
}

/// A size at a width, never larger than it is.
fn shrunk((width, height): (u32, u32), wanted: u32) -> (u32, u32) {
    if wanted >= width {
        return (width, height);
    }
    let (width, height, wanted) = (u64::from(width), u64::from(height), u64::from(wanted));
    let height = (height * wanted + width / 2) / width;
    (wanted as u32, height.max(1) as u32)
}

#[cfg(test)]
#[cfg(feature = "images")]
mod tests {
    use proptest::prelude::*;

    use super::Plan;
    use crate::model::{Digest, PictureFile, PictureKind};

    fn plan(size: (u32, u32)) -> Plan {
        Plan::of(&PictureFile {
            path: "a.jpg".into(),
            place: "a.jpg".into(),
            digest: Digest::of_bytes(&[b"a"]),
            kind: PictureKind::Jpeg,
            size: Some(size),
            has_alpha: false,
        })
    }

    #[test]
    fn three_widths_at_most() {
        let widths = |width| -> Vec<u32> {
            let webp = plan((width, 100)).webp.into_iter();
            webp.filter_map(|output| Some(output.size?.0)).collect()
        };
        assert_eq!(widths(300), [300]);
        assert_eq!(widths(480), [480]);
        assert_eq!(widths(1000), [480, 800, 1000]);
        assert_eq!(widths(4000), [480, 800, 1200]);
    }

    proptest! {
        #[test]
        fn nothing_grows_and_proportions_stay(width in 1u32..20_000, height in 1u32..20_000) {
            let plan = plan((width, height));
            for (w, h) in plan.webp.iter().chain([&plan.fallback]).filter_map(|output| output.size) {
                prop_assert!(w <= width && h <= height && w >= 1 && h >= 1);
                let exact = f64::from(height) * f64::from(w) / f64::from(width);
                prop_assert!((f64::from(h) - exact).abs() <= 0.5 || h == 1);
            }
        }
    }
}
