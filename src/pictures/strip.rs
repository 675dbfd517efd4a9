//! What cameras and programs note in a picture's file, taken off: where and when it was taken, by whom, with
//! what. Nothing of the picture itself changes.

use crate::model::PictureKind;

/// A picture without its notes. GIF, AVIF and SVG stay as they are, as does a file that is not made as its
/// standard says.
pub(super) fn notes(kind: PictureKind, bytes: &[u8]) -> Vec<u8> {
    let stripped = match kind {
        PictureKind::Jpeg => jpeg(bytes),
        PictureKind::Png => png(bytes),
        PictureKind::Webp | PictureKind::MovingWebp => webp(bytes),
        PictureKind::Gif | PictureKind::Avif | PictureKind::Svg => None,
    };
    stripped.unwrap_or_else(|| bytes.to_vec())
}

/// JPEG (ITU-T T.81, B.1): of the application segments, those that say how to show the picture stay (JFIF,
/// colour profile, Adobe's transform); what follows its end goes.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if bytes[at] != 0xff {
            return None;
        }
        if marker == 0xd9 {
            out.extend([0xff, 0xd9]);
            return Some(out);
        }
        let length = usize::from(u16::from_be_bytes([
            *bytes.get(at + 2)?,
            *bytes.get(at + 3)?,
        ]));
        let segment = bytes.get(at..at + 2 + length)?;
        let is_profile = marker == 0xe2 && segment.get(4..16) == Some(b"ICC_PROFILE\0");
        let is_note = matches!(marker, 0xe1..=0xed | 0xef | 0xfe) && !is_profile;
        if !is_note {
            out.extend_from_slice(segment);
        }
        at += segment.len();
        if marker == 0xda {
            let end = at + scan(bytes.get(at..)?)?;
            out.extend_from_slice(&bytes[at..end]);
            at = end;
        }
    }
}

/// How long the data of a scan are: up to the next marker that is none of them.
fn scan(bytes: &[u8]) -> Option<usize> {
    let pairs = bytes.windows(2);
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    pairs.clone().position(is_end)
}

/// PNG (third edition, 11.3): no texts, no time, no Exif; what follows its end goes.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        let chunk = bytes.get(at..at + 12 + usize::try_from(length).ok()?)?;
        let name = &chunk[4..8];
        if !matches!(name, b"tEXt" | b"zTXt" | b"iTXt" | b"eXIf" | b"tIME") {
            out.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
        at += chunk.len();
    }
}

/// WebP (RFC 9649, 2.7): no Exif, no XMP.
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const NOTES: u8 = 0b1100;
    let mut out = bytes.get(..12)?.to_vec();
    let mut at = 12;
    while at < bytes.len() {
        let length = u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?);
        let length = usize::try_from(length).ok()?;
        let chunk = bytes.get(at..at + 8 + length + length % 2)?;
        if !matches!(&chunk[..4], b"EXIF" | b"XMP ") {
            out.extend_from_slice(chunk);
        }
        at += chunk.len();
    }
    if out.get(12..16) == Some(b"VP8X") {
        *out.get_mut(20)? &= !NOTES;
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out.get_mut(4..8)?.copy_from_slice(&size.to_le_bytes());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{jpeg, notes, png};
    use crate::model::PictureKind;

    #[test]
    fn a_jpeg_loses_its_notes_and_nothing_else() {
        let kept = |parts: &[&[u8]]| parts.concat();
        let head: &[u8] = b"\xff\xd8\xff\xe0\x00\x04JF";
        let exif: &[u8] = b"\xff\xe1\x00\x0aExif\0\0gp";
        let profile: &[u8] = b"\xff\xe2\x00\x0fICC_PROFILE\0p";
        let previews: &[u8] = b"\xff\xe2\x00\x06MPF\0";
        let scan: &[u8] = b"\xff\xda\x00\x03s12\xff\x0034\xff\xd0\xff\xd9";
        let whole = kept(&[head, exif, profile, previews, scan, b"\xff\xd8trailer"]);
        assert_eq!(jpeg(&whole), Some(kept(&[head, profile, scan])));
        assert_eq!(notes(PictureKind::Jpeg, &whole[..20]), whole[..20]);
    }

    #[test]
    fn a_png_loses_its_texts() {
        let chunk = |name: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap_or(0).to_be_bytes();
            [&length, &name[..], data, b"crc!"].concat()
        };
        let sign = b"\x89PNG\r\n\x1a\n".to_vec();
        let (data, end) = (chunk(b"IDAT", b"x"), chunk(b"IEND", b""));
        let text = chunk(b"tEXt", b"Author\0somebody");
        let whole = [sign.clone(), text, data.clone(), end.clone()].concat();
        assert_eq!(png(&whole), Some([sign, data, end].concat()));
    }
}
