//! What a server answers: whether it is what was asked for, and in which encoding.

use anyhow::bail;
use encoding_rs::{Encoding, UTF_8};
use ureq::Body;
use ureq::http::{Response, header};

use super::Kind;

/// What `Content-Type` may be of a page, a feed or a text.
const TEXTS: &[&str] = &[
    "application/xhtml+xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
];

/// Refuses an answer that is not what was asked for, and says what to do.
pub(super) fn check(response: &Response<Body>, address: &str, kind: Kind) -> anyhow::Result<()> {
    let status = response.status();
    if is_challenge(response) {
        bail!(
            "{address} asks for proof that a person reads it; open it in a browser, save the page \
             and import the file"
        );
    }
    if !status.is_success() {
        bail!(
            "{address} answers {status}: {}",
            what_to_do(status.as_u16())
        );
    }
    let stated = content_type(response);
    let is_asked = match kind {
        Kind::Text => stated.starts_with("text/") || TEXTS.contains(&stated.as_str()),
        Kind::Image => stated.starts_with("image/") || stated == "application/octet-stream",
    };
    if !stated.is_empty() && !is_asked {
        let asked = match kind {
            Kind::Text => "a page, a feed or a text",
            Kind::Image => "an image",
        };
        bail!("{address} gives {stated}, not {asked}");
    }
    Ok(())
}

/// The page with which some services answer programs in place of the article.
pub(super) fn is_challenge(response: &Response<Body>) -> bool {
    let headers = response.headers();
    let is_set = |name: &str| headers.get(name).is_some_and(|value| value == "challenge");
    is_set("cf-mitigated") || is_set("x-amzn-waf-action")
}

fn what_to_do(status: u16) -> &'static str {
    match status {
        401 | 402 => {
            "it is for readers who sign in; save the page from your browser and import the file"
        }
        403 | 406 | 429 | 503 => {
            "it does not answer programs; open it in a browser, save the page and import the file"
        }
        404 | 410 => "there is no such page; check the address",
        500.. => "the server is at fault; try again later",
        _ => "open it in a browser, save the page and import the file",
    }
}

fn content_type(response: &Response<Body>) -> String {
    let value = response.headers().get(header::CONTENT_TYPE);
    let value = value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let kind = value.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

/// The encoding that the answer's head states.
pub(super) fn charset(response: &Response<Body>) -> Option<String> {
    let value = response
        .headers()
        .get(header::CONTENT_TYPE)?
        .to_str()
        .ok()?;
    let named = value
        .split(';')
        .skip(1)
        .filter_map(|part| part.split_once('='));
    let mut charsets = named.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let (_, charset) = charsets.next()?;
    Some(charset.trim().trim_matches('"').to_owned())
}

/// The text in UTF-8. What is UTF-8 or has a byte-order mark stays as it is: there the head of an
/// answer is often a server's default and wrong.
pub(super) fn in_utf8(bytes: Vec<u8>, charset: Option<&str>) -> Vec<u8> {
    let stated = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    let is_marked = Encoding::for_bom(&bytes).is_some();
    let is_wide = stated.is_some_and(|stated| stated.name().starts_with("UTF-16"));
    let is_utf8 = std::str::from_utf8(&bytes).is_ok() && !is_wide;
    match stated.filter(|stated| *stated != UTF_8 && !is_marked && !is_utf8) {
        Some(stated) => stated.decode(&bytes).0.into_owned().into_bytes(),
        None => bytes,
    }
}
