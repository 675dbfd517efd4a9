//! An entry to words and facts.

use feed_rs::model;

use super::body::{self, Body};
use crate::import::dates::Said;
use crate::import::draft::hash;
use crate::import::facts::{Facts, Told};
use crate::import::html;
use crate::import::lexicon::{Lexicon, List};
use crate::import::part::Part;
use crate::import::words;
use crate::model::{Link, PartialDate};

/// An entry, with the feed that it stands in.
pub(crate) struct Entry<'a> {
    pub(crate) feed: &'a model::Feed,
    pub(crate) entry: &'a model::Entry,
    pub(crate) lexicon: &'a Lexicon,
}

/// What an entry holds.
pub(crate) struct Read {
    pub(crate) part: Part,
    pub(crate) date: Option<PartialDate>,
    /// Of its identifier and its text.
    pub(crate) hash: String,
}

impl Entry<'_> {
    /// The entry's words and facts; an error where it has neither title nor text.
    pub(crate) fn read(&self) -> Result<Read, String> {
        let title = self
            .entry
            .title
            .as_ref()
            .and_then(|t| html::plain(&t.content));
        let body = Body::of(self.entry, title.as_deref());
        let Some((words, todo)) = body.words() else {
            return Err("this entry has neither a title nor a text".to_owned());
        };
        let (published, updated) = (day(self.entry.published), day(self.entry.updated));
        let facts = Facts {
            by: "the feed",
            title: title.clone().map(told),
            published: published
                .map(|day| told(Said::Known(day)))
                .into_iter()
                .collect(),
            updated: updated.map(|day| told(Said::Known(day))),
            authors: self.authors().into_iter().map(told).collect(),
            source: self.source().map(told),
            url: self.url(),
            summary: body.summary(),
            tags: self.tags(),
            todo: todo.into_iter().map(str::to_owned).collect(),
            noted: self.enclosures(),
            differs: two_dates(published, updated),
            ..Facts::default()
        };
        Ok(Read {
            date: published.or(updated),
            hash: hash(format!("{}\0{}", self.entry.id, body.raw()).as_bytes()),
            part: Part {
                words,
                facts,
                lang: self.lang(),
                ways: body::ways(),
            },
        })
    }

    fn source(&self) -> Option<String> {
        html::plain(&self.feed.title.as_ref()?.content)
    }

    /// The names of people, those of the feed where the entry has none (RFC 4287, 4.2.1); a feed's own name
    /// and addresses are none.
    fn authors(&self) -> Vec<String> {
        let source = self.source().map(|name| words::label(&name));
        let own = &self.entry.authors;
        let all = if own.is_empty() {
            &self.feed.authors
        } else {
            own
        };
        let names = all.iter().filter_map(|a| html::plain(a.name.as_deref()?));
        let is_person = |name: &String| !name.contains('@') && Some(words::label(name)) != source;
        let mut authors: Vec<String> = Vec::new();
        for name in names.filter(is_person) {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
        authors
    }

    /// The article's own address: the link to it, or an identifier that is one.
    fn url(&self) -> Option<Link> {
        let is_own = |link: &&model::Link| {
            link.media_type
                .as_deref()
                .is_none_or(|kind| kind.contains("html"))
                && link.target.is_none()
                && matches!(link.rel.as_deref(), None | Some("alternate"))
        };
        let home = self.feed.links.iter().find(is_own);
        let home = home.and_then(|link| html::link(&link.href, None));
        let own = self
            .entry
            .links
            .iter()
            .find(is_own)
            .map(|link| link.href.as_str());
        own.and_then(|href| html::link(href, home.as_ref()))
            .or_else(|| html::link(&self.entry.id, None))
    }

    fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for category in &self.entry.categories {
            let text = category.label.as_ref().unwrap_or(&category.term);
            let Some(tag) = html::plain(text) else {
                continue;
            };
            if !self.lexicon[List::NoTags].has(&words::label(&tag)) && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    fn lang(&self) -> Option<String> {
        let stated = self
            .entry
            .language
            .as_ref()
            .or(self.feed.language.as_ref())?;
        let first = stated.split(['-', '_']).next()?.trim().to_ascii_lowercase();
        let is_code =
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
        is_code.then_some(first)
    }

    /// Sounds, films and pictures that came with it.
    fn enclosures(&self) -> Vec<String> {
        let media = self.entry.media.iter().flat_map(|media| &media.content);
        let media = media.filter_map(|content| {
            let kind = content.content_type.as_ref().map(ToString::to_string);
            Some((content.url.as_ref()?.to_string(), kind))
        });
        let is_enclosure = |link: &&model::Link| {
            link.rel.as_deref() == Some("enclosure")
                || link.rel.is_none() && link.media_type.is_some()
        };
        let links = self.entry.links.iter().filter(is_enclosure);
        let links = links.map(|link| (link.href.clone(), link.media_type.clone()));
        let line = |(url, kind): (String, Option<String>)| match kind {
            Some(kind) => format!("enclosure, not imported: {url} ({kind})"),
            None => format!("enclosure, not imported: {url}"),
        };
        media.chain(links).map(line).collect()
    }
}

/// The day that the parser made of a timestamp.
fn day<D: ToString>(timestamp: Option<D>) -> Option<PartialDate> {
    timestamp?.to_string().get(..10)?.parse().ok()
}

fn two_dates(published: Option<PartialDate>, updated: Option<PartialDate>) -> Vec<String> {
    match (published, updated) {
        (Some(first), Some(last)) if first != last => {
            vec![format!(
                "date: published {first}, updated {last}; the first stands"
            )]
        }
        _ => Vec::new(),
    }
}

fn told<T>(value: T) -> Told<T> {
    Told { value, line: 0 }
}
