//! The keys of other tools' front matter, and which of ours says the same.

use serde_yaml::{Mapping, Value};

use super::entries::Entries;
use super::values::{self, text};
use crate::front_matter::ArticleHead;
use crate::import::lexicon::Lexicon;
use crate::model::{Image, Source, SourceLink};

const DATES: &[&str] = &[
    "date",
    "date_published",
    "published_at",
    "publishdate",
    "publish_date",
    "pubdate",
    "published",
    "created_at",
];
const SUMMARIES: &[&str] = &[
    "summary",
    "description",
    "excerpt",
    "custom_excerpt",
    "meta_description",
    "abstract",
];
const TAGS: &[&str] = &["tags", "tag", "categories", "category", "keywords"];
const ADDRESSES: &[&str] = &["aliases", "alias", "permalink", "url", "redirect_from"];
const ORIGINALS: &[&str] = &[
    "source_url",
    "original_url",
    "external_link",
    "canonical_url",
    "canonical",
    "canonicalurl",
];
const IMAGES: &[&str] = &[
    "image",
    "feature_image",
    "featured_image",
    "cover",
    "cover_image",
    "thumbnail",
    "images",
    "og_image",
    "banner",
];
const ALTS: &[&str] = &[
    "image_alt",
    "feature_image_alt",
    "featured_image_alt",
    "cover_alt",
    "alt",
];
const CREDITS: &[&str] = &[
    "image_credit",
    "image_caption",
    "feature_image_caption",
    "caption",
];

/// Keys of which one at least stands in front matter.
pub(crate) const USUAL: &[&str] = &[
    "title",
    "date",
    "slug",
    "tags",
    "categories",
    "layout",
    "draft",
    "author",
    "authors",
    "permalink",
    "taxonomies",
    "lastmod",
    "published_at",
];

/// What a head says in our words, and what it says besides.
pub(crate) struct Mapped {
    pub(crate) head: ArticleHead,
    pub(crate) entries: Entries,
    /// What the date says that none could be read of.
    pub(crate) unread_date: Option<String>,
    /// Whether there is a picture of which nothing says what it shows.
    pub(crate) has_mute_image: bool,
}

/// Reads a head of another tool or of hebdo.
pub(crate) fn read(head: Mapping, lexicon: &Lexicon) -> Mapped {
    let mut entries = Entries::new(head);
    let date = entries.first("date", DATES, |value| values::date(value, lexicon));
    let source = source(&mut entries);
    let image = image(&mut entries);
    let head = ArticleHead {
        title: entries.first("title", &["title", "titre"], text),
        date,
        week: entries.first("week", &["week"], values::own),
        summary: entries.first("summary", SUMMARIES, text),
        authors: entries.all("authors", &["authors", "author"], values::names),
        sources: sources(&mut entries),
        source,
        rights: entries.first("rights", &["rights"], values::own),
        ai: entries.first("ai", &["ai"], values::own),
        lang: entries.first("lang", &["lang", "language", "locale"], values::lang),
        translation_of: entries.first("translation_of", &["translation_of"], values::own),
        tags: entries.all("tags", TAGS, values::tags),
        entities: entries
            .first("entities", &["entities"], values::own)
            .unwrap_or_default(),
        key_points: entries.all("key_points", &["key_points"], values::own),
        order: entries.first("order", &["order"], values::own),
        draft: is_draft(&mut entries),
        todo: entries.all("todo", &["todo"], values::own),
        imported: entries.first("imported", &["imported"], values::own),
        slug: entries.first("slug", &["slug"], values::slug),
        aliases: aliases(&mut entries),
        reviewed: entries.first("reviewed", &["reviewed"], values::own),
        corrections: entries
            .first("corrections", &["corrections"], values::own)
            .unwrap_or_default(),
        image: image.clone(),
    };
    let said = entries
        .0
        .iter()
        .find(|entry| entry.path.eq_ignore_ascii_case("date"));
    let unread_date = said
        .filter(|entry| entry.field.is_none())
        .and_then(|e| text(&e.value));
    let has_mute_image = image.is_none() && entries.has(IMAGES);
    Mapped {
        head,
        entries,
        unread_date,
        has_mute_image,
    }
}

/// Former addresses; Zola's `path` has no slash at its ends.
fn aliases(entries: &mut Entries) -> Vec<String> {
    let mut all = entries.all("aliases", ADDRESSES, values::addresses);
    let path = entries.first("aliases", &["path"], values::path);
    all.extend(path.filter(|path| !all.contains(path)));
    all
}

/// Whether one of the keys says that it is not to be published.
fn is_draft(entries: &mut Entries) -> bool {
    let draft = entries.first("draft", &["draft"], values::flag);
    let published = entries.first("draft", &["published"], values::flag);
    let status = entries.first("draft", &["status"], values::is_draft);
    draft == Some(true) || published == Some(false) || status == Some(true)
}

/// Who published it: by name, as hebdo has it, or with an address beside.
fn source(entries: &mut Entries) -> Option<Source> {
    let named = |value: &Value| {
        let name = text(value).filter(|name| !name.contains("://"))?;
        Some(Source {
            name,
            url: None,
            published: None,
        })
    };
    let read = |value: &Value| values::own(value).or_else(|| named(value));
    let mut source: Source = entries.first("source", &["source", "publisher"], read)?;
    if source.url.is_none() {
        source.url = entries.first("source", ORIGINALS, values::link);
    }
    Some(source)
}

/// What it relies on; the address of the original too, where no publisher has it.
fn sources(entries: &mut Entries) -> Vec<SourceLink> {
    let listed: Option<Vec<SourceLink>> = entries.first("sources", &["sources"], values::own);
    let mut all = listed.unwrap_or_default();
    let keys = [&["source"], ORIGINALS].concat();
    if let Some(url) = entries.first("sources", &keys, values::link) {
        all.push(SourceLink {
            title: None,
            url: Some(url),
        });
    }
    all
}

/// A picture, where something says what it shows.
fn image(entries: &mut Entries) -> Option<Image> {
    let src = entries.first("image", IMAGES, |value| {
        part(value, &["src", "image", "url", "path"])
    })?;
    let inside = |entries: &mut Entries, keys| {
        entries.0.iter().find_map(|entry| {
            (entry.field == Some("image"))
                .then(|| named_part(&entry.value, keys))
                .flatten()
        })
    };
    let alt = inside(entries, &["alt", "description"]);
    let alt = alt.or_else(|| entries.first("image", ALTS, text));
    let credit = inside(entries, &["credit", "caption"]);
    let credit = credit.or_else(|| entries.first("image", CREDITS, text));
    let is_known = ["https://", "http://", "/"]
        .iter()
        .any(|start| src.starts_with(start));
    match alt.filter(|_| is_known) {
        Some(alt) => Some(Image { src, alt, credit }),
        None => {
            entries.give_back("image");
            None
        }
    }
}

/// A text, the first of a list, or a part of a table.
fn part(value: &Value, keys: &[&str]) -> Option<String> {
    let first = value.as_sequence().and_then(|items| items.first());
    text(value)
        .or_else(|| text(first?))
        .or_else(|| named_part(value, keys))
}

fn named_part(value: &Value, keys: &[&str]) -> Option<String> {
    let table = value.as_mapping()?;
    keys.iter().find_map(|key| text(table.get(*key)?))
}
