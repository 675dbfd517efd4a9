//! The text part, written from the Markdown.

use super::story::StoryView;
use super::view::{Mail, for_audience};
use crate::markdown::{Document, Plain, wrap};
use crate::model::{Conclusion, Takeaway};
use crate::view::text;

/// Columns of a line (RFC 5322, 2.1.1 asks for at most 78).
const WIDTH: usize = 76;

/// The text part: lines of at most 76 columns, ended by `\n`; only an address may be longer.
pub(super) fn write(mail: &Mail<'_>) -> String {
    let mut page = Blocks::default();
    head(mail, &mut page);
    introduction(mail, &mut page);
    for story in &mail.stories {
        page.rule('=');
        write_story(mail, story, &mut page);
    }
    conclusion(mail, &mut page);
    foot(mail, &mut page);
    text::plain_spaces(&page.finish())
}

/// Blocks set apart by empty lines.
#[derive(Default)]
struct Blocks(Vec<String>);

impl Blocks {
    fn push(&mut self, block: String) {
        if !block.trim().is_empty() {
            self.0.push(block);
        }
    }

    fn words(&mut self, words: &str) {
        self.push(wrap(words, WIDTH, "", ""));
    }

    fn rule(&mut self, line: char) {
        self.push(String::from(line).repeat(WIDTH));
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        self.push(items.join("\n"));
    }

    fn finish(self) -> String {
        self.0.join("\n\n") + "\n"
    }
}

fn head(mail: &Mail<'_>, page: &mut Blocks) {
    let edition = &mail.edition;
    page.words(&mail.newsletter.title.to_uppercase());
    let number = edition
        .number
        .map(|n| mail.t["number"].replace("{number}", &n.to_string()));
    let folio = number.into_iter().chain([
        edition.week.clone(),
        edition.period.clone(),
        edition.count.clone(),
    ]);
    page.words(&folio.collect::<Vec<_>>().join(" · "));
    page.words(&edition.title);
    page.words(edition.summary.as_deref().unwrap_or_default());
    page.words(&format!("{} <{}>", mail.t["view_in_browser"], edition.url));
}

fn introduction(mail: &Mail<'_>, page: &mut Blocks) {
    let note = mail.source.edition.note.as_ref();
    let words = note
        .map(|note| note.introduction.as_str())
        .unwrap_or_default();
    page.push(plain(
        mail,
        words,
        mail.newsletter_lang(),
        &mail.edition.url,
    ));
    page.words(&mail.t["contents"]);
    page.list(mail.stories.iter().map(|story| {
        let number = format!("{}. ", story.number);
        wrap(&story.title, WIDTH, &number, &" ".repeat(number.len()))
    }));
}

fn write_story(mail: &Mail<'_>, story: &StoryView<'_>, page: &mut Blocks) {
    let article = story.article;
    page.words(&format!("{}. {}", story.number, story.title));
    page.words(&byline(mail, story));
    page.words(story.summary.as_deref().unwrap_or_default());
    let points = || takeaways(mail, &article.takeaways, &article.lang, &story.url);
    if mail.audience.is_some() {
        page.push(points());
    }
    if !story.is_cut {
        page.push(key_points(mail, story));
        image(mail, story, page);
        let body = article.published_body().unwrap_or_default();
        page.push(plain(mail, body, &article.lang, &story.url));
    }
    if mail.audience.is_none() {
        page.push(points());
    }
    notes(mail, story, page);
}

fn byline(mail: &Mail<'_>, story: &StoryView<'_>) -> String {
    let source = story.source.as_ref().map(|source| source.name.clone());
    let authors = (!story.authors.is_empty())
        .then(|| format!("{} {}", mail.t["by"], story.authors.join(", ")));
    let parts = source
        .into_iter()
        .chain([story.date.words.clone()])
        .chain(authors);
    parts.collect::<Vec<_>>().join(" · ")
}

fn key_points(mail: &Mail<'_>, story: &StoryView<'_>) -> String {
    let article = story.article;
    let points = article.published_key_points();
    if points.is_empty() {
        return String::new();
    }
    let items = points
        .iter()
        .map(|point| item(mail, point, &article.lang, &story.url));
    let items: Vec<String> = items.collect();
    format!("{}\n{}", mail.t["key_points"], items.join("\n"))
}

fn image(mail: &Mail<'_>, story: &StoryView<'_>, page: &mut Blocks) {
    if let Some(image) = &story.image {
        let credit = image.credit.as_ref();
        let credit = credit.map_or(String::new(), |by| {
            format!(" {} {by}", mail.t["picture_by"])
        });
        page.words(&format!("[{}]{credit} <{}>", image.alt, image.src));
    }
}

/// « Pour les décideurs », by audience.
fn takeaways(mail: &Mail<'_>, takeaways: &[Takeaway], lang: &str, url: &str) -> String {
    let source = &mail.source;
    let shown = for_audience(takeaways, source.audience.as_ref());
    let audiences = source.basis.audiences.iter().map(Some).chain([None]);
    let mut blocks = Blocks::default();
    for audience in audiences {
        let id = audience.map(|audience| &audience.id);
        let own = shown
            .iter()
            .filter(|takeaway| takeaway.audience.as_ref() == id);
        let items: Vec<String> = own
            .map(|takeaway| item(mail, &text::capital(&takeaway.text), lang, url))
            .collect();
        let everyone = &mail.t["everyone"];
        let label = audience.map_or(everyone, |audience| &audience.label);
        if !items.is_empty() {
            blocks.push(format!("{label}\n{}", items.join("\n")));
        }
    }
    if blocks.0.is_empty() {
        return String::new();
    }
    format!(
        "👉 {}\n\n{}",
        mail.takeaways_heading,
        blocks.finish().trim_end()
    )
}

fn item(mail: &Mail<'_>, markdown: &str, lang: &str, url: &str) -> String {
    let width = WIDTH - 2;
    let words = Document::parse(markdown, lang).to_plain(Plain {
        width,
        base: mail.source.basis.addresses.base_url(),
        page: url,
    });
    let lines = words.lines().enumerate().map(|(i, line)| {
        let line = format!("{}{line}", if i == 0 { "- " } else { "  " });
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn notes(mail: &Mail<'_>, story: &StoryView<'_>, page: &mut Blocks) {
    let t = |name: &str| &mail.t[name];
    if story.is_quote {
        page.words(t("quoted"));
    }
    let original = story.source.as_ref().and_then(|source| source.url);
    page.words(&original.map_or(String::new(), |url| {
        format!("{} <{url}>", t("read_original"))
    }));
    page.words(&format!("{} <{}>", t("read_article"), story.url));
    if !story.sources.is_empty() {
        let sources = story.sources.iter().map(|source| {
            let url = source.url.as_ref().filter(|url| **url != source.title);
            let url = url.map_or(String::new(), |url| format!(" <{url}>"));
            wrap(&format!("{}{url}", source.title), WIDTH, "- ", "  ")
        });
        page.list([t("relies_on").clone()].into_iter().chain(sources));
    }
    for notice in &story.ai {
        page.words(&format!("{} · {}", notice.label, notice.text));
    }
    if let Some(reviewed) = &story.reviewed {
        let (by, on) = (&reviewed.by, &reviewed.on.words);
        page.words(&format!(
            "{} {by}, {} {on}",
            t("reviewed"),
            t("reviewed_on")
        ));
    }
}

fn conclusion(mail: &Mail<'_>, page: &mut Blocks) {
    let note = mail.source.edition.note.as_ref();
    let Some(Conclusion {
        body,
        takeaways: points,
        title,
    }) = note.and_then(|note| note.conclusion.as_ref())
    else {
        return;
    };
    let (lang, url) = (mail.newsletter_lang(), &mail.edition.url);
    page.rule('=');
    page.words(&text::set(title, lang));
    page.push(plain(mail, body, lang, url));
    page.push(takeaways(mail, points, lang, url));
}

fn foot(mail: &Mail<'_>, page: &mut Blocks) {
    let footer = &mail.footer;
    page.rule('-');
    page.words(&format!("{} · {}", footer.sender, footer.address));
    page.words(&footer.why);
    page.words(&format!(
        "{} <{}>",
        mail.t["unsubscribe"], footer.unsubscribe
    ));
}

fn plain(mail: &Mail<'_>, markdown: &str, lang: &str, page: &str) -> String {
    Document::parse(markdown, lang).to_plain(Plain {
        width: WIDTH,
        base: mail.source.basis.addresses.base_url(),
        page,
    })
}

impl Mail<'_> {
    fn newsletter_lang(&self) -> &str {
        self.source.basis.locale.lang()
    }
}
