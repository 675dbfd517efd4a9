//! Addresses of links and images: made absolute, without what only counts readers.

use dom_query::Document;

use super::clean::{clean, encode};
use crate::import::facts::Facts;
use crate::model::Link;

/// The address against which a page's own are read.
#[derive(Debug, Default)]
pub(crate) struct Base {
    page: Option<String>,
}

impl Base {
    /// `<base href>`, else where the page was found, else the address that it states.
    pub(crate) fn of(document: &Document, found_at: Option<&str>, facts: &Facts) -> Self {
        let stated = || facts.url.as_ref().map(|url| url.as_str().to_owned());
        let stated = found_at.map(str::to_owned).or_else(stated);
        let own = document.select_single("base[href]").attr("href");
        let base = own.and_then(|href| {
            Self {
                page: stated.clone(),
            }
            .absolute(&href)
        });
        Self {
            page: base.or(stated),
        }
    }

    /// The address of a page.
    pub(crate) fn on(page: Option<&Link>) -> Self {
        Self::at(page.map(Link::as_str))
    }

    /// An address as it was found.
    pub(crate) fn at(page: Option<&str>) -> Self {
        Self {
            page: page.map(str::to_owned),
        }
    }

    /// A web address as Markdown can hold it; none for what a browser would run, for a place on
    /// the page itself, and for a relative address on a page whose own is not known.
    pub(crate) fn absolute(&self, href: &str) -> Option<String> {
        let href: String = href.trim().chars().filter(|c| !c.is_control()).collect();
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        let whole = match scheme(&href) {
            Some("http" | "https") => href,
            Some(_) => return None,
            None => self.join(&href)?,
        };
        let link: Link = encode(&clean(&whole)).parse().ok()?;
        Some(link.as_str().to_owned())
    }

    fn join(&self, href: &str) -> Option<String> {
        let page = self.page.as_deref()?;
        let (protocol, rest) = page.split_once("://")?;
        if href.starts_with("//") {
            return Some(format!("{protocol}:{href}"));
        }
        let path_at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(path_at);
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let joined = match href.chars().next() {
            Some('/') => href.to_owned(),
            Some('?') => format!("{path}{href}"),
            _ => format!(
                "{}/{href}",
                path.rsplit_once('/').map_or("", |(folder, _)| folder)
            ),
        };
        Some(format!("{protocol}://{host}{}", without_dots(&joined)))
    }
}

/// The place of a file below the page's own folder, as Markdown can hold it.
pub(crate) fn beside(href: &str) -> Option<String> {
    let href = href.trim();
    let is_below = scheme(href).is_none() && !href.starts_with(['/', '#', '?', '\\']);
    (is_below && !href.is_empty()).then(|| encode(href))
}

/// Where a page was found, if its name is an address.
pub(crate) fn of_name(name: &str) -> Option<&str> {
    matches!(scheme(name), Some("http" | "https")).then_some(name)
}

/// What stands before the first colon, in small letters, where that is the name of a scheme.
fn scheme(href: &str) -> Option<&'static str> {
    let (name, _) = href.split_once(':')?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_name.then(|| match name.to_ascii_lowercase().as_str() {
        "http" => "http",
        "https" => "https",
        _ => "other",
    })
}

/// `/a/../b/./c` is `/b/c`.
fn without_dots(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, query) = path.split_at(end);
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    format!("/{}{query}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole_and_clean() {
        let base = Base {
            page: Some("https://exemple.test/a/b/page.html?x=1#y".to_owned()),
        };
        let cases = [
            (
                "https://autre.test/?utm_source=x&id=3&fbclid=z#n",
                Some("https://autre.test/?id=3#n"),
            ),
            ("../c", Some("https://exemple.test/a/c")),
            ("/c?utm_campaign=d", Some("https://exemple.test/c")),
            ("//cdn.test/i.png", Some("https://cdn.test/i.png")),
            ("?page=2", Some("https://exemple.test/a/b/page.html?page=2")),
            (
                "d (1).html",
                Some("https://exemple.test/a/b/d%20%281%29.html"),
            ),
            ("#haut", None),
            ("javascript:alert(1)", None),
            (" java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("mailto:a@exemple.test", None),
        ];
        for (href, whole) in cases {
            assert_eq!(base.absolute(href).as_deref(), whole, "{href}");
        }
        assert_eq!(Base::default().absolute("/c"), None);
    }
}
