//! Links out of the site: which there are, and what is said of those that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use url::Url;

use super::Checked;
use super::texts::{Finding, Texts};
use crate::diag::Diagnostic;

/// What somebody who opens an address finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Something.
    Found,
    /// Nothing: there is no such page or no such host.
    Dead(String),
    /// It is not known, since programs are not answered; people may be.
    Blocked(String),
    /// It is not known, since nobody answered this time.
    Unreachable(String),
}

/// The links of a site that lead out of it.
#[derive(Debug)]
pub struct Outward(BTreeMap<String, Leading>);

/// Where a link leads, and a page that has it.
#[derive(Debug)]
struct Leading {
    /// Without a fragment.
    address: String,
    page: String,
}

impl Outward {
    /// Reads the links to the web out of the built pages.
    pub fn of(checked: &Checked<'_>) -> Self {
        let own = format!("{}/", checked.config.base_url);
        let mut links = BTreeMap::new();
        for (path, page) in super::page::read_all(checked.pages) {
            for link in page.links {
                if let Some(address) = on_the_web(&link).filter(|at| !at.starts_with(&own)) {
                    let page = path.to_owned();
                    links.entry(link).or_insert(Leading { address, page });
                }
            }
        }
        Self(links)
    }

    /// The addresses to which they lead, in order.
    pub fn addresses(&self) -> BTreeSet<&str> {
        let leading = self.0.values();
        leading.map(|leading| leading.address.as_str()).collect()
    }

    /// An error for each dead link at each place where an author typed it, or of a page where a template
    /// made it; a warning for each of which it is not known.
    pub fn told(
        &self,
        answers: &BTreeMap<String, Answer>,
        checked: &Checked<'_>,
    ) -> Vec<Diagnostic> {
        let texts = Texts::new(checked.texts, checked.config.base_path());
        let answered = self.0.iter();
        let found = answered.flat_map(|(link, leading)| match answers.get(&leading.address) {
            Some(answer) => told(link, &leading.page, answer, &texts),
            None => Vec::new(),
        });
        super::once_a_place(found.collect())
    }
}

/// The whole address of a link to the web, without its fragment.
fn on_the_web(link: &str) -> Option<String> {
    let mut url = Url::parse(link).ok()?;
    url.set_fragment(None);
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

fn told(link: &str, page: &str, answer: &Answer, texts: &Texts<'_>) -> Vec<Diagnostic> {
    let (what, help) = match answer {
        Answer::Found => return Vec::new(),
        Answer::Dead(why) => (
            format!("is dead: {why}"),
            "look where the page stands now, or take the link out",
        ),
        Answer::Blocked(why) => (
            format!("is blocked: {why}"),
            "open it in a browser to see whether it is there",
        ),
        Answer::Unreachable(why) => (format!("cannot be reached: {why}"), "check again later"),
    };
    let message = &format!("the link « {link} » {what}");
    let mut found = texts.at_address(link, Finding { message, help });
    if found.is_empty() {
        found.push(Diagnostic::of_file(page, message, help));
    }
    match answer {
        Answer::Dead(_) => found,
        _ => found.into_iter().map(Diagnostic::into_warning).collect(),
    }
}
