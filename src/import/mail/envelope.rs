//! What a mail's head says of its article.

use jiff::civil::Date;
use mail_parser::{Addr, Address, HeaderValue, Message};

use super::sender::{self, Sender};
use super::subject;
use crate::import::dates::{self, Said};
use crate::import::facts::{Facts, Told};
use crate::import::html;
use crate::import::lexicon::Lexicon;
use crate::model::{Link, PartialDate};

/// Subject, date, sender or mailing list, and the address in the list's archive (RFC 5064).
pub(crate) fn read(message: &Message<'_>, lexicon: &Lexicon) -> Facts {
    let from = sender(message, lexicon);
    let list = list(message);
    Facts {
        by: "the mail",
        title: subject::of(message, lexicon).map(told),
        published: date(message, lexicon)
            .map(|date| told(Said::Known(date)))
            .into_iter()
            .collect(),
        authors: from.author.into_iter().map(told).collect(),
        sender: from.person.map(told),
        source: from.source.or(list).or(from.name).map(told),
        url: archived(message),
        ..Facts::default()
    }
}

/// The civil day in the sender's own time zone.
pub(crate) fn date(message: &Message<'_>, lexicon: &Lexicon) -> Option<PartialDate> {
    let stated = message.date().and_then(|date| {
        let year = i16::try_from(date.year)
            .ok()
            .filter(|year| (1990..=2100).contains(year))?;
        let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
        Date::new(year, month, day).ok()
    });
    let read = || {
        let text = message.header_raw("Date")?.trim().to_owned();
        match dates::at_start(&text, lexicon)?.0.day_first() {
            Said::Known(date) => Some(date),
            _ => None,
        }
    };
    stated.map(PartialDate::Day).or_else(read)
}

fn sender(message: &Message<'_>, lexicon: &Lexicon) -> Sender {
    let first = |address: Option<&Address<'_>>| address.and_then(Address::first).map(shown);
    let from = whole_name(message.from());
    let from = from.or_else(|| first(message.from()));
    let from = from.or_else(|| first(message.sender()));
    let sender = from.map(|from| sender::of(&from, lexicon));
    let own = message.from().and_then(Address::first);
    let own = own.and_then(Addr::address).unwrap_or_default();
    sender.unwrap_or_default().person(own, lexicon)
}

/// A name with a comma in it that was not quoted, which reads as two senders: `Léa Brunel, La Vigie <…>`.
fn whole_name(from: Option<&Address<'_>>) -> Option<String> {
    let Address::List(parts) = from? else {
        return None;
    };
    let (last, first) = parts.split_last()?;
    let is_name = |part: &Addr<'_>| {
        let named = part.name().or_else(|| part.address());
        named.is_some_and(|name| !name.contains('@'))
    };
    let is_one = !first.is_empty() && first.iter().all(is_name) && last.address().is_some();
    let names = parts
        .iter()
        .filter_map(|part| part.name().or_else(|| part.address()));
    is_one.then(|| names.collect::<Vec<_>>().join(", "))
}

fn shown(address: &Addr<'_>) -> String {
    let name = address.name().filter(|name| !name.trim().is_empty());
    let name = name.map(html::one_line).unwrap_or_default();
    name.or_else(|| address.address().map(str::to_owned))
        .unwrap_or_default()
}

/// The name of the mailing list (RFC 2919), where it has one in words.
fn list(message: &Message<'_>) -> Option<String> {
    let HeaderValue::Address(address) = message.list_id() else {
        return None;
    };
    let name = address.first()?.name()?.trim().trim_matches('"');
    let is_words = name.chars().any(char::is_alphabetic) && !name.contains(['@', '<']);
    // An identifier such as « 1a2b3c mc list » says nothing to a reader.
    let is_code = name.chars().any(|c| c.is_ascii_digit()) && !name.contains(char::is_uppercase);
    (is_words && !is_code)
        .then(|| html::one_line(name))
        .flatten()
}

fn archived(message: &Message<'_>) -> Option<Link> {
    let stated = message.header_raw("Archived-At")?;
    html::link(stated.trim().trim_matches(['<', '>']), None)
}

fn told<T>(value: T) -> Told<T> {
    Told { value, line: 0 }
}
