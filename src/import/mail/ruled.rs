//! Headings of a mail's text with a rule below them, as programs write what is larger in the HTML:
//! `** Titre` over a line of hyphens. Enter by [`marked`].

use crate::import::words;

/// The text, such headings written `## Titre`.
pub(crate) fn marked(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let below = lines.get(at + 1).copied().unwrap_or_default();
        match lines[at].trim_end().strip_prefix("** ") {
            Some(title) if words::is_rule(below) && !title.contains("**") => {
                out.push(format!("## {}", title.trim()));
                at += 1;
            }
            _ => out.push(lines[at].to_owned()),
        }
        at += 1;
    }
    out.join("\n")
}
