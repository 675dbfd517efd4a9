//! Counts the tags of a page without a tree.

use std::collections::HashMap;

/// Tags, and signs that look like one.
pub(crate) const MOST_TAGS: usize = 100_000;
/// Of one tag: a parser compares each with all before it.
pub(crate) const MOST_ATTRIBUTES: usize = 500;
pub(crate) const DEEPEST: usize = 200;

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

/// Counts tags without a tree.
#[derive(Default)]
pub(crate) struct Scan {
    pub(crate) tags: usize,
    /// Of the tag that has most.
    pub(crate) attributes: usize,
    pub(crate) deepest: usize,
    /// Most elements such as `<b>` that are open at once.
    pub(crate) styles: usize,
    open: HashMap<String, usize>,
    depth: usize,
    open_styles: usize,
}

impl Scan {
    /// Counts until one of the counts is over what is read.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut scan = Self::default();
        scan.run(bytes);
        scan
    }

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
