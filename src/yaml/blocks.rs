//! The top-level keys of a mapping, found by their lines: they can be told apart even where the YAML
//! is at fault.

use std::ops::Range;

/// A top-level key with all its lines.
pub(super) struct Block<'a> {
    pub(super) key: &'a str,
    pub(super) range: Range<usize>,
}

pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let key = line
            .split_once(':')
            .map(|(key, _)| key)
            .filter(|_| !line.starts_with([' ', '#', '-', '\n']));
        match (key, blocks.last_mut()) {
            (Some(key), _) => blocks.push(Block {
                key: key.trim_matches(['"', '\'', ' ']),
                range: start..end,
            }),
            (None, Some(last)) => last.range.end = end,
            (None, None) => {}
        }
        start = end;
    }
    blocks
}
