//! Links within the site: each leads to a file of it and, where it has a `#…`, to an id there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use url::Url;

use super::Checked;
use super::page::Page;
use super::texts::{Finding, Texts};
use crate::diag::Diagnostic;

const HELP: &str = "write the address of a page of this site as the browser shows it, from its first slash, or take the link out";

/// An error for each dead link, at each place where an author typed it; where none did, a template made
/// it, and the error names a page.
pub(super) fn check(
    pages: &BTreeMap<&str, Page>,
    checked: &Checked<'_>,
    texts: &Texts<'_>,
) -> Vec<Diagnostic> {
    let Ok(base) = Url::parse(&format!("{}/", checked.config.base_url)) else {
        return Vec::new(); // settings with another base_url do not load
    };
    let site = Site {
        pages,
        checked,
        base,
    };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (path, page) in pages {
        for link in &page.links {
            if let Some(why) = site.why_dead(path, link)
                && seen.insert(link)
            {
                found.extend(tell(path, link, &why, texts));
            }
        }
    }
    found
}

struct Site<'a> {
    pages: &'a BTreeMap<&'a str, Page>,
    checked: &'a Checked<'a>,
    /// Where the site stands, with a slash at its end.
    base: Url,
}

impl Site<'_> {
    /// Why a link on a page leads nowhere; none where it leads somewhere or out of the site.
    fn why_dead(&self, page: &str, link: &str) -> Option<String> {
        let here = self.base.join(page.trim_end_matches("index.html")).ok()?;
        let there = here.join(link).ok()?;
        let is_here = there.origin() == self.base.origin();
        let path = there
            .path()
            .strip_prefix(self.base.path())
            .filter(|_| is_here)?;
        let path = percent_decode_str(path).decode_utf8_lossy();
        let Some(file) = self.file(&path) else {
            return Some("leads to no page or file of this site".to_owned());
        };
        let id = percent_decode_str(there.fragment()?).decode_utf8_lossy();
        let target = self.pages.get(file.as_ref())?;
        let is_there = id.is_empty() || id == "top" || target.ids.contains(id.as_ref());
        (!is_there).then(|| format!("leads to a page on which nothing is called « {id} »"))
    }

    /// The file that answers to a path, as servers of static files find it.
    fn file<'p>(&self, path: &'p str) -> Option<Cow<'p, str>> {
        let files = self.checked.pages;
        if files.contains_key(path) {
            return Some(Cow::Borrowed(path));
        }
        let folder = path.trim_end_matches('/');
        let index = if folder.is_empty() {
            "index.html".to_owned()
        } else {
            format!("{folder}/index.html")
        };
        files.contains_key(&index).then_some(Cow::Owned(index))
    }
}

fn tell(page: &str, link: &str, why: &str, texts: &Texts<'_>) -> Vec<Diagnostic> {
    let finding = Finding {
        message: &format!("the link « {link} » {why}"),
        help: HELP,
    };
    match texts.at_address(link, finding) {
        found if found.is_empty() => {
            vec![Diagnostic::of_file(page, finding.message, finding.help)]
        }
        found => found,
    }
}
