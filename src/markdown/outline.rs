//! The sections of a text that are data: found by their headings, cut out of the source.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A text without the lists of certain sections, and the items of those lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    /// What remains, as it stood.
    pub rest: String,
    /// The items, in Markdown, without their markers.
    pub items: Vec<String>,
}

/// A section cut out of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The words of its heading.
    pub title: String,
    /// What stood under it, in Markdown.
    pub body: String,
    /// What remains of the text around it.
    pub rest: String,
}

/// Takes out every section whose heading `is_wanted` accepts: its items are those of its lists, and
/// each of its paragraphs counts as an item, so that nothing is lost. A paragraph that is accepted as
/// a heading (`👉 Pour les décideurs :`) begins a section of the lists right after it.
pub fn extract_list(text: &str, is_wanted: impl Fn(&str) -> bool) -> Extracted {
    let blocks = blocks(text);
    let mut cut: Vec<Range<usize>> = Vec::new();
    let mut items = Vec::new();
    let mut i = 0;
    while i < blocks.len() {
        let end = match &blocks[i].kind {
            Kind::Heading(level) if is_wanted(&blocks[i].words) => section_end(&blocks, i, *level),
            Kind::Text if is_wanted(&blocks[i].words) => list_end(&blocks, i),
            _ => i,
        };
        if end > i {
            items.extend(
                blocks[i + 1..end]
                    .iter()
                    .flat_map(|block| block.items(text)),
            );
            cut.push(blocks[i].range.start..blocks.get(end).map_or(text.len(), |b| b.range.start));
        }
        i = end.max(i + 1);
    }
    Extracted {
        rest: without(text, &cut),
        items,
    }
}

/// Cuts out the first section whose heading `is_wanted` accepts, up to the next heading of its level
/// or above.
pub fn cut_section(text: &str, is_wanted: impl Fn(&str) -> bool) -> Option<Section> {
    let blocks = blocks(text);
    let (at, level) = blocks
        .iter()
        .enumerate()
        .find_map(|(i, block)| match block.kind {
            Kind::Heading(level) if is_wanted(&block.words) => Some((i, level)),
            _ => None,
        })?;
    let end = blocks
        .get(section_end(&blocks, at, level))
        .map_or(text.len(), |b| b.range.start);
    let heading = &blocks[at];
    Some(Section {
        title: heading.words.clone(),
        body: text[heading.range.end..end].trim().to_owned(),
        rest: without(text, std::slice::from_ref(&(heading.range.start..end))),
    })
}

/// A block at the top level of a text.
struct Block {
    kind: Kind,
    range: Range<usize>,
    /// Its words, for headings and paragraphs.
    words: String,
}

#[derive(Clone, PartialEq)]
enum Kind {
    Heading(HeadingLevel),
    Text,
    List(Vec<Range<usize>>),
    Other,
}

impl Block {
    fn items(&self, text: &str) -> Vec<String> {
        match &self.kind {
            Kind::List(items) => items
                .iter()
                .map(|item| item_text(&text[item.clone()]))
                .collect(),
            _ => vec![text[self.range.clone()].trim().to_owned()],
        }
    }
}

fn section_end(blocks: &[Block], at: usize, level: HeadingLevel) -> usize {
    let next = blocks[at + 1..]
        .iter()
        .position(|b| matches!(b.kind, Kind::Heading(l) if l <= level));
    next.map_or(blocks.len(), |n| at + 1 + n)
}

fn list_end(blocks: &[Block], at: usize) -> usize {
    let lists = blocks[at + 1..]
        .iter()
        .take_while(|b| matches!(b.kind, Kind::List(_)))
        .count();
    if lists == 0 { at } else { at + 1 + lists }
}

/// An item's text without its marker, its later lines brought back to the margin.
fn item_text(item: &str) -> String {
    let marker = item.find([' ', '\t']).map_or(item.len(), |i| i + 1);
    let mut lines = item[marker..].lines();
    let first = lines.next().unwrap_or_default().trim();
    let later = lines.map(|line| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        &line[indent.min(marker)..]
    });
    let lines: Vec<&str> = std::iter::once(first).chain(later).collect();
    lines.join("\n").trim().to_owned()
}

fn without(text: &str, cut: &[Range<usize>]) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    for range in cut {
        rest.push_str(&text[at..range.start]);
        at = range.end;
    }
    rest.push_str(&text[at..]);
    rest.trim().to_owned()
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter()
    {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    blocks.push(Block {
                        kind: kind(&tag),
                        range,
                        words: String::new(),
                    });
                } else if let (Tag::Item, 1, Some(Kind::List(items))) =
                    (tag, depth, blocks.last_mut().map(|b| &mut b.kind))
                {
                    items.push(range);
                }
                depth += 1;
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) | Event::End(_) => depth -= 1,
            Event::Text(words) | Event::Code(words) => push_words(&mut blocks, &words),
            Event::SoftBreak | Event::HardBreak => push_words(&mut blocks, " "),
            _ if depth == 0 => blocks.push(Block {
                kind: Kind::Other,
                range,
                words: String::new(),
            }),
            _ => {}
        }
    }
    blocks
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { level, .. } => Kind::Heading(*level),
        Tag::Paragraph => Kind::Text,
        Tag::List(_) => Kind::List(Vec::new()),
        _ => Kind::Other,
    }
}

fn push_words(blocks: &mut [Block], words: &str) {
    if let Some(Block {
        kind: Kind::Heading(_) | Kind::Text,
        words: all,
        ..
    }) = blocks.last_mut()
    {
        all.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::{cut_section, extract_list};

    #[test]
    fn a_section_of_bullets_is_cut_out() {
        let text = "A.\n\n## Pour X\n\n- un\n- **Deux** : b\n  suite\n\n## Fin\n\nB.";
        let found = extract_list(text, |h| h == "Pour X");
        assert_eq!(found.rest, "A.\n\n## Fin\n\nB.");
        assert_eq!(found.items, ["un", "**Deux** : b\nsuite"]);
    }

    #[test]
    fn a_paragraph_can_be_the_heading_and_takes_only_its_list() {
        let found = extract_list("A.\n\nX :\n- un\n- deux\n\nB.", |h| h == "X :");
        assert_eq!((found.rest.as_str(), found.items.len()), ("A.\n\nB.", 2));
        let alone = extract_list("X :\n\nB.", |h| h == "X :");
        assert_eq!((alone.rest.as_str(), alone.items.len()), ("X :\n\nB.", 0));
    }

    #[test]
    fn paragraphs_of_the_section_are_not_lost() {
        let found = extract_list("## X\n\nUn mot.\n\n- deux\n\n### Y\n\ntrois", |h| h == "X");
        assert_eq!(found.items, ["Un mot.", "deux", "### Y", "trois"]);
    }

    #[test]
    fn code_is_no_heading() {
        assert!(cut_section("```\n## X\n```\n", |h| h == "X").is_none());
    }

    #[test]
    fn a_section_ends_at_the_next_of_its_level() {
        let section = cut_section("a\n\n## X : y\n\nb\n\n### c\n\n## d", |h| {
            h.starts_with('X')
        });
        let section = section.expect("found");
        assert_eq!(
            (
                section.title.as_str(),
                section.body.as_str(),
                section.rest.as_str()
            ),
            ("X : y", "b\n\n### c", "a\n\n## d")
        );
    }
}
