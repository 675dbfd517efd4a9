//! Code as a page shows it.

use dom_query::NodeRef;

/// What stands before the name of a language in a class: `language-rust`, `highlight-source-rust`.
const BEFORE_LANGUAGE: &[&str] = &["language-", "lang-", "highlight-source-", "highlight-"];
/// Classes of line numbers beside code.
const NUMBERS: &[&str] = &[
    "linenos",
    "lineno",
    "linenodiv",
    "line-numbers-rows",
    "gutter",
];
/// Elements that each hold a line of code.
const LINES: &[&str] = &["div", "p", "li", "tr"];

/// Code between fences longer than any in it, with its language where the page says it.
pub(crate) fn fenced(node: &NodeRef<'_>) -> String {
    let mut text = String::new();
    write(node, &mut text);
    let text = text.replace("\r\n", "\n");
    let lines: Vec<&str> = text.trim_matches('\n').lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    let fence = "`".repeat(longest_fence(&text).max(2) + 1);
    format!(
        "{fence}{}\n{text}\n{fence}",
        language(node).unwrap_or_default()
    )
}

/// The text of code; a line break and an element for each line are line breaks.
fn write(node: &NodeRef<'_>, out: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            out.push_str(&child.text());
        } else if child.has_name("br") {
            out.push('\n');
        } else if child.is_element() && !NUMBERS.iter().any(|class| child.has_class(class)) {
            let is_line = LINES.iter().any(|name| child.has_name(name));
            write(&child, out);
            if is_line && !out.ends_with('\n') {
                out.push('\n');
            }
        }
    }
}

/// The language that the code, or one of the elements around it, names.
fn language(node: &NodeRef<'_>) -> Option<String> {
    let inner = node.find(&["code"]).into_iter().next();
    let around = node.ancestors_it(Some(2));
    let mut all = inner.into_iter().chain([*node]).chain(around);
    all.find_map(|node| {
        let stated = node
            .attr("data-lang")
            .or_else(|| node.attr("data-language"));
        let named = stated
            .map(|name| name.to_string())
            .or_else(|| of_class(&node.class()?));
        named.filter(|name| is_language(name))
    })
}

fn of_class(class: &str) -> Option<String> {
    let named = |class: &str| {
        let mut starts = BEFORE_LANGUAGE.iter();
        starts
            .find_map(|start| class.strip_prefix(start))
            .map(str::to_owned)
    };
    class.split_whitespace().find_map(named)
}

fn is_language(name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "+-#".contains(c);
    (1..=20).contains(&name.len()) && name != "default" && name.chars().all(is_letter)
}

fn longest_fence(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or(0)
}
