//! Facts and what the editor knows to front matter. What neither says is left out and told.

use super::enrich::{Enrich, prose};
use crate::front_matter::ArticleHead;
use crate::import::block::{Block, Field, Form, Role, Way};
use crate::import::dates::{self, Said};
use crate::import::entities::Listing;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::Lexicon;
use crate::import::links;
use crate::import::words::{self, escape};
use crate::model::{Disclosure, Image, Imported, PartialDate, Rights, Source};

/// What all heads of one raw text have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Common {
    pub(crate) title: Option<String>,
    pub(crate) date: Option<PartialDate>,
    /// Why there is no date.
    pub(crate) date_todo: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) source: Option<Source>,
    /// What a web page's head says that it is about.
    pub(crate) summary: Option<String>,
    /// The image that a web page's head names.
    pub(crate) image: Option<Image>,
    /// The part of its address that is its own; what has one is no round-up of several.
    pub(crate) slug: Option<String>,
    /// What the envelope files it under.
    pub(crate) tags: Vec<String>,
    /// What the envelope lacks.
    pub(crate) todo: Vec<String>,
    pub(crate) rights: Option<Rights>,
    pub(crate) ai: Option<Disclosure>,
    pub(crate) lang: Option<String>,
    pub(crate) imported: Imported,
}

/// The date as it was said, and the line that says it: one that is known; but when the text was
/// updated does not stand for a day of publication that the text does say.
pub(crate) fn said_date(facts: &Facts) -> Option<&Told<Said>> {
    let known = |told: &&Told<Said>| matches!(told.value, Said::Known(_));
    let unclear = |told: &&Told<Said>| matches!(told.value, Said::DayOrMonth(..));
    let published = || facts.published.iter();
    let said = || published().chain(&facts.updated);
    let first = published()
        .find(known)
        .or_else(|| published().find(unclear));
    first
        .or_else(|| said().find(known))
        .or_else(|| said().next())
}

/// Why the text has no date: what it says instead.
pub(crate) fn date_todo(facts: &Facts, blocks: &[Block], lexicon: &Lexicon) -> String {
    match said_date(facts).map(|told| &told.value) {
        Some(Said::NoYear(said)) => return format!("date: the text says « {said} », no year"),
        Some(Said::DayOrMonth(_, said)) => {
            return format!("date: the text says « {said} », day and month cannot be told apart");
        }
        Some(Said::Relative(said)) => {
            return format!("date: the text says « {said} », and not from which day on");
        }
        Some(Said::Impossible(said)) => {
            return format!("date: the text says « {said} », and there is no such day");
        }
        Some(Said::Known(_)) | None => {}
    }
    match (the_week(blocks, lexicon), &facts.time) {
        (Some((Said::NoYear(_), week)), _) => format!("date: the text says « {week} », no year"),
        (Some((_, week)), _) => {
            format!("date: none of its own; the text says « {week} »")
        }
        (None, Some(time)) => format!("date: none in the text; it gives the time {}", time.value),
        (None, None) => "date: none in the text".to_owned(),
    }
}

/// The week that the text names, if it names but one.
fn the_week(blocks: &[Block], lexicon: &Lexicon) -> Option<(Said, String)> {
    let texts = blocks
        .iter()
        .filter(|b| b.role != Role::Dropped)
        .map(|b| words::head(&b.text, 5000));
    let mut weeks = texts.flat_map(|text| dates::weeks_said(text, lexicon));
    let first = weeks.next()?;
    weeks.all(|week| week == first).then_some(first)
}

impl Common {
    /// The same for a story, of which a line of its own says who published it, and who wrote it.
    pub(crate) fn of_story(&self, blocks: &[Block], lexicon: &Lexicon) -> Self {
        let lines = blocks
            .iter()
            .filter(|b| b.role == Role::Moved(Field::Source));
        let parts = lines.flat_map(|b| &b.asides);
        let authors = parts.filter(|part| part.way == Way::Head(Field::About));
        let authors: Vec<String> = authors.map(|part| part.text.clone()).collect();
        let own = own_source(blocks, lexicon);
        Self {
            authors: if authors.is_empty() && own.is_none() {
                self.authors.clone()
            } else {
                authors
            },
            source: own.or_else(|| self.source.clone()),
            ..self.clone()
        }
    }
}

/// The head of an article that these blocks make.
pub(crate) fn article(
    common: &Common,
    title: Option<String>,
    blocks: &[Block],
    lexicon: &Lexicon,
    (enrich, listed): (&Enrich<'_>, &[&Listing]),
) -> ArticleHead {
    let mut todo = Vec::new();
    if title.is_none() {
        todo.push(title_todo(blocks));
    }
    todo.extend(common.date_todo.iter().chain(&common.todo).cloned());
    let moved = |field| move |b: &&Block| b.role == Role::Moved(field);
    let prose = prose(common, title.as_deref(), blocks);
    let stated = blocks.iter().filter(moved(Field::Tags));
    let stated = common
        .tags
        .iter()
        .cloned()
        .chain(stated.flat_map(|b| tags(&b.text)));
    let tags = enrich.tags(stated.collect(), &prose);
    let entities = enrich.entities(&prose, listed);
    let source = common
        .source
        .clone()
        .or_else(|| own_source(blocks, lexicon));
    ArticleHead {
        title,
        date: common.date,
        authors: common.authors.clone(),
        sources: blocks
            .iter()
            .filter(moved(Field::SourceLink))
            .flat_map(|b| links::sources(&b.text, lexicon))
            .collect(),
        rights: enrich.rights(common.rights, source.as_ref()),
        source,
        ai: common.ai.clone(),
        lang: common.lang.clone(),
        tags,
        entities,
        key_points: blocks
            .iter()
            .filter(moved(Field::KeyPoint))
            .map(key_point)
            .collect(),
        draft: !todo.is_empty(),
        todo,
        imported: Some(common.imported.clone()),
        ..ArticleHead::default()
    }
}

/// The publisher whom a line among the blocks names.
fn own_source(blocks: &[Block], lexicon: &Lexicon) -> Option<Source> {
    let line = blocks
        .iter()
        .find(|b| b.role == Role::Moved(Field::Source))?;
    let rest = links::after_cue(&line.text, lexicon).unwrap_or(&line.text);
    let (names, date) = links::names_and_date(rest, lexicon);
    let published = match date {
        Some(Said::Known(date)) => Some(date),
        _ => None,
    };
    Some(Source {
        name: names.first()?.trim_end_matches('.').to_owned(),
        url: None,
        published,
    })
}

fn key_point(block: &Block) -> String {
    match block.form {
        Form::Plain => escape::item(&block.text),
        _ => escape::item_start(block.text.replace("\\\n", " ")),
    }
}

fn tags(text: &str) -> Vec<String> {
    let list = text.split_once(':').map_or(text, |(_, list)| list);
    let is_hashed = list.trim_start().starts_with('#');
    let names = list
        .split(|c: char| matches!(c, ',' | ';' | '·' | '|') || is_hashed && c.is_whitespace())
        .map(|tag| tag.trim().trim_start_matches('#'));
    names
        .filter(|tag| !tag.is_empty())
        .map(|tag| tag.trim_end_matches('.').to_owned())
        .collect()
}

fn title_todo(blocks: &[Block]) -> String {
    let first = blocks.iter().find(|b| b.is_kept()).map_or("", |b| &b.text);
    format!(
        "title: none in the text; first words: {} …",
        words::first_words(first, 8)
    )
}
