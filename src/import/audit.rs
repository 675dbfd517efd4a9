//! The proof that nothing was lost: every line stands somewhere, in its order, with all its words.
//! Enter by [`check`].

use super::block::{Block, Role};
use super::lexicon::Titles;
use super::words;

/// A body with the blocks of which it was made.
pub(crate) struct Made<'a> {
    pub(crate) blocks: Vec<&'a Block>,
    pub(crate) body: &'a str,
}

/// Checks that each line that is not empty belongs to one block, that blocks keep their order, and
/// that each body holds the words of its blocks' lines, all of them, in their order, and no other.
pub(crate) fn check(
    text: &str,
    blocks: &[&Block],
    made: &[Made<'_>],
    titles: &Titles,
) -> Result<(), String> {
    let lines: Vec<&str> = text.split('\n').collect();
    let read = (1..)
        .zip(&lines)
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(n, _)| n);
    let placed = blocks.iter().flat_map(|b| b.lines.iter().copied());
    if !read.eq(placed) {
        return Err("a line was lost or moved".to_owned());
    }
    made.iter().try_for_each(|made| made.check(&lines, titles))
}

impl Made<'_> {
    fn check(&self, lines: &[&str], titles: &Titles) -> Result<(), String> {
        let is_ours = |line: &&str| {
            let heading = line.trim_start_matches('#').trim_start();
            line.starts_with("##") && (heading == titles.takeaways || heading == titles.conclusion)
        };
        let said = self
            .body
            .lines()
            .filter(|l| !is_ours(l))
            .flat_map(words::words);
        let kept = self
            .blocks
            .iter()
            .filter(|b| b.is_kept() && !is_title(b, titles));
        let mut said = said.peekable();
        for block in kept {
            let asides = block
                .asides
                .iter()
                .map(|aside| words::words(&aside.text).count())
                .sum();
            let raw = block
                .lines
                .iter()
                .filter_map(|n| lines.get(n - 1))
                .flat_map(|l| words::words(l));
            for word in raw.skip(asides) {
                if said.next() != Some(word) {
                    return Err(format!(
                        "line {}: the word « {word} » was lost",
                        block.line()
                    ));
                }
            }
        }
        match said.peek() {
            None => Ok(()),
            Some(word) => Err(format!("the word « {word} » comes from nowhere")),
        }
    }
}

/// Whether the block is a heading whose words are ours.
fn is_title(block: &Block, titles: &Titles) -> bool {
    let is_heading = matches!(block.role, Role::Heading(_));
    block.role == Role::TakeawaysHeading
        || is_heading && (block.text == titles.takeaways || block.text == titles.conclusion)
}
