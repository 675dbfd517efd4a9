//! Heads as they stand in a file: what is put down here, any YAML reader gives back.

use serde::Serialize;

/// A head as it stands in a file: YAML between `---` lines, keys in the documented order, a list that
/// would make a long line with an item a line.
pub fn write<H: Serialize>(head: &H) -> Result<String, serde_yaml::Error> {
    let mut out = String::from("---\n");
    if let serde_yaml::Value::Mapping(map) = serde_yaml::to_value(head)? {
        for (key, value) in &map {
            out.push_str(&entry(key.as_str().unwrap_or_default(), value));
        }
    }
    out.push_str("---\n");
    Ok(out)
}

/// The length, in characters, from which a list has an item a line.
const LONG_LINE: usize = 100;

fn entry(key: &str, value: &serde_yaml::Value) -> String {
    let line = format!("{key}: {}\n", flow(value));
    match value {
        serde_yaml::Value::Sequence(items) if line.chars().count() > LONG_LINE => {
            let items = items.iter().map(|item| format!("  - {}\n", flow(item)));
            format!("{key}:\n{}", items.collect::<String>())
        }
        _ => line,
    }
}

/// A value in YAML's flow style, on one line; what a mapping has nothing for is left out.
fn flow(value: &serde_yaml::Value) -> String {
    use serde_yaml::Value;
    match value {
        Value::String(text) => scalar(text),
        Value::Sequence(items) => {
            let items: Vec<String> = items.iter().map(inner).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(map) => {
            let stated = map.iter().filter(|(_, value)| !value.is_null());
            let pairs = stated.map(|(key, value)| format!("{}: {}", inner(key), inner(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Null | Value::Tagged(_) => "null".to_owned(),
    }
}

/// A value inside a list or a mapping, where programs that know YAML 1.1 alone end a plain scalar at `?`.
fn inner(value: &serde_yaml::Value) -> String {
    match value {
        serde_yaml::Value::String(text) if text.contains('?') => double_quoted(text),
        value => flow(value),
    }
}

/// A text as a plain scalar where YAML reads it back as that very text in any style, otherwise
/// between double quotes (YAML 1.2, 7.3: JSON's escapes are YAML's).
fn scalar(text: &str) -> String {
    let plain_start = text.chars().next().is_some_and(char::is_alphanumeric);
    let plain_end = text
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_whitespace() && c != ':');
    let harmless =
        |c: char| !c.is_control() && !"\"#[]{},&*!|>%@`\\\u{feff}\u{2028}\u{2029}".contains(c);
    let plain = plain_start && plain_end && !text.contains(": ") && text.chars().all(harmless);
    if plain && is_string_to_yaml(text) {
        text.to_owned()
    } else {
        double_quoted(text)
    }
}

/// JSON's escapes, and those of the line breaks and marks that only YAML knows.
fn double_quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    let mut quoted = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted
}

/// Whether YAML takes the plain scalar for that very text, inside a list too, where its rules are
/// stricter: dates and weeks yes, numbers and booleans no.
fn is_string_to_yaml(text: &str) -> bool {
    let read = serde_yaml::from_str::<Vec<serde_yaml::Value>>(&format!("[{text}]"));
    let lower = text.to_ascii_lowercase();
    read.is_ok_and(|list| list == [serde_yaml::Value::from(text)])
        && !matches!(lower.as_str(), "yes" | "no" | "on" | "off" | "y" | "n")
}
