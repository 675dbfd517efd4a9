//! Pictures decoded, turned as their camera was held, made smaller, and encoded.

use std::collections::HashSet;
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::fault::{Fault, MOST_PIXELS};
use super::plan::{Output, Plan};
use super::strip;
use crate::model::{PictureFile, PictureKind};

/// The quality of a photograph, of 100.
const JPEG_QUALITY: u8 = 82;
const WEBP_QUALITY: f32 = 78.0;

/// A picture of more colours is a photograph.
const COLOURS: usize = 256;

/// A picture of more pixels is drawn alone: decoded, it takes tens of megabytes.
const LARGE: u64 = 8_000_000;
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The size of a picture as it is shown, and whether something can show through it, by the head of its file.
pub(super) fn size(bytes: &[u8]) -> Result<((u32, u32), bool), Fault> {
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge(width, height));
    }
    let size = if is_on_its_side(decoder.orientation().map_err(|e| damaged(&e))?) {
        (height, width)
    } else {
        (width, height)
    };
    Ok((size, decoder.color_type().has_alpha()))
}

/// Draws all files of a plan; a file whose picture needs no drawing is the original without its notes.
pub(super) fn all(
    file: &PictureFile,
    plan: Plan,
    bytes: &[u8],
) -> Result<Vec<(Output, Vec<u8>)>, Fault> {
    let (width, height) = file.size.unwrap_or_default();
    let is_large = u64::from(width) * u64::from(height) > LARGE;
    let _alone = is_large.then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner));
    let (mut picture, is_turned) = decoded(bytes)?;
    let is_drawing =
        file.kind != PictureKind::Jpeg && (file.has_alpha || has_few_colours(&picture));
    let is_whole = plan.fallback.size == file.size && plan.fallback.kind == file.kind && !is_turned;
    let widest = plan.webp.last().and_then(|output| output.size);
    picture = shrunk(picture, widest);
    let fallback = if is_whole {
        strip::notes(file.kind, bytes)
    } else {
        plain(&picture, plan.fallback.kind)?
    };
    let mut made = vec![(plan.fallback, fallback)];
    for output in plan.webp.into_iter().rev() {
        picture = shrunk(picture, output.size); // of the next wider one
        made.push((output, webp(&picture, is_drawing)?));
    }
    Ok(made)
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Fault> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| Fault::Damaged(error.to_string()))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8); // sixteen bits a channel
    reader.limits(limits);
    reader.into_decoder().map_err(|error| damaged(&error))
}

/// A picture as it is shown, eight bits a channel, and whether it was turned for that.
fn decoded(bytes: &[u8]) -> Result<(DynamicImage, bool), Fault> {
    let mut decoder = decoder(bytes)?;
    let orientation = decoder.orientation().map_err(|error| damaged(&error))?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| damaged(&error))?;
    let mut picture = match picture.color().has_alpha() {
        true => DynamicImage::ImageRgba8(picture.into_rgba8()),
        false => DynamicImage::ImageRgb8(picture.into_rgb8()),
    };
    picture.apply_orientation(orientation);
    Ok((picture, orientation != Orientation::NoTransforms))
}

fn is_on_its_side(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(
        orientation,
        Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH
    )
}

/// A picture at a size that its plan says, which is never larger.
fn shrunk(picture: DynamicImage, size: Option<(u32, u32)>) -> DynamicImage {
    match size {
        Some((width, height)) if (width, height) != (picture.width(), picture.height()) => {
            picture.resize_exact(width, height, FilterType::CatmullRom)
        }
        _ => picture,
    }
}

fn has_few_colours(picture: &DynamicImage) -> bool {
    let mut seen = HashSet::new();
    let mut pixels = picture
        .as_bytes()
        .chunks_exact(usize::from(picture.color().bytes_per_pixel()));
    pixels.all(|pixel| {
        seen.insert(pixel);
        seen.len() <= COLOURS
    })
}

/// A picture as JPEG or PNG, which every program shows.
fn plain(picture: &DynamicImage, kind: PictureKind) -> Result<Vec<u8>, Fault> {
    let mut out = Cursor::new(Vec::new());
    let written = match kind {
        PictureKind::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
            picture.to_rgb8().write_with_encoder(encoder)
        }
        _ => picture.write_to(&mut out, ImageFormat::Png),
    };
    written.map_err(|error| damaged(&error))?;
    Ok(out.into_inner())
}

/// A picture as WebP: a drawing without loss, a photograph with little.
fn webp(picture: &DynamicImage, is_drawing: bool) -> Result<Vec<u8>, Fault> {
    let (bytes, width, height) = (picture.as_bytes(), picture.width(), picture.height());
    let encoder = match picture.color().has_alpha() {
        true => webp::Encoder::from_rgba(bytes, width, height),
        false => webp::Encoder::from_rgb(bytes, width, height),
    };
    let encoded = encoder.encode_simple(is_drawing, WEBP_QUALITY);
    let encoded = encoded.map_err(|error| Fault::Damaged(format!("{error:?}")))?;
    Ok(encoded.to_vec())
}

fn damaged(error: &ImageError) -> Fault {
    Fault::Damaged(error.to_string())
}
