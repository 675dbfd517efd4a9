//! Code as a page shows it.

use dom_query::NodeRef;

/// Code between fences longer than any in it, with its language where a class says it.
pub(crate) fn fenced(node: &NodeRef<'_>) -> String {
    let text = node.text().replace("\r\n", "\n");
    let text = text
        .trim_matches('\n')
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n");
    let fence = "`".repeat(longest_fence(&text).max(2) + 1);
    let inner = node
        .find(&["code"])
        .into_iter()
        .next()
        .and_then(|code| code.class());
    let classes = format!(
        "{} {}",
        inner.unwrap_or_default(),
        node.class().unwrap_or_default()
    );
    let named = classes
        .split_whitespace()
        .find_map(|c| c.strip_prefix("language-").or(c.strip_prefix("lang-")));
    let language = named.filter(|l| {
        l.chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-#".contains(c))
    });
    format!("{fence}{}\n{text}\n{fence}", language.unwrap_or_default())
}

fn longest_fence(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or(0)
}
