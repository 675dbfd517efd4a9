//! Points that a page sets as a table, an audience a row, or as lines of one paragraph below a line in
//! bold. Enter by [`listed`].

use super::piece::{Kind, Piece};
use crate::import::body::whom;
use crate::import::lexicon::Lexicon;
use crate::import::words;

/// Why the first row of such a table is no point.
pub(crate) const HEAD: &str = "the head of a table of points";
/// Words that name an audience in a cell.
const LABEL: usize = 8;

/// The pieces of a piece that holds points; the piece itself where it does not.
pub(crate) fn listed(piece: Piece, lexicon: &Lexicon) -> Vec<Piece> {
    match piece.kind {
        Kind::Whole("a table") => rows(&piece, lexicon),
        Kind::Paragraph if piece.markdown.starts_with("**") => lines(&piece, lexicon),
        _ => None,
    }
    .unwrap_or_else(|| vec![piece])
}

/// `| **Entreprises** | Relire les contrats. |`, two rows or more of which most name an audience.
fn rows(piece: &Piece, lexicon: &Lexicon) -> Option<Vec<Piece>> {
    let rows: Vec<(&str, &str)> = piece
        .markdown
        .lines()
        .filter(|line| !line.starts_with("| ---"))
        .map(two_cells)
        .collect::<Option<_>>()?;
    let is_point = |(label, text): &(&str, &str)| {
        words::at_most(label, LABEL) && names(label, lexicon) && words::count(text, 4) == 4
    };
    let has_head = usize::from(!is_point(rows.first()?));
    let points = &rows[has_head..];
    let named = points.iter().filter(|point| is_point(point)).count();
    let are_short = points.iter().all(|(label, _)| words::at_most(label, LABEL));
    if named < 2 || named * 3 < points.len() * 2 || !are_short {
        return None;
    }
    let head = rows[..has_head].iter().map(|(label, text)| {
        let text = format!("{label} {text}");
        part(piece, Kind::Whole(HEAD), text)
    });
    let points = points.iter().map(|(label, text)| {
        let label = label.trim_matches('*');
        part(piece, Kind::Item, format!("**{label}** : {text}"))
    });
    Some(head.chain(points).collect())
}

fn two_cells(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.strip_prefix("| ")?.split_once(" | ")?;
    let text = rest.strip_suffix(" |")?;
    (!text.contains(" | ") && !label.is_empty()).then_some((label, text))
}

/// Whether a cell names an audience, alone or with what it does.
fn names(label: &str, lexicon: &Lexicon) -> bool {
    let folded = words::label(label);
    let is =
        |name: &str| whom::names_audience(name, lexicon) || whom::is_for_somebody(name, lexicon);
    is(&folded) || is(&format!("{folded}s"))
}

/// A line in bold, then lines that each begin with whom they are for.
fn lines(piece: &Piece, lexicon: &Lexicon) -> Option<Vec<Piece>> {
    const MOST: usize = 12;
    let all: Vec<&str> = piece.markdown.split("\\\n").map(str::trim).collect();
    let (first, points) = all.split_first()?;
    let heading = first.strip_prefix("**")?.strip_suffix("**")?;
    let is_line = !heading.contains("**") && words::at_most(heading, MOST);
    let are_points = points.len() >= 2
        && points
            .iter()
            .all(|line| whom::is_labelled(line, lexicon) && words::count(line, 5) == 5);
    if !is_line || !are_points {
        return None;
    }
    let mut pieces = vec![part(piece, Kind::Paragraph, (*first).to_owned())];
    pieces.extend(points.iter().map(|line| {
        let text = line.trim_start_matches(['•', '▪', '–', '-', '→', ' ']);
        part(piece, Kind::Item, text.to_owned())
    }));
    Some(pieces)
}

fn part(piece: &Piece, kind: Kind, markdown: String) -> Piece {
    Piece {
        kind,
        plain: markdown.replace("**", ""),
        markdown,
        ..piece.clone()
    }
}
