//! Themes: the tags that an article's own words speak for, from `data/<lang>/themes.yaml`. Enter by
//! [`propose`].

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::import::entities::{Prose, is_word};
use crate::import::words::fold;

const FILES: [(&str, &str); 2] = [
    ("fr", include_str!("../../../data/fr/themes.yaml")),
    ("en", include_str!("../../../data/en/themes.yaml")),
];

/// How many themes are proposed.
const MOST: usize = 3;
/// What the words of a theme must weigh together, and how many of them there must be.
const EVIDENCE: usize = 6;
const DIFFERENT: usize = 3;
/// What a word weighs, and how much more in a title.
const STRONG: usize = 3;
const WEAK: usize = 1;
const IN_TITLE: usize = 4;
/// How often a word counts.
const TIMES: usize = 3;

/// A theme in one language, as the data file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    id: String,
    tag: String,
    strong: Vec<String>,
    weak: Vec<String>,
}

/// The themes of one language, with an automaton that finds all their words at once.
struct Table {
    lang: &'static str,
    themes: Vec<Theme>,
    /// The theme and the weight of each of the automaton's patterns.
    cues: Vec<(usize, usize)>,
    automaton: AhoCorasick,
}

/// The themes of all languages.
pub(crate) struct Themes(Vec<Table>);

/// What the binary knows, or what is wrong with its files.
pub(crate) fn embedded() -> Result<&'static Themes, &'static str> {
    static THEMES: LazyLock<Result<Themes, String>> = LazyLock::new(|| {
        let tables = FILES.iter().map(|(lang, text)| Table::read(lang, text));
        Ok(Themes(tables.collect::<Result<_, String>>()?))
    });
    THEMES.as_ref().map_err(String::as_str)
}

/// What speaks for a theme.
#[derive(Default)]
struct Evidence {
    /// For each word, by its place in the list: how often it stands in the text and in the title.
    words: BTreeMap<usize, (usize, usize)>,
}

/// The tags that the article's words speak for, in the site's language, those with most evidence first;
/// few, and none where there is little.
pub(crate) fn propose(prose: &Prose<'_>, themes: &Themes, site_lang: &str) -> Vec<String> {
    let (Some(table), Some(site)) = (themes.table(prose.lang), themes.table(site_lang)) else {
        return Vec::new();
    };
    let mut found: BTreeMap<usize, Evidence> = BTreeMap::new();
    for (text, is_title) in prose.all() {
        for cue in table.cues_in(&fold(text)) {
            let evidence = found.entry(table.cues[cue].0).or_default();
            let (in_text, in_title) = evidence.words.entry(cue).or_default();
            *(if is_title { in_title } else { in_text }) += 1;
        }
    }
    let enough = found
        .iter()
        .filter(|(_, evidence)| evidence.is_enough(table));
    let mut ranked: Vec<(usize, usize)> = enough.map(|(i, e)| (e.weight(table), *i)).collect();
    ranked.sort_by_key(|(weight, place)| (Reverse(*weight), *place));
    let best = ranked.first().map_or(0, |(weight, _)| *weight);
    let strong = ranked.iter().filter(|(weight, _)| weight * 5 >= best * 2);
    strong
        .take(MOST)
        .filter_map(|(_, place)| site.tag(&table.themes[*place].id))
        .collect()
}

impl Themes {
    /// The themes of a language; of the first one where it has none.
    fn table(&self, lang: &str) -> Option<&Table> {
        let own = self.0.iter().find(|table| lang.starts_with(table.lang));
        own.or(self.0.first())
    }
}

impl Table {
    fn read(lang: &'static str, text: &str) -> Result<Self, String> {
        let wrong = |e: &dyn std::fmt::Display| format!("data/{lang}/themes.yaml: {e}");
        let themes: Vec<Theme> = serde_yaml::from_str(text).map_err(|e| wrong(&e))?;
        let (mut cues, mut patterns) = (Vec::new(), Vec::new());
        for (place, theme) in themes.iter().enumerate() {
            for (weight, list) in [(STRONG, &theme.strong), (WEAK, &theme.weak)] {
                patterns.extend(list.iter().map(|cue| fold(cue)));
                cues.extend(list.iter().map(|_| (place, weight)));
            }
        }
        Ok(Self {
            lang,
            themes,
            cues,
            automaton: AhoCorasick::new(patterns).map_err(|e| wrong(&e))?,
        })
    }

    /// The words that stand in a folded text, the longest at each place.
    fn cues_in(&self, folded: &str) -> Vec<usize> {
        let matches = self.automaton.find_overlapping_iter(folded);
        let mut found: Vec<_> = matches
            .filter(|m| is_word(folded, m.start(), m.end()))
            .collect();
        found.sort_by_key(|m| (m.start(), Reverse(m.end())));
        let mut last = 0..0;
        found.retain(|m| {
            let stands = m.start() >= last.end || m.range() == last;
            if stands {
                last = m.range();
            }
            stands
        });
        found.into_iter().map(|m| m.pattern().as_usize()).collect()
    }

    fn tag(&self, id: &str) -> Option<String> {
        let theme = self.themes.iter().find(|theme| theme.id == id)?;
        Some(theme.tag.clone())
    }
}

impl Evidence {
    fn weight(&self, table: &Table) -> usize {
        let weigh = |(cue, (in_text, in_title)): (&usize, &(usize, usize))| {
            table.cues[*cue].1 * ((*in_text).min(TIMES) + (*in_title).min(1) * IN_TITLE)
        };
        self.words.iter().map(weigh).sum()
    }

    /// Several words (fewer where the title has one), one of which means nothing else.
    fn is_enough(&self, table: &Table) -> bool {
        let is_strong = |cue: &usize| table.cues[*cue].1 == STRONG;
        let in_title = self
            .words
            .values()
            .filter(|(_, in_title)| *in_title > 0)
            .count();
        self.words.keys().any(is_strong)
            && self.words.len() + in_title.min(1) >= DIFFERENT
            && self.weight(table) >= EVIDENCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_every_theme() {
        let ids = |text| -> Vec<String> {
            let themes: Vec<Theme> = serde_yaml::from_str(text).unwrap();
            themes.into_iter().map(|theme| theme.id).collect()
        };
        let all = ids(FILES[0].1);
        for (lang, text) in FILES {
            assert_eq!(ids(text), all, "{lang}");
        }
    }
}
