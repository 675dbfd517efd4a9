//! The head of a forwarded mail that a program wrote as a table, made lines of their own. Enter by
//! [`free`].

use dom_query::{Document, NodeRef};

/// Rows of such a head, at least.
const LEAST: usize = 3;

/// Puts the two cells of each row on one line, where all first cells end with a colon.
pub(crate) fn free(document: &Document) {
    for table in document.select("table").nodes() {
        let rows: Vec<NodeRef<'_>> = table
            .descendants_it()
            .filter(|n| n.has_name("tr"))
            .collect();
        let cells: Vec<Vec<NodeRef<'_>>> = rows.iter().map(NodeRef::element_children).collect();
        let is_field = |row: &Vec<NodeRef<'_>>| {
            row.len() == 2 && row[0].text().trim().ends_with(':') && row[0].text().len() <= 40
        };
        if rows.len() < LEAST || !cells.iter().all(is_field) {
            continue;
        }
        for row in &cells {
            let line = format!("{} {}", row[0].text().trim(), row[1].text().trim());
            row[0].set_text(line);
            row[1].remove_from_parent();
        }
        table.set_attr("role", "presentation");
    }
}
