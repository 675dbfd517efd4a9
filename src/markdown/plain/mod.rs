//! A text as plain text, for mails: lines of a given width, with every link.
//!
//! Enter by [`write()`]: it goes through the events once and hands each block to `page.rs`, which wraps and
//! indents; `table.rs` sets tables.

mod page;
mod table;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use page::Page;
use table::Table;

pub use page::wrap;

/// How a text is written as plain text.
#[derive(Debug, Clone, Copy)]
pub struct Plain<'a> {
    /// Columns of a line; an address that is longer stands whole on a line of its own.
    pub width: usize,
    /// What stands in front of root-relative links.
    pub base: &'a str,
    /// What stands in front of links within the text: its page.
    pub page: &'a str,
}

/// Writes the blocks of a text, set apart by empty lines, without one at the end.
/// Charts are what `chart` makes of their index.
pub(super) fn write<'a>(
    events: impl Iterator<Item = Event<'a>>,
    plain: Plain<'_>,
    chart: &dyn Fn(usize) -> String,
) -> String {
    let mut writer = Writer {
        plain,
        chart,
        page: Page::new(plain.width),
        inline: String::new(),
        links: Vec::new(),
        table: None,
    };
    events.for_each(|event| writer.event(event));
    writer.page.finish()
}

struct Writer<'p> {
    plain: Plain<'p>,
    chart: &'p dyn Fn(usize) -> String,
    page: Page,
    /// The words of the block that is open.
    inline: String,
    /// The addresses of the links that are open, with where their words begin.
    links: Vec<(String, usize)>,
    table: Option<Table>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.inline.push_str(&text),
            Event::SoftBreak => self.inline.push(' '),
            Event::HardBreak => self.inline.push('\n'),
            Event::FootnoteReference(label) => self.inline.push_str(&format!("[{label}]")),
            Event::Html(html) => self.inline.push_str(&without_tags(&html)),
            Event::DisplayMath(index) => {
                let set = index.parse().map_or(String::new(), self.chart);
                self.page.lines(&set);
            }
            Event::Rule => self.page.block("* * *"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.page.open_list(first);
            }
            Tag::Item => self.page.open_item(),
            Tag::BlockQuote(_) => self.page.indent("> ", "> "),
            Tag::FootnoteDefinition(label) => self.page.indent(&format!("[{label}] "), "    "),
            Tag::Table(_) => self.table = Some(Table::default()),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.open_link(link_type, &dest_url),
            Tag::Image { .. } => self.inline.push('['),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Heading(_) => self.heading(),
            TagEnd::CodeBlock => self.code(),
            TagEnd::Item => {
                self.flush();
                self.page.outdent();
            }
            TagEnd::List(_) => self.page.close_list(),
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.flush();
                self.page.outdent();
            }
            TagEnd::TableCell => self.cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.row(),
            TagEnd::Table => self.set_table(),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.inline.push(']'),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.inline);
        if !words.trim().is_empty() {
            self.page.block(words.trim());
        }
    }

    fn heading(&mut self) {
        let words = std::mem::take(&mut self.inline);
        self.page.heading(words.trim(), '-');
    }

    fn code(&mut self) {
        let code = std::mem::take(&mut self.inline);
        self.page.verbatim(code.trim_end_matches('\n'));
    }

    fn open_link(&mut self, link_type: LinkType, url: &str) {
        let url = match (url, link_type) {
            (url, LinkType::Email) => format!("mailto:{url}"),
            (url, _) if url.starts_with('/') && !url.starts_with("//") => {
                format!("{}{url}", self.plain.base)
            }
            (url, _) if url.starts_with('#') => self.plain.page.to_owned(),
            (url, _) => url.to_owned(),
        };
        self.links.push((url, self.inline.len()));
    }

    /// After its words, the address in angle brackets (RFC 3986, appendix C); once where it is its words.
    fn close_link(&mut self) {
        let Some((url, start)) = self.links.pop() else {
            return;
        };
        let words = self.inline[start..].trim();
        if words == url || format!("mailto:{words}") == url {
            self.inline.truncate(start);
            self.inline.push_str(&format!("<{url}>"));
        } else {
            self.inline.push_str(&format!(" <{url}>"));
        }
    }

    fn cell(&mut self) {
        let words = std::mem::take(&mut self.inline);
        if let Some(table) = &mut self.table {
            table.cell(words.trim());
        }
    }

    fn row(&mut self) {
        if let Some(table) = &mut self.table {
            table.end_row();
        }
    }

    fn set_table(&mut self) {
        if let Some(table) = self.table.take() {
            let set = table.set(self.page.width());
            self.page.lines(&set);
        }
    }
}

/// The words of what an author typed as HTML.
fn without_tags(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        rest = &rest[end..];
    }
    words + rest
}
