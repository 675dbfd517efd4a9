//! Texts of settings that stand in the head of a message, where a line break would begin another field.

use std::str::FromStr;

use serde::{Deserialize, Deserializer};

use super::scalar::deserialize_scalar;

/// A text of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

/// The identity of a list: `lettre.example.com` (RFC 2919, section 3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListId(String);

/// The page on which a reader leaves a list: `https`, in ASCII (RFC 8058, section 3.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavePage(String);

impl FromStr for Line {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() || text.contains(char::is_control) {
            let text = text.escape_debug();
            return Err(format!(
                "« {text} » is not one line of text; write it on one line"
            ));
        }
        Ok(Self(text.trim().to_owned()))
    }
}

impl FromStr for ListId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_atom = |part: &str| {
            let is_in = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
            !part.is_empty() && part.chars().all(is_in)
        };
        if !text.contains('.') || !text.split('.').all(is_atom) {
            return Err(format!(
                "« {} » is no list's identity; write it like lettre.example.com",
                text.escape_debug()
            ));
        }
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for LeavePage {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").unwrap_or_default();
        let is_in = |c: char| c.is_ascii_graphic() && !"<>\"\\,".contains(c);
        if rest.is_empty() || !rest.chars().all(is_in) {
            return Err(format!(
                "« {} » is no page to leave the list on; write it like https://example.com/leave?reader={{recipient}}",
                text.escape_debug()
            ));
        }
        Ok(Self(text.to_owned()))
    }
}

/// Each is read through `FromStr`, and shown as it was typed.
macro_rules! text_of_settings {
    ($($name:ident),*) => {$(
        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_scalar(deserializer)
            }
        }
    )*};
}

text_of_settings!(Line, ListId, LeavePage);
