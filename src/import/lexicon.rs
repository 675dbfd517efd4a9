//! The words by which raw texts are understood, from `data/<lang>/import.yaml`.
//!
//! Enter by [`embedded`]. The lists of all languages are looked at together: a French page has an
//! English disclaimer, and an English text stands on a French page.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words;

const FILES: [(&str, &str); 2] = [
    ("fr", include_str!("../../data/fr/import.yaml")),
    ("en", include_str!("../../data/en/import.yaml")),
];

/// A data file as typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    takeaways_title: String,
    conclusion_title: String,
    months: Vec<Vec<String>>,
    weekdays: Vec<String>,
    week: Vec<String>,
    date_links: Vec<String>,
    first_of_month: Vec<String>,
    published: Vec<String>,
    updated: Vec<String>,
    reading: Vec<String>,
    by: Vec<String>,
    name_links: Vec<String>,
    name_particles: Vec<String>,
    collective_authors: Vec<String>,
    agencies: Vec<String>,
    translation: Vec<String>,
    assisted: Vec<String>,
    #[serde(rename = "self")]
    itself: Vec<String>,
    key_points: Vec<String>,
    takeaways: Vec<String>,
    late_takeaways: Vec<String>,
    sources: Vec<String>,
    source: Vec<String>,
    conclusion: Vec<String>,
    audiences: Vec<String>,
    menu: Vec<String>,
    boilerplate: Vec<String>,
    image_first: Vec<String>,
    image_last: Vec<String>,
    calls: Vec<String>,
    lures: Vec<String>,
    disclaimer_headings: Vec<String>,
    disclaimer: Vec<String>,
    author_note: Vec<String>,
    function_words: Vec<String>,
}

/// Folded words and phrases of one kind.
#[derive(Default)]
pub(crate) struct Words {
    all: HashSet<String>,
    by_length: Vec<String>,
}

impl Words {
    fn add(&mut self, list: &[String]) {
        self.all.extend(list.iter().map(|word| words::fold(word)));
        self.by_length = self.all.iter().cloned().collect();
        self.by_length
            .sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    }

    /// Whether the folded text is one of them.
    pub(crate) fn has(&self, folded: &str) -> bool {
        self.all.contains(folded)
    }

    /// The longest one with which the folded text begins, at a word's end.
    pub(crate) fn beginning(&self, folded: &str) -> Option<&str> {
        let is_whole = |phrase: &&String| {
            folded
                .strip_prefix(phrase.as_str())
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        self.by_length.iter().find(is_whole).map(String::as_str)
    }

    /// The longest one with which the folded text ends, at a word's beginning.
    pub(crate) fn end(&self, folded: &str) -> Option<&str> {
        let is_whole = |phrase: &&String| {
            folded
                .strip_suffix(phrase.as_str())
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        self.by_length.iter().find(is_whole).map(String::as_str)
    }

    /// How many of them stand in the folded text as whole words.
    pub(crate) fn count_in(&self, folded: &str) -> usize {
        let stands = |phrase: &&String| {
            folded.match_indices(phrase.as_str()).any(|(at, found)| {
                !folded[..at].ends_with(char::is_alphanumeric)
                    && !folded[at + found.len()..].starts_with(char::is_alphanumeric)
            })
        };
        self.by_length.iter().filter(stands).count()
    }
}

/// The titles that we write ourselves, in one language.
pub(crate) struct Titles {
    lang: &'static str,
    /// Of the section for decision-makers.
    pub(crate) takeaways: String,
    /// Of a conclusion that has none of its own.
    pub(crate) conclusion: String,
}

/// All words, folded, of all languages together.
#[derive(Default)]
pub(crate) struct Lexicon {
    titles: Vec<Titles>,
    months: Vec<Words>,
    /// Publishers' names as they are written.
    pub(crate) agencies: Vec<String>,
    pub(crate) weekdays: Words,
    pub(crate) week: Words,
    pub(crate) date_links: Words,
    pub(crate) first_of_month: Words,
    pub(crate) published: Words,
    pub(crate) updated: Words,
    pub(crate) reading: Words,
    pub(crate) by: Words,
    pub(crate) name_links: Words,
    pub(crate) name_particles: Words,
    pub(crate) collective_authors: Words,
    pub(crate) translation: Words,
    pub(crate) assisted: Words,
    pub(crate) itself: Words,
    pub(crate) key_points: Words,
    pub(crate) takeaways: Words,
    pub(crate) late_takeaways: Words,
    pub(crate) sources: Words,
    pub(crate) source: Words,
    pub(crate) conclusion: Words,
    pub(crate) audiences: Words,
    pub(crate) menu: Words,
    pub(crate) boilerplate: Words,
    pub(crate) image_first: Words,
    pub(crate) image_last: Words,
    pub(crate) calls: Words,
    pub(crate) lures: Words,
    pub(crate) disclaimer_headings: Words,
    pub(crate) disclaimer: Words,
    pub(crate) author_note: Words,
    pub(crate) function_words: Words,
}

impl Lexicon {
    fn add(&mut self, lang: &'static str, file: File) {
        self.titles.push(Titles {
            lang,
            takeaways: file.takeaways_title,
            conclusion: file.conclusion_title,
        });
        self.months.resize_with(12, Words::default);
        for (month, names) in self.months.iter_mut().zip(&file.months) {
            month.add(names);
        }
        self.agencies.extend(file.agencies);
        self.weekdays.add(&file.weekdays);
        self.week.add(&file.week);
        self.date_links.add(&file.date_links);
        self.first_of_month.add(&file.first_of_month);
        self.published.add(&file.published);
        self.updated.add(&file.updated);
        self.reading.add(&file.reading);
        self.by.add(&file.by);
        self.name_links.add(&file.name_links);
        self.name_particles.add(&file.name_particles);
        self.collective_authors.add(&file.collective_authors);
        self.translation.add(&file.translation);
        self.assisted.add(&file.assisted);
        self.itself.add(&file.itself);
        self.key_points.add(&file.key_points);
        self.takeaways.add(&file.takeaways);
        self.late_takeaways.add(&file.late_takeaways);
        self.sources.add(&file.sources);
        self.source.add(&file.source);
        self.conclusion.add(&file.conclusion);
        self.audiences.add(&file.audiences);
        self.menu.add(&file.menu);
        self.boilerplate.add(&file.boilerplate);
        self.image_first.add(&file.image_first);
        self.image_last.add(&file.image_last);
        self.calls.add(&file.calls);
        self.lures.add(&file.lures);
        self.disclaimer_headings.add(&file.disclaimer_headings);
        self.disclaimer.add(&file.disclaimer);
        self.author_note.add(&file.author_note);
        self.function_words.add(&file.function_words);
    }

    /// The number of the month that the folded word names, 1 to 12.
    pub(crate) fn month(&self, folded: &str) -> Option<i8> {
        (1..)
            .zip(&self.months)
            .find(|(_, names)| names.has(folded))
            .map(|(n, _)| n)
    }

    /// The titles that we write in a text of the language; those of the first one where it has none.
    pub(crate) fn titles(&self, lang: &str) -> Option<&Titles> {
        let own = self.titles.iter().find(|titles| titles.lang == lang);
        own.or(self.titles.first())
    }
}

/// The lexicon inside the binary, or what is wrong with its files.
pub(crate) fn embedded() -> Result<&'static Lexicon, &'static str> {
    static LEXICON: LazyLock<Result<Lexicon, String>> = LazyLock::new(parse);
    LEXICON.as_ref().map_err(String::as_str)
}

fn parse() -> Result<Lexicon, String> {
    let mut lexicon = Lexicon::default();
    for (lang, text) in FILES {
        let file =
            serde_yaml::from_str(text).map_err(|e| format!("data/{lang}/import.yaml: {e}"))?;
        lexicon.add(lang, file);
    }
    Ok(lexicon)
}

impl Lexicon {
    /// The publisher's name with which the text begins, as the text writes it.
    pub(crate) fn agency_at_start<'t>(&self, text: &'t str) -> Option<&'t str> {
        let names = self.agencies.iter().filter(|name| {
            text.strip_prefix(name.as_str())
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        let longest = names.max_by_key(|name| name.len())?;
        Some(&text[..longest.len()])
    }

    /// The publisher that the text names as who did it: `… par Reuters …`.
    pub(crate) fn agency_named_by<'t>(&self, text: &'t str) -> Option<&'t str> {
        let starts = text.match_indices(' ').map(|(i, _)| i);
        starts
            .map(|i| text.split_at(i))
            .find_map(|(before, after)| {
                self.by.end(&words::fold(before))?;
                self.agency_at_start(after.trim_start())
            })
    }
}
