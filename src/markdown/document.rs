//! A parsed text: its events with the typography set, and how they are written.

use memchr::memmem;
use pulldown_cmark::{
    CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream, html,
};

use super::bare;
use super::chart;
use super::finish::{self, Finish};
use super::plain::{self, Plain};
use super::typography::{Rules, Typesetter};
use crate::model::Chart;

/// What texts have besides CommonMark.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// A Markdown text, parsed and set, to be written any number of times.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Where a chart stands there is `DisplayMath` with its index: no text has any, for Markdown is read
    /// without mathematics.
    events: Vec<Event<'a>>,
    charts: Vec<Chart>,
    lang: String,
    finish: Finish,
}

/// Stands for a chart in HTML that is still to be cleaned: a character that Unicode keeps for a
/// program's own use.
const CHART: &str = "\u{fdd0}";

impl<'a> Document<'a> {
    /// Parses CommonMark with tables, footnotes and strikethrough, and sets its typography by `lang`,
    /// a BCP 47 tag.
    pub fn parse(text: &'a str, lang: &str) -> Self {
        let mut events = bare::paragraph(text)
            .unwrap_or_else(|| TextMergeStream::new(Parser::new_ext(text, OPTIONS)).collect());
        keep_words_in_angle_brackets(&mut events);
        if let Some(rules) = Rules::of(lang) {
            set_typography(&mut events, rules);
        }
        let charts = take_charts(&mut events);
        let finish = Finish {
            raises: Rules::of(lang) == Some(Rules::French),
            breaks: None,
        };
        let lang = lang.to_owned();
        Self {
            events,
            charts,
            lang,
            finish,
        }
    }

    /// The same, whose long words may break in HTML as those of a language do, a BCP 47 tag.
    pub fn with_breaks(self, lang: &str) -> Self {
        let finish = Finish {
            breaks: finish::breaking(lang),
            ..self.finish
        };
        Self { finish, ..self }
    }

    /// The same, with its charts in the words and numbers of a language, a BCP 47 tag.
    pub fn with_charts_in(self, lang: &str) -> Self {
        let lang = lang.to_owned();
        Self { lang, ..self }
    }

    /// Its charts, in order.
    pub fn charts(&self) -> &[Chart] {
        &self.charts
    }

    /// Writes HTML for a page: as [`Self::to_html_with`], charts as figures with a drawing, whose ids are
    /// `chart-1`, `chart-2`…
    pub fn to_html(&self) -> String {
        self.to_html_with(|n, chart| chart::figure(chart, &self.lang, n + 1))
    }

    /// Writes HTML for feed readers, which drop drawings: charts are tables.
    pub fn to_plain_html(&self) -> String {
        self.to_html_with(|_, chart| chart::plain_figure(chart, &self.lang))
    }

    /// Writes HTML for mails: as [`Self::to_html_with`], a chart as the picture that stands at the address
    /// that `address` gives it, or as a table where it gives none.
    pub fn to_mail_html(&self, address: impl Fn(&Chart) -> Option<String>) -> String {
        self.to_html_with(|_, chart| match address(chart) {
            Some(address) => chart::pictured(chart, &self.lang, &address),
            None => chart::plain_figure(chart, &self.lang),
        })
    }

    /// Writes HTML, headings at the levels that the author typed, ids of footnotes as `note-1`, and
    /// what `write` makes of each chart and its index. What an author typed as HTML is cleaned of all
    /// that runs or loads; links lead to web, mail and page addresses only.
    pub fn to_html_with(&self, write: impl Fn(usize, &Chart) -> String) -> String {
        let html = self.to_html_without_charts();
        if memmem::find(html.as_bytes(), CHART.as_bytes()).is_none() {
            return html;
        }
        let mut parts = html.split(CHART);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for (n, part) in parts.enumerate() {
            out.extend(self.charts.get(n).map(|chart| write(n, chart)));
            out.push_str(part);
        }
        out
    }

    fn to_html_without_charts(&self) -> String {
        let mut out = String::new();
        let events = self.events.iter().cloned().map(for_page);
        match self.finish.has_work() {
            true => html::push_html(&mut out, self.finish.of(events)),
            false => html::push_html(&mut out, events),
        }
        let has_table = self
            .events
            .iter()
            .any(|e| matches!(e, Event::Start(Tag::Table(_))));
        if has_table {
            out = align_by_class(&out);
        }
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
        if has_table {
            out = out
                .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
        }
        out
    }

    /// Writes plain text with every link, in lines of a given width.
    pub fn to_plain(&self, plain: Plain<'_>) -> String {
        let charts = |index: usize| match self.charts.get(index) {
            Some(chart) => chart::table(chart, &self.lang),
            None => String::new(),
        };
        plain::write(self.events.iter().cloned(), plain, &charts)
    }

    /// Writes the HTML of a text of one paragraph without its `<p>`.
    pub fn to_inline_html(&self) -> String {
        let html = self.to_html();
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

fn for_page(event: Event<'_>) -> Event<'_> {
    let note = |label: &str| CowStr::from(format!("note-{label}"));
    match event {
        Event::FootnoteReference(label) => Event::FootnoteReference(note(&label)),
        Event::Start(Tag::FootnoteDefinition(label)) => {
            Event::Start(Tag::FootnoteDefinition(note(&label)))
        }
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) if !is_safe(&dest_url) => {
            let dest_url = CowStr::Borrowed("#");
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        Event::DisplayMath(_) => Event::Text(CowStr::Borrowed(CHART)),
        other => other,
    }
}

/// Puts a chart in place of each block that is one; a block that cannot be read stays code.
fn take_charts(events: &mut Vec<Event<'_>>) -> Vec<Chart> {
    let mut charts = Vec::new();
    let mut at = 0;
    while at < events.len() {
        let is_chart =
            matches!(&events[at], Event::Start(Tag::CodeBlock(kind)) if chart::is_chart(kind));
        if let (true, [_, Event::Text(text), Event::End(_), ..]) = (is_chart, &events[at..])
            && let Some(chart) = chart::read(text)
        {
            let index = CowStr::from(charts.len().to_string());
            events.splice(at..at + 3, [Event::DisplayMath(index)]);
            charts.push(chart);
        }
        at += 1;
    }
    charts
}

/// Columns of tables are aligned by classes: a strict Content-Security-Policy lets no style stand in a
/// tag. Typed quotes are escaped, and typed tags still to be cleaned.
fn align_by_class(html: &str) -> String {
    html.replace(" style=\"text-align: left\"", "")
        .replace(" style=\"text-align: center\"", " class=\"center\"")
        .replace(" style=\"text-align: right\"", " class=\"right\"")
}

/// Words in angle brackets that are no element of HTML (`<titre du film>`), and elements that would
/// run or load something, are shown as they were typed: nothing is lost without a word.
fn keep_words_in_angle_brackets(events: &mut [Event<'_>]) {
    if !events
        .iter()
        .any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
    {
        return;
    }
    let elements = ammonia::Builder::default().clone_tags();
    let is_element = |html: &str| {
        let name = html.trim_start().trim_start_matches(['<', '/']);
        let name = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        html.trim_start().starts_with("<!--")
            || elements.contains(name.to_ascii_lowercase().as_str())
    };
    let mut block_is_shown = None;
    for event in events {
        match event {
            Event::Start(Tag::HtmlBlock) => block_is_shown = None,
            Event::Html(html) if *block_is_shown.get_or_insert_with(|| !is_element(html)) => {
                *event = Event::Text(html.clone());
            }
            Event::InlineHtml(html) if !is_element(html) => *event = Event::Text(html.clone()),
            _ => {}
        }
    }
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

/// Sets the texts of each block; code and addresses stay as they are.
fn set_typography(events: &mut [Event<'_>], rules: Rules) {
    let mut setter = Typesetter::new(rules, 0);
    let mut is_verbatim_text = false;
    for i in 0..events.len() {
        if let Event::Start(tag) = &events[i] {
            if starts_block(tag) {
                setter = Typesetter::new(rules, straight_quotes(&events[i + 1..]));
            }
            is_verbatim_text |= is_verbatim(tag);
        }
        match &mut events[i] {
            Event::End(TagEnd::CodeBlock | TagEnd::Link) => is_verbatim_text = false,
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => setter.pass(),
            Event::Text(text) if !is_verbatim_text => *text = CowStr::from(setter.set(text)),
            Event::SoftBreak | Event::HardBreak => {
                setter.set(" ");
            }
            _ => {}
        }
    }
}

/// Whether a text is no prose: code, or a link that shows its own address.
fn is_verbatim(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(_) => true,
        Tag::Link { link_type, .. } => matches!(link_type, LinkType::Autolink | LinkType::Email),
        _ => false,
    }
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
    use super::{Document, to_text};

    fn html(text: &str) -> String {
        Document::parse(text, "fr").to_html()
    }

    #[test]
    fn typography_never_touches_code_or_addresses() {
        assert_eq!(html("`a : b` : c"), "<p><code>a : b</code>\u{a0}: c</p>\n");
        assert_eq!(
            html("<https://a.fr/l'x;>"),
            "<p><a href=\"https://a.fr/l&#x27;x;\">https://a.fr/l'x;</a></p>\n"
        );
        assert_eq!(html("    a ? b"), "<pre><code>a ? b</code></pre>\n");
        assert_eq!(
            html("Voir https://a.fr/l'x?b : c'est là ?"),
            "<p>Voir https://a.fr/l'x?b\u{a0}: c’est là\u{202f}?</p>\n"
        );
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
    fn footnotes_have_ids_of_their_own() {
        let notes = html("a[^1]\n\n[^1]: b");
        assert!(
            notes.contains("href=\"#note-1\"") && notes.contains("id=\"note-1\""),
            "{notes}"
        );
    }

    #[test]
    fn nothing_runs() {
        assert!(!html("[a](javascript:alert)").contains("javascript"));
        assert!(!html("<script>x</script>\n\na <b onclick=x>b</b>").contains("<script"));
        assert!(!html("a <b onclick=x>b</b>").contains("onclick"));
        assert!(!html("<div>\n<img src=x onerror=y>\n</div>").contains("onerror"));
    }

    #[test]
    fn words_in_angle_brackets_are_not_lost() {
        assert_eq!(
            html("5 < 6 et <titre du film>"),
            "<p>5 &lt; 6 et &lt;titre du film&gt;</p>\n"
        );
        assert!(html("<script>\nx\n</script>").contains("&lt;script&gt;"));
        assert_eq!(html("10<sup>26</sup>"), "<p>10<sup>26</sup></p>\n");
    }

    #[test]
    fn text_has_no_markup() {
        assert_eq!(to_text("## A\n\n- b **c**\n- [d](e)", "fr"), "A b c d");
    }
}
