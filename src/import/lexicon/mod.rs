//! The words by which raw texts are understood, from `data/<lang>/import.yaml`.
//!
//! Enter by [`embedded`]. The lists of all languages are looked at together: a French page has an
//! English disclaimer, and an English text stands on a French page.

pub(super) mod cue;
mod list;
pub(super) mod phrases;

pub(crate) use list::List;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Index;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words;
use crate::model::ImportSettings;
use phrases::Words;

const FILES: [(&str, &str); 2] = [
    ("fr", include_str!("../../../data/fr/import.yaml")),
    ("en", include_str!("../../../data/en/import.yaml")),
];

/// A data file as typed.
#[derive(Deserialize)]
struct File {
    takeaways_title: String,
    takeaways_line: String,
    conclusion_title: String,
    day_first: bool,
    months: Vec<Vec<String>>,
    agencies: Vec<String>,
    #[serde(flatten)]
    lists: BTreeMap<List, Vec<String>>,
}

/// What belongs to one language alone: the titles that we write ourselves, the order of a date.
#[derive(Clone)]
pub(crate) struct Titles {
    lang: &'static str,
    /// Of the section for decision-makers.
    pub(crate) takeaways: String,
    /// The same as a line before its list, where prose follows the list.
    pub(crate) takeaways_line: String,
    /// Of what closes a digest.
    pub(crate) conclusion: String,
    /// Whether `03/04/2026` is the third of April to everybody who writes the language.
    pub(crate) day_first: bool,
}

/// All words, folded, of all languages together.
#[derive(Clone, Default)]
pub(crate) struct Lexicon {
    titles: Vec<Titles>,
    months: Vec<Words>,
    /// Publishers' names as they are written.
    pub(crate) agencies: Vec<String>,
    lists: BTreeMap<List, Words>,
}

impl Index<List> for Lexicon {
    type Output = Words;

    /// The words of a list; none where no language has it.
    fn index(&self, list: List) -> &Words {
        static NONE: LazyLock<Words> = LazyLock::new(Words::default);
        self.lists.get(&list).unwrap_or(&NONE)
    }
}

impl Lexicon {
    fn add(&mut self, lang: &'static str, file: File) {
        self.titles.push(Titles {
            lang,
            takeaways: file.takeaways_title,
            takeaways_line: file.takeaways_line,
            conclusion: file.conclusion_title,
            day_first: file.day_first,
        });
        self.months.resize_with(12, Words::default);
        for (month, names) in self.months.iter_mut().zip(&file.months) {
            month.add(names);
        }
        self.agencies.extend(file.agencies);
        for (list, words) in &file.lists {
            self.lists.entry(*list).or_default().add(words);
        }
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

/// The same with the words of the newsletter's own settings.
pub(crate) fn with(own: &ImportSettings) -> Result<Cow<'static, Lexicon>, &'static str> {
    let lexicon = embedded()?;
    if own.phrases().next().is_none() {
        return Ok(Cow::Borrowed(lexicon));
    }
    let mut lexicon = lexicon.clone();
    let lists = [
        (List::Takeaways, &own.takeaways),
        (List::KeyPoints, &own.key_points),
        (List::Furniture, &own.furniture),
    ];
    for (list, words) in lists {
        lexicon.lists.entry(list).or_default().add(words);
    }
    Ok(Cow::Owned(lexicon))
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

    /// Whether a line says, in a few words, what a button of a page does: `Share`, `Télécharger le PDF`.
    pub(crate) fn is_button(&self, text: &str) -> bool {
        let label = words::label(words::head(text, 80));
        let does = || self[List::Actions].beginning(&label).is_some();
        words::at_most(text, 4) && (self[List::Buttons].has(&label) || does())
    }

    /// The publisher that the text names as who did it: `… par Reuters …`.
    pub(crate) fn agency_named_by<'t>(&self, text: &'t str) -> Option<&'t str> {
        let starts = text.match_indices(' ').map(|(i, _)| i);
        starts
            .map(|i| text.split_at(i))
            .find_map(|(before, after)| {
                self[List::By].end(&words::fold(before))?;
                self.agency_at_start(after.trim_start())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_list() {
        let lists = |text| serde_yaml::from_str::<File>(text).unwrap().lists;
        let all: Vec<List> = lists(FILES[0].1).into_keys().collect();
        for (lang, text) in FILES {
            assert_eq!(lists(text).into_keys().collect::<Vec<_>>(), all, "{lang}");
        }
    }
}
