//! Charts that an editor typed into a raw text are data: no pass reads them, none changes them.

use crate::import::block::{Block, Form, Role};

/// With which a fence opens and closes.
const SIGNS: [&str; 2] = ["```", "~~~"];

/// The text with empty lines in place of its charts (fenced blocks that open with ```` ```chart ````),
/// and each of them as a block that is decided already.
pub(crate) fn set_aside(text: &str) -> (String, Vec<Block>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let closings = SIGNS.map(|sign| closings(&lines, sign));
    let (mut charts, mut at) = (Vec::new(), 0);
    while at < lines.len() {
        match end(at, lines[at], &closings) {
            Some(end) => {
                charts.push(chart(at, &lines[at..end]));
                lines[at..end].fill("");
                at = end;
            }
            None => at += 1,
        }
    }
    (lines.join("\n"), charts)
}

/// Puts the charts back among the blocks, in the order of their lines.
pub(crate) fn put_back(blocks: &mut Vec<Block>, charts: Vec<Block>) {
    blocks.extend(charts);
    blocks.sort_by_key(Block::line);
}

/// Where lines stand that are this sign alone.
fn closings(lines: &[&str], sign: &str) -> Vec<usize> {
    let is_sign = |at: &usize| lines[*at].trim_end() == sign;
    (0..lines.len()).filter(is_sign).collect()
}

/// Where the chart that opens with this line ends; none where it is no chart, or never closed.
fn end(at: usize, opening: &str, closings: &[Vec<usize>]) -> Option<usize> {
    let (sign, closings) = SIGNS
        .iter()
        .zip(closings)
        .find(|(sign, _)| opening.starts_with(**sign))?;
    let name = opening[sign.len()..].trim();
    let closing = closings.get(closings.partition_point(|closing| *closing <= at))?;
    name.eq_ignore_ascii_case("chart").then_some(closing + 1)
}

fn chart(at: usize, lines: &[&str]) -> Block {
    let typed = (at + 1..)
        .zip(lines)
        .filter(|(_, line)| !line.trim().is_empty());
    Block {
        lines: typed.map(|(number, _)| number).collect(),
        form: Form::Whole,
        why: "a chart, as typed",
        ..Block::added(&lines.join("\n"), Role::Paragraph)
    }
}
