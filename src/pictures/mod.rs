//! Pictures: what a file holds, which files a site makes of it, and those files.
//!
//! Enter by [`read`] for what a file holds, by [`Plan::of`] for the files that a site has of it, and by [`make`]
//! for their bytes.
//!
//! 1. `plan.rs` says which files there are, by what is known of the picture alone, so that pages can name them
//!    before they are made;
//! 2. `draw.rs` decodes, turns, shrinks and encodes (feature `images`);
//! 3. `strip.rs` takes off what cameras and programs note in a file that is copied: place, time, names.

#[cfg(feature = "images")]
mod draw;
mod fault;
mod plan;
mod strip;

pub use fault::Fault;
pub use plan::{Output, Plan, is_made};

use std::path::Path;

use crate::model::{Digest, PictureFile, PictureKind};

/// Reads what a file holds: its kind and, as far as its head says it, its size as it is shown.
pub fn read(path: &Path, bytes: &[u8]) -> Result<PictureFile, Fault> {
    let kind = PictureKind::of(bytes).ok_or(Fault::NoPicture)?;
    let (size, has_alpha) = size(kind, bytes)?;
    Ok(PictureFile {
        path: path.to_owned(),
        place: path.to_owned(),
        digest: Digest::of_bytes(&[bytes]),
        kind,
        size,
        has_alpha,
    })
}

/// Makes the files of a picture's plan, in its order.
pub fn make(file: &PictureFile, bytes: &[u8]) -> Result<Vec<(Output, Vec<u8>)>, Fault> {
    let plan = Plan::of(file);
    #[cfg(feature = "images")]
    if plan.is_drawn() {
        return draw::all(file, plan, bytes);
    }
    Ok(vec![(plan.fallback, strip::notes(file.kind, bytes))])
}

#[cfg(feature = "images")]
fn size(kind: PictureKind, bytes: &[u8]) -> Result<(Option<(u32, u32)>, bool), Fault> {
    match kind {
        PictureKind::Avif | PictureKind::Svg => Ok((None, true)),
        _ => draw::size(bytes).map(|(size, has_alpha)| (Some(size), has_alpha)),
    }
}

#[cfg(not(feature = "images"))]
fn size(_: PictureKind, _: &[u8]) -> Result<(Option<(u32, u32)>, bool), Fault> {
    Ok((None, true))
}
