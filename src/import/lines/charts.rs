//! Charts that an editor typed into a raw text are data: no pass reads them, none changes them.

use crate::import::block::{Block, Form, Role};

/// The text with empty lines in place of its charts (fenced blocks that open with ```` ```chart ````),
/// and each of them as a block that is decided already.
pub(crate) fn set_aside(text: &str) -> (String, Vec<Block>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut charts = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match end(&lines[at..]) {
            Some(length) => {
                charts.push(chart(at, &lines[at..at + length]));
                lines[at..at + length].fill("");
                at += length;
            }
            None => at += 1,
        }
    }
    (lines.join("\n"), charts)
}

/// Puts the charts back among the blocks, in the order of their lines.
pub(crate) fn put_back(blocks: &mut Vec<Block>, charts: Vec<Block>) {
    for chart in charts {
        let at = blocks.partition_point(|block| block.line() < chart.line());
        blocks.insert(at, chart);
    }
}

/// How many lines the chart that opens on the first one has; none where it is no chart, or never closed.
fn end(lines: &[&str]) -> Option<usize> {
    let (opening, rest) = lines.split_first()?;
    let sign = ["```", "~~~"]
        .into_iter()
        .find(|sign| opening.starts_with(sign))?;
    let name = opening[sign.len()..].trim();
    let closing = rest.iter().position(|line| line.trim_end() == sign)?;
    name.eq_ignore_ascii_case("chart").then_some(closing + 2)
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
