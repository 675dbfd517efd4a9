//! Where the parts of a Markdown text stand.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// What the parser says of a text.
pub(crate) struct Outline {
    pub(crate) blocks: Vec<(Range<usize>, Found)>,
    /// Where `*` or `+` begins an item.
    pub(crate) bullets: Vec<usize>,
    /// Where a line's end breaks the line.
    pub(crate) breaks: Vec<usize>,
    /// Code and HTML, which stay as they are.
    pub(crate) fixed: Vec<Range<usize>>,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Heading(u8),
    Paragraph,
    List,
    Quote,
    Other,
}

/// Whether the text has any markup of Markdown.
pub(crate) fn has_markup(text: &str) -> bool {
    Parser::new_ext(text, EXTENSIONS).any(|event| {
        matches!(
            event,
            Event::Start(
                Tag::Heading { .. }
                    | Tag::List(_)
                    | Tag::Link { .. }
                    | Tag::Image { .. }
                    | Tag::Strong
                    | Tag::Emphasis
                    | Tag::BlockQuote(_)
                    | Tag::Table(_)
            )
        )
    })
}

fn found(event: &Event<'_>) -> Found {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Found::Heading(*level as u8),
        Event::Start(Tag::Paragraph) => Found::Paragraph,
        Event::Start(Tag::List(_)) => Found::List,
        Event::Start(Tag::BlockQuote(_)) => Found::Quote,
        _ => Found::Other,
    }
}

impl Outline {
    /// What the parser says of a text (line breaks `\n`).
    pub(crate) fn of(text: &str) -> Self {
        let mut outline = Self {
            blocks: Vec::new(),
            bullets: Vec::new(),
            breaks: Vec::new(),
            fixed: Vec::new(),
        };
        let mut depth = 0;
        for (event, range) in Parser::new_ext(text, EXTENSIONS).into_offset_iter() {
            if depth == 0 && !matches!(event, Event::End(_)) {
                outline.blocks.push((range.clone(), found(&event)));
            }
            match event {
                Event::Start(tag) => {
                    depth += 1;
                    outline.note(text, &tag, range);
                }
                Event::End(_) => depth -= 1,
                Event::HardBreak => outline.breaks.push(range.start),
                _ => {}
            }
        }
        outline
    }

    fn note(&mut self, text: &str, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Item => {
                let rest = text[range.start..].trim_start();
                let at = text.len() - rest.len();
                if rest.starts_with(['*', '+']) {
                    self.bullets.push(at);
                }
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.fixed.push(range),
            _ => {}
        }
    }
}
