//! For one article, those that have most in common with it.

use std::cmp::Ordering;

use super::common::{common, names};
use super::index::{Index, Own};
use super::{Kin, Related};

/// How many days around an article are of its time; before them is what came before.
const AROUND: i32 = 42;
/// How many days what came before goes back.
const BEFORE: i32 = 2 * 365;
/// How many articles are named at most, of each kind.
const MOST: usize = 3;
/// The cosine below which two articles are of two subjects.
const LEAST: f64 = 0.1;

/// How many of an article's terms, the weightiest, others are looked for by.
const TERMS: usize = 24;
/// How many of those that have a term are looked at, on each side and from before, the nearest in time.
const NEAREST: usize = 48;
/// How many of those found are compared term by term.
const COMPARED: usize = 24;

/// A search that is used again and again: what it needs is made once.
pub(super) struct Search<'a> {
    index: &'a Index<'a>,
    /// What each article has in common with the one that is looked at, as far as found.
    sums: Vec<u64>,
    /// Those that have something.
    touched: Vec<usize>,
}

/// Days from the article, backward: a stretch of time in which is looked.
#[derive(Clone, Copy)]
struct Stretch {
    from: i32,
    to: i32,
}

impl<'a> Search<'a> {
    pub(super) fn new(index: &'a Index<'a>) -> Self {
        Self {
            index,
            sums: vec![0; index.articles.len()],
            touched: Vec::new(),
        }
    }

    /// What is related to the article at a place.
    pub(super) fn of(&mut self, place: usize) -> Related {
        let mut terms = self.index.own[place].clone();
        terms.sort_unstable_by_key(|own| (std::cmp::Reverse(own.weight), own.term));
        terms.truncate(TERMS);
        let after = Stretch {
            from: -AROUND,
            to: 0,
        };
        let until = Stretch {
            from: 0,
            to: AROUND,
        };
        let before = Stretch {
            from: AROUND + 1,
            to: BEFORE,
        };
        self.gather(place, &terms, after);
        self.gather(place, &terms, until);
        let same = self.best(place);
        self.gather(place, &terms, before);
        let before = self.best(place);
        Related { same, before }
    }

    /// Sums up what articles of a stretch of time have in common with one.
    fn gather(&mut self, place: usize, terms: &[Own], stretch: Stretch) {
        let index = self.index;
        let age = |day: &i32| index.days[place] - *day;
        let first = index.days.partition_point(|day| age(day) < stretch.from);
        let last = index.days.partition_point(|day| age(day) <= stretch.to);
        for own in terms {
            let having = &index.having[own.term as usize];
            let start = having.partition_point(|one| (one.place as usize) < first);
            let end = having.partition_point(|one| (one.place as usize) < last);
            let at = having.partition_point(|one| (one.place as usize) < place);
            let nearest = if stretch.from < 0 {
                let at = at.min(end).max(start);
                &having[at.saturating_sub(NEAREST).max(start)..at]
            } else {
                let start = start.max(at).min(end);
                &having[start..end.min(start + NEAREST)]
            };
            for one in nearest.iter().filter(|one| one.place as usize != place) {
                let sum = &mut self.sums[one.place as usize];
                if *sum == 0 {
                    self.touched.push(one.place as usize);
                }
                *sum += own.weight * one.weight;
            }
        }
    }

    /// The best of what was gathered; nothing is left of it.
    fn best(&mut self, place: usize) -> Vec<Kin> {
        let found = self.touched.drain(..);
        let sums = &mut self.sums;
        let mut found: Vec<(usize, u64)> = found
            .map(|other| (other, std::mem::take(&mut sums[other])))
            .collect();
        let by_sum = |(a, sum_a): &(usize, u64), (b, sum_b): &(usize, u64)| {
            let cosines = self
                .cosine(place, *b, *sum_b)
                .total_cmp(&self.cosine(place, *a, *sum_a));
            cosines.then(a.cmp(b))
        };
        nearest_first(&mut found, COMPARED, by_sum);
        let compared = found.into_iter().map(|(other, _)| {
            let shared = common(&self.index.own[place], &self.index.own[other]);
            let sum = shared.iter().map(|shared| shared.sum).sum();
            (self.cosine(place, other, sum), other, shared)
        });
        let mut compared: Vec<_> = compared.filter(|(cosine, ..)| *cosine >= LEAST).collect();
        compared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let kin = compared.into_iter().filter_map(|(_, other, shared)| {
            let common = names(&self.index.articles[place], shared)?;
            Some(Kin {
                place: other,
                common,
            })
        });
        kin.take(MOST).collect()
    }

    fn cosine(&self, a: usize, b: usize, sum: u64) -> f64 {
        sum as f64 / (self.index.norms[a] * self.index.norms[b])
    }
}

/// The first `most` of a list in an order, in that order.
fn nearest_first<T>(list: &mut Vec<T>, most: usize, order: impl Fn(&T, &T) -> Ordering + Copy) {
    if list.len() > most {
        list.select_nth_unstable_by(most, order);
        list.truncate(most);
    }
    list.sort_unstable_by(order);
}
