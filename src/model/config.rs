//! The settings of a site, as resolved from `hebdo.yaml`: every value has its default.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Weekday;
use serde::{Deserialize, Deserializer, Serialize};

use super::article::Link;
use super::email::Mailbox;
use super::import::ImportSettings;
use super::line::{LeavePage, Line, ListId};
use super::scalar::deserialize_scalar;
use super::takeaway::AudienceId;

/// The settings of `hebdo.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The name of the newsletter.
    pub title: String,
    /// What it is, in a sentence.
    pub description: String,
    /// Where the site is published, `https://…`, without a slash at its end.
    pub base_url: String,
    /// The language of the site, a key of the strings tables: `fr` or `en`.
    pub lang: String,
    /// Who publishes it, shown in the footer and in feeds; empty for the title itself.
    pub publisher: String,
    /// How weeks become editions.
    pub edition: EditionSettings,
    /// The first segments of addresses.
    pub paths: Paths,
    /// For whom takeaways are, in the order in which pages show them.
    pub audiences: Vec<Audience>,
    /// How many entries a list page holds; what is over stands on a page `2/`, `3/`…
    pub per_page: usize,
    /// How many entries a page of the list of all articles holds; 0 for no such list.
    pub articles_per_page: usize,
    /// The sections that the site has besides editions and articles.
    pub sections: Vec<Section>,
    /// Whether authors' texts get the typography of their language.
    pub typography: bool,
    /// Whether long words of texts on pages may break at a line's end.
    pub hyphenation: bool,
    /// Whether an article's page names others of the same subject.
    pub related: bool,
    /// The feeds.
    pub feed: FeedSettings,
    /// What `hebdo import` is to know of the texts that this newsletter gets.
    pub import: ImportSettings,
    /// The mail.
    pub email: EmailSettings,
    /// The form by which readers ask for the mail; none for no form.
    pub signup: Option<Signup>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "Newsletter".to_owned(),
            description: String::new(),
            base_url: "https://example.com".to_owned(),
            lang: "fr".to_owned(),
            publisher: String::new(),
            edition: EditionSettings::default(),
            paths: Paths::default(),
            audiences: Vec::new(),
            per_page: 50,
            articles_per_page: 0,
            sections: Section::ALL.to_vec(),
            typography: true,
            hyphenation: false,
            related: true,
            feed: FeedSettings::default(),
            import: ImportSettings::default(),
            email: EmailSettings::default(),
            signup: None,
        }
    }
}

impl Config {
    /// The path part of `base_url`, without a slash at its end: empty, or `/briefing`.
    pub fn base_path(&self) -> &str {
        let host = self.base_url.find("://").map_or(0, |i| i + 3);
        match self.base_url[host..].find('/') {
            Some(slash) => self.base_url[host + slash..].trim_end_matches('/'),
            None => "",
        }
    }

    /// Who publishes the newsletter: the title's bearer where nobody else is named.
    pub fn publisher(&self) -> &str {
        match self.publisher.as_str() {
            "" => &self.title,
            publisher => publisher,
        }
    }

    /// Whether the site has a section; search only where the program was built with it.
    pub fn has(&self, section: Section) -> bool {
        let is_known = section != Section::Search || cfg!(feature = "search");
        is_known && self.sections.contains(&section)
    }
}

/// A section of the site that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// A page for each theme.
    Themes,
    /// A page for each entity.
    Entities,
    /// A page for each source.
    Sources,
    /// A page for each audience.
    Audiences,
    /// The archives by year.
    Archives,
    /// A picture of each edition and article for those who share it; with the feature `cards` only.
    Cards,
    /// Files that tell a host how to answer: `_headers`, `_redirects`.
    Hosting,
    /// The page on which readers look for articles.
    Search,
}

impl Section {
    /// Whether its pages can have feeds of their own.
    pub fn has_feeds(self) -> bool {
        matches!(
            self,
            Self::Themes | Self::Entities | Self::Sources | Self::Audiences
        )
    }

    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Themes,
        Self::Entities,
        Self::Sources,
        Self::Audiences,
        Self::Archives,
        Self::Cards,
        Self::Hosting,
        Self::Search,
    ];
}

/// How weeks become editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EditionSettings {
    /// The last day of an edition; what is dated after it goes to the next one.
    pub closes: Closes,
    /// How much of each story an edition's page has.
    pub stories: Extent,
}

/// The weekday on which an edition closes; Sunday makes editions ISO weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closes(pub Weekday);

impl Default for Closes {
    fn default() -> Self {
        Self(Weekday::Sunday)
    }
}

impl FromStr for Closes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Ok(Self(match text {
            "monday" => Weekday::Monday,
            "tuesday" => Weekday::Tuesday,
            "wednesday" => Weekday::Wednesday,
            "thursday" => Weekday::Thursday,
            "friday" => Weekday::Friday,
            "saturday" => Weekday::Saturday,
            "sunday" => Weekday::Sunday,
            _ => {
                return Err(format!(
                    "« {text} » is not a weekday; write monday … sunday"
                ));
            }
        }))
    }
}

impl<'de> Deserialize<'de> for Closes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}

/// The first segments of addresses; each a slug.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paths {
    /// `/editions/2026-w05/`
    pub editions: String,
    /// `/articles/2026/slug/`
    pub articles: String,
    /// `/themes/tag/`
    pub themes: String,
    /// `/acteurs/entity/`
    pub entities: String,
    /// `/sources/source/`
    pub sources: String,
    /// `/decideurs/audience/`
    pub audiences: String,
    /// `/archives/`
    pub archives: String,
    /// `/rectificatifs/`
    pub corrections: String,
    /// `/recherche/`
    pub search: String,
    /// What stands before the number of a list's further pages: `/themes/tag/page/2/`; empty for nothing.
    pub page: String,
}

impl Paths {
    /// All of them, in the order of the fields.
    pub fn segments(&self) -> [&str; 9] {
        let Self {
            editions,
            articles,
            themes,
            entities,
            sources,
            audiences,
            archives,
            corrections,
            search,
            page: _, // stands below a section
        } = self;
        [
            editions,
            articles,
            themes,
            entities,
            sources,
            audiences,
            archives,
            corrections,
            search,
        ]
    }
}

impl Default for Paths {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            editions: own("editions"),
            articles: own("articles"),
            themes: own("themes"),
            entities: own("acteurs"),
            sources: own("sources"),
            audiences: own("decideurs"),
            archives: own("archives"),
            corrections: own("rectificatifs"),
            search: own("recherche"),
            page: String::new(),
        }
    }
}

/// A group of readers whom takeaways address.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// The segment of its address.
    pub id: AudienceId,
    /// Its name, as readers see it.
    pub label: String,
    /// Words that claim a takeaway for it when they stand among the takeaway's first words; case,
    /// accents and plurals do not matter.
    #[serde(default)]
    pub cues: Vec<String>,
}

/// What feeds hold, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FeedSettings {
    /// How many of the newest articles each has.
    pub entries: usize,
    /// The name of an Atom feed's file: `feed.xml`.
    pub file: String,
    /// The name of a JSON Feed's file: `feed.json`; empty for no such feeds.
    pub json: String,
    /// The sections whose pages have feeds of their own, beside the site's.
    pub sections: Vec<Section>,
}

impl Default for FeedSettings {
    fn default() -> Self {
        Self {
            entries: 20,
            file: "feed.xml".to_owned(),
            json: "feed.json".to_owned(),
            sections: vec![Section::Themes, Section::Entities, Section::Audiences],
        }
    }
}

/// The mail. What has no default is asked for once a mail is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EmailSettings {
    /// Who sends it.
    pub from: Option<Mailbox>,
    /// Who receives the answers; none for the sender.
    pub reply_to: Option<Mailbox>,
    /// The subject: a pattern with `{title}`, `{newsletter}`, `{week}` and `{number}`; none for `{title}`.
    pub subject: Option<Line>,
    /// The list's identity, `lettre.example.com` (RFC 2919); none for one made of title and domain.
    pub list_id: Option<ListId>,
    /// The page on which a reader leaves the list, `https://…`, with `{recipient}` where the reader's own
    /// part belongs.
    pub unsubscribe: Option<LeavePage>,
    /// The mailbox to which a mail program writes so that its reader leaves the list.
    pub unsubscribe_mailto: Option<Mailbox>,
    /// Who answers for the mail, by name and postal address.
    pub sender: Option<Sender>,
    /// Why the reader receives it; none for a sentence of the strings table.
    pub why: Option<Line>,
    /// How much of each story it has.
    pub stories: Extent,
}

/// The form by which readers ask for the mail: plain HTML, sent to the service that has the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signup {
    /// Where it is sent.
    pub action: Link,
    /// What the service calls the reader's address.
    #[serde(default = "email_field")]
    pub field: String,
    /// What the service wants to know besides, by name.
    #[serde(default)]
    pub hidden: BTreeMap<String, String>,
    /// The slug of the page that says what becomes of the address.
    #[serde(default = "privacy_page")]
    pub privacy: String,
}

fn email_field() -> String {
    "email".to_owned()
}

fn privacy_page() -> String {
    "confidentialite".to_owned()
}

/// Who answers for a mail.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The name of a person, company or association.
    pub name: Line,
    /// The postal address, on one line.
    pub address: Line,
}

/// How much of each story an edition has, on its page or in a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// All of it.
    #[default]
    Full,
    /// All but its text, to which a link leads.
    Summary,
}

impl fmt::Display for AudienceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
