//! Text with what stands inside it (emphasis, links, code, images, superscripts) to Markdown.
//!
//! Enter by [`paragraphs`]: words are collected first, with the spans that mark them, so that what is
//! escaped is decided with the words around it.

use dom_query::NodeRef;

use super::figure;
use super::hidden::{is_no_text, is_no_word};
use super::links::Links;
use super::run::Text;
use super::signs::{self, raised};
use super::spans::{self, Mark, Span};

/// The nodes as Markdown: a paragraph, or several where two line breaks stand together.
pub(crate) fn paragraphs(nodes: &[NodeRef<'_>], links: &Links) -> Vec<String> {
    let mut text = Text {
        links: Some(links),
        ..Text::default()
    };
    for node in nodes {
        text.node(node);
    }
    let parts = text.parts();
    let written = parts.into_iter().map(|range| {
        let part = text.part(range);
        spans::write(&part.words, part.spans)
    });
    written.filter(|markdown| !markdown.is_empty()).collect()
}

/// The nodes as Markdown on one line.
pub(crate) fn line(nodes: &[NodeRef<'_>], links: &Links) -> String {
    let lines = paragraphs(nodes, links);
    lines.join(" ").replace("\\\n", " ")
}

impl Text<'_> {
    fn node(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            self.push(&node.text());
        } else if let Some(embed) = self.links.and_then(|links| links.embeds.get(&node.id)) {
            self.mark(&embed.label, Mark::Link(embed.address.clone()));
        } else if node.is_element() && !is_no_text(node) && !is_no_word(node) {
            self.element(node);
        }
    }

    fn element(&mut self, node: &NodeRef<'_>) {
        let name = node.node_name().unwrap_or_default();
        match &*name {
            "br" => self.push_break(),
            // Pages set a date apart by its style.
            "time" if self.words.ends_with(char::is_alphanumeric) => {
                self.push(" ");
                self.children(node);
            }
            "img" => self.image(node),
            // A whole reference, not the name of a work.
            "cite" if !node.find(&["a"]).is_empty() => self.children(node),
            "strong" | "b" => self.span(node, Mark::Strong),
            "em" | "i" | "cite" | "dfn" => self.span(node, Mark::Emphasis),
            "code" | "kbd" | "samp" | "tt" => self.span(node, Mark::Code),
            "del" | "s" | "strike" => self.span(node, Mark::Strike),
            "math" => self.mark(&signs::formula(node), Mark::Code),
            "a" => self.link(node),
            "sup" | "sub" => self.raised(node, &name),
            "q" => self.quote(node),
            _ => self.children(node),
        }
    }

    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    fn span(&mut self, node: &NodeRef<'_>, mark: Mark) {
        let is_inside = self
            .spans
            .iter()
            .any(|s| s.range.end == usize::MAX && s.mark == mark);
        if is_inside {
            return self.children(node);
        }
        let (at, start) = (self.spans.len(), self.words.len());
        self.spans.push(Span {
            range: start..usize::MAX,
            mark,
        });
        self.children(node);
        self.spans[at].range = start.min(self.words.len())..self.words.len();
    }

    fn link(&mut self, node: &NodeRef<'_>) {
        if let Some(label) = self.links.and_then(|links| links.notes.label_of(node)) {
            return self.mark(label, Mark::Note);
        }
        if self
            .links
            .is_some_and(|links| links.notes.is_way_back(node))
        {
            return;
        }
        let href = node.attr("href").unwrap_or_default();
        let is_inside = |s: &Span| s.range.end == usize::MAX && matches!(s.mark, Mark::Link(_));
        match self.links.and_then(|links| links.base.absolute(&href)) {
            Some(address) if !self.spans.iter().any(is_inside) => {
                self.span(node, Mark::Link(address));
            }
            _ => self.children(node),
        }
    }

    fn image(&mut self, node: &NodeRef<'_>) {
        let Some(address) = self.links.and_then(|links| figure::source(node, links)) else {
            return;
        };
        self.mark(&node.attr("alt").unwrap_or_default(), Mark::Image(address));
    }

    /// Digits and signs have letters of their own (`10²⁶`, `CO₂`); `1er` reads well as it is; the
    /// mark of a note stands in brackets, lest it be read as a power.
    fn raised(&mut self, node: &NodeRef<'_>, name: &str) {
        let is_note = |a: &NodeRef<'_>| self.links.is_some_and(|l| l.notes.label_of(a).is_some());
        let links = node.find(&["a"]);
        if links.iter().any(is_note) {
            return links.iter().for_each(|link| self.link(link));
        }
        if links
            .iter()
            .any(|link| self.links.is_some_and(|l| l.notes.is_way_back(link)))
        {
            return;
        }
        let text = node.text();
        let own: Option<String> = text
            .trim()
            .chars()
            .map(|c| raised(c, name == "sup"))
            .collect();
        let is_note = !links.is_empty() && !text.trim().is_empty();
        match own {
            Some(own) if !is_note => self.push(&own),
            _ if is_note && name == "sup" && !text.trim().starts_with('[') => {
                self.push("[");
                self.children(node);
                self.push("]");
            }
            _ => self.children(node),
        }
    }

    fn quote(&mut self, node: &NodeRef<'_>) {
        self.push("« ");
        self.children(node);
        self.push(" »");
    }
}
