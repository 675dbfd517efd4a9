//! The nodes of a page's graph, in the words of schema.org.

use serde::Serialize;

use crate::model::{PartialDate, Ticker};

/// A thing with its type; what is not known is left out.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
pub(super) enum Node {
    /// An article, on its own page.
    NewsArticle(Box<NewsArticle>),
    /// An edition, on its own page.
    PublicationIssue(Box<Issue>),
    /// The way to a page.
    BreadcrumbList { item_list_element: Vec<Self> },
    /// A step of the way.
    ListItem {
        position: usize,
        name: String,
        item: String,
    },
    /// The newsletter as a site.
    WebSite {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        url: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<String>,
        in_language: String,
        publisher: Id,
    },
    /// The newsletter as a series of issues.
    Periodical {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        url: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        in_language: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        publisher: Option<Id>,
    },
    /// Who publishes.
    Organization {
        #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// Who writes.
    Person { name: String },
    /// Something that an article rests on or cites.
    CreativeWork {
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        publisher: Option<Box<Self>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        date_published: Option<PartialDate>,
    },
    /// What an article is about.
    Thing {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// A company that an article is about.
    Corporation {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        ticker_symbol: Ticker,
    },
    /// Something put right.
    CorrectionComment {
        text: String,
        date_published: PartialDate,
    },
}

/// A node that is told of elsewhere.
#[derive(Debug, Serialize)]
pub(super) struct Id {
    #[serde(rename = "@id")]
    pub(super) id: String,
}

/// An article.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NewsArticle {
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) url: String,
    pub(super) headline: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    pub(super) in_language: String,
    /// As precise as it is known (ISO 8601: `2026-01-28`, `2026-W05`, `2026-01`, `2026`).
    pub(super) date_published: PartialDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<PartialDate>,
    pub(super) author: Vec<Node>,
    pub(super) publisher: Node,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) image: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_part_of: Option<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_based_on: Option<Node>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) citation: Vec<Node>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) about: Vec<Node>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) correction: Vec<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) translation_of_work: Option<Id>,
    pub(super) is_accessible_for_free: bool,
}

/// An edition; of one that is told of on its own page, its name alone.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Issue {
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) url: String,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) issue_number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_part_of: Option<Node>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) has_part: Vec<Part>,
}

/// A story of an edition, told of on its own page.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "NewsArticle", rename_all = "camelCase")]
pub(super) struct Part {
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) headline: String,
    /// Where it is not the edition's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<String>,
}
