//! Which of an entry's texts is the article, and which a summary of it.

use feed_rs::model;

use crate::import::block::{Block, Role, open};
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::links::tidy;
use crate::import::part::{Ways, Words};
use crate::import::{html, words};

/// A summary of so many words that does not break off is the article itself.
const WHOLE: usize = 150;
/// More characters are no summary.
const LONGEST_SUMMARY: usize = 700;

/// The texts of an entry.
pub(crate) struct Body<'a> {
    title: Option<&'a str>,
    content: Option<Text<'a>>,
    summary: Option<Text<'a>>,
}

/// A text as the feed has it, and its words alone.
struct Text<'a> {
    raw: &'a str,
    is_html: bool,
    plain: String,
}

impl<'a> Body<'a> {
    pub(crate) fn of(entry: &'a model::Entry, title: Option<&'a str>) -> Self {
        let content = entry.content.as_ref().and_then(|content| {
            let kind = content.content_type.as_str();
            Text::of(content.body.as_deref()?, kind)
        });
        let summary = entry.summary.as_ref();
        let summary = summary.and_then(|text| Text::of(&text.content, text.content_type.as_str()));
        Self {
            title,
            content,
            summary,
        }
    }

    /// What is to be read, and what an editor must settle of it; none where there is no word at all.
    pub(crate) fn words(&self) -> Option<(Words, Option<&'static str>)> {
        let only_summary = "body: the feed has only a summary";
        let texts = self.content.iter().chain(&self.summary);
        let whole = self.content.as_ref().filter(|text| !text.breaks_off());
        let longest = || texts.max_by_key(|text| text.plain.len());
        match (whole, longest()) {
            (Some(text), _) => Some((text.words(), None)),
            (None, Some(text)) => Some((text.words(), text.is_short().then_some(only_summary))),
            (None, None) => {
                let title = self.title?.to_owned();
                Some((Words::Text(title), Some("body: the feed has no text")))
            }
        }
    }

    /// The summary that stands beside a full text; none where it is only that text's beginning.
    pub(crate) fn summary(&self) -> Option<String> {
        let (content, summary) = (self.content.as_ref()?, self.summary.as_ref()?);
        let is_own = || !words::label(&content.plain).contains(&words::label(&summary.plain));
        let is_summary = summary.plain.len() <= LONGEST_SUMMARY && !summary.breaks_off();
        (is_summary && is_own()).then(|| summary.plain.clone())
    }

    /// The text by which the entry is recognised.
    pub(crate) fn raw(&self) -> &str {
        let text = self.content.as_ref().or(self.summary.as_ref());
        text.map(|text| text.raw).or(self.title).unwrap_or_default()
    }
}

impl<'a> Text<'a> {
    /// The text, if it has words.
    fn of(raw: &'a str, kind: &str) -> Option<Self> {
        let is_html = kind != "text/plain" && raw.contains(['<', '&']);
        let plain = if is_html {
            html::plain(raw)?
        } else {
            html::one_line(raw)?
        };
        plain.chars().any(char::is_alphanumeric).then_some(Self {
            raw,
            is_html,
            plain,
        })
    }

    fn words(&self) -> Words {
        if self.is_html {
            Words::Html(self.raw.to_owned())
        } else {
            Words::Text(self.raw.to_owned())
        }
    }

    /// Whether it is no more than a summary.
    fn is_short(&self) -> bool {
        self.breaks_off() || words::at_most(&self.plain, WHOLE - 1)
    }

    /// Whether it ends in the marks of a text that goes on elsewhere.
    fn breaks_off(&self) -> bool {
        ["…", "...", "[…]", "[...]", "(…)", "(...)"]
            .iter()
            .any(|end| self.plain.ends_with(end))
    }
}

/// What is done for entries alone.
pub(crate) fn ways() -> Ways {
    Ways {
        prepare: tidy::tidy,
        first: drop_tail,
    }
}

/// Drops the line that feeds add to their entries: where the article stands first.
fn drop_tail(blocks: &mut [Block], _: &[String], _: &mut Facts, lexicon: &Lexicon) {
    let open = open(blocks);
    for i in open.iter().rev().take(3) {
        let folded = words::fold(words::head(&blocks[*i].text, 1000));
        if words::at_most(&folded, 60) && lexicon[List::FeedTails].count_in(&folded) > 0 {
            blocks[*i].decide(Role::Dropped, "the line that the feed adds to each entry");
        }
    }
}
