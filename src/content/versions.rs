//! Translations: each names an article of another language, which is none itself.

use std::collections::{HashMap, HashSet};

use crate::diag::Diagnostic;
use crate::model::{Article, original};
use crate::yaml;

use super::loaded::Loaded;

/// All that is wrong with what `translation_of:` names.
pub(super) fn check<'a>(articles: &[&'a Loaded<Article>]) -> Vec<Diagnostic> {
    let all = || {
        articles
            .iter()
            .copied()
            .filter_map(|loaded| loaded.item.as_ref())
    };
    if all().all(|article| article.translation_of.is_none()) {
        return Vec::new();
    }
    let mut by_slug: HashMap<&str, Vec<&'a Article>> = HashMap::new();
    for article in all() {
        by_slug.entry(&article.slug).or_default().push(article);
    }
    let mut taken = HashSet::new();
    let problem = |loaded: &'a Loaded<Article>| {
        let article = loaded.item.as_ref()?;
        let slug = article.translation_of.as_deref()?;
        let named = by_slug.get(slug).into_iter().flatten().copied();
        let (message, help) = match original(article, named) {
            None => unknown(slug, &by_slug),
            Some(original) => unfit(article, original, &mut taken)?,
        };
        Some(loaded.error("translation_of", Some(slug), message, help))
    };
    articles.iter().copied().filter_map(problem).collect()
}

fn unknown(slug: &str, known: &HashMap<&str, Vec<&Article>>) -> (String, String) {
    let mut slugs: Vec<&str> = known
        .keys()
        .copied()
        .filter(|known| *known != slug)
        .collect();
    slugs.sort_unstable();
    let help = match yaml::nearest(slug, &slugs) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a slug is the article's file name without its date and `.md`".to_owned(),
    };
    (format!("no other article has the slug « {slug} »"), help)
}

/// Why an article is no translation of another one, and what to do.
fn unfit<'a>(
    article: &'a Article,
    original: &'a Article,
    taken: &mut HashSet<(&'a std::path::Path, &'a str)>,
) -> Option<(String, String)> {
    let (slug, lang) = (&original.slug, &article.lang);
    if let Some(first) = &original.translation_of {
        let message = format!("« {slug} » is a translation itself");
        return Some((message, format!("name what it was made from: {first}")));
    }
    if *lang == original.lang {
        let message = format!("« {slug} » is written in `{lang}` as well");
        let help = "a translation has another language: add `lang: …`";
        return Some((message, help.to_owned()));
    }
    if !taken.insert((&original.path, lang)) {
        let message = format!("« {slug} » has a translation into `{lang}` already");
        return Some((message, "keep one of the two".to_owned()));
    }
    None
}
