//! Which elements of a page are the article's: Readability is asked on a copy in which every
//! element has a number, and the numbers that are left tell.

use std::collections::{BTreeSet, HashMap};

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::Readability;

/// An attribute with this name and a number stands on each element of the copy. The number is in
/// the name: Readability copies attributes from one element to another, over those of the same name.
const MARK: &str = "data-hebdo-";

/// The elements of a page, numbered in reading order, and which of them are the article's.
#[derive(Default)]
pub(crate) struct Elements {
    /// All elements are, whatever their numbers.
    is_all: bool,
    /// The number of an element, and that of the first one after its end.
    ranges: HashMap<NodeId, (usize, usize)>,
    inside: BTreeSet<usize>,
}

impl Elements {
    /// Whether the element, or a part of it, is the article's.
    pub(crate) fn has_part(&self, node: &NodeRef<'_>) -> bool {
        let range = self.ranges.get(&node.id);
        let has = |(start, end): &(usize, usize)| self.inside.range(start..end).next().is_some();
        self.is_all || range.is_some_and(has)
    }

    /// Whether the element itself is the article's.
    pub(crate) fn has(&self, node: &NodeRef<'_>) -> bool {
        let range = self.ranges.get(&node.id);
        self.is_all || range.is_some_and(|(start, _)| self.inside.contains(start))
    }

    /// Those of what is all article: a mail, a feed's entry.
    pub(crate) fn all() -> Self {
        Self {
            is_all: true,
            ..Self::default()
        }
    }
}

/// Numbers the elements and asks Readability; where it finds nothing, the whole body is the article.
pub(crate) fn elements(document: &Document) -> Elements {
    let copy = document.clone();
    let mut ranges = HashMap::new();
    let mut count = 0;
    number(&copy.root(), &mut count, &mut ranges);
    let mut inside = readable(copy);
    if inside.is_empty() {
        inside = (0..count).collect();
    }
    Elements {
        is_all: false,
        ranges,
        inside,
    }
}

fn number(node: &NodeRef<'_>, count: &mut usize, ranges: &mut HashMap<NodeId, (usize, usize)>) {
    for child in node.element_children() {
        let start = *count;
        *count += 1;
        child.set_attr(&format!("{MARK}{start}"), "");
        number(&child, count, ranges);
        ranges.insert(child.id, (start, *count));
    }
}

/// The numbers that stand in what Readability takes for the article.
fn readable(copy: Document) -> BTreeSet<usize> {
    let parsed = Readability::with_document(copy, None, None).and_then(|mut page| page.parse());
    let Ok(article) = parsed else {
        return BTreeSet::new();
    };
    let marks = article.content.split(MARK).skip(1);
    let numbers = marks.filter_map(|after| {
        let end = after.find(|c: char| !c.is_ascii_digit())?;
        after[..end].parse().ok()
    });
    numbers.collect()
}
