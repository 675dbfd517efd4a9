//! What an edition owes its readers beyond being well made.

use std::collections::{BTreeMap, BTreeSet};

use super::Checked;
use super::page::Page;
use super::texts::{Finding, Texts};
use crate::diag::Diagnostic;
use crate::locale::SectionNames;
use crate::model::{Article, Library, Unfinished};
use crate::pictures::Plan;

/// An error for each image in an author's text without words for who does not see it.
pub(super) fn images(
    pages: &BTreeMap<&str, Page>,
    checked: &Checked<'_>,
    texts: &Texts<'_>,
) -> Vec<Diagnostic> {
    let base = checked.config.base_path();
    let beside = checked.library.pictures();
    let beside = beside.map(|p| (format!("{base}{}", Plan::of(&p.file).fallback.path), &p.src));
    let typed: BTreeMap<String, &String> = beside.collect();
    let mute: BTreeSet<&String> = pages.values().flat_map(|page| &page.mute_images).collect();
    let finding = Finding {
        message: "this image says nothing to who does not see it",
        help: "write what it shows between the brackets: ![what it shows](address)",
    };
    mute.iter()
        .map(|src| typed.get(*src).unwrap_or(src))
        .flat_map(|src| texts.at_address(src, finding))
        .collect()
}

/// A warning for each article of an edition that tells decision-makers nothing, or names no source, and
/// for each takeaway that no audience claims.
pub(super) fn articles(library: &Library, texts: &Texts<'_>) -> Vec<Diagnostic> {
    let stories = library.editions.iter().flat_map(|edition| &edition.stories);
    stories
        .flat_map(|story| article(&story.article, texts))
        .collect()
}

fn article(article: &Article, texts: &Texts<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if article.takeaways.is_empty() {
        found.push(Finding {
            message: "this story tells decision-makers nothing",
            help: "add a section `## Pour les décideurs` with a bullet for each audience",
        });
    }
    if article.source.is_none() && article.sources.is_empty() {
        found.push(Finding {
            message: "this story names no source",
            help: "add `source: { name: \"…\", url: \"https://…\" }`, or `sources:` for what it relies on",
        });
    }
    let whole = found
        .into_iter()
        .map(|f| Diagnostic::of_file(&article.path, f.message, f.help));
    let unclaimed = article
        .takeaways
        .iter()
        .filter(|takeaway| takeaway.audience.is_none());
    let finding = Finding {
        message: "no audience claims this takeaway: it is shown to everyone",
        help: "begin it with an audience's name in bold, or give the audience a cue in hebdo.yaml",
    };
    let unclaimed = unclaimed.map(|takeaway| {
        let first_line = takeaway.text.lines().next().unwrap_or_default();
        texts.at_words(&article.path, first_line, finding)
    });
    whole
        .chain(unclaimed)
        .map(Diagnostic::into_warning)
        .collect()
}

/// A warning for each place that a template left open for its author: `[à compléter : …]`.
pub(super) fn placeholders(texts: &Texts<'_>) -> Vec<Diagnostic> {
    let names = SectionNames::all();
    let finding = Finding {
        message: "this is still to be filled in",
        help: "write what is asked for in place of the brackets",
    };
    let found = texts.in_brackets(|words| names.is_placeholder(words), finding);
    found.into_iter().map(Diagnostic::into_warning).collect()
}

/// A warning for each thing left to do.
pub(super) fn unfinished(unfinished: &[Unfinished], texts: &Texts<'_>) -> Vec<Diagnostic> {
    let of_one = |one: &Unfinished| {
        let todo = one.todo.iter().map(|todo| {
            let message = format!("left to do before this is published: {todo}");
            let help = "settle it, then take its line out of `todo:`";
            let finding = Finding {
                message: &message,
                help,
            };
            texts.at_words(&one.path, todo, finding)
        });
        todo.collect::<Vec<_>>()
    };
    unfinished
        .iter()
        .flat_map(of_one)
        .map(Diagnostic::into_warning)
        .collect()
}
