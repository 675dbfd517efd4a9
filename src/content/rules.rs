//! What files must hold to together: one article an address, stories that exist.

use rustc_hash::FxHashMap;

use crate::diag::Diagnostic;
use crate::model::{Article, EditionNote, Week};
use crate::yaml;

use super::loaded::Loaded;
use super::versions;

/// The weeks of the articles that have a slug; slugs are unique within a year only.
type Weeks<'a> = FxHashMap<&'a str, Vec<Option<Week>>>;

/// All that is wrong between the files, drafts included: an address is taken from the start.
pub(super) fn check(
    articles: &[&Loaded<Article>],
    notes: &[&Loaded<EditionNote>],
) -> Vec<Diagnostic> {
    let mut wrong = duplicates(articles);
    let mut weeks = Weeks::default();
    let are_named = notes.iter().any(|note| !note.names.is_empty());
    let slugs = articles.iter().filter(|_| are_named);
    for article in slugs.filter_map(|loaded| loaded.item.as_ref()) {
        weeks.entry(&article.slug).or_default().push(article.week);
    }
    wrong.extend(versions::check(articles));
    wrong.extend(second_notes(notes));
    wrong.extend(notes.iter().flat_map(|note| stories(note, &weeks)));
    wrong
}

fn duplicates(articles: &[&Loaded<Article>]) -> Vec<Diagnostic> {
    let mut taken: FxHashMap<(i16, &str), &Loaded<Article>> = FxHashMap::default();
    taken.reserve(articles.len());
    let mut wrong = Vec::new();
    for loaded in articles {
        let Some(article) = &loaded.item else {
            continue;
        };
        let (year, slug) = (article.date.year(), article.slug.as_str());
        if let Some(first) = taken.insert((year, slug), loaded) {
            let first = first.file.path.display();
            let message = format!("the address {year}/{slug} is taken already by {first}");
            wrong.push(loaded.error(
                "slug",
                None,
                message,
                "give one of the two another `slug: …`",
            ));
        }
    }
    wrong
}

fn second_notes(notes: &[&Loaded<EditionNote>]) -> Vec<Diagnostic> {
    let mut taken: FxHashMap<Week, &Loaded<EditionNote>> = FxHashMap::default();
    let mut wrong = Vec::new();
    for loaded in notes {
        let Some(week) = loaded.item.as_ref().map(|note| note.week) else {
            continue;
        };
        if let Some(first) = taken.insert(week, loaded) {
            let message = format!("{week} has a note already: {}", first.file.path.display());
            wrong.push(Diagnostic::of_file(
                &loaded.file.path,
                message,
                "bring the two together in one file",
            ));
        }
    }
    wrong
}

fn stories(note: &Loaded<EditionNote>, weeks: &Weeks<'_>) -> Vec<Diagnostic> {
    let Some(week) = note.item.as_ref().map(|item| item.week) else {
        return Vec::new();
    };
    let problem = |(i, slug): (usize, &String)| {
        let (message, help) = if note.names[..i].contains(slug) {
            (
                format!("« {slug} » stands twice in this list"),
                "keep it once".to_owned(),
            )
        } else {
            missing(slug, week, weeks)?
        };
        Some(note.error("stories", Some(slug), message, help))
    };
    note.names.iter().enumerate().filter_map(problem).collect()
}

/// Why a slug is no story of a week, and what to do; none where it is one.
fn missing(slug: &str, week: Week, weeks: &Weeks<'_>) -> Option<(String, String)> {
    match weeks.get(slug) {
        None => Some((
            format!("no article has the slug « {slug} »"),
            nearest(slug, weeks),
        )),
        Some(weeks) if weeks.contains(&Some(week)) => None,
        Some(_) => Some((
            format!("« {slug} » is not a story of {week}"),
            format!("add `week: {week}` to that article, or take it off this list"),
        )),
    }
}

fn nearest(slug: &str, weeks: &Weeks<'_>) -> String {
    let mut known: Vec<&str> = weeks.keys().copied().collect();
    known.sort_unstable();
    match yaml::nearest(slug, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a slug is the article's file name without its date and `.md`".to_owned(),
    }
}
