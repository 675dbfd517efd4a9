//! Whether bytes are a mail or a mailbox, by how they begin.

/// Heads that only mails have; one of these must be there.
const SURE: &[&str] = &[
    "from",
    "received",
    "message-id",
    "mime-version",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
];
/// Heads that other texts may begin with too.
const LIKELY: &[&str] = &[
    "to",
    "subject",
    "date",
    "content-type",
    "reply-to",
    "sender",
    "cc",
    "list-id",
    "content-transfer-encoding",
    "x-priority",
];

/// Whether the bytes begin with the head of a mail (RFC 5322): lines `Name: value`, of which two are
/// names that mails have.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    let start = start(bytes);
    let mut names = Vec::new();
    for line in start.lines().take(400) {
        if line.starts_with([' ', '\t']) && !names.is_empty() {
            continue;
        }
        match name(line) {
            Some(name) => names.push(name),
            None if line.is_empty() => break,
            None => return false,
        }
    }
    let is_sure = names.iter().any(|name| SURE.contains(&name.as_str()));
    let known = names
        .iter()
        .filter(|name| SURE.contains(&name.as_str()) || LIKELY.contains(&name.as_str()));
    is_sure && known.count() >= 2
}

/// Whether the bytes begin as a mailbox does (RFC 4155): a line `From … time year`, then a mail's head.
pub(crate) fn is_mailbox(bytes: &[u8]) -> bool {
    let bytes = trimmed(bytes);
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    super::mbox::is_separator(line) && is_mail(&bytes[line.len()..])
}

/// The name of a head's line, in small letters.
pub(super) fn name(line: &str) -> Option<String> {
    let (name, _) = line.split_once(':')?;
    let is_name =
        !name.is_empty() && name.len() <= 60 && name.bytes().all(|b| b.is_ascii_graphic());
    is_name.then(|| name.to_ascii_lowercase())
}

pub(super) fn start(bytes: &[u8]) -> String {
    let bytes = trimmed(bytes);
    String::from_utf8_lossy(&bytes[..bytes.len().min(65_536)]).into_owned()
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start()
}
