//! Articles grouped: by week into editions, by tag, entity and source into taxonomies.
//!
//! Enter by [`by_week`].

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::locale::fold;
use crate::model::{
    Article, Closes, Config, Edition, EditionNote, Library, Story, Taxonomy, Term, Week, slugify,
};

/// All articles and edition notes as a library: editions newest first, each with its stories in the
/// order that its note fixes, the others after them by `order`, date and title. A week with neither
/// stories nor a word of the editor's is no edition.
pub fn by_week(
    articles: Vec<impl Into<Arc<Article>>>,
    notes: Vec<EditionNote>,
    config: &Config,
) -> Library {
    let articles = newest_first(articles.into_iter().map(Into::into).collect());
    let (in_week, loose): (Vec<_>, Vec<_>) =
        articles.iter().cloned().partition(|a| a.week.is_some());
    let editions = || editions(in_week, notes, config.edition.closes);
    let themes = || taxonomy(&articles, |article| article.tags.iter());
    let entities = || {
        taxonomy(&articles, |article| {
            article.entities.iter().map(|e| &e.name)
        })
    };
    let sources = || taxonomy(&articles, |article| article.source.iter().map(|s| &s.name));
    let ((editions, themes), (entities, sources)) = rayon::join(
        || rayon::join(editions, themes),
        || rayon::join(entities, sources),
    );
    Library {
        editions,
        loose,
        themes,
        entities,
        sources,
        articles,
        leaflets: Vec::new(),
    }
}

/// Newest first; of one day in the author's order, then by title as a French dictionary has it:
/// « Énergie » stands before « Finance ».
fn newest_first(articles: Vec<Arc<Article>>) -> Vec<Arc<Article>> {
    let dated = articles.into_par_iter();
    let mut dated: Vec<_> = dated.map(|a| ((Reverse(a.date), order(&a)), a)).collect();
    dated.par_sort_unstable_by_key(|(day, _)| *day);
    let days = dated.par_chunk_by_mut(|(a, _), (b, _)| a == b);
    days.filter(|of_day| of_day.len() > 1).for_each(|of_day| {
        of_day.sort_by_cached_key(|(_, a)| (fold(&a.title), a.slug.clone()));
    });
    dated.into_iter().map(|(_, article)| article).collect()
}

fn order(article: &Article) -> u32 {
    article.order.unwrap_or(u32::MAX)
}

fn editions(articles: Vec<Arc<Article>>, notes: Vec<EditionNote>, closes: Closes) -> Vec<Edition> {
    let mut weeks: BTreeMap<Week, (Option<EditionNote>, Vec<Arc<Article>>)> = BTreeMap::new();
    for note in notes {
        let week = note.week;
        weeks.entry(week).or_default().0 = Some(note);
    }
    for article in articles {
        if let Some(week) = article.week {
            weeks.entry(week).or_default().1.push(article);
        }
    }
    let edition = |(week, (note, articles)): (Week, (Option<EditionNote>, Vec<_>))| Edition {
        week,
        period: week.period(closes),
        stories: stories(articles, note.as_ref()),
        note,
    };
    let is_begun = |edition: &Edition| {
        let note = edition.note.as_ref();
        !edition.stories.is_empty() || note.is_some_and(|note| !note.is_empty())
    };
    weeks
        .into_iter()
        .rev()
        .map(edition)
        .filter(is_begun)
        .collect()
}

/// The stories of a week whose articles are given newest first: those of one day stay as they stand.
fn stories(mut articles: Vec<Arc<Article>>, note: Option<&EditionNote>) -> Vec<Story> {
    let fixed: &[String] = note.map_or(&[], |note| &note.stories);
    let place = |article: &Article| {
        fixed
            .iter()
            .position(|slug| *slug == article.slug)
            .unwrap_or(usize::MAX)
    };
    articles.sort_by_key(|article| (place(article), order(article), article.date));
    let number = |(i, article)| Story {
        number: i + 1,
        article,
    };
    articles.into_iter().enumerate().map(number).collect()
}

/// Terms that have one slug are one term, named as most of its articles spell it.
fn taxonomy<'a, N: Iterator<Item = &'a String>>(
    articles: &'a [Arc<Article>],
    names: impl Fn(&'a Article) -> N,
) -> Taxonomy {
    let mut gathered = Gathered::default();
    for article in articles {
        for name in names(article) {
            gathered.add(name, article);
        }
    }
    let mut terms: Vec<Term> = gathered.terms.into_iter().map(Gathering::named).collect();
    terms.sort_by(|a, b| a.slug.cmp(&b.slug));
    Taxonomy { terms }
}

/// Terms while their articles are gathered.
#[derive(Default)]
struct Gathered<'a> {
    terms: Vec<Gathering<'a>>,
    by_slug: FxHashMap<String, usize>,
    /// A name stands in many articles; its slug is made once. The place of its term, and that of the name
    /// among its spellings.
    by_name: FxHashMap<&'a str, (usize, usize)>,
}

/// A term while its articles are gathered.
#[derive(Default)]
struct Gathering<'a> {
    slug: String,
    /// How often each stands in articles.
    spellings: Vec<(&'a str, usize)>,
    articles: Vec<Arc<Article>>,
}

impl<'a> Gathered<'a> {
    fn add(&mut self, name: &'a str, article: &Arc<Article>) {
        let known = self.by_name.get(name).copied();
        let (place, spelling) = known.unwrap_or_else(|| self.spell(name));
        let term = &mut self.terms[place];
        term.spellings[spelling].1 += 1;
        let last = term.articles.last();
        if !last.is_some_and(|last| Arc::ptr_eq(last, article)) {
            term.articles.push(Arc::clone(article));
        }
    }

    /// The places of a name that is seen for the first time: its term's, and its own there.
    fn spell(&mut self, name: &'a str) -> (usize, usize) {
        let slug = slugify(name);
        let place = *self.by_slug.entry(slug.clone()).or_insert(self.terms.len());
        if place == self.terms.len() {
            self.terms.push(Gathering {
                slug,
                ..Gathering::default()
            });
        }
        let spellings = &mut self.terms[place].spellings;
        spellings.push((name, 0));
        let places = (place, spellings.len() - 1);
        self.by_name.insert(name, places);
        places
    }
}

impl Gathering<'_> {
    fn named(self) -> Term {
        let usual = self
            .spellings
            .into_iter()
            .max_by_key(|(name, count)| (*count, Reverse(*name)));
        Term {
            name: usual.map_or_else(|| self.slug.clone(), |(name, _)| name.to_owned()),
            slug: self.slug,
            articles: self.articles,
        }
    }
}
