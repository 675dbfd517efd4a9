//! What depends on the reader's language: the strings table, dates in words, names of sections.
//!
//! Enter by [`Locale::of`]; numbers and the words of charts, [`Figures`], go by a text's own language:
//! [`figures`].

mod figures;

pub use figures::Figures;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;
use serde_yaml::Value;
use unicode_normalization::char::decompose_canonical;

use crate::model::{PartialDate, Week};

/// The languages that a site can have, with their tables.
const TABLES: &[(&str, &str)] = &[
    ("fr", include_str!("../data/strings/fr.yaml")),
    ("en", include_str!("../data/strings/en.yaml")),
];

/// The strings tables, by the place at which a site may have its own.
pub fn tables() -> impl Iterator<Item = (String, &'static str)> {
    let tables = TABLES.iter();
    tables.map(|(lang, text)| (format!("data/strings/{lang}.yaml"), *text))
}

/// The strings table of a language, as it stands in its file.
pub fn table(lang: &str) -> Result<Value, NoTable> {
    let none = || NoTable(lang.to_owned());
    let (_, table) = TABLES
        .iter()
        .find(|(known, _)| *known == lang)
        .ok_or_else(none)?;
    serde_yaml::from_str(table).map_err(|_| none())
}

/// The words of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locale {
    #[serde(skip)]
    lang: String,
    /// Whether authors' texts get the typography of their language.
    #[serde(skip)]
    sets_texts: bool,
    /// Whether long words of authors' texts may break on pages.
    #[serde(skip)]
    breaks_words: bool,
    territory: String,
    headings: Headings,
    dates: Dates,
    figures: Figures,
    texts: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    takeaways: String,
    /// What stands first between brackets where something is still to be written.
    placeholder: String,
    conclusion: String,
    /// Other names under which authors close an edition.
    conclusion_also: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    months: [String; 12],
    first: String,
    day: String,
    month: String,
    week: String,
    week_of_year: String,
    period_in_month: String,
    period_in_year: String,
    period: String,
}

/// A language without a strings table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no strings table for the language « {0} »; hebdo has fr and en")]
pub struct NoTable(pub String);

impl Locale {
    /// The words of a language: `fr` or `en`.
    pub fn of(lang: &str) -> Result<Self, NoTable> {
        let known = KNOWN.iter().find(|locale| locale.lang == lang);
        known.cloned().ok_or_else(|| NoTable(lang.to_owned()))
    }

    /// The words of a language from a table that has all of them.
    pub fn of_table(lang: &str, table: Value) -> Result<Self, NoTable> {
        let read = serde_yaml::from_value(table);
        let locale: Self = read.map_err(|_| NoTable(lang.to_owned()))?;
        Ok(Self {
            lang: lang.to_owned(),
            sets_texts: true,
            ..locale
        })
    }

    /// The language's tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The same words for a site whose authors' texts stay as typed, where `typography` is false.
    pub fn with_typography(self, typography: bool) -> Self {
        Self {
            sets_texts: typography,
            ..self
        }
    }

    /// The same words for a site on whose pages long words may break, where `hyphenation` is true.
    pub fn with_hyphenation(self, hyphenation: bool) -> Self {
        Self {
            breaks_words: hyphenation,
            ..self
        }
    }

    /// Whether long words of authors' texts may break on pages.
    pub fn breaks_words(&self) -> bool {
        self.breaks_words
    }

    /// The language by whose rules an author's text in `lang` is set; the empty one, which has none, where
    /// texts stay as typed.
    pub fn rules<'a>(&self, lang: &'a str) -> &'a str {
        if self.sets_texts { lang } else { "" }
    }

    /// The language by whose rules an author's text in the site's language is set.
    pub fn own_rules(&self) -> &str {
        self.rules(&self.lang)
    }

    /// A language with its territory, as Open Graph has it: `fr_FR`; of a tag that names no territory, the
    /// one that this language's table has; none for other languages.
    pub fn territory(&self, lang: &str) -> Option<String> {
        match lang.split_once('-') {
            Some((main, territory)) if territory.len() == 2 => {
                Some(format!("{main}_{}", territory.to_uppercase()))
            }
            _ if lang == self.lang => Some(self.territory.clone()),
            _ => None,
        }
    }

    /// The texts for templates, by name.
    pub fn texts(&self) -> &BTreeMap<String, String> {
        &self.texts
    }

    /// The heading of the section for decision-makers.
    pub fn takeaways_heading(&self) -> &str {
        &self.headings.takeaways
    }

    /// The heading of the section that closes an edition.
    pub fn conclusion_heading(&self) -> &str {
        &self.headings.conclusion
    }

    /// A date in words, as precise as it is known: « 28 janvier 2026 », « semaine 5 de 2026 »,
    /// « janvier 2026 », « 2026 ».
    pub fn date(&self, date: PartialDate) -> String {
        let dates = &self.dates;
        match date {
            PartialDate::Day(day) => self.fill(&dates.day, "", day),
            PartialDate::Week(week) => self.number(&dates.week_of_year, week),
            PartialDate::Month(day) => self.fill(&dates.month, "", day),
            PartialDate::Year(day) => day.year().to_string(),
        }
    }

    /// A count in figures: « 1 234 ».
    pub fn count(&self, n: usize) -> String {
        self.figures.number(n as f64)
    }

    /// A week in words: « semaine 5 ».
    pub fn week(&self, week: Week) -> String {
        self.number(&self.dates.week, week)
    }

    /// The days from `first` to `last`: « du 26 janvier au 1er février 2026 ».
    pub fn period(&self, (first, last): (Date, Date)) -> String {
        let pattern = if first.year() != last.year() {
            &self.dates.period
        } else if first.month() != last.month() {
            &self.dates.period_in_year
        } else {
            &self.dates.period_in_month
        };
        self.fill(&self.fill(pattern, "from_", first), "to_", last)
    }

    fn number(&self, pattern: &str, week: Week) -> String {
        pattern
            .replace("{number}", &week.number().to_string())
            .replace("{year}", &week.year().to_string())
    }

    fn fill(&self, pattern: &str, prefix: &str, date: Date) -> String {
        let day = match date.day() {
            1 => self.dates.first.clone(),
            day => day.to_string(),
        };
        let month = &self.dates.months[usize::from(date.month().unsigned_abs()) - 1];
        pattern
            .replace(&format!("{{{prefix}day}}"), &day)
            .replace(&format!("{{{prefix}month}}"), month)
            .replace(&format!("{{{prefix}year}}"), &date.year().to_string())
    }
}

/// The words of all languages, read once.
static KNOWN: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let tables = TABLES.iter();
    let read = tables.filter_map(|(lang, _)| Locale::of_table(lang, table(lang).ok()?).ok());
    read.collect()
});

/// How numbers are written in a text of `lang`, a BCP 47 tag; in English where hebdo does not know it.
pub fn figures(lang: &str) -> &'static Figures {
    static NONE: LazyLock<Figures> = LazyLock::new(Figures::default);
    let main = lang.split('-').next().unwrap_or_default().to_lowercase();
    let find = |wanted: &str| KNOWN.iter().find(|locale| locale.lang == wanted);
    let locale = find(&main).or_else(|| find("en"));
    locale.map_or(&NONE, |locale| &locale.figures)
}

/// Bytes of the longest line that can be the name of a section, signs and emoji around it included;
/// whole paragraphs are asked about, and need not be folded.
pub const LONGEST_NAME: usize = 100;

/// The headings of sections that are data, in all languages that hebdo knows: a French site may hold
/// an English article.
#[derive(Debug, Clone)]
pub struct SectionNames {
    takeaways: Vec<String>,
    placeholders: Vec<String>,
    conclusion: Vec<String>,
}

impl SectionNames {
    /// The names of every strings table.
    pub fn all() -> Self {
        let headings = KNOWN.iter().map(|locale| &locale.headings);
        let placeholders = headings.clone().map(|names| fold(&names.placeholder));
        let takeaways = headings.clone().map(|names| fold(&names.takeaways));
        let conclusion =
            headings.flat_map(|names| names.conclusion_also.iter().chain([&names.conclusion]));
        Self {
            takeaways: takeaways.collect(),
            placeholders: placeholders.collect(),
            conclusion: conclusion.map(|name| fold(name)).collect(),
        }
    }

    /// Whether a heading (or a line such as `👉 Pour les décideurs :`) opens the takeaways.
    pub fn is_takeaways(&self, heading: &str) -> bool {
        heading.len() <= LONGEST_NAME && self.takeaways.contains(&fold(heading))
    }

    /// Whether what stands between brackets is still to be written: `à compléter : le nom de l'éditeur`.
    pub fn is_placeholder(&self, words: &str) -> bool {
        let name = words.split(':').next().unwrap_or_default();
        name.len() <= LONGEST_NAME && self.placeholders.contains(&fold(name))
    }

    /// Whether a heading opens the conclusion: `Conclusion`, or `Conclusion : …`.
    pub fn is_conclusion(&self, heading: &str) -> bool {
        let name = heading.split([':', '—', '–']).next().unwrap_or_default();
        self.conclusion.contains(&fold(name))
    }
}

/// A text for comparing: letters and digits in lower case without accents, words set apart by one
/// space; signs and emoji at its edges do not count.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            fold_into(&mut folded, c);
        } else {
            decompose_canonical(c, |c| fold_into(&mut folded, c));
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn fold_into(folded: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        folded.push(c.to_ascii_lowercase());
    } else if c.is_alphanumeric() {
        folded.extend(c.to_lowercase());
    } else if !('\u{300}'..='\u{36f}').contains(&c) && !folded.is_empty() && !folded.ends_with(' ')
    {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, SectionNames, TABLES, fold};
    use crate::model::{Closes, Week};

    fn french() -> Locale {
        Locale::of("fr").expect("fr")
    }

    #[test]
    fn every_table_can_be_read() {
        for (lang, _) in TABLES {
            let locale = Locale::of(lang).expect(lang);
            assert!(
                locale.texts().keys().eq(french().texts().keys()),
                "{lang} has other texts than fr"
            );
        }
    }

    #[test]
    fn dates_in_french() {
        let date = |text: &str| french().date(text.parse().expect(text));
        assert_eq!(date("2026-02-01"), "1er février 2026");
        assert_eq!(date("2026-W05"), "semaine\u{a0}5 de 2026");
        assert_eq!(date("2025-08"), "août 2025");
        assert_eq!(date("2025"), "2025");
    }

    #[test]
    fn periods_in_french() {
        let period = |week: &str| {
            let week: Week = week.parse().expect(week);
            french().period(week.period(Closes::default()))
        };
        assert_eq!(period("2026-W05"), "du 26 janvier au 1er février 2026");
        assert_eq!(period("2026-W04"), "du 19 au 25 janvier 2026");
        assert_eq!(period("2026-W53"), "du 28 décembre 2026 au 3 janvier 2027");
    }

    #[test]
    fn section_names() {
        let names = SectionNames::all();
        assert!(names.is_takeaways("👉 Pour les décideurs\u{a0}:"));
        assert!(names.is_takeaways("POUR LES DECIDEURS"));
        assert!(!names.is_takeaways("Pour les décideurs publics"));
        assert!(names.is_conclusion("Conclusion : l'IA"));
        assert!(names.is_conclusion("En conclusion"));
        assert!(!names.is_conclusion("Conclusions hâtives"));
        assert_eq!(fold("  L’Œuvre, déjà "), "l œuvre deja");
    }
}
