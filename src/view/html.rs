//! The HTML of a text, made to fit the page on which it stands: heading levels, links, ids.
//!
//! Enter by [`fit`], which goes through the tags once. Between tags a `<` is escaped, so that every
//! `<` begins one.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// Where the HTML of a text is to stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The level of its outermost headings.
    pub(crate) level: usize,
    /// What its ids begin with, so that several texts can stand on one page.
    pub(crate) id_prefix: &'a str,
    /// What stands in front of root-relative links.
    pub(crate) base: &'a str,
    /// What stands in front of links within the text, and of those that start from its page: that page, for
    /// readers elsewhere.
    pub(crate) page: &'a str,
}

/// Makes a text's HTML fit: the outermost headings are at the place's level, and none is more than one
/// deeper than the one above it; links lead where they lead from that place; `<img />` is `<img>`.
pub(crate) fn fit(html: &str, place: Place<'_>) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut open: Vec<u8> = Vec::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = memchr(b'<', &html.as_bytes()[at..]) {
        let start = at + found;
        let end = memchr(b'>', &html.as_bytes()[start..]).map_or(html.len(), |end| start + end);
        at = end;
        let tag = &html[start..end];
        let level = heading(tag);
        if level.is_none() && stays(tag) {
            continue;
        }
        out.push_str(&html[copied..start]);
        fit_tag(
            tag.strip_suffix(" /").unwrap_or(tag),
            level,
            place,
            (&mut open, &mut out),
        );
        copied = end;
    }
    out.push_str(&html[copied..]);
    out
}

/// Whether a tag that is no heading's is the same everywhere.
fn stays(tag: &str) -> bool {
    memchr(b'=', tag.as_bytes()).is_none() && !tag.ends_with(" /")
}

/// Writes a tag for its place: a heading's at its own level below those that are `open`.
fn fit_tag(
    tag: &str,
    level: Option<u8>,
    place: Place<'_>,
    (open, out): (&mut Vec<u8>, &mut String),
) {
    let Some(level) = level else {
        return attributes(tag, place, out);
    };
    let level = nested(level, tag.starts_with("</"), open);
    let digit = tag.find(|c: char| c.is_ascii_digit()).unwrap_or(tag.len());
    out.push_str(&tag[..digit]);
    out.push_str(&(place.level + level).min(6).to_string());
    attributes(&tag[digit + 1..], place, out);
}

/// HTML with its headings as bold paragraphs, for texts that stand below a heading of their own.
pub(crate) fn without_headings(html: &str) -> Cow<'_, str> {
    if memmem::find(html.as_bytes(), b"<h").is_none() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..end];
        out.push_str(&rest[..at]);
        out.push_str(match heading(tag.trim_end_matches('>')) {
            Some(_) if tag.starts_with("</") => "</strong></p>",
            Some(_) => "<p><strong>",
            None => tag,
        });
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The level of a heading's tag, opening or closing.
fn heading(tag: &str) -> Option<u8> {
    let name = tag.strip_prefix('<').unwrap_or(tag);
    match name.strip_prefix('/').unwrap_or(name).as_bytes() {
        [b'h', level @ b'1'..=b'6'] | [b'h', level @ b'1'..=b'6', b' ', ..] => Some(*level),
        _ => None,
    }
}

/// How many headings stand above this one; `open` holds their levels as typed.
fn nested(level: u8, is_closing: bool, open: &mut Vec<u8>) -> usize {
    if !is_closing {
        open.truncate(open.iter().take_while(|above| **above < level).count());
        open.push(level);
    }
    open.len().saturating_sub(1)
}

/// Writes what follows a tag's name, with ids and links for their place.
fn attributes(tag: &str, place: Place<'_>, out: &mut String) {
    if memchr(b'=', tag.as_bytes()).is_none() {
        out.push_str(tag);
        return;
    }
    let mut rest = tag;
    while let Some(at) = memmem::find(rest.as_bytes(), b"=\"") {
        let (name, value) = rest.split_at(at + 2);
        out.push_str(name);
        let is_link = name.ends_with(" href=\"") || name.ends_with(" src=\"");
        let is_id = [" id=\"", " aria-labelledby=\"", " aria-describedby=\""];
        if is_id.iter().any(|id| name.ends_with(id)) {
            out.push_str(place.id_prefix);
        } else if is_link && value.starts_with('/') && !value.starts_with("//") {
            out.push_str(place.base);
        } else if is_link && value.starts_with('#') {
            out.push_str(place.page);
            out.push('#');
            out.push_str(place.id_prefix);
        } else if is_link && is_relative(value) {
            out.push_str(place.page);
        }
        let skip = usize::from(is_link && value.starts_with('#'));
        let end = value.find('"').map_or(value.len(), |end| end + 1);
        if name.ends_with(" srcset=\"") {
            out.push_str(place.base); // hebdo's own: every one is of this site
            out.push_str(&value[..end].replace(", /", &format!(", {}/", place.base)));
        } else {
            out.push_str(&value[skip..end]);
        }
        rest = &value[end..];
    }
    out.push_str(rest);
}

/// Whether the address at the start of a text, up to a quotation mark, is told from the page on which it
/// stands: no scheme, no slash (RFC 3986, 4.2).
fn is_relative(value: &str) -> bool {
    let end = value.find(['/', '?', '#', '"']).unwrap_or(value.len());
    end > 0 && !value[..end].contains(':')
}

#[cfg(test)]
mod tests {
    use super::{Place, fit, without_headings};

    fn fitted(html: &str) -> String {
        let place = Place {
            level: 3,
            id_prefix: "s-",
            base: "/x",
            page: "",
        };
        fit(html, place)
    }

    #[test]
    fn headings_have_no_jumps() {
        assert_eq!(
            fitted("<h4>a</h4><h2>b</h2><h4 class=\"x\">c</h4><hr /><h2>d</h2>"),
            "<h3>a</h3><h3>b</h3><h4 class=\"x\">c</h4><hr><h3>d</h3>"
        );
        assert_eq!(fitted("<p>a</p>"), "<p>a</p>");
    }

    #[test]
    fn headings_become_bold_paragraphs() {
        assert_eq!(
            without_headings("<p>a</p><h3 id=\"x\">b <em>c</em></h3><hr />d"),
            "<p>a</p><p><strong>b <em>c</em></strong></p><hr />d"
        );
    }

    #[test]
    fn links_are_whole_elsewhere() {
        let place = Place {
            level: 2,
            id_prefix: "",
            base: "https://a.fr",
            page: "https://a.fr/p/",
        };
        let html = "<a href=\"autre/\">1</a><a href=\"../x\">2</a><a href=\"mailto:a@b.fr\">3</a><a href=\"#n\">4</a>\
                    <img src=\"/i.png\"><a href=\"//c.fr/\">5</a><a href=\"\">6</a>";
        let expected = "<a href=\"https://a.fr/p/autre/\">1</a><a href=\"https://a.fr/p/../x\">2</a>\
                        <a href=\"mailto:a@b.fr\">3</a><a href=\"https://a.fr/p/#n\">4</a>\
                        <img src=\"https://a.fr/i.png\"><a href=\"//c.fr/\">5</a><a href=\"\">6</a>";
        assert_eq!(fit(html, place), expected);
    }

    #[test]
    fn links_and_ids_fit_their_place() {
        assert_eq!(
            fitted("<a href=\"/a/\">a</a><a href=\"//b.fr/\">b</a><img src=\"/c.png\" alt=\"\" />"),
            "<a href=\"/x/a/\">a</a><a href=\"//b.fr/\">b</a><img src=\"/x/c.png\" alt=\"\">"
        );
        assert_eq!(
            fitted("<svg aria-labelledby=\"n\"><title id=\"n\">a</title><rect x=\"1\"/></svg>"),
            "<svg aria-labelledby=\"s-n\"><title id=\"s-n\">a</title><rect x=\"1\"/></svg>"
        );
        assert_eq!(
            fitted("<img srcset=\"/a.webp 1w, /b.webp 2w\" />"),
            "<img srcset=\"/x/a.webp 1w, /x/b.webp 2w\">"
        );
        assert_eq!(
            fitted("<a href=\"#n\">1</a><i id=\"n\">href=\"/\"</i>"),
            "<a href=\"#s-n\">1</a><i id=\"s-n\">href=\"/\"</i>"
        );
    }
}
