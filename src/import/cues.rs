//! Takeaways whose heading stands on their own line. Enter by [`split`].

use std::collections::HashSet;

use super::block::{Aside, Block, Role, Way};
use super::lexicon::{Lexicon, List};
use super::words;

/// Splits a line that holds both the heading for decision-makers and its text
/// (`Pour les décideurs : relisez vos contrats`) into the two.
pub(crate) fn split(blocks: &mut Vec<Block>, lexicon: &Lexicon) {
    let repeated = repeated_cues(blocks, lexicon);
    let mut whole = Vec::with_capacity(blocks.len());
    for mut block in blocks.drain(..) {
        if let Some((cue, rest)) = takeaway_line(&block, &repeated, lexicon) {
            let aside = Aside {
                text: cue,
                way: Way::Heading,
                why: "the heading for decision-makers",
            };
            whole.push(Block {
                gap: block.gap,
                ..Block::added(&aside.text, Role::TakeawaysHeading)
            });
            block.asides.push(aside);
            block.text = rest;
            block.decide(
                Role::Takeaway,
                "follows the heading for decision-makers on its line",
            );
        }
        whole.push(block);
    }
    *blocks = whole;
}

/// Cues that name such a section only because several lines begin with them.
fn repeated_cues(blocks: &[Block], lexicon: &Lexicon) -> HashSet<String> {
    let mut seen = HashSet::new();
    let cues = blocks.iter().filter(|b| b.is_open_line()).filter_map(cue);
    let labels = cues.map(|(cue, _)| words::label(cue)).filter(|label| {
        lexicon[List::TakeawaysLists].has(label) || lexicon[List::LateTakeaways].has(label)
    });
    labels.filter(|label| !seen.insert(label.clone())).collect()
}

/// What stands before and after the first colon, if both are words.
fn cue(block: &Block) -> Option<(&str, &str)> {
    let (cue, rest) = block
        .text
        .split_once(':')
        .filter(|(cue, _)| cue.len() <= 100)?;
    rest.chars()
        .any(char::is_alphanumeric)
        .then_some((cue, rest))
}

fn takeaway_line(
    block: &Block,
    repeated: &HashSet<String>,
    lexicon: &Lexicon,
) -> Option<(String, String)> {
    let (cue, rest) = cue(block).filter(|_| block.is_open_line())?;
    let label = words::label(cue);
    let is_cue = lexicon[List::Takeaways].has(&label) || repeated.contains(&label);
    is_cue.then(|| (cue.to_owned(), rest.trim().to_owned()))
}
