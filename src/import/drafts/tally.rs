//! Fills a report: what became of the lines, what the drafts hold, what is missing.

use crate::front_matter::ArticleHead;
use crate::import::block::{Block, OUTSIDE, Role, TICKER, Way};
use crate::import::draft::{Draft, NoteDraft};
use crate::import::entities::Listing;
use crate::import::report::{Dropped, Found, Moved, Renamed, Report};
use crate::import::words;

impl Report {
    /// Adds what became of the lines, and what the drafts hold.
    pub(crate) fn tell(
        mut self,
        drafts: &[&Draft],
        note: Option<&NoteDraft>,
        blocks: &[&Block],
        (title, listings): (&str, &[Listing]),
    ) -> Self {
        for block in blocks {
            self.line(block, listings);
            self.rename(block, title);
        }
        self.counts(drafts, blocks);
        self.heads(drafts, note)
    }

    /// Adds what the heads say, and do not say.
    pub(crate) fn heads(mut self, drafts: &[&Draft], note: Option<&NoteDraft>) -> Self {
        self.articles = drafts.len();
        self.has_note = note.is_some();
        self.names(drafts);
        self.unstated(drafts);
        self.todos(drafts, note);
        if !drafts.is_empty() {
            self.told_by_stories(drafts);
        }
        self
    }

    fn counts(&mut self, drafts: &[&Draft], blocks: &[&Block]) {
        let of_heads =
            |count: fn(&ArticleHead) -> usize| drafts.iter().map(|d| count(&d.head)).sum();
        let of_blocks = |is: fn(Role) -> bool| blocks.iter().filter(|b| is(b.role)).count();
        let counted = [
            ("key points", of_heads(|head| head.key_points.len())),
            ("sources", of_heads(|head| head.sources.len())),
            (
                "headings",
                of_blocks(|role| matches!(role, Role::Heading(_))),
            ),
            ("takeaways", of_blocks(|role| role == Role::Takeaway)),
        ];
        for (what, count) in counted.into_iter().filter(|(_, count)| *count > 0) {
            self.found.push(Found {
                what,
                value: count.to_string(),
                line: None,
            });
        }
    }

    /// The themes and entities of all heads, each once.
    fn names(&mut self, drafts: &[&Draft]) {
        let tags = drafts.iter().flat_map(|d| d.head.tags.iter().cloned());
        let entities = drafts.iter().flat_map(|d| &d.head.entities);
        for (what, names) in [
            ("tags", once(tags)),
            ("entities", once(entities.map(ToString::to_string))),
        ] {
            self.found.extend(names.map(|value| Found {
                what,
                value,
                line: None,
            }));
        }
    }

    fn unstated(&mut self, drafts: &[&Draft]) {
        let unstated = drafts.iter().filter(|d| d.head.rights.is_none());
        let source = |d: &&Draft| d.head.source.as_ref().map(|s| s.name.clone());
        self.unstated = unstated.map(source).collect();
    }

    fn todos(&mut self, drafts: &[&Draft], note: Option<&NoteDraft>) {
        let todos = drafts.iter().flat_map(|d| &d.head.todo);
        for todo in todos.chain(note.iter().flat_map(|n| &n.head.todo)) {
            if !self.todo.contains(todo) {
                self.todo.push(todo.clone());
            }
        }
        self.missing.extend(self.todo.iter().cloned());
    }

    /// The sources that only stories name, and what no head has though nobody must settle it.
    fn told_by_stories(&mut self, drafts: &[&Draft]) {
        let is_told = self.found.iter().any(|found| found.what == "source");
        for source in drafts
            .iter()
            .filter_map(|d| d.head.source.as_ref())
            .filter(|_| !is_told)
        {
            self.found.push(Found {
                what: "source",
                value: source.name.clone(),
                line: None,
            });
        }
        if drafts.iter().all(|d| d.head.authors.is_empty()) {
            self.missing.push("authors: none in the text".to_owned());
        }
        if drafts.iter().all(|d| d.head.source.is_none()) {
            self.missing.push("source: none in the text".to_owned());
        }
        if drafts.iter().all(|d| d.head.rights.is_none()) {
            let told = "rights: not stated; published in full unless you say `rights: quote`";
            self.missing.push(told.to_owned());
        }
    }

    /// Tells a heading that had other words than ours.
    fn rename(&mut self, block: &Block, title: &str) {
        let is_heading = block.role == Role::TakeawaysHeading && !block.lines.is_empty();
        let whole = is_heading.then_some(&block.text);
        let part = block.asides.iter().find(|a| a.way == Way::Heading);
        let (of, ours) = match block.role {
            Role::Heading(_) => ("the conclusion of an edition", block.text.as_str()),
            _ => ("a section for decision-makers", title),
        };
        if let Some(text) = whole.or(part.map(|aside| &aside.text))
            && words::label(text) != words::label(ours)
        {
            self.renamed.push(Renamed {
                line: block.line(),
                text: text.trim().to_owned(),
                of,
            });
        }
    }

    fn line(&mut self, block: &Block, listings: &[Listing]) {
        let (line, count) = (block.line(), block.own_lines());
        self.lines_read += count;
        let mut tickers = listings.iter().filter(|listing| listing.line == line);
        for aside in &block.asides {
            let ticker = Some(aside)
                .filter(|a| a.why == TICKER)
                .and_then(|_| tickers.next());
            let line = ticker.map_or(line, |ticker| ticker.at);
            let text = aside.text.clone();
            let reason = aside.why;
            match aside.way {
                Way::Head(field) => self.moved.push(Moved {
                    line,
                    to: field.key(),
                    text,
                    reason,
                }),
                Way::Dropped => self.dropped.push(Dropped { line, text, reason }),
                Way::Heading => {}
            }
        }
        let text = block.text.clone();
        match block.role {
            Role::Dropped if block.why == OUTSIDE => {
                self.lines_dropped += count;
                self.outside += count;
            }
            Role::Dropped => {
                self.lines_dropped += count;
                self.dropped.push(Dropped {
                    line,
                    text,
                    reason: block.why,
                });
            }
            Role::Moved(_) if block.lines.is_empty() => {}
            Role::Moved(field) => {
                self.lines_moved += count;
                self.moved.push(Moved {
                    line,
                    to: field.key(),
                    text,
                    reason: block.why,
                });
            }
            _ => self.lines_kept += count,
        }
        if count > 1 {
            self.joined.push(block.lines.clone());
        }
    }
}

/// The texts, each once, in their order and with commas between; none where there are none.
fn once(texts: impl Iterator<Item = String>) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}
