//! What is wrong with the corrections of an article.

use std::ops::Range;

use crate::diag::{Diagnostic, Source};
use crate::front_matter::ArticleHead;
use crate::model::{Correction, PartialDate};
use crate::yaml;

/// A mistake for each correction that says nothing, or that is dated before the article.
pub(super) fn mistakes(
    head: &ArticleHead,
    source: &Source<'_>,
    range: &Range<usize>,
) -> Vec<Diagnostic> {
    let published = head.date.map(PartialDate::first_day);
    let problem = |correction: &Correction| {
        let on = correction.on.to_string();
        let (message, help) = if correction.text.trim().is_empty() {
            let help = "write what was wrong and what is right, or take the correction out";
            (format!("the correction of {on} is empty"), help)
        } else if published.is_some_and(|day| correction.on < day) {
            let help = "write the day on which it was put right";
            (format!("{on} is before the article's own date"), help)
        } else {
            return None;
        };
        let place = ("corrections", Some(on.as_str()));
        Some(yaml::error_at(source, range.clone(), place, message, help))
    };
    head.corrections.iter().filter_map(problem).collect()
}
