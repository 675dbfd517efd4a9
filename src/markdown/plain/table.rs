//! Tables of plain text: columns side by side where they fit, otherwise a list of rows.

use unicode_width::UnicodeWidthStr;

use super::page::wrap;

/// Columns between two columns.
const GAP: usize = 2;

/// A table while its cells come in; the first row is its head.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
}

impl Table {
    pub(super) fn cell(&mut self, words: &str) {
        self.row.push(words.replace('\n', " "));
    }

    pub(super) fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// Its lines, at most `width` columns wide.
    pub(super) fn set(&self, width: usize) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let widest = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        let whole = widths.iter().sum::<usize>() + GAP * columns.saturating_sub(1);
        if whole <= width {
            self.side_by_side(&widths)
        } else {
            self.listed(width)
        }
    }

    fn side_by_side(&self, widths: &[usize]) -> String {
        let dashes: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        let mut rows = self.rows.iter();
        let head = rows.next().into_iter().chain([&dashes]);
        let lines = head.chain(rows).map(|row| {
            let cells = row.iter().zip(widths);
            let padded = cells.map(|(cell, width)| {
                let pad = width.saturating_sub(cell.width()) + GAP;
                format!("{cell}{}", " ".repeat(pad))
            });
            padded.collect::<String>().trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Each row as an item; each cell after the first with the name of its column.
    fn listed(&self, width: usize) -> String {
        let Some((head, rows)) = self.rows.split_first() else {
            return String::new();
        };
        let items = rows.iter().flat_map(|row| {
            row.iter().enumerate().map(|(i, cell)| match head.get(i) {
                Some(name) if i > 0 && !name.is_empty() => {
                    wrap(&format!("{name} | {cell}"), width, "  ", "    ")
                }
                _ => wrap(cell, width, "- ", "  "),
            })
        });
        items.collect::<Vec<_>>().join("\n")
    }
}
