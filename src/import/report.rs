//! The report of an import: what was found, what is missing, what became of each line.

use std::fmt;

use serde::Serialize;

use super::explain::Decision;

/// What was found in a raw text, what is missing, and what became of its lines. Lines are counted
/// by their words: a line is kept if a body holds any of them, else moved if a head does, else
/// dropped; empty lines do not count. A web page's lines are its blocks of text in reading order (a
/// heading, a paragraph, an item, a table, a figure); those outside the article are dropped, and
/// counted rather than listed, unless they read as prose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The raw file's name.
    pub name: String,
    /// How many articles it became.
    pub articles: usize,
    /// Whether it is a digest whose introduction and conclusion became an edition's note.
    pub has_note: bool,
    /// What the heads say.
    pub found: Vec<Found>,
    /// What the text does not say, in the words of a `todo:` where it must be settled.
    pub missing: Vec<String>,
    /// Of what is missing, what must be settled before it is published.
    pub todo: Vec<String>,
    /// What came with the article and is not imported.
    pub noted: Vec<String>,
    /// Keys of its front matter that hebdo does not know; they stand in a comment at the text's end.
    pub unknown_keys: Vec<String>,
    /// Where the editor and the text differ.
    pub differs: Vec<String>,
    /// Lines and parts of lines that went to the head.
    pub moved: Vec<Moved>,
    /// Lines and parts of lines that are no part of the article.
    pub dropped: Vec<Dropped>,
    /// Headings of sections for decision-makers that now have our words.
    pub renamed: Vec<Renamed>,
    /// Lines that were put together: each list of line numbers is one paragraph now.
    pub joined: Vec<Vec<usize>>,
    /// Of each article that is published in full though nobody stated the rights: whose it is, or
    /// nothing where no source is known.
    pub unstated: Vec<Option<String>>,
    /// Lines that are not empty.
    pub lines_read: usize,
    /// Of these, lines with words in a body.
    pub lines_kept: usize,
    /// Of these, lines with words in a head only.
    pub lines_moved: usize,
    /// Of these, lines that are nowhere.
    pub lines_dropped: usize,
    /// Of these, a web page's blocks around its article, which `dropped` does not list.
    pub outside: usize,
    /// What was decided of each block, in their order; empty unless asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
}

/// One thing that the heads say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The key of the head, or what was counted.
    pub what: &'static str,
    /// Its value.
    pub value: String,
    /// The line that says it; none where the editor did, or where it was counted.
    pub line: Option<usize>,
}

/// A line, or a part of one, that went to the head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Its number, from 1.
    pub line: usize,
    /// The key of the head.
    pub to: &'static str,
    /// Its words.
    pub text: String,
    /// Why it went there.
    pub reason: &'static str,
}

/// A heading that now has our words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renamed {
    /// Its line's number, from 1.
    pub line: usize,
    /// Its own words.
    pub text: String,
    /// What it is the heading of.
    pub of: &'static str,
}

/// A line, or a part of one, that is no part of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// Its number, from 1.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// Why it was dropped.
    pub reason: &'static str,
}

/// The report for a terminal: a line, then what was found, is missing, was moved, was dropped.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}; {}", self.name, self.outcome(), self.lines())?;
        for found in &self.found {
            let from = found
                .line
                .map_or(String::new(), |line| format!("  (line {line})"));
            writeln!(f, "  found    {}: {}{from}", found.what, found.shown())?;
        }
        for missing in &self.missing {
            writeln!(f, "  missing  {missing}")?;
        }
        for differs in &self.differs {
            writeln!(f, "  differs  {differs}")?;
        }
        for noted in &self.noted {
            writeln!(f, "  noted    {noted}")?;
        }
        if !self.unknown_keys.is_empty() {
            let keys = self.unknown_keys.join(", ");
            writeln!(
                f,
                "  kept     {keys}: in a comment at the end, which no page shows"
            )?;
        }
        for joined in &self.joined {
            writeln!(f, "  joined   {}", lines(joined))?;
        }
        for Renamed { line, text, of } in &self.renamed {
            writeln!(f, "  renamed  line {line}: {}, {of}", short(text))?;
        }
        for moved in &self.moved {
            let Moved { line, to, text, .. } = moved;
            writeln!(f, "  moved    line {line} to {to}: {}", short(text))?;
        }
        for dropped in &self.dropped {
            let Dropped { line, text, reason } = dropped;
            writeln!(f, "  dropped  line {line}: {} ({reason})", short(text))?;
        }
        match self.outside {
            0 => Ok(()),
            1 => writeln!(f, "  dropped  page furniture: 1 block outside the article"),
            n => writeln!(
                f,
                "  dropped  page furniture: {n} blocks outside the article"
            ),
        }
    }
}

impl Found {
    /// Its value's beginning; of names all, for an editor looks at each.
    fn shown(&self) -> String {
        match self.what {
            "tags" | "entities" => self.value.clone(),
            _ => start(&self.value),
        }
    }
}

impl Report {
    fn outcome(&self) -> String {
        let articles = match self.articles {
            0 => return "an edition note".to_owned(),
            1 => "1 article".to_owned(),
            n => format!("{n} stories"),
        };
        let note = if self.has_note {
            " and an edition note"
        } else {
            ""
        };
        format!("{articles}{note}")
    }

    fn lines(&self) -> String {
        let (read, kept) = (self.lines_read, self.lines_kept);
        let (moved, dropped) = (self.lines_moved, self.lines_dropped);
        format!("{read} lines read: {kept} kept, {moved} moved to the head, {dropped} dropped")
    }
}

fn lines(numbers: &[usize]) -> String {
    let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("lines {}", list.join(", "))
}

/// A text's beginning between quotes.
fn short(text: &str) -> String {
    format!("« {} »", start(text))
}

/// A text's beginning, for one line of a terminal.
fn start(text: &str) -> String {
    const LENGTH: usize = 72;
    let start: String = text.chars().take(LENGTH).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    format!("{}{more}", start.replace('\n', " "))
}
