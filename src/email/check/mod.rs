//! Whether mail programs show a mail as it is meant.
//!
//! Enter by [`check`]: `walk.rs` goes through the tags once; `support.rs` knows what mail programs lack,
//! `contrast.rs` which colours can be read, `links.rs` which links and pictures are refused; `place.rs`
//! finds where in the templates it stands.

mod contrast;
mod finding;
mod links;
mod place;
mod support;
mod walk;

use std::collections::BTreeSet;

use super::newsletter::Newsletter;
use crate::model::{Edition, Email, Extent};

pub use finding::Finding;
pub use support::{NOT_TESTED, date_of_data};

/// Bytes of HTML from which Gmail cuts a mail and hides the rest behind a link.
const CUT: usize = 102_400;

/// Bytes of HTML from which an editor should know.
const HEAVY: usize = 90 * 1024;

/// How many of the heaviest stories are named.
const NAMED: usize = 3;

/// All that is wrong with a mail, refusals first, each once.
pub fn check(email: &Email, edition: &Edition, newsletter: Newsletter<'_>) -> Vec<Finding> {
    let places = place::Places::new(edition, newsletter.templates);
    let own = links::Own::of(edition, newsletter);
    let mut found: BTreeSet<(bool, Finding)> = BTreeSet::new();
    let mut tell = |finding: Finding| {
        found.insert((!finding.is_refusal, finding));
    };
    walk::each(&email.html, |tag| {
        support::check(&tag, &places, &mut tell);
        contrast::check(&tag, &places, &mut tell);
        links::check(&tag, &own, &places, &mut tell);
    });
    weight(email).into_iter().for_each(&mut tell);
    missing_text(email, edition, newsletter)
        .into_iter()
        .for_each(&mut tell);
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Whether Gmail would cut the mail, or nearly so; the heaviest stories are named.
fn weight(email: &Email) -> Option<Finding> {
    let bytes = email.html.len();
    if bytes < HEAVY {
        return None;
    }
    let mut stories: Vec<_> = email.stories.iter().collect();
    stories.sort_by_key(|story| std::cmp::Reverse(story.bytes));
    let heaviest: Vec<String> = stories
        .iter()
        .take(NAMED)
        .map(|story| format!("« {} » ({} KB)", story.title, story.bytes / 1024))
        .collect();
    let message = format!(
        "the HTML weighs {bytes} bytes, and Gmail cuts it from {CUT} on; the heaviest: {}; `email.stories: summary` sends summaries with links",
        heaviest.join(", ")
    );
    Some(Finding {
        is_refusal: bytes >= CUT,
        place: String::new(),
        message,
    })
}

/// Stories of which the mail would show a title only.
fn missing_text(email: &Email, edition: &Edition, newsletter: Newsletter<'_>) -> Vec<Finding> {
    let is_full = newsletter.config.email.stories == Extent::Full;
    let articles = edition.stories.iter().map(|story| &story.article);
    let is_bare = |body: Option<&str>| !is_full || body.is_none_or(|body| body.trim().is_empty());
    let bare = articles.filter(|a| a.summary.is_none() && is_bare(a.published_body()));
    let told = bare.map(|article| Finding {
        is_refusal: false,
        place: article.path.display().to_string(),
        message: "the mail shows its title only; give it a summary".to_owned(),
    });
    let no_text = email.text.trim().is_empty().then(|| Finding {
        is_refusal: true,
        place: String::new(),
        message: "the mail has no text part".to_owned(),
    });
    told.chain(no_text).collect()
}
