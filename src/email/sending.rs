//! Who sends the mail, under which subject, and how readers leave.

use std::path::Path;

use jiff::civil::time;
use jiff::tz::TimeZone;

use super::error::Error;
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::model::{
    AudienceId, Config, Edition, Email, EmailSettings, Line, Mailbox, MessageHead, Sender,
    StoryWeight, Unsubscribe, Week, slugify,
};
use crate::view::text;

/// The hour, in universal time, at which an edition counts as written on the day that it closes.
const HOUR: i8 = 7;

/// What is said of a mail before it has a text.
#[derive(Debug)]
pub(super) struct Sending<'a> {
    week: Week,
    pub(super) subject: String,
    pub(super) sender: &'a Sender,
    from: &'a Mailbox,
    reply_to: &'a Mailbox,
    list_id: String,
    list_name: String,
    pub(super) unsubscribe: Unsubscribe,
    date: jiff::Timestamp,
}

impl<'a> Sending<'a> {
    /// What the settings say; an error names all that they should.
    pub(super) fn of(
        edition: &Edition,
        config: &'a Config,
        locale: &Locale,
    ) -> Result<Self, Error> {
        if !config.base_url.starts_with("https://") {
            return Err(Error::NotHttps(config.base_url.clone()));
        }
        let settings = &config.email;
        let (Some(from), Some(url), Some(mailto), Some(sender)) = (
            &settings.from,
            &settings.unsubscribe,
            &settings.unsubscribe_mailto,
            &settings.sender,
        ) else {
            return Err(Error::Unset(unset(settings)));
        };
        Ok(Self {
            week: edition.week,
            subject: subject(edition, config, locale)?,
            sender,
            from,
            reply_to: settings.reply_to.as_ref().unwrap_or(from),
            list_id: list_id(config, from),
            list_name: text::plain_spaces(&text::set(&config.title, locale.lang()))
                .replace(char::is_control, " "),
            unsubscribe: Unsubscribe {
                url: url.as_str().to_owned(),
                mailto: mailto.clone(),
            },
            date: date(edition),
        })
    }

    /// The mail, with an identity made of all that it holds.
    pub(super) fn email(
        self,
        preheader: String,
        html: String,
        text: String,
        stories: Vec<StoryWeight>,
        audience: Option<&AudienceId>,
    ) -> Email {
        let mut hash = blake3::Hasher::new();
        for part in [&self.subject, &html, &text, &self.from.address] {
            hash.update(part.as_bytes()).update(&[0]);
        }
        let hash = hash.finalize().to_hex();
        let whom = audience.map_or(String::new(), |audience| format!("-{audience}"));
        let (week, domain) = (self.week.slug(), self.from.domain());
        Email {
            week: self.week,
            subject: self.subject,
            preheader,
            html,
            text,
            stories,
            head: MessageHead {
                message_id: format!("{week}{whom}.{}@{domain}", &hash[..16]),
                from: self.from.clone(),
                reply_to: self.reply_to.clone(),
                list_id: self.list_id,
                list_name: self.list_name,
                unsubscribe: self.unsubscribe,
                date: self.date,
            },
        }
    }
}

/// The lines to add to the settings.
fn unset(settings: &EmailSettings) -> Vec<String> {
    let lines = [
        (
            settings.from.is_none(),
            "from: \"La lettre <lettre@example.com>\"",
        ),
        (
            settings.unsubscribe.is_none(),
            "unsubscribe: \"https://example.com/desabonnement?lecteur={recipient}\"",
        ),
        (
            settings.unsubscribe_mailto.is_none(),
            "unsubscribe_mailto: desabonnement@example.com",
        ),
        (
            settings.sender.is_none(),
            "sender: { name: \"who answers for the mail\", address: \"postal address\" }",
        ),
    ];
    let missing = lines.into_iter().filter(|(is_missing, _)| *is_missing);
    missing.map(|(_, line)| format!("  {line}")).collect()
}

fn subject(edition: &Edition, config: &Config, locale: &Locale) -> Result<String, Error> {
    let note = edition.note.as_ref();
    let title = note.and_then(|note| note.title.as_deref());
    let week = text::capital(&text::week(edition.week, locale));
    let number = note.and_then(|note| note.number);
    let pattern = config
        .email
        .subject
        .as_ref()
        .map_or("{title}", Line::as_str);
    let filled = pattern
        .replace("{newsletter}", &config.title)
        .replace("{week}", &week)
        .replace("{number}", &number.map_or(String::new(), |n| n.to_string()))
        .replace("{title}", title.unwrap_or(&week));
    let subject = text::plain_spaces(&text::set(&filled, locale.lang()));
    if subject.is_empty() || subject.contains(char::is_control) {
        let path = note.map_or(Path::new("hebdo.yaml"), |note| &note.path);
        let message = format!(
            "the mail's subject « {} » is not one line of text",
            subject.escape_debug()
        );
        let help = "write the edition's `title` on one line";
        let wrong = Diagnostic::of_file(path, message, help);
        return Err(Error::Written(wrong.into()));
    }
    Ok(subject)
}

/// The list's identity in the sender's domain (RFC 2919, section 2).
fn list_id(config: &Config, from: &Mailbox) -> String {
    let made = || {
        let name = slugify(&config.title);
        let name = if name.is_empty() { "list" } else { &name };
        format!("{name}.{}", from.domain())
    };
    let given = config.email.list_id.as_ref();
    given.map_or_else(made, |id| id.as_str().to_owned())
}

fn date(edition: &Edition) -> jiff::Timestamp {
    let (_, closing) = edition.period;
    let moment = closing.to_datetime(time(HOUR, 0, 0, 0));
    let zoned = moment.to_zoned(TimeZone::UTC);
    zoned.map_or(jiff::Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}
