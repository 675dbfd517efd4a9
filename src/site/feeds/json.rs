//! A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).

use serde::Serialize;

use super::channel::Channel;
use super::entry::Entry;
use crate::site::deferred::Deferred;
use crate::site::setting::Setting;
use crate::view::text;

/// A feed, with the names of JSON Feed.
#[derive(Debug, Serialize)]
pub(super) struct JsonFeed<'b, 'a, I: Copy + Serialize> {
    version: &'static str,
    title: &'b str,
    home_page_url: &'b str,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'b str,
    language: &'b str,
    authors: [Author; 1],
    items: Vec<Deferred<'b, &'b Deferred<'a, I, Entry>, Item<'b>>>,
}

#[derive(Debug, Serialize)]
struct Author {
    name: String,
}

#[derive(Debug, Serialize)]
struct Item<'b> {
    id: &'b str,
    url: &'b str,
    /// The original of what is only quoted here.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'b str>,
    title: &'b str,
    content_html: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'b str>,
    date_published: &'b str,
    date_modified: &'b str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'b [String],
    language: &'b str,
}

impl<'b, 'a, I: Copy + Serialize> JsonFeed<'b, 'a, I> {
    /// The feed of a channel, whose page and own address are given whole.
    pub(super) fn new(
        setting: &'b Setting<'b>,
        channel: &'b Channel<'_>,
        home: &'b str,
        url: &str,
        entries: &[&'b Deferred<'a, I, Entry>],
    ) -> Self {
        let publisher = text::set(setting.config.publisher(), setting.locale.own_rules());
        let entries = entries.iter();
        Self {
            version: "https://jsonfeed.org/version/1.1",
            title: &channel.links.title,
            home_page_url: home,
            feed_url: url.to_owned(),
            description: &channel.about,
            language: setting.locale.lang(),
            authors: [Author { name: publisher }],
            items: entries
                .map(|entry| Deferred::new(setting, *entry, item))
                .collect(),
        }
    }
}

fn item<'b, I: Copy + Serialize>(_: &Setting<'_>, entry: &'b Deferred<'_, I, Entry>) -> Item<'b> {
    let entry = entry.get();
    let authors = entry.authors.iter();
    Item {
        id: &entry.id,
        url: &entry.url,
        external_url: entry.original.as_deref(),
        title: &entry.title,
        content_html: &entry.content,
        summary: entry.summary.as_deref(),
        date_published: &entry.published,
        date_modified: &entry.updated,
        authors: authors.map(|name| Author { name: name.clone() }).collect(),
        tags: &entry.themes,
        language: &entry.lang,
    }
}
