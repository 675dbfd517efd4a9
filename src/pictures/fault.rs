//! What is wrong with a picture.

/// How many pixels a picture may have: more would take more memory than a build may have.
pub(super) const MOST_PIXELS: u64 = 50_000_000;

/// What is wrong with a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is something else.
    #[error("is no JPEG, PNG, GIF, WebP, AVIF or SVG")]
    NoPicture,
    /// The file breaks off or is damaged.
    #[error("is damaged: {0}")]
    Damaged(String),
    /// It is too large to be made smaller.
    #[error("has {0} × {1} pixels; {most} million is the most", most = MOST_PIXELS / 1_000_000)]
    TooLarge(u32, u32),
}
