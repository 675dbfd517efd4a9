//! Words with spans that mark them, written as Markdown. Enter by [`write`].

use std::ops::Range;

use crate::import::words::escape;

/// What a span of words is marked as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    Strong,
    Emphasis,
    /// Words that no longer hold.
    Strike,
    Code,
    Link(String),
    Image(String),
    /// The label of a note.
    Note,
}

#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub(crate) range: Range<usize>,
    pub(crate) mark: Mark,
}

/// The words as Markdown; emphasis that Markdown would not read as such is left out.
pub(crate) fn write(words: &str, mut spans: Vec<Span>) -> String {
    let is_emphasis = |s: &Span| matches!(s.mark, Mark::Strong | Mark::Emphasis | Mark::Strike);
    spans.retain(|s| !is_emphasis(s) || flanks(words, &s.range));
    spans.retain(|s| s.mark != Mark::Strike || !words.contains('~'));
    let is_link = |s: &Span| matches!(s.mark, Mark::Link(_) | Mark::Image(_));
    let has_links = spans.iter().any(is_link) || words.contains("](") || words.contains("][");
    Writer {
        words,
        spans: &spans,
        has_links,
    }
    .write()
}

/// Whether Markdown reads signs of emphasis at both ends of the range: beside a letter outside, the
/// sign inside must be a letter too.
fn flanks(words: &str, range: &Range<usize>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let inside = &words[range.clone()];
    let before = is_letter(words[..range.start].chars().next_back());
    let after = is_letter(words[range.end..].chars().next());
    !inside.contains('\n')
        && (!before || is_letter(inside.chars().next()))
        && (!after || is_letter(inside.chars().next_back()))
}

struct Writer<'a> {
    words: &'a str,
    spans: &'a [Span],
    has_links: bool,
}

impl Writer<'_> {
    /// Spans open in their order and close in the other; what closes at a place does so before another opens.
    fn write(&self) -> String {
        let mut out = String::new();
        let mut open: Vec<&Span> = Vec::new();
        let mut at = 0;
        for span in self.spans {
            at = self.close(&mut out, &mut open, at, span.range.start);
            let is_free = open
                .last()
                .is_none_or(|outer| span.range.end <= outer.range.end);
            if !is_free || open.iter().any(|s| s.mark == Mark::Code) {
                continue;
            }
            self.literal(&mut out, &open, at..span.range.start);
            at = span.range.start.max(at);
            out.push_str(span.mark.opening());
            open.push(span);
        }
        at = self.close(&mut out, &mut open, at, self.words.len());
        self.literal(&mut out, &open, at..self.words.len());
        out
    }

    /// Closes what ends up to the place; where the words stand then.
    fn close(&self, out: &mut String, open: &mut Vec<&Span>, mut at: usize, place: usize) -> usize {
        while let Some(span) = open.last().copied().filter(|s| s.range.end <= place) {
            self.literal(out, open, at..span.range.end);
            at = at.max(span.range.end);
            out.push_str(&span.mark.closing());
            open.pop();
        }
        at
    }

    fn literal(&self, out: &mut String, open: &[&Span], range: Range<usize>) {
        if range.start >= range.end {
            return;
        }
        if open.iter().any(|s| s.mark == Mark::Code) {
            out.push_str(&self.words[range].replace('`', "'"));
            return;
        }
        let mut start = range.start;
        while let Some(step) = self.words[start..range.end].find('\n') {
            self.line(out, start..start + step, start > range.start);
            out.push_str("\\\n");
            start += step + 1;
        }
        self.line(out, start..range.end, start > range.start);
    }

    /// A part of a line, or one that begins anew after a line break.
    fn line(&self, out: &mut String, range: Range<usize>, is_new: bool) {
        let mut own = String::new();
        escape::escape(&mut own, self.words, range, self.has_links);
        out.push_str(&if is_new { escape::start(own) } else { own });
    }
}

impl Mark {
    fn opening(&self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
            Self::Strike => "~~",
            Self::Code => "`",
            Self::Link(_) => "[",
            Self::Image(_) => "![",
            Self::Note => "[^",
        }
    }

    fn closing(&self) -> String {
        match self {
            Self::Link(address) | Self::Image(address) => format!("]({address})"),
            Self::Note => "]".to_owned(),
            _ => self.opening().to_owned(),
        }
    }
}
