//! A mail's subject as a title. Enter by [`of`], or by [`title`] for a subject that a text gives.

use mail_parser::Message;

use crate::import::html;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// The subject without `Tr :`, `Fwd:`, `Re:` and the list's name in brackets.
pub(crate) fn of(message: &Message<'_>, lexicon: &Lexicon) -> Option<String> {
    let subject = html::one_line(message.subject()?)?;
    title(&subject, lexicon)
}

/// The same of a text.
pub(crate) fn title(subject: &str, lexicon: &Lexicon) -> Option<String> {
    let mut rest = subject.trim();
    loop {
        let before = rest;
        if let Some((prefix, after)) = rest.split_once(':')
            && prefix.len() <= 12
            && lexicon[List::SubjectPrefixes].has(&words::label(prefix))
        {
            rest = after.trim_start();
        }
        if let Some((_, after)) = rest.strip_prefix('[').and_then(|r| r.split_once(']'))
            && words::count(after, 2) >= 2
        {
            rest = after.trim_start();
        }
        if rest == before {
            break;
        }
    }
    (words::count(rest, 1) == 1).then(|| rest.to_owned())
}
