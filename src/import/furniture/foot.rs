//! The foot of a text, told by its own shape: lines below the last sentence of the article that say nothing
//! of its subject. Enter by [`drop`].
//!
//! From the end upwards, a line goes where enough speaks against it: it is no sentence in a text of sentences;
//! it speaks to the reader, of the page or of itself; it names who wrote or published the text, a way to reach
//! them, what a book costs.

use crate::import::block::{Block, Field, Role, is_foot};
use crate::import::body::join::is_known_heading;
use crate::import::body::whom;
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::sender::pasted::has_telephone;
use crate::import::words::{self, number};

/// How many lines of prose a text has at least whose foot is looked for.
const PROSE: usize = 2;

/// How many words a line of a foot has at most, and one that is no sentence.
const LONGEST: usize = 50;
const LABEL: usize = 16;

/// Drops these lines.
pub(crate) fn drop(blocks: &mut [Block], facts: &Facts, lexicon: &Lexicon) {
    let is_prose =
        |b: &Block| b.is_kept() && words::ends_sentence(&b.text) && words::count(&b.text, 8) == 8;
    let places: Vec<usize> = (0..blocks.len())
        .filter(|i| is_prose(&blocks[*i]))
        .collect();
    let Some(least) = places.get(PROSE - 1).copied() else {
        return;
    };
    let names = names(facts);
    let mut is_among = blocks.last().is_some_and(|b| b.role == Role::Dropped);
    for i in (least + 1..blocks.len()).rev() {
        if blocks[i].role == Role::Dropped || blocks[i].role == Role::Moved(Field::About) {
            is_among = true;
            continue;
        }
        let foot = Foot {
            blocks,
            names: &names,
            is_among,
            lexicon,
        };
        if !foot.holds(i) {
            break;
        }
        blocks[i].decide(
            Role::Dropped,
            "below the article's end, and not of its subject",
        );
        is_among = true;
    }
}

/// The folded names of those who wrote or published the text, and of the text.
fn names(facts: &Facts) -> Vec<String> {
    let told = facts
        .authors
        .iter()
        .chain(&facts.source)
        .chain(&facts.title);
    let whole = told.map(|told| words::fold(&told.value));
    let parts = whole.flat_map(|name| {
        let first = name.split([':', '–', '—', '|']).next().map(str::trim);
        let first = first.unwrap_or_default().to_owned();
        [name, first]
    });
    parts.filter(|name| name.len() >= 4).collect()
}

struct Foot<'a> {
    blocks: &'a [Block],
    names: &'a [String],
    /// Whether what stands below is furniture, or nothing does.
    is_among: bool,
    lexicon: &'a Lexicon,
}

impl Foot<'_> {
    /// Whether a line belongs to the foot.
    fn holds(&self, i: usize) -> bool {
        let block = &self.blocks[i];
        let text = &block.text;
        if !block.is_open_line() || !block.is_short() || !words::at_most(text, LONGEST) {
            return false;
        }
        let is_aside = text.starts_with('(') && text.ends_with(')');
        let is_point = number::ornament(text).is_some()
            && whom::is_labelled(number::without(text), self.lexicon);
        let is_kept = is_point || self.is_told(text) || self.leads(i) || self.is_repeated(i);
        if is_aside || text.ends_with(',') || is_kept {
            return false;
        }
        let is_sentence = words::ends_sentence(text);
        if !is_sentence && block.mark.is_none() && words::at_most(text, LABEL) {
            return !self.says_something(text);
        }
        block.mark.is_none() && self.weight(i) >= 3
    }

    /// Whether a later pass takes the line: an address, tags, sources, a heading of these.
    fn is_told(&self, text: &str) -> bool {
        let label = words::label(words::head(text, 200));
        let is_tags = text
            .split_once(':')
            .is_some_and(|(cue, _)| self.lexicon[List::Tags].has(&words::label(cue)));
        is_known_heading(&label, self.lexicon)
            || links::after_cue(text, self.lexicon).is_some()
            || links::find(text).is_some() && !words::ends_sentence(text)
            || text.starts_with('#')
            || text.contains('\t')
            || is_tags
    }

    /// Whether a line above leads to this one: it ends with a colon or a comma, or names a list.
    fn leads(&self, i: usize) -> bool {
        let is_list =
            |b: &Block| b.is_short() && is_known_heading(&words::label(&b.text), self.lexicon);
        let above = self.blocks[..i]
            .iter()
            .rev()
            .find(|b| b.role != Role::Dropped);
        let is_led = above.is_some_and(|b| {
            let is_open = b.text.trim_end().ends_with(':') || is_list(b);
            let goes_on = !self.blocks[i].gap && b.text.ends_with(',');
            b.bullet.is_none() && (is_open || goes_on)
                || b.bullet.is_some() && !self.blocks[i].gap && !words::ends_sentence(&b.text)
        });
        is_led || self.is_listed(i)
    }

    /// Whether it is a few words below a text, as others are below the texts above: whose each is.
    fn is_repeated(&self, i: usize) -> bool {
        let is_below = |at: &usize| {
            let block = &self.blocks[*at];
            block.is_open_line() && words::at_most(&block.text, 6) && is_foot(self.blocks, *at)
        };
        is_below(&i) && (0..i).filter(is_below).nth(1).is_some()
    }

    /// Whether it stands in a list of names and addresses below the heading of one.
    fn is_listed(&self, i: usize) -> bool {
        const MOST: usize = 20;
        let above = self.blocks[i.saturating_sub(MOST)..i].iter().rev();
        let mut names = above.take_while(|b| !words::ends_sentence(&b.text));
        names.any(|b| b.is_short() && is_known_heading(&words::label(&b.text), self.lexicon))
    }

    /// Whether a line without a final sign is a sentence all the same: it has a verb, and some length.
    fn says_something(&self, text: &str) -> bool {
        const LONG: usize = 9;
        let folded = words::fold(text);
        let speaks = self.lexicon[List::Reader].count_in(&folded) > 0;
        let is_verbal = self.lexicon[List::FiniteVerbs].count_in(&folded) > 0;
        is_verbal && !speaks && words::count(text, LONG) == LONG && !self.is_among
    }

    /// How much speaks against a sentence.
    fn weight(&self, i: usize) -> usize {
        let text = &self.blocks[i].text;
        let folded = words::fold(&unquoted(text));
        let has = |list: List| self.lexicon[list].count_in(&folded) > 0;
        let begins = |list: List| {
            let mut parts = folded.split(['.', '!', '?', ',']).map(str::trim);
            parts.any(|part| self.lexicon[list].beginning(part).is_some())
        };
        let calls = begins(List::PageCalls) || begins(List::Calls) || begins(List::Actions);
        let phrase = self.lexicon[List::PagePhrases].found_in(&folded);
        let says_of_page =
            phrase.is_some_and(|p| p.matches(' ').count() >= 2 || calls || has(List::Reader));
        let is_named = |name: &String| folded.starts_with(name.as_str());
        let is_inside = |name: &String| folded.contains(name.as_str());
        let says = [
            (has(List::Reader), 1),
            (calls, 1),
            (
                self.lexicon[List::PageCalls].beginning(&folded).is_some(),
                1,
            ),
            (has(List::PageThings) || has(List::Itself), 1),
            (
                has(List::Imprints) || has(List::MailFooters) || has(List::Disclaimer),
                2,
            ),
            (
                says_of_page || has(List::Credits) || has(List::CompanyMarks),
                2,
            ),
            (calls && (has(List::Lures) || has(List::Offers)), 1),
            (self.names.iter().any(is_named), 2),
            (
                !self.names.iter().any(is_named) && self.names.iter().any(is_inside),
                1,
            ),
            (has_way(text) || text.contains('©'), 2),
            (is_book(&folded), 3),
            (self.is_among, 1),
            (begins(List::AuthorNote) || begins(List::CompanyNote), 1),
        ];
        let all: usize = says
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, weight)| weight)
            .sum();
        let own = all - usize::from(self.is_among);
        if own >= 2 { all } else { 0 }
    }
}

/// A text without what stands in quotes.
pub(super) fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut own = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '«' | '“' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own
}

/// A telephone or an address for letters.
fn has_way(text: &str) -> bool {
    let is_mail = |word: &str| {
        word.split_once('@')
            .is_some_and(|(a, b)| !a.is_empty() && b.contains('.'))
    };
    has_telephone(text) || text.split_whitespace().any(is_mail)
}

/// `Le Titre, éditions du Nord, 192 pages, 18 euros.`
fn is_book(folded: &str) -> bool {
    let counts = |unit: &str| {
        folded.match_indices(unit).any(|(at, _)| {
            folded[..at]
                .trim_end()
                .ends_with(|c: char| c.is_ascii_digit())
        })
    };
    (counts("pages") || counts("p."))
        && (counts("euros") || counts("€") || folded.contains('£') || folded.contains('$'))
}
