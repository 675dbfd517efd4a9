//! An export of Ghost (JSON): an item a published post. Enter by [`items`].
//!
//! 1. `export`: bytes to posts, with what the export says of each in its other tables
//! 2. `post`: a post to words and facts

mod export;
mod post;

use serde_json::Value;

use super::draft::Raw;
use super::item::{Content, Item};
use super::lexicon::Lexicon;
use crate::diag::Diagnostic;
use export::Export;
use post::Post;

/// Whether the bytes begin as an export of Ghost does: an object whose first key is `db`.
pub(crate) use export::is_export;

/// Pages and posts left out that the report names.
const LISTED: usize = 12;

/// The published posts in the export's order, at least one. What is left out, pages and what is not
/// published, is told with the first.
pub(crate) fn items<'a>(raw: &Raw<'_>, lexicon: &Lexicon) -> Result<Vec<Item<'a>>, Diagnostic> {
    let export = Export::read(raw)?;
    let (posts, left): (Vec<&Value>, Vec<&Value>) =
        export.posts().partition(|post| post::is_published(post));
    if posts.is_empty() {
        let message = format!(
            "this export of Ghost has no published post; {} are left out",
            left.len()
        );
        let help = "publish what is to be imported in Ghost, and export again";
        return Err(Diagnostic::of_file(raw.name, message, help));
    }
    let mut items: Vec<Item<'a>> = (1..)
        .zip(posts)
        .map(|(number, post)| item(raw, number, &export, post, lexicon))
        .collect();
    let first = items.iter_mut().find_map(|item| match &mut item.content {
        Content::Entry(part) => Some(part),
        _ => None,
    });
    if let Some(part) = first {
        part.facts.noted.extend(told(&left));
    }
    Ok(items)
}

/// What is left out, each by its title.
fn told(left: &[&Value]) -> Vec<String> {
    let one = |post: &&Value| {
        let title = post::text(post, "title").unwrap_or("without a title");
        format!("{}, not imported: {title}", post::kind(post))
    };
    let mut lines: Vec<String> = left.iter().take(LISTED).map(one).collect();
    if left.len() > LISTED {
        lines.push(format!(
            "{} more pages and unpublished posts, not imported",
            left.len() - LISTED
        ));
    }
    lines
}

fn item<'a>(
    raw: &Raw<'_>,
    number: usize,
    export: &Export,
    post: &Value,
    lexicon: &Lexicon,
) -> Item<'a> {
    let name = format!("{}#{number}", raw.name);
    let read = Post {
        export,
        post,
        lexicon,
    };
    let Some(part) = read.part() else {
        let help = "open it in Ghost: what it shows is not text of its own";
        let why = Diagnostic::of_file(&name, "this post has no text", help);
        return Item::broken(name, number, why);
    };
    Item {
        name,
        number: Some(number),
        title: part.facts.title.as_ref().map(|title| title.value.clone()),
        date: read.date(),
        hash: read.hash(),
        content: Content::Entry(Box::new(part)),
    }
}
