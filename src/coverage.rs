//! An edition on its way: its stories with their state, whom each one tells something, and what keeps
//! them from being published.
//!
//! Enter by [`Coverage::of`].

use std::path::Path;

use jiff::civil::Date;

use crate::model::{Article, Config, Edition, EditionNote, Library, Story, Unfinished, Week};

/// One week, as an editor looks at it before Friday.
#[derive(Debug)]
pub struct Coverage<'a> {
    /// The edition's week.
    pub week: Week,
    /// First and last day that it covers.
    pub period: (Date, Date),
    /// The edition's own file.
    pub note: Option<&'a EditionNote>,
    /// Names of the audiences, in the order of each row's counts.
    pub audiences: Vec<&'a str>,
    /// The stories in their order, drafts among them.
    pub rows: Vec<Row<'a>>,
    /// What of this week is not finished: stories in their order, then the edition's own file.
    pub open: Vec<&'a Unfinished>,
    /// Drafts that stand in no week, since title or date is missing.
    pub incomplete: Vec<&'a Unfinished>,
}

/// A story with its state.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its place in the edition, from 1.
    pub number: usize,
    /// The article.
    pub article: &'a Article,
    /// Whether readers will see it.
    pub state: State,
    /// How many takeaways it has for each audience.
    pub counts: Vec<usize>,
    /// How many takeaways it has that no audience claims.
    pub for_everyone: usize,
}

/// Whether readers will see a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its date has come and nothing is left to do.
    Ready,
    /// Published from this day on.
    From(Date),
    /// Its head says `draft: true`.
    Draft,
    /// Its head has so many things left to do.
    Todo(usize),
}

impl<'a> Coverage<'a> {
    /// Looks at one week of a library that holds drafts and what is dated after `today` too, with what of
    /// it is unfinished.
    pub fn of(
        week: Week,
        library: &'a Library,
        unfinished: &'a [Unfinished],
        config: &'a Config,
        today: Date,
    ) -> Self {
        let edition = library.editions.iter().find(|e| e.week == week);
        let note = edition.and_then(|edition| edition.note.as_ref());
        let desk = Desk { unfinished, today };
        let stories = edition.map_or(&[][..], |edition| &edition.stories);
        let paths = stories.iter().map(|story| story.article.path.as_path());
        let paths = paths.chain(note.map(|note| note.path.as_path()));
        Self {
            week,
            period: week.period(config.edition.closes),
            note,
            audiences: config.audiences.iter().map(|a| a.label.as_str()).collect(),
            rows: edition.map_or_else(Vec::new, |edition| desk.rows(edition, config)),
            open: paths.filter_map(|path| desk.at(path)).collect(),
            incomplete: desk.incomplete().collect(),
        }
    }

    /// Whether the edition has stories and all of them can be published.
    pub fn is_ready(&self) -> bool {
        !self.rows.is_empty() && self.open.is_empty()
    }
}

struct Desk<'a> {
    unfinished: &'a [Unfinished],
    today: Date,
}

impl<'a> Desk<'a> {
    fn at(&self, path: &Path) -> Option<&'a Unfinished> {
        self.unfinished.iter().find(|one| one.path == path)
    }

    /// Articles, not notes, that lack what only a draft may lack.
    fn incomplete(&self) -> impl Iterator<Item = &'a Unfinished> + use<'a> {
        let articles = self.unfinished.iter().filter(|one| one.is_article);
        articles.filter(|one| one.title.is_none() || one.date.is_none())
    }

    fn rows(&self, edition: &'a Edition, config: &Config) -> Vec<Row<'a>> {
        let row = |story: &'a Story| {
            let article = story.article.as_ref();
            let count = |id| {
                article
                    .takeaways
                    .iter()
                    .filter(|t| t.audience == id)
                    .count()
            };
            let audiences = config.audiences.iter();
            Row {
                number: story.number,
                article,
                state: self.state(article),
                counts: audiences.map(|a| count(Some(a.id.clone()))).collect(),
                for_everyone: count(None),
            }
        };
        edition.stories.iter().map(row).collect()
    }

    fn state(&self, article: &Article) -> State {
        match self.at(&article.path) {
            Some(one) if !one.todo.is_empty() => State::Todo(one.todo.len()),
            Some(_) => State::Draft,
            None if article.date.first_day() > self.today => State::From(article.date.first_day()),
            None => State::Ready,
        }
    }
}
