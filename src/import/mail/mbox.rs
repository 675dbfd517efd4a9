//! A mailbox to its mails. Enter by [`mails`].

use std::borrow::Cow;

/// The mails of a mailbox (RFC 4155), their lines `>From ` as they were written.
pub(crate) fn mails(bytes: &[u8]) -> Vec<Cow<'_, [u8]>> {
    let mut starts = Vec::new();
    let (mut at, mut is_after_gap) = (0, true);
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        if is_after_gap && is_separator(line) {
            starts.push((at, at + line.len()));
        }
        is_after_gap = line.trim_ascii().is_empty();
        at += line.len();
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(start, _)| *start)
        .chain([bytes.len()]);
    let mails = starts
        .iter()
        .zip(ends)
        .map(|((_, start), end)| &bytes[*start..end]);
    mails
        .filter(|mail| !mail.trim_ascii().is_empty())
        .map(unstuffed)
        .collect()
}

/// Whether a line parts two mails: `From`, an address, and a time.
pub(crate) fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let is_time = |w: &[u8]| w[0].is_ascii_digit() && w[1] == b':' && w[2].is_ascii_digit();
    rest.len() <= 300 && rest.windows(3).any(is_time)
}

/// The mail without the `>` that a mailbox puts before lines that begin with `From `.
fn unstuffed(mail: &[u8]) -> Cow<'_, [u8]> {
    let is_stuffed = |line: &[u8]| {
        let signs = line.iter().take_while(|b| **b == b'>').count();
        signs > 0 && line[signs..].starts_with(b"From ")
    };
    if !mail.split(|b| *b == b'\n').any(is_stuffed) {
        return Cow::Borrowed(mail);
    }
    let lines = mail.split_inclusive(|b| *b == b'\n');
    let own = lines.flat_map(|line| if is_stuffed(line) { &line[1..] } else { line });
    Cow::Owned(own.copied().collect())
}
