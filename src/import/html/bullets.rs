//! Lists that a page writes without the elements of a list: paragraphs, or lines of one, that begin
//! with the same bullet. Enter by [`listed`].

use super::piece::{Kind, Piece};
use super::points;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

const BULLETS: &[char] = &[
    '•', '▪', '●', '■', '◦', '‣', '▸', '►', '➔', '→', '✓', '✔', '✅', '·', '-',
];
/// With these, speech begins too: they are bullets below what leads to a list.
const DASHES: &[char] = &['–', '—'];

/// The pieces, with each line of such a list an item.
pub(crate) fn listed(pieces: Vec<Piece>, lexicon: &Lexicon) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = pieces
        .into_iter()
        .flat_map(|piece| points::listed(piece, lexicon))
        .flat_map(lines)
        .collect();
    let mut at = 0;
    while at < pieces.len() {
        let sign = sign(&pieces[at]);
        let run = pieces[at..].iter();
        let run = run
            .take_while(|p| sign.is_some() && self::sign(p) == sign)
            .count();
        let leads = at
            .checked_sub(1)
            .is_some_and(|before| leads_to_list(&pieces[before], lexicon));
        let is_below_bold = run == 1 && at > 0 && is_bold(&pieces[at - 1]);
        let is_sure = sign.is_some_and(|sign| BULLETS.contains(&sign) && sign != '-');
        if (run >= 2 || is_below_bold && is_sure)
            && (leads || sign.is_some_and(|sign| BULLETS.contains(&sign)))
        {
            pieces[at..at + run].iter_mut().for_each(make_item);
        }
        at += run.max(1);
    }
    pieces
}

/// The sign with which a paragraph begins, where a space and words follow.
fn sign(piece: &Piece) -> Option<char> {
    (piece.kind == Kind::Paragraph).then_some(())?;
    let sign = line_sign(&piece.markdown)?;
    (!piece.markdown.contains("\\\n")).then_some(sign)
}

fn line_sign(line: &str) -> Option<char> {
    let line = line.strip_prefix('\\').unwrap_or(line); // escaped, lest it be read as a bullet
    let sign = line.chars().next()?;
    let after = &line[sign.len_utf8()..];
    let is_sign = BULLETS.contains(&sign) || DASHES.contains(&sign);
    (is_sign && after.starts_with(char::is_whitespace)).then_some(sign)
}

/// A paragraph of which all lines begin with the same bullet, but for one above them, in its lines.
fn lines(piece: Piece) -> Vec<Piece> {
    let all: Vec<&str> = piece.markdown.split("\\\n").map(str::trim).collect();
    let signs: Vec<Option<char>> = all.iter().map(|line| line_sign(line)).collect();
    let first = usize::from(signs[0].is_none());
    let is_bold = first == 1 && all[0].starts_with("**") && all[0].ends_with("**");
    let least = if is_bold { first + 1 } else { first + 2 };
    let is_list = signs.len() >= least
        && signs[first..]
            .iter()
            .all(|sign| sign.is_some() && *sign == signs[first]);
    if piece.kind != Kind::Paragraph || !is_list {
        return vec![piece];
    }
    let one = |line: &&str| Piece {
        markdown: (*line).to_owned(),
        plain: (*line).to_owned(),
        ..piece.clone()
    };
    all.iter().map(one).collect()
}

fn make_item(piece: &mut Piece) {
    let without = |text: &str| {
        let end = text.find(char::is_whitespace).unwrap_or(0);
        text[end..].trim_start().to_owned()
    };
    piece.kind = Kind::Item;
    piece.markdown = without(&piece.markdown);
    piece.plain = without(&piece.plain);
}

/// A line in bold from end to end.
fn is_bold(piece: &Piece) -> bool {
    let inner = piece
        .markdown
        .strip_prefix("**")
        .and_then(|t| t.strip_suffix("**"));
    inner.is_some_and(|inner| !inner.contains("**"))
}

/// A heading, a line with a colon, the name of a list of points.
fn leads_to_list(piece: &Piece, lexicon: &Lexicon) -> bool {
    let label = words::label(words::head(&piece.plain, 200));
    let lists = [
        List::Takeaways,
        List::TakeawaysLists,
        List::LateTakeaways,
        List::KeyPoints,
        List::Sources,
    ];
    piece.plain.trim_end().ends_with(':') || lists.iter().any(|list| lexicon[*list].has(&label))
}
