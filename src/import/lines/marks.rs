//! Signs with which a typed line says what it is: an item, a heading.

use crate::import::block::Block;
use crate::import::words;

/// Signs that begin an item of a list.
const BULLETS: &str = "•-–*▪◦·‣⁃●○■□◆◇►▶▸→➜➔➤✓✔✅☑";

/// Makes an item of a line below a bullet that stands on a line of its own, where several do.
pub(super) fn put_bullets(blocks: &mut [Block]) {
    let is_lone = |b: &Block| matches!(b.text.as_str(), "-" | "–" | "*");
    let is_item = |pair: &[Block]| {
        let (bullet, next) = (&pair[0], &pair[1]);
        is_lone(bullet) && !next.gap && next.is_open_line() && !is_lone(next)
    };
    let items: Vec<usize> = (1..blocks.len())
        .filter(|i| is_item(&blocks[i - 1..=*i]))
        .collect();
    if items.len() < 2 {
        return;
    }
    for i in items {
        (blocks[i].bullet, blocks[i].mark) = (Some(0), None);
    }
}

/// `- Un intertitre -`, `- 12 -`: what stands between two dashes.
pub(super) fn between_dashes(line: &str) -> Option<&str> {
    const DASHES: [char; 3] = ['-', '–', '—'];
    let inner = line.strip_prefix(DASHES)?.strip_suffix(DASHES)?;
    let is_apart = inner.starts_with(' ') && inner.ends_with(' ');
    (is_apart && words::at_most(inner, 8) && !inner.contains(DASHES)).then(|| inner.trim())
}

/// Marks a block as the heading that Markdown says it is, once its words are its own.
pub(crate) fn mark(block: &mut Block) {
    let heading = without_mark(&block.text).map(|(level, text)| (level, text.to_owned()));
    if let Some((level, text)) = heading {
        (block.mark, block.text) = (Some(level), text);
    }
}

pub(super) fn without_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(|c| BULLETS.contains(c))?;
    let rest = rest.trim_start_matches('\u{fe0f}');
    let has_words = rest.chars().any(char::is_alphanumeric);
    let stands_apart = rest.starts_with(char::is_whitespace) || line.starts_with('•');
    (has_words && stands_apart).then(|| rest.trim_start())
}

/// The level and the text of a heading as Markdown marks it: `## Titre`, `**Titre**`.
pub(super) fn without_mark(line: &str) -> Option<(u8, &str)> {
    let (level, text) = hashes(line).or_else(|| bold(line))?;
    let is_heading = words::at_most(text, 20) && !words::is_closed(text);
    (is_heading && words::count(text, 1) == 1).then_some((level, text))
}

fn hashes(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - text.len())
        .ok()
        .filter(|level| (1..=6).contains(level))?;
    text.starts_with(' ').then(|| (level, text.trim_start()))
}

/// `**Titre**`, `__Titre__`, `*Titre*`, `== Titre ==`
fn bold(line: &str) -> Option<(u8, &str)> {
    const SIGNS: [&str; 5] = ["**", "__", "===", "==", "*"];
    let inner = |sign: &str| line.strip_prefix(sign)?.strip_suffix(sign);
    let text = SIGNS.iter().find_map(|sign| inner(sign))?;
    (!text.contains(['*', '='])).then(|| (2, text.trim()))
}
