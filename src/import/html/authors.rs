//! Who wrote the article, as its page says: JSON-LD, `<meta>`, links and microdata, in that order.
//! Enter by [`Head::authors`].

use super::head::Head;
use super::says::one_line;
use crate::import::lexicon::List;
use crate::import::metadata::about;
use crate::import::words;

const AUTHOR: &[&str] = &[
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
];
/// Where microdata and microformats show a name.
const MARKED_AUTHOR: &[&str] = &[
    r#"[itemprop~="author"] [itemprop~="name"]"#,
    r#"[itemprop~="author"]"#,
    ".p-author .p-name",
    ".p-author",
    ".byline .author",
    ".byline-name",
    ".author__name",
    ".author-name",
    ".wp-block-post-author-name",
    ".wp-block-post-author__name",
];

impl Head<'_> {
    /// The names of persons; the site itself is none.
    pub(crate) fn authors(&self, site: Option<&str>) -> Vec<String> {
        let stated = || {
            self.stated
                .authors
                .iter()
                .filter_map(|name| one_line(name))
                .collect()
        };
        let meta = || {
            let texts = self.metas(AUTHOR);
            let has_list = self.metas(&["citation_author"]) == texts;
            let texts = texts
                .iter()
                .map(|text| if has_list { turned(text) } else { text.clone() });
            texts.flat_map(|text| self.names(&text)).collect()
        };
        let link = || self.shown(&[r#"[rel="author"]"#]);
        let marked = || self.shown(MARKED_AUTHOR);
        let is_person = |name: &String| {
            !name.contains(['/', '@', '{'])
                && words::at_most(name, 8)
                && site.is_none_or(|site| words::label(site) != words::label(name))
        };
        let all: [&dyn Fn() -> Vec<String>; 4] = [&stated, &meta, &link, &marked];
        let mut persons = all
            .iter()
            .map(|names| names().into_iter().filter(is_person).collect::<Vec<_>>());
        persons.find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// The names that the elements show which the first of the selectors that fits finds.
    fn shown(&self, selectors: &[&str]) -> Vec<String> {
        let names = |selector: &&str| {
            let found = self.document.select(selector);
            let texts = found
                .nodes()
                .iter()
                .take(10)
                .filter_map(|n| one_line(&n.text()));
            let mut names: Vec<String> = Vec::new();
            for name in texts
                .filter(|text| text.len() <= 100)
                .flat_map(|text| self.names(&text))
            {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        let mut found = selectors.iter().map(names);
        found.find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// The names in `Léa Martin et Paul B.`; the text itself where it reads as no list of names.
    fn names(&self, text: &str) -> Vec<String> {
        let by = if self.lexicon[List::By]
            .beginning(&words::fold(text))
            .is_some()
        {
            ""
        } else {
            "par "
        };
        let read = about::read(&format!("{by}{text}"), self.lexicon);
        let names = read
            .map(|about| about.authors)
            .filter(|names| !names.is_empty());
        names.unwrap_or_else(|| vec![text.to_owned()])
    }
}

/// `Astrid Holm` of `Holm, Astrid`, as catalogues write names.
fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => name.to_owned(),
    }
}
