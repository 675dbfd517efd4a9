//! The whole page to pieces in reading order, each with its Markdown and whether it is the article's.
//! Enter by [`pieces`].

use dom_query::{Document, NodeRef};

use super::article::Elements;
use super::flow::is_block;
use super::hidden::is_no_text;
use super::links::Links;
use super::piece::{Kind, Piece, write};
use super::{code, figure, flow, frame, inline, list, notes, table};

/// All pieces of the page's body.
pub(crate) fn pieces(document: &Document, elements: &Elements, links: &Links) -> Vec<Piece> {
    let mut walk = Walk {
        elements,
        links,
        is_framed: false,
        out: Vec::new(),
    };
    if let Some(body) = document.body() {
        walk.container(&body);
    }
    walk.out
}

/// A walk through a part of the page.
pub(crate) struct Walk<'a> {
    pub(crate) elements: &'a Elements,
    pub(crate) links: &'a Links,
    /// Whether it is in a box of the page's own.
    is_framed: bool,
    out: Vec<Piece>,
}

impl Walk<'_> {
    /// The pieces of an element's content alone.
    pub(crate) fn inside(&self, node: &NodeRef<'_>) -> Vec<Piece> {
        let mut walk = Walk {
            elements: self.elements,
            links: self.links,
            is_framed: self.is_framed,
            out: Vec::new(),
        };
        walk.container(node);
        walk.out
    }

    /// Adds a piece, if it has words or shows something in the article.
    pub(crate) fn push(&mut self, node: &NodeRef<'_>, kind: Kind, markdown: String) {
        let is_inside = self.elements.has_part(node);
        self.add(is_inside, kind, markdown, &flow::words(&[*node]));
    }

    fn add(&mut self, is_inside: bool, kind: Kind, markdown: String, words: &str) {
        let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let has_words = plain.chars().any(char::is_alphanumeric);
        if !markdown.trim().is_empty() && (has_words || is_inside && markdown.contains("](")) {
            self.out.push(Piece {
                kind,
                markdown,
                plain,
                is_inside,
                is_term: false,
                is_framed: self.is_framed,
            });
        }
    }

    fn container(&mut self, node: &NodeRef<'_>) {
        let mut run = Vec::new();
        for child in node.children_it(false) {
            if is_block(&child) {
                self.flush(&mut run);
                let outer = self.is_framed;
                self.is_framed |= frame::is_frame(&child);
                self.block(&child);
                self.is_framed = outer;
            } else if !child.is_comment() {
                run.push(child);
            }
        }
        self.flush(&mut run);
    }

    /// What stands between two blocks is a paragraph, or several.
    fn flush(&mut self, run: &mut Vec<NodeRef<'_>>) {
        let nodes = std::mem::take(run);
        if nodes.is_empty() {
            return;
        }
        let is_inside = nodes.iter().any(|n| self.elements.has_part(n));
        let words = flow::words(&nodes);
        let paragraphs = inline::paragraphs(&nodes, self.links);
        let is_one = paragraphs.len() == 1;
        for markdown in paragraphs {
            let words = if is_one {
                words.clone()
            } else {
                markdown.clone()
            };
            self.add(is_inside, Kind::Paragraph, markdown, &words);
        }
    }

    fn block(&mut self, node: &NodeRef<'_>) {
        if is_no_text(node) {
            return;
        }
        if let Some(label) = self.links.notes.own_label(node) {
            return self.note(node, label);
        }
        let name = node.node_name().unwrap_or_default();
        match &*name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(node, &name),
            "ul" | "ol" | "menu" | "dir" => list::read(self, node),
            "blockquote" => self.quote(node),
            "pre" => self.push(node, Kind::Whole("code"), code::fenced(node)),
            "table" if table::is_data(node) => table::read(self, node),
            "figure" => figure::read(self, node),
            "dt" => self.term(node),
            _ => self.container(node),
        }
    }

    /// Walks through an element as if it were its content alone.
    pub(crate) fn through(&mut self, node: &NodeRef<'_>) {
        self.container(node);
    }

    fn heading(&mut self, node: &NodeRef<'_>, name: &str) {
        let level = name[1..].parse().unwrap_or(2);
        let markdown = inline::line(&node.children(), self.links);
        let is_image = markdown.starts_with("![") && node.text().trim().is_empty();
        let kind = if is_image {
            Kind::Paragraph
        } else {
            Kind::Heading(level)
        };
        let is_inside = self.elements.has_part(node) || self.is_between(node);
        self.add(is_inside, kind, markdown, &node.text());
    }

    /// Whether the article goes on right before and after a heading: Readability drops some by their class.
    fn is_between(&self, heading: &NodeRef<'_>) -> bool {
        let before = std::iter::successors(heading.prev_element_sibling(), |side| {
            side.prev_element_sibling()
        });
        let mut before = before.filter(|side| !frame::is_frame(side));
        let sides = [before.next(), heading.next_element_sibling()];
        sides
            .iter()
            .all(|side| side.is_some_and(|side| self.elements.has_part(&side)))
    }

    fn quote(&mut self, node: &NodeRef<'_>) {
        let text = write(&self.inside(node));
        let lines = text
            .lines()
            .map(|line| format!("> {line}").trim_end().to_owned());
        self.push(
            node,
            Kind::Whole("a quote"),
            lines.collect::<Vec<_>>().join("\n"),
        );
    }

    /// A note is the article's wherever the page puts it.
    pub(crate) fn note(&mut self, node: &NodeRef<'_>, label: &str) {
        let text = write(&self.inside(node));
        let text = notes::without_label(&text, label);
        let markdown = format!("[^{label}]: {}", list::indented(text, 4));
        self.add(true, Kind::Whole("a note"), markdown, &node.text());
    }

    fn term(&mut self, node: &NodeRef<'_>) {
        let line = inline::line(&node.children(), self.links);
        let markdown = if line.contains('*') {
            line
        } else {
            format!("**{line}**")
        };
        let before = self.out.len();
        self.push(node, Kind::Paragraph, markdown);
        self.out[before..].iter_mut().for_each(|p| p.is_term = true);
    }
}
