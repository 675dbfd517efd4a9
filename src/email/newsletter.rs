//! What mails are made from.

use std::collections::BTreeSet;

use crate::locale::Locale;
use crate::model::Config;
use crate::templates::Templates;

/// What mails are made from, besides their edition.
#[derive(Debug, Clone, Copy)]
pub struct Newsletter<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The words of the newsletter's language.
    pub locale: &'a Locale,
    /// The templates: those of mails stand in `email/`.
    pub templates: &'a Templates,
    /// The files of the site that pictures can be, each a path beginning with `/`.
    pub files: &'a BTreeSet<String>,
}
