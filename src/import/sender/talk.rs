//! A conversation that was pasted: stamps before what is said, or a line above it with a name and a time. What
//! the one says who says the most is the text; answers of a few words are not. Enter by [`read`].

use std::collections::HashMap;

use crate::import::block::{Aside, Block, Role, Way, drop_all};
use crate::import::dates::{self, clock};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::lines;
use crate::import::words;

/// Where a message begins: its block, how long its stamp is, who wrote it (none where a program did).
struct Head {
    at: usize,
    stamp: usize,
    author: Option<String>,
}

/// How long a stamp is, and whom it names.
type Stamp = Option<(usize, Option<String>)>;

/// Takes the stamps off, and drops what others than the main author say; the day of the first message.
pub(super) fn read(blocks: &mut [Block], facts: &mut Facts, lexicon: &Lexicon) {
    let heads = heads(blocks, lexicon);
    let Some(main) = main_author(blocks, &heads) else {
        return;
    };
    drop_channel(&mut blocks[..heads[0].at]);
    for (n, head) in heads.iter().enumerate() {
        let end = heads.get(n + 1).map_or(blocks.len(), |next| next.at);
        if head.author.as_deref() == Some(main.as_str()) {
            facts.stamped(&blocks[head.at], lexicon);
            take_off(&mut blocks[head.at], head.stamp);
        } else {
            drop_all(
                &mut blocks[head.at..end],
                "what somebody answers in a conversation",
            );
        }
    }
}

/// The stamped lines, three of them or more; else the lines of a name and a time, two or more.
fn heads(blocks: &[Block], lexicon: &Lexicon) -> Vec<Head> {
    let all = |read: fn(&str, &Lexicon) -> Stamp| -> Vec<Head> {
        let lines = blocks.iter().enumerate().filter(|(_, b)| b.is_open_line());
        let found = lines.filter_map(|(at, b)| {
            let (stamp, author) = read(words::head(&b.text, 120), lexicon)?;
            Some(Head { at, stamp, author })
        });
        found.collect()
    };
    let stamped = all(stamped);
    let headed = all(headed);
    match (stamped.len() >= 3, headed.len() >= 2) {
        (true, _) => stamped,
        (false, true) => headed,
        (false, false) => Vec::new(),
    }
}

/// `[12/05/2026 07:48:10] Léa Martin: …`, `12/05/2026, 07:48 - Léa Martin: …`
fn stamped(text: &str, lexicon: &Lexicon) -> Stamp {
    let inner = text.trim_start_matches(['[', '\u{200e}']);
    let (_, rest) = dates::at_start(inner, lexicon)?;
    let rest = clock::after_time(rest.trim_start_matches([',', ' ', '\u{202f}']))?;
    let rest = rest.trim_start_matches([']', ' ', '-', '–', ':', '\u{200e}']);
    let author = rest
        .split_once(": ")
        .map(|(name, _)| name)
        .filter(|name| words::at_most(name, 4) && name.starts_with(|c: char| !c.is_lowercase()));
    let said = author.map_or(rest, |name| &rest[name.len() + 2..]);
    Some((text.len() - said.len(), author.map(str::to_owned)))
}

/// `Léa Martin mardi 09:12`, `Léa Martin  9:12 AM`: a line of nothing else.
fn headed(text: &str, lexicon: &Lexicon) -> Stamp {
    const LONGEST: usize = 7;
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let time = tokens.iter().position(|token| {
        let plain = token.trim_matches(['[', ']', '(', ')']);
        clock::after_time(plain).is_some_and(str::is_empty)
    })?;
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase) && !word.contains([':', ',']);
    let name = tokens[..time].iter().take_while(is_name).count();
    let is_day = |word: &&str| {
        let folded = words::fold(word.trim_end_matches(','));
        lexicon[List::Weekdays].has(&folded)
            || lexicon[List::DateLinks].has(&folded)
            || lexicon[List::Relative].has(&folded)
            || word.contains('/')
    };
    let is_half = |word: &&str| ["AM", "PM"].contains(word);
    let is_whole = (2..=3).contains(&name)
        && tokens.len() <= LONGEST
        && tokens[name..time].iter().all(is_day)
        && tokens[time + 1..].iter().all(is_half);
    is_whole.then(|| (text.len(), Some(tokens[..name].join(" "))))
}

/// Who says the most, by far, and first.
fn main_author(blocks: &[Block], heads: &[Head]) -> Option<String> {
    let mut said: HashMap<&str, usize> = HashMap::new();
    for (n, head) in heads.iter().enumerate() {
        let end = heads.get(n + 1).map_or(blocks.len(), |next| next.at);
        let own = blocks[head.at..end]
            .iter()
            .map(|b| b.text.len())
            .sum::<usize>();
        if let Some(author) = &head.author {
            *said.entry(author).or_default() += own.saturating_sub(head.stamp);
        }
    }
    let all: usize = said.values().sum();
    let main = said
        .into_iter()
        .find(|(_, own)| *own > 0 && own * 10 >= all * 7)?;
    Some(main.0.to_owned())
}

/// Takes the stamp off a message's first line.
fn take_off(block: &mut Block, stamp: usize) {
    const WHY: &str = "who wrote a message, and when";
    let said = block.text[stamp.min(block.text.len())..].trim().to_owned();
    if words::count(&said, 1) == 0 {
        return block.decide(Role::Dropped, WHY);
    }
    let text = block.text[..stamp].trim().to_owned();
    block.asides.push(Aside {
        text,
        way: Way::Dropped,
        why: WHY,
    });
    block.text = said;
    block.gap = true;
    lines::mark(block);
}

/// Drops what stands above the first message and is no sentence: the channel's name, its tabs, a day.
fn drop_channel(blocks: &mut [Block]) {
    if blocks
        .iter()
        .all(|b| !b.is_open() || !words::ends_sentence(&b.text))
    {
        drop_all(blocks, "the frame of a conversation");
    }
}

impl Facts {
    /// Takes the day of a stamp, the first one.
    fn stamped(&mut self, block: &Block, lexicon: &Lexicon) {
        let inner = block.text.trim_start_matches(['[', '\u{200e}']);
        if let Some((value, _)) =
            dates::at_start(inner, lexicon).filter(|_| self.published.is_empty())
        {
            let line = block.line();
            self.published.push(Told { value, line });
        }
    }
}
