//! A block: one line of the raw text (or a few that belong together), what became of it, and why.

use std::ops::Range;

use super::words;

/// Why a block of a web page is dropped: such blocks are counted, not listed.
pub(crate) const OUTSIDE: &str = "outside the page's article";

/// Why a part of a line left the middle of it.
pub(crate) const TICKER: &str = "a ticker beside its name";

/// What a pass decided about a block. A pass decides only what is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Not decided yet.
    Open,
    /// Not part of the article.
    Dropped,
    /// Said by the head.
    Moved(Field),
    /// A section's heading, `##` (2) or deeper.
    Heading(u8),
    /// The heading of a section for decision-makers.
    TakeawaysHeading,
    /// The heading of points for one audience, below the heading for decision-makers.
    Audience,
    /// A point for decision-makers.
    Takeaway,
    /// An item of a list with bullets.
    Item,
    /// An item of a numbered list; its text keeps its number.
    Numbered,
    /// A paragraph.
    Paragraph,
}

/// What of the head a block fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// `title`
    Title,
    /// `date`, `authors`: a line about the article.
    About,
    /// `date`: when a mail was sent, a day that somebody counts from another one.
    Date,
    /// `source`
    Source,
    /// `ai`
    Notice,
    /// The heading of key points.
    KeyPointsHeading,
    /// `key_points`
    KeyPoint,
    /// The heading of sources.
    SourcesHeading,
    /// `sources`
    SourceLink,
    /// `tags`
    Tags,
    /// `entities`
    Entities,
    /// The heading of the summary.
    SummaryHeading,
    /// `summary`
    Summary,
}

/// How a block's text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Words alone.
    Plain,
    /// Markdown inside, words at the beginning of a line.
    Inline,
    /// Markdown as it stands: a table, a quote, code.
    Whole,
}

impl Field {
    /// The key of the head.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::About => "date or authors",
            Self::Date => "date",
            Self::Source => "source",
            Self::Notice => "ai",
            Self::KeyPointsHeading | Self::KeyPoint => "key_points",
            Self::SourcesHeading | Self::SourceLink => "sources",
            Self::Tags => "tags",
            Self::Entities => "entities",
            Self::SummaryHeading | Self::Summary => "summary",
        }
    }
}

/// Where a part of a line went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The head says it.
    Head(Field),
    /// A heading of ours says it.
    Heading,
    /// Nothing says it.
    Dropped,
}

/// A part of a line that went another way than the rest of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    pub(crate) text: String,
    pub(crate) way: Way,
    pub(crate) why: &'static str,
}

/// One line of the raw text, or a few that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The numbers of its lines, from 1; empty for a heading that we add.
    pub(crate) lines: Vec<usize>,
    /// Which words of these lines are its own, where they stand in several blocks.
    pub(crate) part: Option<Range<usize>>,
    /// Its words, without a bullet.
    pub(crate) text: String,
    pub(crate) form: Form,
    /// How far a bullet is indented; none where there is no bullet.
    pub(crate) bullet: Option<usize>,
    /// The level of a heading that the text itself marks with `#`.
    pub(crate) mark: Option<u8>,
    /// Whether an empty line (or the text's beginning) stands before it.
    pub(crate) gap: bool,
    /// Whether it stands in a header that the page repeats.
    pub(crate) repeats: bool,
    /// Words of it that went elsewhere; of a block that is kept, those at its beginning, and tickers.
    pub(crate) asides: Vec<Aside>,
    pub(crate) role: Role,
    /// Why it has its role.
    pub(crate) why: &'static str,
}

impl Block {
    /// A heading of ours, of no line.
    pub(crate) fn added(text: &str, role: Role) -> Self {
        Self {
            lines: Vec::new(),
            part: None,
            text: text.to_owned(),
            form: Form::Plain,
            bullet: None,
            mark: None,
            gap: true,
            repeats: false,
            asides: Vec::new(),
            role,
            why: "added",
        }
    }

    /// Splits it before the byte `at` of its text: what stands from there on, in a block of its own.
    pub(crate) fn split_off(&mut self, at: usize) -> Self {
        let asides = self.asides.iter().map(|a| words::words(&a.text).count());
        let own = self.part.clone().unwrap_or(0..usize::MAX);
        let before = own.start + asides.sum::<usize>() + words::words(&self.text[..at]).count();
        let rest = Self {
            lines: self.lines.clone(),
            part: Some(before..own.end),
            gap: false,
            ..Self::added(self.text[at..].trim_start(), Role::Open)
        };
        self.part = Some(own.start..before);
        self.text.truncate(self.text[..at].trim_end().len());
        rest
    }

    /// How many lines it has; those of a block in parts are the last part's.
    pub(crate) fn own_lines(&self) -> usize {
        match &self.part {
            Some(part) if part.end < usize::MAX => 0,
            _ => self.lines.len(),
        }
    }

    /// Gives it its role, with the reason.
    pub(crate) fn decide(&mut self, role: Role, why: &'static str) {
        self.role = role;
        self.why = why;
    }

    pub(crate) fn is_open(&self) -> bool {
        self.role == Role::Open
    }

    /// Its words at its beginning that went elsewhere, and the tickers inside it.
    pub(crate) fn apart(&self) -> (Vec<&Aside>, Vec<&Aside>) {
        self.asides.iter().partition(|aside| aside.why != TICKER)
    }

    /// Open, and no item of a list: a line of prose or a heading.
    pub(crate) fn is_open_line(&self) -> bool {
        self.is_open() && self.bullet.is_none()
    }

    /// Whether its words stand in a body.
    pub(crate) fn is_kept(&self) -> bool {
        !matches!(self.role, Role::Dropped | Role::Moved(_))
    }

    /// Whether it is small enough to be compared with the lexicon.
    pub(crate) fn is_short(&self) -> bool {
        self.text.len() <= 400
    }

    /// The number of its first line; 0 for a heading that we add.
    pub(crate) fn line(&self) -> usize {
        self.lines.first().copied().unwrap_or(0)
    }
}

/// The places of the open blocks.
pub(crate) fn open(blocks: &[Block]) -> Vec<usize> {
    (0..blocks.len()).filter(|i| blocks[*i].is_open()).collect()
}

/// Whether a line stands right below a sentence and apart from what follows, and is none itself: it belongs
/// to what stands above.
pub(crate) fn is_foot(blocks: &[Block], i: usize) -> bool {
    let line = &blocks[i];
    let above = i.checked_sub(1).map(|above| &blocks[above]);
    let is_end = blocks.get(i + 1).is_none_or(|next| next.gap);
    let is_below = above.is_some_and(|b| b.is_kept() && words::ends_sentence(&b.text));
    !line.gap && is_end && is_below && line.mark.is_none() && !words::ends_sentence(&line.text)
}

/// Drops those that are open.
pub(crate) fn drop_all(blocks: &mut [Block], why: &'static str) {
    for block in blocks.iter_mut().filter(|b| b.is_open()) {
        block.decide(Role::Dropped, why);
    }
}
