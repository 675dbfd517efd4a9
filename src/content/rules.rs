//! What files must hold to together: one article an address, stories that exist.

use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostic;
use crate::model::{Article, EditionNote, Week};
use crate::yaml;

use super::loaded::Loaded;

/// All that is wrong between the files, drafts included: an address is taken from the start.
pub(super) fn check(
    articles: &[Loaded<Article>],
    notes: &[Loaded<EditionNote>],
) -> Vec<Diagnostic> {
    let mut wrong = duplicates(articles);
    let by_slug: HashMap<&str, Vec<Option<Week>>> = articles
        .iter()
        .filter_map(|a| a.item.as_ref())
        .fold(HashMap::new(), |mut map, article| {
            map.entry(article.slug.as_str())
                .or_default()
                .push(article.week);
            map
        });
    for note in notes {
        wrong.extend(stories(note, &by_slug));
    }
    wrong
}

fn duplicates(articles: &[Loaded<Article>]) -> Vec<Diagnostic> {
    let mut taken: HashMap<(i16, &str), &Loaded<Article>> = HashMap::new();
    let mut wrong = Vec::new();
    for loaded in articles {
        let Some(article) = &loaded.item else {
            continue;
        };
        let address = (article.date.year(), article.slug.as_str());
        let Some(first) = taken.insert(address, loaded) else {
            continue;
        };
        let message = format!(
            "the address {}/{} is taken already by {}",
            address.0,
            address.1,
            first.file.path.display()
        );
        let source = loaded.file.source();
        let head = 0..source.text.find("\n---").unwrap_or(0);
        let at = yaml::key_range(&source, head, "slug").unwrap_or(0..3);
        wrong.push(source.error(at, message, "give one of the two another `slug: …`"));
    }
    wrong
}

fn stories(
    note: &Loaded<EditionNote>,
    by_slug: &HashMap<&str, Vec<Option<Week>>>,
) -> Vec<Diagnostic> {
    let Some(week) = note.item.as_ref().map(|item| item.week) else {
        return Vec::new();
    };
    let mut seen = HashSet::new();
    let problem = |slug: &String| match by_slug.get(slug.as_str()) {
        None => Some((
            format!("no article has the slug « {slug} »"),
            nearest(slug, by_slug),
        )),
        Some(weeks) if !weeks.contains(&Some(week)) => Some((
            format!("« {slug} » is not a story of {week}"),
            format!("add `week: {week}` to that article, or take it off this list"),
        )),
        Some(_) if !seen.insert(slug.clone()) => Some((
            format!("« {slug} » stands twice in this list"),
            "keep it once".to_owned(),
        )),
        Some(_) => None,
    };
    let problems: Vec<_> = note.names.iter().filter_map(problem).collect();
    let source = note.file.source();
    let head = 0..source.text.find("\n---").unwrap_or(0);
    let at = yaml::key_range(&source, head, "stories").unwrap_or(0..3);
    problems
        .into_iter()
        .map(|(message, help)| source.error(at.clone(), message, help))
        .collect()
}

fn nearest(slug: &str, by_slug: &HashMap<&str, Vec<Option<Week>>>) -> String {
    let mut known: Vec<&str> = by_slug.keys().copied().collect();
    known.sort_unstable();
    match yaml::nearest(slug, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a slug is the article's file name without its date and `.md`".to_owned(),
    }
}
