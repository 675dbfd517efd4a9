//! Tables of data to Markdown; tables that only lay a page out are their content.

use std::collections::BTreeMap;

use dom_query::NodeRef;

use super::inline;
use super::piece::Kind;
use super::walk::Walk;

const MOST_COLUMNS: usize = 60;
const MOST_ROWS: usize = 5000;

/// Whether a table holds data: two rows and two columns, and nothing but words in its cells.
pub(crate) fn is_data(table: &NodeRef<'_>) -> bool {
    let blocks = [
        "table",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "pre",
        "blockquote",
        "form",
        "figure",
    ];
    let holds_blocks = blocks
        .iter()
        .any(|name| table.descendants_it().any(|n| n.has_name(name)));
    let is_layout = table
        .attr("role")
        .is_some_and(|role| matches!(&*role, "presentation" | "none"));
    let rows = rows(table);
    let widest = rows.iter().map(|row| cells(row).len()).max().unwrap_or(0);
    !is_layout
        && !holds_blocks
        && rows.len() >= 2
        && (2..=MOST_COLUMNS).contains(&widest)
        && rows.len() <= MOST_ROWS
}

/// Adds a table, its caption as a paragraph above it.
pub(crate) fn read(walk: &mut Walk<'_>, table: &NodeRef<'_>) {
    for caption in table
        .element_children()
        .iter()
        .filter(|n| n.has_name("caption"))
    {
        let line = inline::line(&caption.children(), walk.links);
        walk.push(caption, Kind::Paragraph, line);
    }
    let grid = grid(walk, table);
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<String> = grid.iter().map(|row| line(row, width)).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(width)));
    }
    walk.push(table, Kind::Whole("a table"), lines.join("\n"));
}

fn line(row: &[String], width: usize) -> String {
    let cells = row
        .iter()
        .map(String::as_str)
        .chain(std::iter::repeat(""))
        .take(width);
    let cells: String = cells
        .map(|cell| {
            if cell.is_empty() {
                "  |".to_owned()
            } else {
                format!(" {cell} |")
            }
        })
        .collect();
    format!("|{cells}")
}

/// The cells by row and column; one that spans several leaves the others empty.
fn grid(walk: &Walk<'_>, table: &NodeRef<'_>) -> Vec<Vec<String>> {
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new(); // column to rows still to come
    let mut grid = Vec::new();
    for row in rows(table) {
        let mut line = Vec::new();
        let mut below = BTreeMap::new();
        for cell in cells(&row) {
            skip_taken(&mut line, &taken);
            let (wide, high) = (span(&cell, "colspan"), span(&cell, "rowspan"));
            for part in 0..wide.min(MOST_COLUMNS.saturating_sub(line.len()).max(1)) {
                below.insert(line.len(), high - 1);
                line.push(if part == 0 {
                    text(walk, &cell)
                } else {
                    String::new()
                });
            }
        }
        taken.retain(|_, rows| {
            *rows = rows.saturating_sub(1);
            *rows > 0
        });
        taken.extend(below.into_iter().filter(|(_, rows)| *rows > 0));
        grid.push(line);
    }
    grid
}

fn skip_taken(line: &mut Vec<String>, taken: &BTreeMap<usize, usize>) {
    while taken.contains_key(&line.len()) {
        line.push(String::new());
    }
}

fn text(walk: &Walk<'_>, cell: &NodeRef<'_>) -> String {
    let parts: Vec<String> = walk
        .inside(cell)
        .into_iter()
        .map(|piece| piece.markdown)
        .collect();
    parts.join(" ").replace("\\\n", " ").replace('|', "\\|")
}

fn span(cell: &NodeRef<'_>, name: &str) -> usize {
    let stated = cell.attr(name).and_then(|n| n.trim().parse().ok());
    stated.unwrap_or(1).clamp(1, MOST_ROWS)
}

/// The rows of this table, not of one inside it.
fn rows<'a>(table: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let is_group = |n: &NodeRef<'_>| {
        ["thead", "tbody", "tfoot"]
            .iter()
            .any(|name| n.has_name(name))
    };
    let mut rows = Vec::new();
    for child in table.element_children() {
        if is_group(&child) {
            rows.extend(
                child
                    .element_children()
                    .into_iter()
                    .filter(|n| n.has_name("tr")),
            );
        } else if child.has_name("tr") {
            rows.push(child);
        }
    }
    rows
}

fn cells<'a>(row: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let is_cell = |n: &NodeRef<'_>| n.has_name("td") || n.has_name("th");
    row.element_children().into_iter().filter(is_cell).collect()
}
