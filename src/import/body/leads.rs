//! Titles that stand in bold on the line of their prose: `① **Un titre.** Le texte…`. Enter by [`split`].

use crate::import::block::Block;
use crate::import::words::{self, number};

/// Splits the lines that begin so, three of them or more, none with a bullet.
pub(crate) fn split(blocks: &mut Vec<Block>) {
    if blocks.iter().filter(|b| end(b).is_some()).count() < 3 {
        return;
    }
    let mut apart = Vec::with_capacity(blocks.len() * 2);
    for mut block in std::mem::take(blocks) {
        let prose = end(&block).map(|at| block.split_off(at));
        if prose.is_some() {
            block.text = block.text.replace("**", "");
            block
                .text
                .truncate(block.text.trim_end_matches(['.', ' ']).len());
            block.mark = Some(2);
            block.why = "in bold before its prose, as others are";
        }
        apart.push(block);
        apart.extend(prose);
    }
    *blocks = apart;
}

/// Where the title of a line ends: some words in bold after at most a number or an ornament, and prose
/// after them.
fn end(block: &Block) -> Option<usize> {
    let text = block.text.as_str();
    let bold = number::without(text)
        .strip_prefix("**")
        .or(text.strip_prefix("**"))?;
    let (title, prose) = bold.split_once("**")?;
    let is_title = words::count(title, 4) == 4 && !title.ends_with(':') && !prose.starts_with(':');
    let is_line = block.is_open_line() && prose.starts_with(' ') && words::is_prose(prose);
    (is_line && is_title).then(|| text.len() - prose.len())
}
