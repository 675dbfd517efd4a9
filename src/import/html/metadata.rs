//! What a page's head says of its article: JSON-LD, Open Graph, `<meta>`, `<time>`, in that order;
//! what disagrees is told. Enter by [`read`].

use dom_query::{Document, NodeRef};

use super::address::Base;
use super::head::{Head, told};
use super::says::{disagreement, one_line};
use super::{json_ld, times, titles};
use crate::import::facts::Facts;
use crate::import::lexicon::Lexicon;
use crate::model::{Image, Link};

/// What the page says of its article; `found_at` is the address from which it was fetched.
pub(crate) fn read(document: &Document, found_at: Option<&str>, lexicon: &Lexicon) -> Facts {
    let page = Head {
        document,
        lexicon,
        stated: json_ld::article(document),
    };
    let mut facts = Facts {
        by: "the page",
        ..Facts::default()
    };
    let site = page.site().or_else(|| titles::site(&page));
    let url = page.url(found_at);
    let titles = titles::read(&page, site.as_deref());
    facts
        .differs
        .extend(disagreement("title", &titles, |a, b| titles::is_same(a, b)));
    facts.title = titles.into_iter().next().map(|(_, title)| told(title));
    times::read(&page, &mut facts);
    facts.authors = page
        .authors(site.as_deref())
        .into_iter()
        .map(told)
        .collect();
    let host = url.as_ref().and_then(|url| host(url.as_str()));
    facts.source = site.or(host).map(told);
    facts.url = url;
    facts.summary = page.summary();
    page.image(&mut facts);
    if page.stated.is_reserved {
        let told = "text: the page says that not everyone may read it whole; what was saved may be its beginning";
        facts.differs.push(told.to_owned());
    }
    facts
}

/// The language that the page states, its first part: `fr` of `fr-CA`.
pub(crate) fn language(document: &Document) -> Option<String> {
    let stated = document.select_single("html[lang]").attr("lang")?;
    let first = stated.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let is_code = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    is_code.then_some(first)
}

impl Head<'_> {
    fn site(&self) -> Option<String> {
        let publisher = self.stated.publisher.as_deref().and_then(one_line);
        publisher.or_else(|| self.meta(&["og:site_name", "application-name"]))
    }

    fn url(&self, found_at: Option<&str>) -> Option<Link> {
        let canonical = self
            .document
            .select_single(r#"link[rel="canonical"]"#)
            .attr("href")
            .map(|href| href.to_string());
        let all = [
            canonical,
            self.meta(&["og:url"]),
            self.stated.url.clone(),
            self.saved_from(),
            found_at.map(str::to_owned),
        ];
        let base = Base::at(found_at);
        let whole = |address: String| base.absolute(&address)?.parse().ok();
        all.into_iter().flatten().find_map(whole)
    }

    /// `<!-- saved from url=(0043)https://… -->`, as browsers write.
    fn saved_from(&self) -> Option<String> {
        let root = self.document.root();
        let first = root.descendants_it().take(200);
        let mut comments = first.filter(NodeRef::is_comment);
        comments.find_map(|comment| {
            let text = comment.html().to_string();
            let (_, after) = text.split_once("saved from url=(")?;
            let (_, address) = after.split_once(')')?;
            address
                .split_whitespace()
                .next()
                .map(|a| a.trim_end_matches("-->").to_owned())
        })
    }

    /// The image that stands for the page; one of which the page does not say what it shows is told.
    fn image(&self, facts: &mut Facts) {
        let base = Base::on(facts.url.as_ref());
        let named = self.meta(&["og:image", "og:image:url", "twitter:image"]);
        let Some(src) = named.and_then(|named| base.absolute(&named)) else {
            return;
        };
        match self.meta(&["og:image:alt", "twitter:image:alt"]) {
            Some(alt) => {
                facts.image = Some(Image {
                    src,
                    alt,
                    credit: None,
                });
            }
            None => facts.differs.push(format!(
                "image: the page names {src} and does not say what it shows; left out of the head"
            )),
        }
    }

    fn summary(&self) -> Option<String> {
        let stated = self.stated.summary.as_deref().and_then(one_line);
        stated
            .or_else(|| self.meta(&["og:description"]))
            .or_else(|| self.meta(&["description", "dc.description", "twitter:description"]))
    }
}

/// `exemple.test` of `https://www.exemple.test/a`
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest
        .split(['/', '?', '#', ':'])
        .next()?
        .trim_start_matches("www.");
    (!host.is_empty()).then(|| host.to_owned())
}
