//! What two articles have in common.

use super::index::{Kind, Own};
use crate::locale::fold;
use crate::model::Article;

/// How many names are told, and how many of them of one kind.
const MOST: usize = 4;
const OF_A_KIND: usize = 3;
/// What must speak for it that two articles are of one subject, and what each kind counts for that.
const EVIDENCE: usize = 4;
const ENTITY: usize = 2;
const TAG: usize = 2;
const WORD: usize = 1;

/// Something that two articles have, as the first one has it.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    own: Own,
    /// What it adds to the product of both.
    pub(super) sum: u64,
}

/// What stands in both of two lists in the order of terms.
pub(super) fn common(a: &[Own], b: &[Own]) -> Vec<Shared> {
    let mut others = b.iter().peekable();
    let shared = a.iter().filter_map(|own| {
        while others.next_if(|other| other.term < own.term).is_some() {}
        let other = others.next_if(|other| other.term == own.term)?;
        let sum = own.weight * other.weight;
        Some(Shared { own: *own, sum })
    });
    shared.collect()
}

/// The names of what is shared, as an article spells them, what weighs most first in each kind; none where
/// it is too little to make one subject.
pub(super) fn names(article: &Article, mut shared: Vec<Shared>) -> Option<Vec<String>> {
    shared.sort_by_key(|shared| {
        (
            shared.own.kind,
            std::cmp::Reverse(shared.sum),
            shared.own.slot,
        )
    });
    let mut told: Vec<(Kind, &str)> = Vec::new();
    let mut evidence = 0;
    for Shared { own, .. } in shared {
        let Some(name) = name(article, own) else {
            continue;
        };
        // « OpenAI » as a word adds nothing to OpenAI as an entity.
        let is_told = own.kind == Kind::Word && {
            let word = fold(name);
            told.iter().any(|(_, told)| fold(told).contains(&word))
        };
        if !is_told {
            evidence += match own.kind {
                Kind::Entity => ENTITY,
                Kind::Tag => TAG,
                Kind::Word => WORD,
            };
            told.push((own.kind, name));
        }
    }
    (evidence >= EVIDENCE).then(|| short(&told))
}

/// A few of each kind.
fn short(told: &[(Kind, &str)]) -> Vec<String> {
    let of = |kind| {
        told.iter()
            .filter(move |(of, _)| *of == kind)
            .take(OF_A_KIND)
    };
    let names = of(Kind::Entity).chain(of(Kind::Tag)).chain(of(Kind::Word));
    names
        .take(MOST)
        .map(|(_, name)| (*name).to_owned())
        .collect()
}

fn name(article: &Article, own: Own) -> Option<&str> {
    let slot = usize::from(own.slot);
    match own.kind {
        Kind::Entity => article
            .entities
            .get(slot)
            .map(|entity| entity.name.as_str()),
        Kind::Tag => article.tags.get(slot).map(String::as_str),
        Kind::Word => article.words.iter().nth(slot).map(|word| word.form),
    }
}
