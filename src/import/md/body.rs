//! A Markdown text to the canonical kind: one empty line between blocks, `-` lists, `##` sections, no
//! space at a line's end. Its words, and what stands in code and HTML, stay as they are.

use std::ops::Range;

use super::outline::{Found, Outline};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading of that level.
    Heading(u8),
    /// Prose: a paragraph, a list, a quote.
    Prose,
    /// A table, code, HTML, a rule, addresses of links.
    Other,
}

/// A block of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// Its Markdown; of a heading, the words alone.
    pub(crate) text: String,
    /// The bytes of the text from which it comes.
    pub(crate) range: Range<usize>,
}

/// The blocks of a text (line breaks `\n`), in their order; none is lost.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let outline = Outline::of(text);
    let mut pieces = Vec::new();
    let mut end = 0;
    for (range, found) in &outline.blocks {
        let start = line_start(text, range.start).max(end);
        pieces.extend(between(text, end..start));
        pieces.push(outline.piece(text, start..range.end, *found));
        end = range.end.max(end);
    }
    pieces.extend(between(text, end..text.len()));
    pieces
}

/// The blocks as one text; headings stand `raise` levels lower than typed.
pub(crate) fn write(pieces: &[Piece], raise: u8) -> String {
    let written = pieces.iter().map(|piece| match piece.kind {
        Kind::Heading(level) => {
            let level = usize::from((level + raise).min(6));
            format!("{} {}", "#".repeat(level), piece.text)
                .trim_end()
                .to_owned()
        }
        Kind::Prose | Kind::Other => piece.text.clone(),
    });
    let text = written.collect::<Vec<_>>().join("\n\n");
    if text.is_empty() { text } else { text + "\n" }
}

/// What stands between blocks: the addresses of links, which the parser keeps for itself.
fn between(text: &str, range: Range<usize>) -> Option<Piece> {
    let inside = &text[range.clone()];
    (!inside.trim().is_empty()).then(|| Piece {
        kind: Kind::Other,
        text: inside
            .lines()
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("\n")
            .trim()
            .to_owned(),
        range,
    })
}

/// The start of the line, where only spaces stand before the place.
fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    if text[start..at].trim().is_empty() {
        start
    } else {
        at
    }
}

impl Outline {
    fn piece(&self, text: &str, range: Range<usize>, found: Found) -> Piece {
        let (kind, text) = match found {
            Found::Heading(level) => (Kind::Heading(level), heading(&text[range.clone()])),
            Found::Paragraph => {
                let lines = self.lines(text, range.clone());
                (Kind::Prose, lines.trim_start().to_owned())
            }
            Found::List | Found::Quote => (Kind::Prose, self.lines(text, range.clone())),
            Found::Other => (Kind::Other, self.lines(text, range.clone())),
        };
        Piece { kind, text, range }
    }

    /// Whether code or HTML stands on the line.
    fn is_fixed(&self, line: &Range<usize>) -> bool {
        let next = self.fixed.partition_point(|fixed| fixed.end <= line.start);
        let next = self.fixed.get(next);
        next.is_some_and(|fixed| fixed.start < line.end)
    }

    /// The lines of a block without spaces at their ends (two of them that break a line become `\`),
    /// but for code and HTML, with `-` for bullets.
    fn lines(&self, text: &str, range: Range<usize>) -> String {
        let mut at = range.start;
        let mut out = String::with_capacity(range.len());
        for line in text[range.clone()].split_inclusive('\n') {
            let place = at..at + line.len();
            at = place.end;
            if self.is_fixed(&place) {
                out.push_str(line);
                continue;
            }
            let mut own = line.trim_end().to_owned();
            for bullet in within(&self.bullets, &place) {
                own.replace_range(bullet - place.start..bullet - place.start + 1, "-");
            }
            let is_broken = !within(&self.breaks, &place).is_empty();
            let breaks = is_broken && !own.ends_with('\\');
            out.push_str(&own);
            out.push_str(if breaks { "\\\n" } else { "\n" });
        }
        out.trim_end().to_owned()
    }
}

/// Of places in their order, those inside.
fn within<'p>(places: &'p [usize], range: &Range<usize>) -> &'p [usize] {
    let start = places.partition_point(|place| *place < range.start);
    let end = places.partition_point(|place| *place < range.end);
    &places[start..end]
}

/// The words of a heading: without the signs before and behind, or the line below.
fn heading(text: &str) -> String {
    let text = text.trim();
    let hashes = text.trim_start_matches('#');
    if hashes.len() < text.len() && (hashes.is_empty() || hashes.starts_with([' ', '\t'])) {
        let words = hashes.trim();
        let open = words.trim_end_matches('#');
        let is_closed =
            open.len() < words.len() && (open.is_empty() || open.ends_with([' ', '\t']));
        return if is_closed { open.trim_end() } else { words }.to_owned();
    }
    let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.pop();
    let words = lines.join(" ");
    let open = words.trim_end_matches('#');
    let is_closed = open.len() < words.len() && (open.is_empty() || open.ends_with([' ', '\t']));
    match is_closed {
        true => format!("{open}\\{}", &words[open.len()..]), // signs that would close it now
        false => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_canonical() {
        let canonical = |text: &str| write(&pieces(text), 0);
        for (typed, written) in [
            ("Titre\n=====\nUn texte.", "# Titre\n\nUn texte.\n"),
            ("## Titre ##\n* un  \n* deux", "## Titre\n\n- un\n- deux\n"),
            ("un  \ndeux   \n\n\n\ntrois", "un\\\ndeux\n\ntrois\n"),
            ("+ a\n  + b\n+ c", "- a\n  - b\n- c\n"),
            (
                "1. a\n2. b\n\n[x]: https://a.test",
                "1. a\n2. b\n\n[x]: https://a.test\n",
            ),
            ("a\n\n    code  \n    b\n", "a\n\n    code  \n    b\n"),
            ("```\n* a  \n\n\n\n```\nb", "```\n* a  \n\n\n\n```\n\nb\n"),
            ("# C#\n", "# C#\n"),
        ] {
            assert_eq!(canonical(typed), written);
            assert_eq!(canonical(written), written, "a second time");
        }
    }
}
