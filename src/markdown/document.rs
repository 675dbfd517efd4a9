//! A parsed text: its events with the typography set, and how they are written.

use pulldown_cmark::{
    CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html,
};

use super::typography::{Typesetter, is_french};

/// A Markdown text, parsed and set, to be written any number of times.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    events: Vec<Event<'a>>,
}

/// How a document is written as HTML.
#[derive(Debug, Clone, Copy)]
pub struct HtmlOptions<'a> {
    /// How many levels its headings go down, so that they fit under the page's own.
    pub shift: u8,
    /// What its ids begin with, so that several documents can stand on one page.
    pub id_prefix: &'a str,
}

impl<'a> Document<'a> {
    /// Parses CommonMark with tables, footnotes and strikethrough, and sets its typography by `lang`,
    /// a BCP 47 tag.
    pub fn parse(text: &'a str, lang: &str) -> Self {
        let mut options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        if !is_french(lang) {
            options |= Options::ENABLE_SMART_PUNCTUATION; // its rules are those of English
        }
        let mut events: Vec<_> = TextMergeStream::new(Parser::new_ext(text, options)).collect();
        if is_french(lang) {
            set_typography(&mut events);
        }
        Self { events }
    }

    /// Writes HTML. What an author typed as HTML is cleaned of all that runs or loads; links lead to
    /// web, mail and page addresses only.
    pub fn to_html(&self, options: HtmlOptions<'_>) -> String {
        let mut out = String::new();
        let events = self
            .events
            .iter()
            .map(|event| for_page(event.clone(), options));
        html::push_html(&mut out, events);
        if self
            .events
            .iter()
            .any(|e| matches!(e, Event::Html(_) | Event::InlineHtml(_)))
        {
            out = ammonia::Builder::default()
                .add_generic_attributes(["id", "class"])
                .clean(&out)
                .to_string();
        }
        if self
            .events
            .iter()
            .any(|e| matches!(e, Event::Start(Tag::Table(_))))
        {
            out = out
                .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
        }
        out
    }

    /// Writes the HTML of a text of one paragraph without its `<p>`.
    pub fn to_inline_html(&self) -> String {
        let options = HtmlOptions {
            shift: 0,
            id_prefix: "",
        };
        let html = self.to_html(options);
        let inner = html
            .trim()
            .strip_prefix("<p>")
            .and_then(|h| h.strip_suffix("</p>"));
        match inner {
            Some(inner) if !inner.contains("<p>") => inner.to_owned(),
            _ => html,
        }
    }
}

/// The words of a Markdown text on one line, without markup: for descriptions and search.
pub fn to_text(text: &str, lang: &str) -> String {
    let mut words = String::new();
    for event in Document::parse(text, lang).events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Strikethrough,
            ) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
            _ => {}
        }
    }
    words
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn for_page<'a>(event: Event<'a>, options: HtmlOptions<'_>) -> Event<'a> {
    match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => {
            let level = lower(level, options.shift);
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            })
        }
        Event::End(TagEnd::Heading(level)) => {
            Event::End(TagEnd::Heading(lower(level, options.shift)))
        }
        Event::FootnoteReference(label) => Event::FootnoteReference(prefixed(&label, options)),
        Event::Start(Tag::FootnoteDefinition(label)) => {
            Event::Start(Tag::FootnoteDefinition(prefixed(&label, options)))
        }
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let dest_url = if is_safe(&dest_url) {
                dest_url
            } else {
                CowStr::Borrowed("#")
            };
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        other => other,
    }
}

fn lower(level: HeadingLevel, shift: u8) -> HeadingLevel {
    let lowered = (level as usize + usize::from(shift)).min(6);
    HeadingLevel::try_from(lowered).unwrap_or(HeadingLevel::H6)
}

fn prefixed<'a>(label: &str, options: HtmlOptions<'_>) -> CowStr<'a> {
    CowStr::from(format!("{}note-{label}", options.id_prefix))
}

/// Whether an address leads to a page, a mail or a place on this site: nothing that a browser runs.
fn is_safe(address: &str) -> bool {
    let scheme_end = address.find([':', '/', '?', '#']);
    match scheme_end {
        Some(end) if address[end..].starts_with(':') => {
            let scheme = address[..end].to_ascii_lowercase();
            matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel")
        }
        _ => true,
    }
}

/// Sets the texts of each block; code stays as it is, and so does the text of a link that is its address.
fn set_typography(events: &mut [Event<'_>]) {
    let mut setter = Typesetter::new(0);
    let mut verbatim = 0_usize;
    for i in 0..events.len() {
        if let Event::Start(tag) = &events[i] {
            if starts_block(tag) {
                setter = Typesetter::new(straight_quotes(&events[i + 1..]));
            }
            verbatim += usize::from(is_verbatim(tag));
        }
        match &mut events[i] {
            Event::End(TagEnd::CodeBlock) => verbatim -= 1,
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => setter.pass(),
            Event::Text(text) if verbatim == 0 && !is_address(text) => {
                *text = CowStr::from(setter.set(text));
            }
            Event::Text(_) => setter.pass(),
            Event::SoftBreak | Event::HardBreak => {
                setter.set(" ");
            }
            _ => {}
        }
    }
}

/// Whether a text holds an address; most texts have no colon at all, which is quickly seen.
fn is_address(text: &str) -> bool {
    text.contains(':') && text.contains("://")
}

fn is_verbatim(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(_))
}

fn starts_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// How many straight quotes the texts of the block that begins here hold.
fn straight_quotes(events: &[Event<'_>]) -> usize {
    let in_block = events.iter().take_while(|event| {
        !matches!(event, Event::Start(tag) if starts_block(tag)) && !ends_block(event)
    });
    in_block
        .map(|event| match event {
            Event::Text(text) => text.matches('"').count(),
            _ => 0,
        })
        .sum()
}

fn ends_block(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::End(
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
        )
    )
}

#[cfg(test)]
mod tests {
    use super::{Document, HtmlOptions, to_text};

    fn html(text: &str) -> String {
        let options = HtmlOptions {
            shift: 1,
            id_prefix: "s-",
        };
        Document::parse(text, "fr").to_html(options)
    }

    #[test]
    fn typography_never_touches_code_or_addresses() {
        assert_eq!(html("`a : b` : c"), "<p><code>a : b</code>\u{a0}: c</p>\n");
        assert_eq!(
            html("<https://a.fr/l'x;>"),
            "<p><a href=\"https://a.fr/l&#x27;x;\">https://a.fr/l'x;</a></p>\n"
        );
        assert_eq!(html("    a ? b"), "<pre><code>a ? b</code></pre>\n");
    }

    #[test]
    fn marks_after_strong_text_are_set() {
        assert_eq!(
            html("**Entreprises** : oui"),
            "<p><strong>Entreprises</strong>\u{a0}: oui</p>\n"
        );
        assert_eq!(html("l'**IA**"), "<p>l’<strong>IA</strong></p>\n");
    }

    #[test]
    fn headings_go_down_and_ids_are_prefixed() {
        assert_eq!(html("## A"), "<h3>A</h3>\n");
        let notes = html("a[^1]\n\n[^1]: b");
        assert!(
            notes.contains("href=\"#s-note-1\"") && notes.contains("id=\"s-note-1\""),
            "{notes}"
        );
    }

    #[test]
    fn nothing_runs() {
        assert!(!html("[a](javascript:alert)").contains("javascript"));
        assert!(!html("<script>x</script>\n\na <b onclick=x>b</b>").contains("script"));
        assert!(!html("a <b onclick=x>b</b>").contains("onclick"));
    }

    #[test]
    fn text_has_no_markup() {
        assert_eq!(to_text("## A\n\n- b **c**\n- [d](e)", "fr"), "A b c d");
    }
}
