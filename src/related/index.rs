//! What articles have in common, weighed by how rare it is, and who has it.

use std::sync::Arc;

use rayon::prelude::*;

use super::language::hash;
use crate::locale::fold;
use crate::model::Article;

/// How much more than a word of the text an entity and a tag count.
const ENTITY: u32 = 12;
const TAG: u32 = 6;
/// Of how many articles a term that stands in more of them than this says nothing: one in so many.
const COMMON: usize = 3;

/// All articles by what they have in common.
pub(super) struct Index<'a> {
    pub(super) articles: &'a [Arc<Article>],
    /// When each appeared, in days; falling.
    pub(super) days: Vec<i32>,
    /// What each has that others have too, in the order of terms.
    pub(super) own: Vec<Vec<Own>>,
    /// The length of each as a vector.
    pub(super) norms: Vec<f64>,
    /// Who has each term, newest first.
    pub(super) having: Vec<Vec<Having>>,
}

/// Something that an article has in common with others.
#[derive(Clone, Copy)]
pub(super) struct Own {
    pub(super) term: u32,
    pub(super) weight: u64,
    pub(super) kind: Kind,
    /// Which of the article's entities, tags or words it is.
    pub(super) slot: u16,
}

/// An article that has a term.
#[derive(Clone, Copy)]
pub(super) struct Having {
    pub(super) place: u32,
    pub(super) weight: u64,
}

/// In the order in which they are told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Entity,
    Tag,
    Word,
}

/// A term where it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Posting {
    key: u64,
    place: u32,
    kind: Kind,
    slot: u16,
    times: u32,
}

impl<'a> Index<'a> {
    pub(super) fn new(articles: &'a [Arc<Article>]) -> Self {
        let placed = articles.par_iter().enumerate();
        let mut postings: Vec<Posting> = placed
            .flat_map_iter(|(place, article)| postings(place, article))
            .collect();
        postings.par_sort_unstable();
        postings.dedup_by_key(|posting| (posting.key, posting.place));
        let day = |article: &Arc<Article>| {
            let first = article.date.first_day();
            first.duration_since(jiff::civil::Date::ZERO).as_hours() / 24
        };
        let mut index = Self {
            articles,
            days: articles
                .iter()
                .map(|a| i32::try_from(day(a)).unwrap_or_default())
                .collect(),
            own: vec![Vec::new(); articles.len()],
            norms: Vec::new(),
            having: Vec::new(),
        };
        for group in postings.chunk_by(|a, b| a.key == b.key) {
            index.add(group);
        }
        let length = |own: &Vec<Own>| {
            let squares = own.iter().map(|own| own.weight * own.weight);
            (squares.sum::<u64>() as f64).sqrt()
        };
        index.norms = index.own.iter().map(length).collect();
        index
    }

    /// Adds a term that some articles have, unless that tells none of them apart.
    fn add(&mut self, group: &[Posting]) {
        let (all, having) = (self.articles.len(), group.len());
        if having < 2 || having > all.div_ceil(COMMON).max(2) {
            return;
        }
        let term = u32::try_from(self.having.len()).unwrap_or(u32::MAX);
        let rarity = rarity(all, having);
        let weigh = |posting: &Posting| u64::from(posting.times * rarity);
        for posting in group {
            self.own[posting.place as usize].push(Own {
                term,
                weight: weigh(posting),
                kind: posting.kind,
                slot: posting.slot,
            });
        }
        let having = group.iter().map(|posting| Having {
            place: posting.place,
            weight: weigh(posting),
        });
        self.having.push(having.collect());
    }
}

/// How rare it is that `having` of `all` articles have something, in sixteenths of a bit.
fn rarity(all: usize, having: usize) -> u32 {
    let share = (all + 1) as f64 / having as f64;
    (share.log2() * 16.0).round() as u32
}

fn postings(place: usize, article: &Article) -> impl Iterator<Item = Posting> {
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    let posting = move |kind, times| {
        move |(slot, key): (usize, u64)| Posting {
            key,
            place,
            kind,
            slot: u16::try_from(slot).unwrap_or(u16::MAX),
            times,
        }
    };
    let entities = article.entities.iter().map(|e| name_key("e", &e.name));
    let tags = article.tags.iter().map(|tag| name_key("t", tag));
    let words = article.words.iter().enumerate();
    let words = words
        .map(move |(slot, word)| posting(Kind::Word, u32::from(word.weight))((slot, word.key)));
    let entities = entities.enumerate().map(posting(Kind::Entity, ENTITY));
    let tags = tags.enumerate().map(posting(Kind::Tag, TAG));
    entities.chain(tags).chain(words)
}

/// A name's key; a tag is another thing than an entity of the same name.
fn name_key(kind: &str, name: &str) -> u64 {
    hash(kind.bytes().chain(fold(name).bytes()))
}
