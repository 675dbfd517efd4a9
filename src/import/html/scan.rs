//! Looks at a page's bytes before any parser does: how big, how deep.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use crate::diag::Diagnostic;
use crate::import::draft::Raw;

const MOST_BYTES: usize = 10 << 20;
/// Tags, and signs that look like one.
const MOST_TAGS: usize = 100_000;
/// Of one tag: a parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 500;
/// `&`, each of which a parser looks at on its own.
const MOST_ENTITIES: usize = 100_000;
const DEEPEST: usize = 200;
/// Open `<b>` and the like: a parser opens each again in every paragraph that follows.
const MOST_STYLES: usize = 20;

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements whose end may be left out: the next one ends them.
const OPTIONAL_END: &[&str] = &[
    "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
    "option", "optgroup", "colgroup", "rp", "rt",
];
const STYLES: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Parts of a drawing, which are many, side by side, and often left open.
const SHAPES: &[&str] = &[
    "circle", "ellipse", "g", "image", "line", "path", "polygon", "polyline", "rect", "stop", "use",
];
/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe"];

/// Refuses what a parser could not read in bounded time and memory.
pub(crate) fn check(raw: &Raw<'_>) -> Result<(), Diagnostic> {
    let fail = |message: String| Err(Diagnostic::of_file(raw.name, message, HELP));
    if raw.bytes.len() > MOST_BYTES {
        let size = raw.bytes.len() >> 20;
        return fail(format!(
            "this page has {size} MB, more than {} are not read",
            MOST_BYTES >> 20
        ));
    }
    let mut scan = Scan::default();
    scan.run(raw.bytes);
    if scan.tags > MOST_TAGS {
        fail(format!("this page has more than {MOST_TAGS} tags"))
    } else if scan.attributes > MOST_ATTRIBUTES {
        fail(format!(
            "this page has a tag with more than {MOST_ATTRIBUTES} attributes"
        ))
    } else if raw.bytes.iter().filter(|b| **b == b'&').count() > MOST_ENTITIES {
        fail(format!(
            "this page has more than {MOST_ENTITIES} signs « & »"
        ))
    } else if scan.deepest > DEEPEST {
        fail(format!(
            "this page nests its elements more than {DEEPEST} deep"
        ))
    } else if scan.styles > MOST_STYLES {
        fail(format!(
            "this page leaves more than {MOST_STYLES} elements such as <b> or <font> open at once"
        ))
    } else {
        Ok(())
    }
}

const HELP: &str = "no article is like that: save the article alone, or paste its text";

/// Refuses a tree that is deeper than the tags let expect.
pub(crate) fn check_depth(raw: &Raw<'_>, document: &Document) -> Result<(), Diagnostic> {
    let mut level: Vec<NodeRef<'_>> = vec![document.root()];
    for _ in 0..DEEPEST + 10 {
        level = level.iter().flat_map(NodeRef::element_children).collect();
        if level.is_empty() {
            return Ok(());
        }
    }
    let message = format!("this page nests its elements more than {DEEPEST} deep");
    Err(Diagnostic::of_file(raw.name, message, HELP))
}

/// Counts tags without a tree.
#[derive(Default)]
struct Scan {
    tags: usize,
    attributes: usize,
    deepest: usize,
    styles: usize,
    open: HashMap<String, usize>,
    depth: usize,
    open_styles: usize,
}

impl Scan {
    fn run(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while let Some(step) = find(&bytes[at..], b"<") {
            at += step + 1;
            self.tags += 1;
            if self.is_over() {
                return;
            }
            let rest = &bytes[at..];
            if rest.starts_with(b"!--") {
                at += end_of_comment(rest);
                continue;
            }
            let is_end = rest.starts_with(b"/");
            let name = name(&rest[usize::from(is_end)..]);
            at += name.len();
            if name.is_empty() {
                continue;
            }
            self.tag(&name, is_end);
            self.attributes = self.attributes.max(attributes(&bytes[at..]));
            if !is_end && RAW.contains(&name.as_str()) {
                at += find_end_tag(&bytes[at..], &name);
            }
        }
    }

    fn is_over(&self) -> bool {
        self.tags > MOST_TAGS || self.deepest > DEEPEST || self.attributes > MOST_ATTRIBUTES
    }

    fn tag(&mut self, name: &str, is_end: bool) {
        if [VOID, OPTIONAL_END, SHAPES]
            .iter()
            .any(|list| list.contains(&name))
        {
            return;
        }
        let is_style = STYLES.contains(&name);
        let open = self.open.entry(name.to_owned()).or_default();
        if !is_end {
            *open += 1;
            self.depth += 1;
            self.open_styles += usize::from(is_style);
        } else if *open > 0 {
            *open -= 1;
            self.depth -= 1;
            self.open_styles -= usize::from(is_style);
        }
        self.deepest = self.deepest.max(self.depth);
        self.styles = self.styles.max(self.open_styles);
    }
}

/// The name of a tag, small; empty where none begins.
fn name(bytes: &[u8]) -> String {
    let is_first = bytes.first().is_some_and(u8::is_ascii_alphabetic);
    let letters = bytes
        .iter()
        .take(32)
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-');
    let name: String = letters
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    if is_first { name } else { String::new() }
}

/// How many attributes a tag can have: the gaps outside of quoted values, up to its end.
fn attributes(bytes: &[u8]) -> usize {
    let (mut count, mut quote, mut before, mut is_gap) = (0, None, b' ', false);
    for byte in bytes {
        match (quote, byte) {
            (None, b'>') => break,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(*byte),
            (None, b'/') => count += 1,
            (None, byte) if byte.is_ascii_whitespace() => count += usize::from(!is_gap),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
        is_gap = quote.is_none() && byte.is_ascii_whitespace();
        if !is_gap {
            before = *byte;
        }
        if count > MOST_ATTRIBUTES {
            break;
        }
    }
    count
}

/// How long the comment is that begins with `!--`.
fn end_of_comment(rest: &[u8]) -> usize {
    if rest.starts_with(b"!-->") || rest.starts_with(b"!--->") {
        return 4;
    }
    find(&rest[3..], b"-->").map_or(rest.len(), |end| end + 6)
}

/// Where the end tag of the name stands; the end of the bytes where there is none.
fn find_end_tag(bytes: &[u8], name: &str) -> usize {
    let mut at = 0;
    while let Some(step) = find(&bytes[at..], b"</") {
        at += step;
        if self::name(&bytes[at + 2..]) == name {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
