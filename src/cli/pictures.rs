//! The images of a draft, copied beside it for `hebdo import --images`. Enter by [`Pictures::copy`].

use std::fs;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use pulldown_cmark::{Event, Parser, Tag};

use super::fetch::{self, Bounds, Kind};

/// Of one article.
const MOST_IMAGES: usize = 50;

/// Where images come from.
#[derive(Debug, Clone)]
pub(super) struct Pictures {
    /// Where the saved page lies; none of what was fetched.
    pub(super) folder: Option<PathBuf>,
    pub(super) may_be_local: bool,
}

/// A draft's text with the images that are to stand beside it.
#[derive(Debug, Default)]
pub(super) struct Copied {
    /// The file, whose images are named as they are below.
    pub(super) text: String,
    /// Each image with its name.
    pub(super) images: Vec<(String, Vec<u8>)>,
    /// Which images are not copied, and why.
    pub(super) failed: Vec<String>,
}

impl Pictures {
    /// Copies the images of a draft's Markdown, naming them after the article's file (`…-slug-1.jpg`).
    /// One that cannot be had keeps its address; of one that should lie beside the page and does not,
    /// its description is left. `is_free` tells whether a name can be taken by an image.
    pub(super) fn copy(
        &self,
        text: &str,
        stem: &str,
        is_free: impl Fn(&str, &[u8]) -> bool,
    ) -> Copied {
        let mut copied = Copied::default();
        let mut names: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        let mut number = 1;
        for (range, address) in images(text) {
            copied.text.push_str(&text[at..range.start]);
            at = range.end;
            let known = names.iter().find(|(known, _)| *known == address);
            let name = known.map(|(_, name)| Ok(name.clone())).unwrap_or_else(|| {
                if names.len() >= MOST_IMAGES {
                    bail!("more than {MOST_IMAGES} images");
                }
                let bytes = self.bytes(&address)?;
                let kind =
                    kind(&bytes).ok_or_else(|| anyhow!("no PNG, JPEG, GIF, WebP or AVIF"))?;
                let mut name = format!("{stem}-{number}.{kind}");
                while !is_free(&name, &bytes) {
                    number += 1;
                    name = format!("{stem}-{number}.{kind}");
                }
                number += 1;
                copied.images.push((name.clone(), bytes));
                names.push((address.clone(), name.clone()));
                Ok(name)
            });
            let image = &text[range];
            match name {
                Ok(name) => copied.text.push_str(&at_address(image, &name)),
                Err(error) => {
                    let is_local = !fetch::is_address(&address);
                    let kept = if is_local {
                        "left out"
                    } else {
                        "its address is kept"
                    };
                    copied
                        .failed
                        .push(format!("image: {address}: {error:#}; {kept}"));
                    copied
                        .text
                        .push_str(if is_local { description(image) } else { image });
                }
            }
        }
        copied.text.push_str(&text[at..]);
        copied
    }

    fn bytes(&self, address: &str) -> anyhow::Result<Vec<u8>> {
        let bounds = Bounds::of(Kind::Image, self.may_be_local);
        if fetch::is_address(address) {
            return Ok(fetch::get(address, bounds)?.bytes);
        }
        let folder = self
            .folder
            .as_ref()
            .context("no file lies beside standard input")?;
        let path = folder.join(below(address)?);
        let size = fs::metadata(&path)
            .context("no such file beside the page")?
            .len();
        if size > bounds.most_bytes {
            bail!("more than {} MB", bounds.most_bytes >> 20);
        }
        fs::read(&path).context("the file beside the page cannot be read")
    }
}

/// The images in a Markdown text, with their addresses.
fn images(text: &str) -> Vec<(Range<usize>, String)> {
    let events = Parser::new(text).into_offset_iter();
    let image = |(event, range): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Image { dest_url, .. }) => Some((range, dest_url.into_string())),
        _ => None,
    };
    events.filter_map(image).collect()
}

/// `![alt](…)` with another address.
fn at_address(image: &str, address: &str) -> String {
    let end = image.rfind("](").unwrap_or(0);
    format!("{}]({address})", &image[..end])
}

/// What stands in the brackets of `![alt](…)`.
fn description(image: &str) -> &str {
    let end = image.rfind("](").unwrap_or(0);
    image.get(2..end).unwrap_or_default()
}

/// A path below the page's folder; `%20` is a space.
fn below(address: &str) -> anyhow::Result<PathBuf> {
    let path = PathBuf::from(decoded(
        address.split(['?', '#']).next().unwrap_or_default(),
    ));
    let is_name = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !path.components().all(is_name) || path.as_os_str().is_empty() {
        bail!("it does not lie beside the page");
    }
    Ok(path)
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digits = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let coded = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(coded.unwrap_or(*byte));
        at += if coded.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The kind of an image, by its first bytes. SVG is none: it can hold scripts.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    let is_box = |brand: &[u8]| bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12) == Some(brand);
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("gif"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("webp"),
        _ if is_box(b"avif") || is_box(b"avis") => Some("avif"),
        _ => None,
    }
}

/// Whether an image can stand at a place: nothing is there, or the same image.
pub(super) fn can_stand(path: &Path, bytes: &[u8]) -> bool {
    match fs::read(path) {
        Ok(there) => there == bytes,
        Err(_) => !path.exists(),
    }
}
