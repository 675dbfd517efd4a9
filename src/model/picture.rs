//! Pictures that lie beside authors' texts.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::digest::Digest;

/// A picture as an author names it, with its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// As typed: `photo.jpg`, or `/photo.jpg` for a file in `static/`.
    pub src: String,
    /// Its file.
    pub file: PictureFile,
}

/// What is known of the file of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFile {
    /// Relative to the site's folder; for messages.
    pub path: PathBuf,
    /// Where it can be read. What is made of it does not depend on that.
    #[serde(skip)]
    pub place: PathBuf,
    /// The digest of its bytes.
    pub digest: Digest,
    /// What it is.
    pub kind: PictureKind,
    /// Its width and height in pixels as it is shown, where they are known.
    pub size: Option<(u32, u32)>,
    /// Whether something can show through it.
    pub has_alpha: bool,
}

/// What a picture is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureKind {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG.
    Png,
    /// GIF, which may move.
    Gif,
    /// WebP that stands still.
    Webp,
    /// WebP that moves.
    MovingWebp,
    /// AVIF.
    Avif,
    /// SVG.
    Svg,
}

impl PictureKind {
    /// What bytes are; none where they are no picture that browsers show.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let is_at = |at: usize, sign: &[u8]| bytes.get(at..at + sign.len()) == Some(sign);
        let is_avif = is_at(4, b"ftyp") && (is_at(8, b"avif") || is_at(8, b"avis"));
        let is_webp = is_at(0, b"RIFF") && is_at(8, b"WEBP");
        let moves = is_at(12, b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0);
        let start = &bytes[..bytes.len().min(1024)];
        let is_svg = || start.starts_with(b"<") && start.windows(4).any(|four| four == b"<svg");
        match () {
            () if is_at(0, b"\x89PNG\r\n\x1a\n") => Some(Self::Png),
            () if is_at(0, b"\xff\xd8\xff") => Some(Self::Jpeg),
            () if is_at(0, b"GIF87a") || is_at(0, b"GIF89a") => Some(Self::Gif),
            () if is_webp && moves => Some(Self::MovingWebp),
            () if is_webp => Some(Self::Webp),
            () if is_avif => Some(Self::Avif),
            () if is_svg() => Some(Self::Svg),
            () => None,
        }
    }

    /// How the name of such a file ends: `jpg`.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Gif => "gif",
            Self::Webp | Self::MovingWebp => "webp",
            Self::Avif => "avif",
            Self::Svg => "svg",
        }
    }
}
