//! One article: its head checked, its takeaways read out of its body.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::diag::{Diagnostic, Source};
use crate::front_matter::{self, ArticleHead, EditionHead, Parts, WeekChoice};
use crate::markdown;
use crate::model::{
    Article, Image, PartialDate, Rights, SourceLink, Unfinished, Week, Words, is_address, slugify,
};
use crate::related::Published;
use crate::yaml;

use super::charts;
use super::corrections;
use super::files::File;
use super::loaded::{Loaded, Reader};
use super::pictures;

/// Reads an article; one that is a draft may lack its title and date, and is then no article yet.
pub(super) fn read(
    mut file: File,
    reader: &Reader<'_>,
) -> Result<Loaded<Article>, Vec<Diagnostic>> {
    let parts = front_matter::read::<ArticleHead>(&file.source())?;
    let checks = Checks {
        source: file.source(),
        range: parts.head_range.clone(),
    };
    let draft = unfinished(&file, &parts.head);
    let mut wrong = checks.head(&parts.head);
    if draft.is_none() {
        wrong.extend(checks.required(&parts.head));
    }
    let slug = parts
        .head
        .slug
        .clone()
        .unwrap_or_else(|| slug_of_file(&file.path));
    if slug.is_empty() {
        wrong.push(checks.error(
            "slug",
            "the file's name gives no address",
            "add `slug: …` in letters a–z, digits and hyphens",
        ));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let head = parts.head_range.clone();
    let body_start = parts.body_start;
    let pictures = pictures::mentions(&file, body_start, parts.head.image.as_ref());
    let item = whole(&file, parts, slug, reader).map(Arc::new);
    file.keep_head(body_start);
    Ok(Loaded {
        file,
        head,
        item,
        draft,
        names: Vec::new(),
        pictures,
    })
}

fn unfinished(file: &File, head: &ArticleHead) -> Option<Unfinished> {
    let all = Unfinished {
        path: file.path.clone(),
        is_article: true,
        title: head.title.clone(),
        date: head.date,
        is_draft: head.draft,
        todo: head.todo.clone(),
        imported: head.imported.clone(),
    };
    all.if_any()
}

fn whole(
    file: &File,
    parts: Parts<ArticleHead>,
    slug: String,
    reader: &Reader<'_>,
) -> Option<Article> {
    let head = parts.head;
    let date = head.date?;
    let body = &file.text[parts.body_start..];
    let lang = head
        .lang
        .clone()
        .unwrap_or_else(|| reader.config.lang.clone());
    let section = markdown::extract_list(body, |heading| reader.sections.is_takeaways(heading));
    let words = words(&head, &section.rest, &lang, reader);
    Some(Article {
        path: file.path.clone(),
        digest: file.digest(),
        slug,
        title: head.title?,
        words,
        week: week(head.week, date, reader),
        date,
        summary: head.summary,
        authors: head.authors,
        source: head.source,
        sources: head.sources,
        rights: head.rights,
        imported: head.imported,
        ai: head.ai,
        charts: charts::of(&section.rest, &lang),
        lang,
        translation_of: head.translation_of,
        tags: head.tags,
        entities: reader.names().filed_all(head.entities),
        key_points: head.key_points,
        image: head.image,
        order: head.order,
        aliases: head.aliases,
        reviewed: head.reviewed,
        corrections: head.corrections,
        body: section.rest.into(),
        takeaways: reader.lexicon.claim_all(&section.items),
        pictures: Vec::new(),
    })
}

/// The words of what may be published of an article.
fn words(head: &ArticleHead, body: &str, lang: &str, reader: &Reader<'_>) -> Words {
    if !reader.config.related {
        return Words::default();
    }
    let is_quote = head.rights == Some(Rights::Quote);
    let published = Published {
        lang,
        title: head.title.as_deref().unwrap_or_default(),
        summary: head.summary.as_deref(),
        key_points: if is_quote { &[] } else { &head.key_points },
        body: if is_quote { "" } else { body },
    };
    published.words()
}

fn week(choice: Option<WeekChoice>, date: PartialDate, reader: &Reader<'_>) -> Option<Week> {
    match choice {
        Some(WeekChoice::In(week)) => Some(week),
        Some(WeekChoice::None) => None,
        None => date.week(reader.config.edition.closes),
    }
}

/// `2026-01-28-the-slug.md` without its date.
pub fn slug_of_file(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let dated = [10, 8, 7, 4].into_iter().find(|length| {
        stem.get(..*length)
            .is_some_and(|date| date.parse::<PartialDate>().is_ok())
            && stem[*length..].starts_with('-')
    });
    slugify(&stem[dated.unwrap_or(0)..])
}

/// What a head must hold to, beyond the kinds of its values.
pub(super) struct Checks<'a> {
    pub(super) source: Source<'a>,
    pub(super) range: Range<usize>,
}

impl Checks<'_> {
    fn required(&self, head: &ArticleHead) -> Vec<Diagnostic> {
        let missing = |key: &str, example: &str| {
            self.error(
                key,
                format!("`{key}` is missing"),
                format!("add a line `{key}: {example}`, or `draft: true` while it is not known"),
            )
        };
        let title = head.title.is_none().then(|| missing("title", "\"…\""));
        let date = head.date.is_none().then(|| missing("date", "2026-01-28"));
        title.into_iter().chain(date).collect()
    }

    fn head(&self, head: &ArticleHead) -> Vec<Diagnostic> {
        let mut wrong = Vec::new();
        wrong.extend(self.title(head.title.as_deref()));
        wrong.extend(self.blank("summary", head.summary.as_deref()));
        wrong.extend(head.lang.as_deref().and_then(|lang| self.lang(lang)));
        wrong.extend(
            head.sources
                .iter()
                .filter_map(|source| self.source_link(source)),
        );
        wrong.extend(head.slug.as_deref().and_then(|slug| self.slug(slug)));
        wrong.extend(head.aliases.iter().filter_map(|alias| self.alias(alias)));
        wrong.extend(head.tags.iter().filter_map(|tag| self.name("tags", tag)));
        wrong.extend(
            head.entities
                .iter()
                .filter_map(|entity| self.name("entities", &entity.name)),
        );
        wrong.extend(
            head.source
                .as_ref()
                .and_then(|source| self.name("source", &source.name)),
        );
        wrong.extend(
            head.image
                .as_ref()
                .and_then(|image| self.image("image", image)),
        );
        wrong.extend(corrections::mistakes(head, &self.source, &self.range));
        wrong
    }

    pub(super) fn title(&self, title: Option<&str>) -> Option<Diagnostic> {
        let is_line = title.is_none_or(|title| !title.trim().is_empty() && !title.contains('\n'));
        let help = "write it on one line, between double quotes";
        (!is_line).then(|| self.error("title", "the title is not one line of text", help))
    }

    pub(super) fn blank(&self, key: &str, text: Option<&str>) -> Option<Diagnostic> {
        let is_blank = text.is_some_and(|text| text.trim().is_empty());
        let message = format!("`{key}` is empty");
        is_blank.then(|| self.error(key, message, "write it, or take the line out"))
    }

    /// A BCP 47 tag is letters and digits in groups of at most eight, the language first.
    fn lang(&self, lang: &str) -> Option<Diagnostic> {
        let mut groups = lang.split('-');
        let is_language = |group: &str| {
            (2..=3).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_alphabetic())
        };
        let is_group = |group: &str| {
            (1..=8).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        let is_tag = groups.next().is_some_and(is_language) && groups.all(is_group);
        let message = format!("« {lang} » is not the tag of a language");
        (!is_tag).then(|| self.error_in("lang", lang, message, "write fr, en, de, pt-BR…"))
    }

    fn source_link(&self, source: &SourceLink) -> Option<Diagnostic> {
        let is_empty = source.title.is_none() && source.url.is_none();
        let help = "write `{ title: \"…\", url: \"https://…\" }`; one of the two is enough";
        is_empty.then(|| self.error("sources", "a source has neither title nor address", help))
    }

    pub(super) fn slug(&self, slug: &str) -> Option<Diagnostic> {
        let wanted = slugify(slug);
        let help = match wanted.as_str() {
            "" => "write it in letters a–z, digits and hyphens".to_owned(),
            wanted => format!("write letters a–z, digits and single hyphens: {wanted}"),
        };
        let message = format!("« {slug} » cannot stand in an address");
        (wanted.is_empty() || wanted != slug).then(|| self.error_in("slug", slug, message, help))
    }

    fn alias(&self, alias: &str) -> Option<Diagnostic> {
        let message = format!("« {alias} » is not an address of this site");
        let help = "write it from its first slash: /old/address/";
        (!is_address(alias)).then(|| self.error_in("aliases", alias, message, help))
    }

    fn name(&self, key: &str, name: &str) -> Option<Diagnostic> {
        let message = format!("« {name} » has no letter for an address");
        let help = "write a name with letters or digits";
        slugify(name)
            .is_empty()
            .then(|| self.error_in(key, name, message, help))
    }

    fn image(&self, key: &str, image: &Image) -> Option<Diagnostic> {
        if image.alt.trim().is_empty() {
            let message = "the image says nothing to who does not see it";
            return Some(self.error(key, message, "add `alt: \"what it shows\"`"));
        }
        let starts = ["https://", "http://"];
        let is_on_web = starts.iter().any(|start| image.src.starts_with(start));
        let is_known = is_on_web || pictures::is_file(&image.src);
        let message = format!("« {} » is not the address of an image", image.src);
        let help =
            "write the name of a file beside the text, photo.jpg, or an address from https://";
        (!is_known).then(|| self.error_in(key, &image.src, message, help))
    }

    pub(super) fn error(
        &self,
        key: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        yaml::error_at(&self.source, self.range.clone(), (key, None), message, help)
    }

    fn error_in(
        &self,
        key: &str,
        value: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        yaml::error_at(
            &self.source,
            self.range.clone(),
            (key, Some(value)),
            message,
            help,
        )
    }
}

/// The checks of what an edition's note shares with an article: its title and a picture.
pub(super) fn note_errors(
    source: Source<'_>,
    range: Range<usize>,
    head: &EditionHead,
) -> Vec<Diagnostic> {
    let checks = Checks { source, range };
    let cover = head
        .cover
        .as_ref()
        .and_then(|cover| checks.image("cover", cover));
    let title = checks.blank("title", head.title.as_deref());
    let summary = checks.blank("summary", head.summary.as_deref());
    title.into_iter().chain(summary).chain(cover).collect()
}
