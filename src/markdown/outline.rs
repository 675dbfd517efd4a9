//! The sections of a text that are data: found by their headings, cut out of the source.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::chart::is_chart;
use super::prose;
use crate::locale::LONGEST_NAME;
use crate::model::Bullet;

/// A text without the lists of certain sections, and the items of those lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    /// What remains, as it stood.
    pub rest: String,
    /// The items.
    pub items: Vec<Bullet>,
}

/// A section cut out of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The words of its heading.
    pub title: String,
    /// What stood under it, in Markdown, with the definitions of its links.
    pub body: String,
    /// What remains of the text around it, with the definitions of its links.
    pub rest: String,
}

/// Takes out every section whose heading `is_wanted` accepts: its items are those of its first lists,
/// with what is said right before them; what follows the lists is ordinary text and remains. Of a
/// section without a list, each paragraph is an item. A paragraph that is accepted as a heading
/// (`👉 Pour les décideurs :`) begins a section of the lists right after it.
pub fn extract_list(text: &str, is_wanted: impl Fn(&str) -> bool) -> Extracted {
    let Outline {
        blocks,
        definitions,
    } = Outline::of(text, prose::end(text, &is_wanted));
    let mut cut: Vec<Range<usize>> = Vec::new();
    let mut items = Vec::new();
    let mut i = 0;
    while i < blocks.len() {
        let end = match &blocks[i].kind {
            Kind::Heading(level) if is_wanted(&blocks[i].words) => data_end(&blocks, i, *level),
            Kind::Text if is_wanted(&blocks[i].words) => list_end(&blocks, i),
            _ => i,
        };
        if end > i {
            items.extend(section_items(text, &blocks[i + 1..end], &definitions));
            cut.extend(around_charts(&blocks[i..end]));
        }
        i = end.max(i + 1);
    }
    Extracted {
        rest: with_definitions(&without(text, &cut), &definitions),
        items,
    }
}

/// Cuts out the first section whose heading `is_wanted` accepts, up to the next heading of its level
/// or above.
pub fn cut_section(text: &str, is_wanted: impl Fn(&str) -> bool) -> Option<Section> {
    let Outline {
        blocks,
        definitions,
    } = Outline::of(text, prose::end(text, &is_wanted));
    let (at, level) = blocks
        .iter()
        .enumerate()
        .find_map(|(i, block)| match block.kind {
            Kind::Heading(level) if is_wanted(&block.words) => Some((i, level)),
            _ => None,
        })?;
    let next = blocks.get(section_end(&blocks, at, level));
    let end = next.map_or(text.len(), |block| block.range.start);
    let heading = &blocks[at];
    let body = text[heading.range.end..end].trim();
    let rest = without(text, std::slice::from_ref(&(heading.range.start..end)));
    Some(Section {
        title: heading.words.clone(),
        body: with_definitions(body, &definitions),
        rest: with_definitions(&rest, &definitions),
    })
}

/// The ranges of blocks without the charts among them, which belong to the text around.
fn around_charts(blocks: &[Block]) -> Vec<Range<usize>> {
    let runs = blocks.split(|block| block.kind == Kind::Chart);
    let range = |run: &[Block]| Some(run.first()?.range.start..run.last()?.range.end);
    runs.filter_map(range).collect()
}

/// The end of the section's data: its first lists with the paragraphs before them and the headings
/// over them, or all of it where it has no list.
fn data_end(blocks: &[Block], at: usize, level: HeadingLevel) -> usize {
    let end = section_end(blocks, at, level);
    let is_list = |i: usize| matches!(blocks[i].kind, Kind::List(_));
    let Some(first) = (at + 1..end).find(|i| is_list(*i)) else {
        return end;
    };
    let over_a_list =
        |i: usize| matches!(blocks[i].kind, Kind::Heading(_)) && i + 1 < end && is_list(i + 1);
    (first..end)
        .find(|i| !is_list(*i) && !over_a_list(*i))
        .unwrap_or(end)
}

fn section_items(text: &str, blocks: &[Block], definitions: &[Definition]) -> Vec<Bullet> {
    let mut items = Vec::new();
    let mut under: Option<String> = None;
    for block in blocks {
        if let Kind::Heading(_) = block.kind {
            under = Some(block.words.clone());
        }
        if matches!(block.kind, Kind::Heading(_) | Kind::Chart) {
            continue;
        }
        items.extend(block.items(text).into_iter().map(|item| Bullet {
            under: under.clone(),
            text: with_definitions(&item, definitions),
        }));
    }
    items
}

/// The definition of a link's label, which stands elsewhere in the text.
struct Definition {
    label: String,
    line: String,
}

/// A part of a text with the definitions that it needs and has not.
fn with_definitions(part: &str, definitions: &[Definition]) -> String {
    let mut whole = part.to_owned();
    for Definition { label, line } in definitions {
        let needs = part.contains(&format!("[{label}]")) && !part.contains(&format!("[{label}]:"));
        if needs {
            whole.push_str("\n\n");
            whole.push_str(line);
        }
    }
    whole
}

/// The blocks of a text and the definitions of its links, from a byte on.
struct Outline {
    blocks: Vec<Block>,
    definitions: Vec<Definition>,
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
    Chart,
    Other,
}

impl Block {
    fn new(kind: Kind, range: Range<usize>) -> Self {
        Self {
            kind,
            range,
            words: String::new(),
        }
    }

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
    let indent = item.len() - item.trim_start().len();
    let marker = item[indent..]
        .find([' ', '\t'])
        .map_or(item.len(), |i| indent + i + 1);
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

impl Outline {
    /// The outline of a text from the byte `start` on, at which a block begins.
    fn of(text: &str, start: usize) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let mut events = Parser::new_ext(&text[start..], options).into_offset_iter();
        let placed = |range: Range<usize>| start + range.start..start + range.end;
        let mut blocks: Vec<Block> = Vec::new();
        let mut depth = 0_usize;
        for (event, range) in events.by_ref() {
            match event {
                Event::Start(tag) => {
                    open(&mut blocks, depth, &tag, placed(range));
                    depth += 1;
                }
                Event::End(_) => depth -= 1,
                Event::Text(words) | Event::Code(words) => push_words(&mut blocks, &words),
                Event::SoftBreak | Event::HardBreak => push_words(&mut blocks, " "),
                _ if depth == 0 => blocks.push(Block::new(Kind::Other, placed(range))),
                _ => {}
            }
        }
        let mut definitions: Vec<_> = events.reference_definitions().iter().collect();
        definitions.sort_by_key(|(_, definition)| definition.span.start);
        let definitions = definitions.into_iter().map(|(label, found)| Definition {
            label: label.to_owned(),
            line: text[placed(found.span.clone())].trim().to_owned(),
        });
        let definitions = definitions.collect();
        Self {
            blocks,
            definitions,
        }
    }
}

/// A block begins, or an item of the list that is the last block.
fn open(blocks: &mut Vec<Block>, depth: usize, tag: &Tag<'_>, range: Range<usize>) {
    if depth == 0 {
        blocks.push(Block::new(kind(tag), range));
    } else if let (Tag::Item, 1, Some(Kind::List(items))) =
        (tag, depth, blocks.last_mut().map(|block| &mut block.kind))
    {
        items.push(range);
    }
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { level, .. } => Kind::Heading(*level),
        Tag::Paragraph => Kind::Text,
        Tag::List(_) => Kind::List(Vec::new()),
        Tag::CodeBlock(kind) if is_chart(kind) => Kind::Chart,
        _ => Kind::Other,
    }
}

fn push_words(blocks: &mut [Block], words: &str) {
    match blocks.last_mut() {
        Some(Block {
            kind: Kind::Text,
            words: all,
            ..
        }) if all.len() > LONGEST_NAME => {}
        Some(Block {
            kind: Kind::Heading(_) | Kind::Text,
            words: all,
            ..
        }) => all.push_str(words),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Extracted, cut_section, extract_list};

    fn items(found: &Extracted) -> Vec<&str> {
        found.items.iter().map(|item| item.text.as_str()).collect()
    }

    #[test]
    fn a_section_of_bullets_is_cut_out() {
        let text = "A.\n\n## Pour X\n\n- un\n- **Deux** : b\n  suite\n\n## Fin\n\nB.";
        let found = extract_list(text, |h| h == "Pour X");
        assert_eq!(found.rest, "A.\n\n## Fin\n\nB.");
        assert_eq!(items(&found), ["un", "**Deux** : b\nsuite"]);
    }

    #[test]
    fn a_chart_is_no_item() {
        let chart = "```chart\ntitle: x\n```";
        let found = extract_list(&format!("## Pour X\n\nDit.\n\n{chart}\n\n- un"), |h| {
            h == "Pour X"
        });
        assert_eq!(
            (found.rest.as_str(), items(&found)),
            (chart, vec!["Dit.", "un"])
        );
        let found = extract_list(&format!("## Pour X\n\n{chart}\n\nDit."), |h| h == "Pour X");
        assert_eq!((found.rest.as_str(), items(&found)), (chart, vec!["Dit."]));
    }

    #[test]
    fn a_paragraph_can_be_the_heading_and_takes_only_its_list() {
        let found = extract_list("A.\n\nX :\n- un\n- deux\n\nB.", |h| h == "X :");
        assert_eq!((found.rest.as_str(), found.items.len()), ("A.\n\nB.", 2));
        let alone = extract_list("X :\n\nB.", |h| h == "X :");
        assert_eq!((alone.rest.as_str(), alone.items.len()), ("X :\n\nB.", 0));
    }

    #[test]
    fn text_after_the_lists_is_no_data() {
        let found = extract_list(
            "## X\n\nUn mot.\n\n- deux\n\nProse.\n\n- liste\n\n### Y\n\nfin",
            |h| h == "X",
        );
        assert_eq!(items(&found), ["Un mot.", "deux"]);
        assert_eq!(found.rest, "Prose.\n\n- liste\n\n### Y\n\nfin");
    }

    #[test]
    fn without_a_list_paragraphs_are_the_data() {
        let found = extract_list("## X\n\nUn.\n\nDeux.\n\n## Y\n\nfin", |h| h == "X");
        assert_eq!(
            (items(&found), found.rest.as_str()),
            (vec!["Un.", "Deux."], "## Y\n\nfin")
        );
    }

    #[test]
    fn headings_within_the_section_stand_over_their_lists() {
        let found = extract_list(
            "## X\n\n### A\n\n- un\n\n### B\n\n- deux\n\n### C\n\nfin",
            |h| h == "X",
        );
        let under: Vec<_> = found
            .items
            .iter()
            .map(|item| (item.under.as_deref(), item.text.as_str()))
            .collect();
        assert_eq!(under, [(Some("A"), "un"), (Some("B"), "deux")]);
        assert_eq!(found.rest, "### C\n\nfin");
    }

    #[test]
    fn an_indented_list_loses_its_markers() {
        let found = extract_list("## X\n\n  - un\n    suite\n  - deux\n", |h| h == "X");
        assert_eq!(items(&found), ["un\nsuite", "deux"]);
    }

    #[test]
    fn definitions_of_links_stay_with_their_links() {
        let text =
            "Voir [a].\n\n## X\n\n- un [b][c]\n\n[a]: https://a.fr\n[c]: https://c.fr\n[^n]: note";
        let found = extract_list(text, |h| h == "X");
        assert_eq!(items(&found), ["un [b][c]\n\n[c]: https://c.fr"]);
        assert!(
            found.rest.contains("[a]: https://a.fr") && found.rest.contains("[^n]: note"),
            "{}",
            found.rest
        );
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
