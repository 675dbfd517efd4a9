//! The fenced blocks of a text that are charts, and where they stand.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// A block that opens with ```` ```chart ````.
pub(super) struct Fence {
    /// All of it, in bytes of the text.
    pub(super) whole: Range<usize>,
    /// The line that opens it.
    pub(super) opening: Range<usize>,
    /// What stands between its fences.
    pub(super) body: Range<usize>,
    pub(super) is_closed: bool,
    /// Whether it stands at the margin, in no list or quotation.
    pub(super) is_at_margin: bool,
}

/// Whether what is said behind a fence makes the block a chart.
pub(in crate::markdown) fn is_chart(kind: &CodeBlockKind<'_>) -> bool {
    let CodeBlockKind::Fenced(info) = kind else {
        return false;
    };
    let word = info.split_whitespace().next();
    word.is_some_and(|word| word.eq_ignore_ascii_case("chart"))
}

/// Whether a text can hold a chart at all; one that cannot (nearly all) need not be parsed to know.
pub fn may_stand_in(text: &str) -> bool {
    ["```", "~~~"].iter().any(|fence| {
        let mut fences = memmem::find_iter(text.as_bytes(), fence);
        fences.any(|at| may_name_a_chart(&text[at..]))
    })
}

/// Whether what follows the signs of a fence, whose line may be spelt in HTML's way, can be `chart`.
fn may_name_a_chart(fence: &str) -> bool {
    let info = fence.trim_start_matches(['`', '~', ' ', '\t']);
    let line = info.split(['\n', '\r']).next().unwrap_or_default();
    let name = line.get(..5);
    name.is_some_and(|name| name.eq_ignore_ascii_case("chart")) || line.contains(['&', '\\'])
}

/// The charts of a text, in order.
pub(super) fn fences(text: &str) -> Vec<Fence> {
    if !may_stand_in(text) {
        return Vec::new();
    }
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_FOOTNOTES).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if matches!(&tag, Tag::CodeBlock(kind) if is_chart(kind)) {
                    found.push(Fence::of(text, range, depth));
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    found
}

impl Fence {
    fn of(text: &str, range: Range<usize>, depth: usize) -> Self {
        let block = &text[range.clone()];
        let first = block.find('\n').map_or(block.len(), |end| end + 1);
        let inner = block[first..].trim_end_matches('\n');
        let last = inner.rfind('\n').map_or(0, |at| at + 1);
        let sign = block.trim_start().chars().next().unwrap_or('`');
        let ends = inner[last..].trim();
        let is_closed = ends.len() >= 3 && ends.chars().all(|c| c == sign);
        let body =
            range.start + first..range.start + first + if is_closed { last } else { inner.len() };
        Self {
            opening: range.start..range.start + block[..first].trim_end().len(),
            body,
            is_closed,
            is_at_margin: depth == 0 && (range.start == 0 || text[..range.start].ends_with('\n')),
            whole: range,
        }
    }
    /// A block's text alone, without its fences.
    pub(super) fn around(text: &str) -> Self {
        Self {
            whole: 0..text.len(),
            opening: 0..0,
            body: 0..text.len(),
            is_closed: true,
            is_at_margin: true,
        }
    }

    /// The same block in a text that has `by` bytes more before it.
    pub(super) fn moved(self, by: usize) -> Self {
        let moved = |range: Range<usize>| range.start + by..range.end + by;
        Self {
            whole: moved(self.whole),
            opening: moved(self.opening),
            body: moved(self.body),
            ..self
        }
    }
}
