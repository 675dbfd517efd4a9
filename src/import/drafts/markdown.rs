//! Blocks to canonical Markdown: one empty line between blocks, `-` lists, `##` sections, signs
//! escaped only where Markdown would read them as markup.

use crate::import::block::{Block, Form, Role};
use crate::import::lexicon::{Lexicon, List, Titles};
use crate::import::words::escape::{self, heading, inline, item, line};
use crate::import::words::{self, number};

/// How a run of blocks is written.
pub(crate) struct Style<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) titles: &'a Titles,
    /// The level of the heading for decision-makers.
    pub(crate) takeaways_level: u8,
    /// By how much other headings are raised.
    pub(crate) raise: u8,
}

/// The Markdown of the blocks whose words are kept.
pub(crate) fn body(blocks: &[Block], style: &Style<'_>) -> String {
    let mut out = String::new();
    let mut before: Option<&Block> = None;
    let mut nest = Nest::default();
    let kept: Vec<&Block> = blocks.iter().filter(|b| b.is_kept()).collect();
    for (i, block) in kept.iter().enumerate() {
        let (is_same_list, indent) = nest.place(block, before);
        if before.is_some() {
            out.push_str(if is_same_list { "\n" } else { "\n\n" });
        }
        out.push_str(&" ".repeat(indent));
        match block.role {
            Role::TakeawaysHeading => out.push_str(&style.takeaways(&kept[i + 1..])),
            _ => out.push_str(&style.markdown(block)),
        }
        before = Some(block);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// How deep the items of a list stand in each other.
#[derive(Default)]
struct Nest {
    /// How far the bullets are indented that are open, in the text.
    indents: Vec<usize>,
    /// How far what stands below a numbered item is indented, in Markdown.
    below_number: usize,
}

impl Nest {
    /// Whether a block goes on with the list before it, and how far it is indented.
    fn place(&mut self, block: &Block, before: Option<&Block>) -> (bool, usize) {
        const BELOW_NUMBER: usize = 3;
        let follows = |role: Role| before.is_some_and(|b| b.role == role);
        let own = block.bullet.unwrap_or(0);
        if !is_item(block) {
            *self = Self::default();
            return (false, 0);
        }
        if block.role == Role::Numbered {
            let goes_on = follows(Role::Numbered) || follows(Role::Item) && self.below_number > 0;
            (self.indents, self.below_number) = (Vec::new(), BELOW_NUMBER);
            return (goes_on, 0);
        }
        let is_below = self.below_number > 0 && own >= 2 && block.role == Role::Item;
        if !is_below && (!follows(block.role) || self.below_number > 0) {
            *self = Self::default();
        }
        let goes_on = is_below || follows(block.role);
        while self.indents.last().is_some_and(|last| own < *last) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|last| own >= last + 2) {
            self.indents.push(own);
        }
        (goes_on, self.below_number + 2 * (self.indents.len() - 1))
    }
}

fn is_item(block: &Block) -> bool {
    matches!(block.role, Role::Item | Role::Takeaway | Role::Numbered)
}

impl Style<'_> {
    fn markdown(&self, block: &Block) -> String {
        match block.role {
            Role::Audience => format!(
                "{} {}",
                hashes(self.takeaways_level + 1),
                heading(&block.text)
            ),
            Role::Heading(level) => {
                let text = match block.form {
                    Form::Plain => heading(&block.text),
                    _ => escape::heading_end(block.text.clone()),
                };
                format!("{} {text}", hashes(self.level(level)))
            }
            Role::Takeaway if is_numbered(block) => numbered(&block.text),
            Role::Item | Role::Takeaway if block.form == Form::Plain => {
                format!("- {}", item(&block.text))
            }
            Role::Item | Role::Takeaway => {
                format!("- {}", escape::item_start(block.text.clone()))
            }
            _ if block.form == Form::Whole => block.text.clone(),
            Role::Numbered if block.form == Form::Inline => block.text.clone(),
            _ if block.form == Form::Inline => escape::start(block.text.clone()),
            Role::Numbered => numbered(&block.text),
            _ => self.paragraph(&block.text),
        }
    }

    /// The level at which a heading is written.
    fn level(&self, level: u8) -> u8 {
        level.saturating_sub(self.raise).max(2)
    }

    /// What stands before the points for decision-makers: a heading, or a line that takes only the
    /// list right after it, where a heading would also take what follows that list.
    fn takeaways(&self, below: &[&Block]) -> String {
        let is_data = |b: &&&Block| is_item(b) || b.role == Role::Audience;
        let points = below.iter().take_while(is_data).count();
        let is_end = below.get(points).is_none_or(|next| match next.role {
            Role::Heading(level) => self.level(level) <= self.takeaways_level,
            role => role == Role::TakeawaysHeading,
        });
        if points == 0 || is_end {
            format!("{} {}", hashes(self.takeaways_level), self.titles.takeaways)
        } else {
            self.titles.takeaways_line.clone()
        }
    }

    fn paragraph(&self, text: &str) -> String {
        match run_in(text, self.lexicon) {
            Some((label, rest)) => format!("**{}** {}", inline(label), inline(rest)),
            None => line(text),
        }
    }
}

fn hashes(level: u8) -> &'static str {
    &"######"[..usize::from(level.min(6))]
}

/// Whether a takeaway keeps the number of its line.
fn is_numbered(block: &Block) -> bool {
    let is_plain = block.form == Form::Plain && block.bullet.is_none();
    is_plain && number::of(&block.text).is_some_and(|(n, _)| block.text.starts_with(&n.to_string()))
}

fn numbered(text: &str) -> String {
    match number::of(text) {
        Some((number, rest)) => format!("{number}. {}", line(rest)),
        None => line(text),
    }
}

/// `Implications stratégiques : Ces valorisations…`: a few words and a colon, then a sentence that
/// begins anew with a capital.
fn run_in<'t>(text: &'t str, lexicon: &Lexicon) -> Option<(&'t str, &'t str)> {
    let colon = words::head(text, 120).find(':')?;
    let (label, rest) = text.split_at(colon + 1);
    let first = label.split([' ', '\'', '’']).next().map(words::fold)?;
    let is_label = words::at_most(label, 6)
        && label.starts_with(char::is_uppercase)
        && !label.contains([',', '.', '«', '"', '(', ';'])
        && !lexicon[List::FunctionWords].has(&first);
    let starts_anew = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
    (is_label && starts_anew && words::count(rest, 8) >= 8).then(|| (label, rest.trim_start()))
}
