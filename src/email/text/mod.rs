//! The text part, written from the Markdown.
//!
//! Enter by [`write()`]; `story.rs` writes each story.

mod blocks;
mod story;

use blocks::{Blocks, WIDTH, plain};

use super::view::Mail;
use crate::markdown::wrap;
use crate::model::Conclusion;
use crate::view::text;

/// The text part: lines of at most 76 columns, ended by `\n`; only an address may be longer.
pub(super) fn write(mail: &Mail<'_>) -> String {
    let mut page = Blocks::default();
    head(mail, &mut page);
    introduction(mail, &mut page);
    for story in &mail.stories {
        page.rule('=');
        story::write(mail, story, &mut page);
    }
    conclusion(mail, &mut page);
    foot(mail, &mut page);
    text::plain_spaces(&page.finish())
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
        &mail.edition.whole,
    ));
    page.words(&mail.t["contents"]);
    page.list(mail.stories.iter().map(|story| {
        let number = format!("{}. ", story.number);
        wrap(&story.title, WIDTH, &number, &" ".repeat(number.len()))
    }));
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
    let (lang, url) = (mail.newsletter_lang(), &mail.edition.whole);
    page.rule('=');
    page.words(&text::set(title, lang));
    page.push(plain(mail, body, lang, url));
    page.push(story::takeaways(mail, points, lang, url));
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

impl Mail<'_> {
    fn newsletter_lang(&self) -> &str {
        self.source.basis.locale.lang()
    }
}
