//! Pictures as pages, feeds and mails show them: the files that the site has of them, with their sizes.

use memchr::memmem;
use percent_encoding::percent_decode_str;

use crate::model::{Picture, PictureKind};
use crate::pictures::{Output, Plan};

/// How the tag of a picture begins.
const IMAGE: &str = "<img ";

/// How wide the column of a text is, for browsers that choose a file before they know it.
const SIZES: &str = "(min-width: 42rem) 38rem, 100vw";

/// How wide a picture is at most in a mail, in pixels.
const MAIL_COLUMN: u32 = 560;

/// Where pictures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// On our own pages, where browsers choose a file.
    Site,
    /// In feeds, whose readers get the file that every program shows.
    Feed,
    /// In mails: the same, no wider than the column.
    Mail,
}

/// What a picture's tag says; addresses from the site's root.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The file that every program shows.
    pub(crate) src: String,
    /// The files among which browsers choose, with their widths.
    pub(crate) srcset: Option<Vec<(String, u32)>>,
    pub(crate) size: Option<(u32, u32)>,
}

/// What is shown of the picture of a name, where it is one of these; none of what mail programs do not show.
pub(crate) fn shown(src: &str, pictures: &[Picture], at: Where) -> Option<Result<Shown, Unshown>> {
    let picture = pictures.iter().find(|picture| picture.src == src)?;
    let Plan { fallback, webp } = Plan::of(&picture.file);
    use PictureKind::{Gif, Jpeg, Png};
    if at == Where::Mail && !matches!(fallback.kind, Gif | Jpeg | Png) {
        return Some(Err(Unshown));
    }
    let candidate = |output: Output| Some((output.path, output.size?.0));
    let candidates: Vec<_> = webp.into_iter().filter_map(candidate).collect();
    Some(Ok(Shown {
        src: fallback.path,
        srcset: (at == Where::Site && !candidates.is_empty()).then_some(candidates),
        size: fallback.size.map(|size| match at {
            Where::Mail => in_column(size),
            Where::Site | Where::Feed => size,
        }),
    }))
}

/// A picture that mail programs do not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unshown;

/// A size within the column of a mail, in its proportions.
fn in_column((width, height): (u32, u32)) -> (u32, u32) {
    let shown = width.min(MAIL_COLUMN);
    let scaled = u64::from(height) * u64::from(shown) / u64::from(width.max(1));
    (shown, u32::try_from(scaled).unwrap_or(height).max(1))
}

/// The HTML of a text, as Markdown gave it, with the tags of its pictures made whole. On our pages every
/// picture waits until it is near (`loading=lazy`).
pub(crate) fn set(html: String, pictures: &[Picture], at: Where) -> String {
    if memmem::find(html.as_bytes(), IMAGE.as_bytes()).is_none() {
        return html;
    }
    let mut parts = html.split(IMAGE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find('>').map_or(part.len(), |end| end + 1);
        out.push_str(&tag(&part[..end], pictures, at));
        out.push_str(&part[end..]);
    }
    out
}

/// A picture's tag, from what follows `<img `.
fn tag(rest: &str, pictures: &[Picture], at: Where) -> String {
    let value = |name: &str| {
        let (_, after) = rest.split_once(&format!("{name}=\""))?;
        after.split_once('"').map(|(value, _)| value)
    };
    let typed = value("src").unwrap_or_default();
    let late = if at == Where::Site {
        " loading=\"lazy\" decoding=\"async\""
    } else {
        ""
    };
    let close = |tag: &str, more: &str| {
        let open = tag.trim_end_matches('>').trim_end_matches('/').trim_end();
        format!("<img {open}{more} />")
    };
    let known = pictures.iter().find(|picture| is_same(typed, &picture.src));
    match known.and_then(|picture| shown(&picture.src, pictures, at)) {
        None => close(rest, late),
        Some(Err(Unshown)) => value("alt").unwrap_or_default().to_owned(),
        Some(Ok(shown)) => {
            let named = rest.replacen(
                &format!("src=\"{typed}\""),
                &format!("src=\"{}\"", shown.src),
                1,
            );
            close(&named, &format!("{}{late}", attributes(&shown, at)))
        }
    }
}

/// Whether an address in HTML is the one that an author typed.
fn is_same(in_html: &str, typed: &str) -> bool {
    let plain = in_html
        .replace("&amp;", "&")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"");
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    decoded(&plain) == decoded(typed)
}

fn attributes(shown: &Shown, at: Where) -> String {
    let mut out = String::new();
    if let Some((width, height)) = shown.size {
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        if at == Where::Mail {
            out.push_str(&format!(" style=\"max-width:{width}px\"")); // it never grows with the column
        }
    }
    if let Some(candidates) = &shown.srcset {
        let candidates = candidates
            .iter()
            .map(|(path, width)| format!("{path} {width}w"));
        let candidates = candidates.collect::<Vec<_>>().join(", ");
        out.push_str(&format!(" srcset=\"{candidates}\" sizes=\"{SIZES}\""));
    }
    out
}

/// The same HTML with the first of its pictures shown at once.
pub(crate) fn first_at_once(mut html: String) -> String {
    const LATE: &str = " loading=\"lazy\"";
    if let Some(at) = memmem::find(html.as_bytes(), LATE.as_bytes()) {
        html.replace_range(at..at + LATE.len(), "");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::{Where, set};
    use crate::model::{Digest, Picture, PictureFile, PictureKind};

    fn picture(src: &str, kind: PictureKind) -> Picture {
        let file = PictureFile {
            path: src.into(),
            place: src.into(),
            digest: Digest::of_bytes(&[src.as_bytes()]),
            kind,
            size: Some((1120, 561)),
            has_alpha: false,
        };
        Picture {
            src: src.to_owned(),
            file,
        }
    }

    #[test]
    #[cfg(feature = "images")]
    fn a_picture_has_its_size_and_files() {
        let pictures = [picture("une photo.jpg", PictureKind::Jpeg)];
        let html = "<p><img src=\"une%20photo.jpg\" alt=\"A\" /></p>";
        let name = |tag: &str| tag.split('"').nth(1).map(str::to_owned);
        let site = set(html.to_owned(), &pictures, Where::Site);
        let file = name(&site).unwrap_or_default();
        let stem = file.trim_end_matches(".jpg");
        assert_eq!(
            site,
            format!(
                "<p><img src=\"{file}\" alt=\"A\" width=\"1120\" height=\"561\" srcset=\"{stem}-480.webp 480w, {stem}-800.webp 800w, {stem}-1120.webp 1120w\" sizes=\"(min-width: 42rem) 38rem, 100vw\" loading=\"lazy\" decoding=\"async\" /></p>"
            )
        );
        assert_eq!(
            set(html.to_owned(), &pictures, Where::Mail),
            format!(
                "<p><img src=\"{file}\" alt=\"A\" width=\"560\" height=\"280\" style=\"max-width:560px\" /></p>"
            )
        );
    }

    #[test]
    fn what_mails_do_not_show_is_its_words() {
        let pictures = [picture("a.avif", PictureKind::Avif)];
        let html = "<p>a <img src=\"a.avif\" alt=\"Un &lt;plan\" /> b</p>";
        assert_eq!(
            set(html.to_owned(), &pictures, Where::Mail),
            "<p>a Un &lt;plan b</p>"
        );
    }

    #[test]
    fn a_picture_from_elsewhere_waits() {
        let html = "<img src=\"https://a.fr/b.png\" alt=\"A\" />";
        let late =
            "<img src=\"https://a.fr/b.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\" />";
        assert_eq!(set(html.to_owned(), &[], Where::Site), late);
        assert_eq!(set(html.to_owned(), &[], Where::Feed), html);
    }
}
