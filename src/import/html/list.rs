//! Lists: each item of the outermost list is a piece; what stands deeper is indented below it.

use dom_query::NodeRef;

use super::piece::{Kind, Piece, write};
use super::walk::Walk;

/// Adds the items of a list.
pub(crate) fn read(walk: &mut Walk<'_>, list: &NodeRef<'_>) {
    let is_numbered = list.has_name("ol");
    let start = list.attr("start").and_then(|start| start.parse().ok());
    let mut number: u32 = start.unwrap_or(1);
    for child in list.element_children() {
        if !child.has_name("li") {
            walk.through(&child);
            continue;
        }
        if let Some(label) = walk.links.notes.own_label(&child) {
            walk.note(&child, label);
            number = number.saturating_add(1);
            continue;
        }
        let text = item(&walk.inside(&child));
        if text.is_empty() {
            continue;
        }
        let (kind, text) = if is_numbered {
            (
                Kind::Numbered(number),
                indented(&text, number.to_string().len() + 2),
            )
        } else {
            (Kind::Item, indented(&text, 2))
        };
        walk.push(&child, kind, text);
        number = number.saturating_add(1);
    }
}

/// An item's pieces: its words, with a list of its own right below them.
fn item(pieces: &[Piece]) -> String {
    let Some((first, rest)) = pieces.split_first() else {
        return String::new();
    };
    let is_list = |piece: &Piece| matches!(piece.kind, Kind::Item | Kind::Numbered(_));
    let first = match first.kind {
        Kind::Paragraph => first.markdown.clone(),
        _ => write(std::slice::from_ref(first)),
    };
    if rest.is_empty() {
        return first;
    }
    let between = if rest.iter().all(is_list) {
        "\n"
    } else {
        "\n\n"
    };
    format!("{first}{between}{}", write(rest))
}

/// All lines but the first one moved to the right.
pub(crate) fn indented(text: &str, by: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&" ".repeat(by));
            }
        }
        out.push_str(line);
    }
    out
}
