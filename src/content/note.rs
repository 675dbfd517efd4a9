//! One edition note: the week from the file's name, introduction and conclusion from its body.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::front_matter::{self, EditionHead, Parts, Status};
use crate::markdown::{self, Section};
use crate::model::{Conclusion, EditionNote, Unfinished, Week};

use super::article;
use super::files::File;
use super::loaded::{Loaded, Reader};
use super::pictures;

/// Reads an edition note; one that is held back may have a name that is no week yet.
pub(super) fn read(
    file: File,
    reader: &Reader<'_>,
) -> Result<Loaded<EditionNote>, Vec<Diagnostic>> {
    let parts = front_matter::read::<EditionHead>(&file.source())?;
    let draft = unfinished(&file, &parts.head);
    let stem = file
        .path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let week = stem.parse::<Week>();
    let mut wrong = Vec::new();
    if let (Err(error), false) = (&week, draft.is_some()) {
        let help = "name an edition's note after its week, `2026-W05.md`, or hold it back with `status: draft`";
        wrong.push(Diagnostic::of_file(
            &file.path,
            format!("the file's name is not a week: {error}"),
            help,
        ));
    }
    wrong.extend(article::note_errors(
        file.source(),
        parts.head_range.clone(),
        &parts.head,
    ));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let names = parts.head.stories.clone();
    let head = parts.head_range.clone();
    let pictures = pictures::mentions(&file, parts.body_start, parts.head.cover.as_ref());
    let item = week
        .ok()
        .map(|week| Arc::new(whole(&file, parts, week, reader)));
    Ok(Loaded {
        file,
        head,
        item,
        draft,
        names,
        pictures,
    })
}

fn unfinished(file: &File, head: &EditionHead) -> Option<Unfinished> {
    let all = Unfinished {
        path: file.path.clone(),
        is_article: false,
        title: head.title.clone(),
        date: None,
        is_draft: head.status == Some(Status::Draft),
        todo: head.todo.clone(),
        imported: head.imported.clone(),
    };
    all.if_any()
}

fn whole(file: &File, parts: Parts<EditionHead>, week: Week, reader: &Reader<'_>) -> EditionNote {
    let head = parts.head;
    let body = &file.text[parts.body_start..];
    let section = markdown::cut_section(body, |heading| reader.sections.is_conclusion(heading));
    let introduction = section
        .as_ref()
        .map_or(body, |section| &section.rest)
        .trim()
        .to_owned();
    let conclusion = section.and_then(|section| conclusion(section, reader));
    EditionNote {
        path: file.path.clone(),
        week,
        title: head.title,
        number: head.number,
        summary: head.summary,
        cover: head.cover,
        stories: head.stories,
        extent: head.extent,
        introduction,
        conclusion,
        pictures: Vec::new(),
    }
}

/// A conclusion; one without a word is none yet.
fn conclusion(section: Section, reader: &Reader<'_>) -> Option<Conclusion> {
    let is_takeaways = |heading: &str| reader.sections.is_takeaways(heading);
    let found = markdown::extract_list(&section.body, is_takeaways);
    let takeaways = reader.lexicon.claim_all(&found.items);
    let is_empty = found.rest.is_empty() && takeaways.is_empty();
    (!is_empty).then_some(Conclusion {
        title: section.title,
        body: found.rest,
        takeaways,
    })
}
