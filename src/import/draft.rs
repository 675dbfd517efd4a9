//! What comes in and what goes out: a raw text with what is known of it, drafts with a report.

use crate::front_matter::{self, ArticleHead, EditionHead};
use crate::model::{ImportSettings, PartialDate, Rights, Week, slugify};

use super::lexicon::{self, Lexicon, List};
use super::report::Report;
use super::words;

/// A raw text as it was found.
#[derive(Debug, Clone, Copy)]
pub struct Raw<'a> {
    /// The file's name, without folders; `-` for standard input; of what was fetched, its address.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// What the editor knows of a text; it wins over what the text says.
#[derive(Debug, Clone)]
pub struct Options {
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Its title; of a digest, the edition's.
    pub title: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// How much of it may be published.
    pub rights: Option<Rights>,
    /// Whether a digest becomes a draft a story.
    pub split: bool,
    /// The site's language.
    pub lang: String,
    /// What the site's settings lay down.
    pub settings: ImportSettings,
    /// Whether the report tells what was decided of each block.
    pub explain: bool,
    /// Whether images that lie beside a page, as a browser saves them, keep their place in it; else they
    /// are left out, as nobody else can see them.
    pub keeps_files: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            date: None,
            title: None,
            source: None,
            rights: None,
            split: true,
            lang: "fr".to_owned(),
            settings: ImportSettings::default(),
            explain: false,
            keeps_files: false,
        }
    }
}

/// What a raw text became.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The article, or a digest's stories in their order.
    pub drafts: Vec<Draft>,
    /// What a digest says around its stories.
    pub note: Option<NoteDraft>,
    /// What was found, what is missing, what became of each line.
    pub report: Report,
}

/// An article for an editor to look over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The front matter.
    pub head: ArticleHead,
    /// The text, in Markdown.
    pub body: String,
}

impl Draft {
    /// `2026-01-28-slug.md`, with as much of the date as is known.
    pub fn file_name(&self) -> String {
        match self.head.date {
            Some(date) => format!("{date}-{}.md", self.slug()),
            None => format!("{}.md", self.slug()),
        }
    }

    /// Where it belongs below `content/`: `articles/2026/2026-01-28-slug.md`.
    pub fn path(&self) -> String {
        match self.head.date {
            Some(date) => format!("articles/{:04}/{}", date.year(), self.file_name()),
            None => format!("articles/undated/{}", self.file_name()),
        }
    }

    /// The whole file: front matter and text.
    pub fn to_markdown(&self) -> Result<String, serde_yaml::Error> {
        file(&front_matter::write(&self.head)?, &self.body)
    }

    /// The part of its file's name that says what it is.
    pub(crate) fn slug(&self) -> String {
        let own = self.head.slug.clone();
        own.unwrap_or_else(|| slug(self.head.title.as_deref(), &self.body))
    }
}

/// What a digest says around its stories, for the edition's own file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteDraft {
    /// The front matter.
    pub head: EditionHead,
    /// The edition's week, where the text or the editor says it.
    pub week: Option<Week>,
    /// Introduction and conclusion, in Markdown.
    pub body: String,
}

impl NoteDraft {
    /// `2025-W40.md`, or `undated-slug.md`.
    pub fn file_name(&self) -> String {
        match self.week {
            Some(week) => format!("{week}.md"),
            None => format!(
                "undated-{}.md",
                slug(self.head.title.as_deref(), &self.body)
            ),
        }
    }

    /// Where it belongs below `content/`: `editions/2025-W40.md`.
    pub fn path(&self) -> String {
        format!("editions/{}", self.file_name())
    }

    /// The whole file: front matter and text.
    pub fn to_markdown(&self) -> Result<String, serde_yaml::Error> {
        file(&front_matter::write(&self.head)?, &self.body)
    }
}

fn file(head: &str, body: &str) -> Result<String, serde_yaml::Error> {
    let between = if body.is_empty() { "" } else { "\n" };
    Ok(format!("{head}{between}{body}"))
}

/// The title as a file name has it, or else the first words of the text.
fn slug(title: Option<&str>, body: &str) -> String {
    let first_line = body.lines().next().unwrap_or_default();
    let slug = slugify(title.unwrap_or(&words::first_words(first_line, 12)));
    match short(&slug) {
        "" => "article".to_owned(),
        short => short.to_owned(),
    }
}

/// At most some sixty characters, cut at the end of a word that says something.
fn short(slug: &str) -> &str {
    const LENGTH: usize = 60;
    if slug.len() <= LENGTH {
        return slug;
    }
    let cut = &slug[..slug[..=LENGTH].rfind('-').unwrap_or(LENGTH)];
    lexicon::embedded().map_or(cut, |lexicon| without_function_words(cut, lexicon))
}

/// A slug without the words at its end that only lead to others (`…-face-a`); one word stays.
fn without_function_words<'s>(slug: &'s str, lexicon: &Lexicon) -> &'s str {
    let mut rest = slug;
    while let Some((before, last)) = rest.rsplit_once('-')
        && lexicon[List::FunctionWords].has(last)
    {
        rest = before;
    }
    rest
}

/// The first 16 digits of the bytes' BLAKE3.
pub(crate) fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
