//! Articles as records of the search index: what may be published of each, without markup.

use std::collections::{BTreeMap, HashMap};

use crate::markdown::{chart, to_text};
use crate::model::{Article, Library, Section, Taxonomy, slugify};
use crate::search::Record;
use crate::view::Basis;
use crate::view::text::{self, DateView};

/// Makes records of articles; themes and entities go by the names of their pages.
pub(super) struct Records<'a> {
    basis: Basis<'a>,
    themes: HashMap<&'a str, &'a str>,
    entities: HashMap<&'a str, &'a str>,
}

impl<'a> Records<'a> {
    pub(super) fn new(basis: Basis<'a>, library: &'a Library) -> Self {
        Self {
            basis,
            themes: names(&library.themes),
            entities: names(&library.entities),
        }
    }

    /// What of an article is found: title, summary, takeaways; and where it is published in full, key points
    /// and text.
    pub(super) fn of(&self, article: &Article) -> Record {
        let Basis {
            locale, addresses, ..
        } = self.basis;
        let rules = locale.rules(&article.lang);
        Record {
            url: addresses.article(article),
            text: words(article, rules),
            about: self.about(article, rules),
            filters: self.filters(article),
        }
    }

    fn about(&self, article: &Article, rules: &str) -> BTreeMap<String, String> {
        let locale = self.basis.locale;
        let date = DateView::new(article.date, locale);
        let source = article.source.as_ref();
        let lang = (article.lang != locale.lang()).then(|| article.lang.clone());
        let known = [
            ("title", Some(text::set(&article.title, rules))),
            ("date", Some(date.words)),
            ("iso", Some(date.iso)),
            (
                "source",
                source.map(|source| text::set(&source.name, locale.own_rules())),
            ),
            ("lang", lang),
        ];
        let known = known.into_iter();
        known
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }

    /// What an article is filtered by.
    pub(super) fn filters(&self, article: &Article) -> BTreeMap<String, Vec<String>> {
        let rules = self.basis.locale.own_rules();
        let tags = article.tags.iter().map(String::as_str);
        let entities = article.entities.iter().map(|entity| entity.name.as_str());
        let named =
            |names: &HashMap<&str, &str>, of: &mut dyn Iterator<Item = &str>| -> Vec<String> {
                let known = of.filter_map(|name| names.get(slugify(name).as_str()));
                known.map(|name| text::set(name, rules)).collect()
            };
        let capital = |names: Vec<String>| names.iter().map(|name| text::capital(name)).collect();
        let all = [
            (
                Some(Section::Themes),
                "theme",
                capital(named(&self.themes, &mut tags.into_iter())),
            ),
            (
                Some(Section::Entities),
                "entity",
                named(&self.entities, &mut entities.into_iter()),
            ),
            (None, "year", vec![article.date.year().to_string()]),
        ];
        let has = |section: Option<Section>| section.is_none_or(|section| self.basis.has(section));
        let shown = all.into_iter().filter(|(section, ..)| has(*section));
        shown
            .map(|(_, name, values)| (name.to_owned(), values))
            .filter(|(_, values)| !values.is_empty())
            .collect()
    }
}

/// The names of terms by their slugs.
fn names(terms: &Taxonomy) -> HashMap<&str, &str> {
    let terms = terms.terms.iter();
    terms
        .map(|term| (term.slug.as_str(), term.name.as_str()))
        .collect()
}

/// The words of an article that may be published; the title alone where it has none besides.
fn words(article: &Article, rules: &str) -> String {
    let summary = article
        .summary
        .iter()
        .map(|summary| text::set(summary, rules));
    let points = article.published_key_points().iter();
    let points = points.map(|point| to_text(point, rules));
    let body = article.published_body().into_iter();
    let body = body.map(|body| to_text(&chart::without(body), rules));
    let takeaways = article.takeaways.iter();
    let takeaways = takeaways.map(|takeaway| to_text(&text::capital(&takeaway.text), rules));
    let all = summary.chain(points).chain(body).chain(takeaways);
    let all: Vec<String> = all.filter(|words| !words.is_empty()).collect();
    if all.is_empty() {
        return text::set(&article.title, rules);
    }
    all.join(" ")
}
