//! An edition as a mail, and who sends it.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

use super::scalar::deserialize_scalar;
use super::week::Week;

/// An edition as a mail: whole, ready to be pasted, written as a message, or sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// The edition's week.
    pub week: Week,
    /// The subject, on one line.
    pub subject: String,
    /// What mail programs show beside the subject: 40 to 140 characters.
    pub preheader: String,
    /// The HTML part.
    pub html: String,
    /// The text part: lines of at most 76 columns, ended by `\n`; only an address may be longer.
    pub text: String,
    /// The stories, in order: what each weighs in the HTML.
    pub stories: Vec<StoryWeight>,
    /// What its head says besides the subject.
    pub head: MessageHead,
}

/// What a story weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryWeight {
    /// Its title.
    pub title: String,
    /// Bytes of its HTML.
    pub bytes: usize,
}

/// What the head of a message says besides its subject and whom it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageHead {
    /// Who sends it.
    pub from: Mailbox,
    /// Who receives the answers.
    pub reply_to: Mailbox,
    /// The list, as `List-Id` has it, without angle brackets: `lettre.example.com` (RFC 2919).
    pub list_id: String,
    /// The newsletter's name, the phrase of `List-Id`.
    pub list_name: String,
    /// How readers leave the list.
    pub unsubscribe: Unsubscribe,
    /// When it counts as written.
    pub date: Timestamp,
    /// `Message-ID` without angle brackets; the same edition has the same (RFC 5322, 3.6.4).
    pub message_id: String,
}

/// How readers leave the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsubscribe {
    /// A page, `https://…`; the sender puts each reader's own part in place of `{recipient}`.
    pub url: String,
    /// A mailbox that a program reads.
    pub mailto: Mailbox,
}

/// A name with an address, as `From` has them: `La lettre <lettre@example.com>` (RFC 5322, 3.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mailbox {
    /// Who it is, on one line.
    pub name: Option<String>,
    /// `local@domain`, in ASCII.
    pub address: String,
}

impl Mailbox {
    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.address.rsplit('@').next().unwrap_or_default()
    }
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name} <{}>", self.address),
            None => f.write_str(&self.address),
        }
    }
}

impl FromStr for Mailbox {
    type Err = String;

    /// Reads `Name <local@domain>` or `local@domain`.
    fn from_str(text: &str) -> Result<Self, String> {
        let error = || {
            format!(
                "« {} » is not a mailbox; write it like La lettre <lettre@example.com>",
                text.escape_debug()
            )
        };
        let (name, address) = match text.trim().strip_suffix('>') {
            Some(inner) => inner.rsplit_once('<').ok_or_else(error)?,
            None => ("", text.trim()),
        };
        let name = name.trim().trim_matches('"');
        if !is_address(address) || name.contains(char::is_control) {
            return Err(error());
        }
        Ok(Self {
            name: (!name.is_empty()).then(|| name.to_owned()),
            address: address.to_owned(),
        })
    }
}

/// Whether a text is a plain address: `dot-atom@host.domain` (RFC 5322, 3.4.1).
fn is_address(text: &str) -> bool {
    let is_atom = |part: &str, also: &str| {
        let is_in = |c: char| c.is_ascii_alphanumeric() || also.contains(c);
        !part.is_empty() && part.chars().all(is_in)
    };
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let is_local = local
        .split('.')
        .all(|part| is_atom(part, "!#$%&'*+-/=?^_`{|}~"));
    is_local && domain.contains('.') && domain.split('.').all(|part| is_atom(part, "-"))
}

impl<'de> Deserialize<'de> for Mailbox {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}
