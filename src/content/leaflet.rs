//! One page beside the articles: its address from the file's name, its text as it stands.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::front_matter::{self, LeafletHead, Parts};
use crate::model::{Leaflet, Unfinished};

use super::article::{Checks, slug_of_file};
use super::files::File;
use super::loaded::Loaded;
use super::pictures;

/// Reads a page; one that is a draft may lack its title.
pub(super) fn read(file: File) -> Result<Loaded<Leaflet>, Vec<Diagnostic>> {
    let parts = front_matter::read::<LeafletHead>(&file.source())?;
    let checks = Checks {
        source: file.source(),
        range: parts.head_range.clone(),
    };
    let wrong = checks.leaflet(&parts.head);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let head = parts.head_range.clone();
    let pictures = pictures::mentions(&file, parts.body_start, None);
    let draft = parts.head.draft.then(|| unfinished(&file, &parts.head));
    Ok(Loaded {
        item: whole(&file, parts).map(Arc::new),
        file,
        head,
        draft,
        names: Vec::new(),
        pictures,
    })
}

fn unfinished(file: &File, head: &LeafletHead) -> Unfinished {
    Unfinished {
        path: file.path.clone(),
        is_article: false,
        title: head.title.clone(),
        date: None,
        is_draft: true,
        todo: Vec::new(),
        imported: None,
    }
}

fn whole(file: &File, parts: Parts<LeafletHead>) -> Option<Leaflet> {
    let head = parts.head;
    Some(Leaflet {
        path: file.path.clone(),
        digest: file.digest(),
        slug: head.slug.unwrap_or_else(|| slug_of_file(&file.path)),
        title: head.title?,
        summary: head.summary,
        order: head.order,
        body: file.text[parts.body_start..].trim().to_owned(),
        pictures: Vec::new(),
    })
}

impl Checks<'_> {
    fn leaflet(&self, head: &LeafletHead) -> Vec<Diagnostic> {
        let help = "add a line `title: \"…\"`, or `draft: true` while it is not known";
        let missing = (head.title.is_none() && !head.draft)
            .then(|| self.error("title", "`title` is missing", help));
        let name = slug_of_file(self.source.path);
        let nameless = (head.slug.is_none() && name.is_empty()).then(|| {
            let help = "add `slug: …` in letters a–z, digits and hyphens";
            self.error("slug", "the file's name gives no address", help)
        });
        let slug = head.slug.as_deref().and_then(|slug| self.slug(slug));
        let summary = self.blank("summary", head.summary.as_deref());
        let title = self.title(head.title.as_deref());
        let wrong = [missing, title, summary, slug, nameless];
        wrong.into_iter().flatten().collect()
    }
}
