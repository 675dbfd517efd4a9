//! A block of a page as Markdown, and several of them as one text.

use crate::import::words::escape;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading(u8),
    Paragraph,
    /// An item of a list; its Markdown has no bullet.
    Item,
    /// An item of a numbered list; its Markdown has no number.
    Numbered(u32),
    /// A quote, a table, a figure or code, with the reason to tell.
    Whole(&'static str),
}

/// A block of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) markdown: String,
    /// Its words alone, on one line.
    pub(crate) plain: String,
    pub(crate) is_inside: bool,
    /// Whether it is a term, which what stands below explains.
    pub(crate) is_term: bool,
    /// Whether it stands in a box that the page names as its own.
    pub(crate) is_framed: bool,
}

/// Pieces as one text: what stands in a quote, an item, a cell.
pub(crate) fn write(pieces: &[Piece]) -> String {
    let mut out = String::new();
    let mut before: Option<Kind> = None;
    for piece in pieces {
        let goes_on = match piece.kind {
            Kind::Item => before == Some(Kind::Item),
            Kind::Numbered(_) => matches!(before, Some(Kind::Numbered(_))),
            _ => false,
        };
        if before.is_some() {
            out.push_str(if goes_on { "\n" } else { "\n\n" });
        }
        match piece.kind {
            Kind::Heading(_) => out.push_str(&format!("**{}**", piece.markdown.replace("**", ""))),
            Kind::Paragraph => out.push_str(&escape::start(piece.markdown.clone())),
            Kind::Item => {
                out.push_str(&format!("- {}", escape::item_start(piece.markdown.clone())));
            }
            Kind::Numbered(n) => {
                out.push_str(&format!("{n}. {}", escape::start(piece.markdown.clone())));
            }
            Kind::Whole(_) => out.push_str(&piece.markdown),
        }
        before = Some(piece.kind);
    }
    out
}
