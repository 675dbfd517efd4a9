//! A post to words and facts.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::export::Export;
use crate::import::dates::Said;
use crate::import::draft::hash;
use crate::import::facts::{Facts, Told};
use crate::import::html;
use crate::import::lexicon::{Lexicon, List};
use crate::import::links::tidy;
use crate::import::part::{Part, Ways, Words};
use crate::import::words;
use crate::model::{Image, Link, PartialDate, slugify};

/// What Ghost writes for the site's own address, which its export does not state.
const SITE: &str = "__GHOST_URL__";

/// A post, with the export that it stands in.
pub(crate) struct Post<'a> {
    pub(crate) export: &'a Export,
    pub(crate) post: &'a Value,
    pub(crate) lexicon: &'a Lexicon,
}

/// A field's text, where it has words.
pub(crate) fn text<'v>(row: &'v Value, key: &str) -> Option<&'v str> {
    row[key].as_str().filter(|text| !text.trim().is_empty())
}

/// Whether a row is a post that readers could see.
pub(crate) fn is_published(post: &Value) -> bool {
    kind(post) == "a post"
}

/// What a row of the posts is.
pub(crate) fn kind(post: &Value) -> &'static str {
    let is_page = post["type"] == "page" || post["page"] == true || post["page"] == 1;
    match post["status"].as_str() {
        _ if is_page => "a page",
        Some("published" | "sent") | None => "a post",
        Some("scheduled") => "a post that is only scheduled",
        Some(_) => "a post that is not published",
    }
}

impl Post<'_> {
    /// The post's words and facts; none where it has no text.
    pub(crate) fn part(&self) -> Option<Part> {
        Some(Part {
            words: self.words()?,
            facts: self.facts(),
            lang: self.lang(),
            ways: Ways {
                prepare: tidy::tidy,
                ..Ways::default()
            },
        })
    }

    fn words(&self) -> Option<Words> {
        let has_words = |html: &&str| html::plain(html).is_some();
        if let Some(html) = text(self.post, "html").filter(has_words) {
            return Some(Words::Html(html.replace(SITE, "")));
        }
        text(self.post, "plaintext").map(|plain| Words::Text(plain.to_owned()))
    }

    fn facts(&self) -> Facts {
        let title = text(self.post, "title").and_then(html::one_line);
        let day = self.date().map(Said::Known);
        let source = self.export.setting("title").and_then(html::one_line);
        Facts {
            by: "the export",
            title: title.map(told),
            published: day.map(told).into_iter().collect(),
            authors: self.authors().into_iter().map(told).collect(),
            source: source.map(told),
            url: text(self.post, "canonical_url").and_then(|url| url.parse().ok()),
            summary: self.summary(),
            image: self.image(),
            tags: self.tags(),
            slug: text(self.post, "slug")
                .filter(|slug| slugify(slug) == *slug)
                .map(str::to_owned),
            noted: self.unknown_addresses().into_iter().collect(),
            ..Facts::default()
        }
    }

    /// The day on which it was published, in UTC as the export states it.
    pub(crate) fn date(&self) -> Option<PartialDate> {
        let stated = &self.post["published_at"];
        if let Some(text) = stated.as_str() {
            return text.get(..10)?.parse().ok();
        }
        let moment = Timestamp::from_millisecond(stated.as_i64()?).ok()?;
        let day = moment.to_zoned(TimeZone::UTC).date();
        day.to_string().parse().ok()
    }

    /// The hash of what it is known by and of its text.
    pub(crate) fn hash(&self) -> String {
        let id = ["uuid", "id", "slug"]
            .iter()
            .find_map(|key| text(self.post, key));
        let own = text(self.post, "html").or(text(self.post, "plaintext"));
        let (id, own) = (id.unwrap_or_default(), own.unwrap_or_default());
        hash(format!("{id}\0{own}").as_bytes())
    }

    fn authors(&self) -> Vec<String> {
        let listed = self
            .export
            .beside(self.post, "posts_authors", "author_id", "users");
        let only = || self.export.name(&self.post["author_id"], "users");
        let names = if listed.is_empty() {
            only().into_iter().collect()
        } else {
            listed
        };
        names.into_iter().filter_map(html::one_line).collect()
    }

    /// Its tags; those that begin with `#` are for the site alone.
    fn tags(&self) -> Vec<String> {
        let tags = self
            .export
            .beside(self.post, "posts_tags", "tag_id", "tags");
        let is_public = |tag: &&str| {
            !tag.starts_with('#') && !self.lexicon[List::NoTags].has(&words::label(tag))
        };
        tags.into_iter()
            .filter(is_public)
            .filter_map(html::one_line)
            .collect()
    }

    fn summary(&self) -> Option<String> {
        let own = text(self.post, "custom_excerpt");
        let own = own.or_else(|| self.export.more(self.post, "meta_description"));
        own.or_else(|| text(self.post, "meta_description"))
            .and_then(html::one_line)
    }

    /// Its picture, where the export says what it shows and where it is.
    fn image(&self) -> Option<Image> {
        let src: Link = text(self.post, "feature_image")?.parse().ok()?;
        let alt = self.export.more(self.post, "feature_image_alt")?;
        Some(Image {
            src: src.as_str().to_owned(),
            alt: html::one_line(alt)?,
            credit: None,
        })
    }

    fn lang(&self) -> Option<String> {
        let stated = text(self.post, "locale")
            .or_else(|| self.export.setting("locale"))
            .or_else(|| self.export.setting("lang"))?;
        let first = stated.split(['-', '_']).next()?.to_ascii_lowercase();
        let is_code = first.len() == 2 && first.bytes().all(|b| b.is_ascii_lowercase());
        is_code.then_some(first)
    }

    fn unknown_addresses(&self) -> Option<String> {
        let count = text(self.post, "html")?.matches(SITE).count();
        (count > 0).then(|| {
            format!(
                "{count} addresses on the site itself, which the export does not name, are left out"
            )
        })
    }
}

fn told<T>(value: T) -> Told<T> {
    Told { value, line: 0 }
}
