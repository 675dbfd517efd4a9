//! What an editor is told of a file: which keys went where, what is missing, what no key of ours holds.

use serde_yaml::{Mapping, Value};

use super::draft::Article;
use super::keys::Mapped;
use super::own::body_lines;
use super::shortcodes;
use crate::front_matter::{self, ArticleHead};
use crate::import::report::Moved;

impl Article<'_> {
    /// Counts the lines, and tells which keys went to the head and which only to the comment.
    pub(crate) fn tell(&mut self, mapped: &Mapped) {
        let head = &self.text[self.parts.head_range.clone()];
        let report = &mut self.report;
        report.name = self.raw.name.to_owned();
        report.lines_read = body_lines(self.text);
        report.lines_moved = body_lines(head);
        report.lines_kept = report.lines_read - report.lines_moved;
        for entry in &mapped.entries.0 {
            let (line, text) = line_of(head, &entry.path);
            match entry.field {
                Some(to) => report.moved.push(Moved {
                    line,
                    to,
                    text,
                    reason: "a key of its front matter",
                }),
                None => report.unknown_keys.push(entry.path.clone()),
            }
        }
        report.moved.sort_by_key(|moved| moved.line);
    }
}

/// The first line of a head that a key begins, with its number.
fn line_of(head: &str, path: &str) -> (usize, String) {
    let name = path.rsplit('.').next().unwrap_or_default();
    let begins = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '"', '\'', '{']);
        let rest = line.strip_prefix(name);
        rest.is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || "_-".contains(c))
        })
    };
    let found = (1..).zip(head.lines()).find(|(_, line)| begins(line));
    found.map_or((1, name.to_owned()), |(n, line)| {
        (n, line.trim().to_owned())
    })
}

/// Adds what an editor must settle: what is missing, and what would stand on the page as it is.
pub(crate) fn todos(head: &mut ArticleHead, text: &str, unread_date: Option<&str>) {
    let is_told = |key: &str| head.todo.iter().any(|told| told.starts_with(key));
    let title = head.title.is_none() && !is_told("title:");
    let date = head.date.is_none() && !is_told("date:");
    let why = unread_date.map_or_else(
        || "date: none in the file".to_owned(),
        |said| format!("date: the file says « {said} », which is no date"),
    );
    let found: Vec<&str> = shortcodes::find(text)
        .into_iter()
        .map(|(_, code)| code)
        .collect();
    let shortcodes = format!("body: shortcodes of another tool: {}", found.join(", "));
    let is_new = !found.is_empty() && !head.todo.contains(&shortcodes);
    head.todo
        .extend(title.then(|| "title: none in the file".to_owned()));
    head.todo.extend(date.then_some(why));
    head.todo.extend(is_new.then_some(shortcodes));
}

/// What the head says that hebdo has no key for, as a comment of HTML: no page shows it.
pub(crate) fn comment(left: &Mapping) -> Result<String, String> {
    if left.is_empty() {
        return Ok(String::new());
    }
    let written = front_matter::write(&Value::Mapping(left.clone())).map_err(|e| e.to_string())?;
    let inside = written
        .trim_start_matches("---\n")
        .trim_end_matches("---\n");
    let inside = inside
        .replace("-->", "--\\u003e")
        .replace("--!>", "--!\\u003e");
    Ok(format!(
        "<!-- keys of its front matter that hebdo does not know\n{inside}-->\n"
    ))
}
