//! What a page says more than once: each value with who says it.

/// A value with who says it; the first one stands.
pub(crate) type Says<T> = Vec<(&'static str, T)>;

/// What is said twice and not alike, for the report.
pub(crate) fn disagreement<T: ToString>(
    what: &str,
    says: &Says<T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<String> {
    let Some(((by, first), others)) = says.split_first() else {
        return Vec::new();
    };
    let others = others.iter().filter(|(_, other)| !is_same(first, other));
    let line = |(other, value): &(&str, T)| {
        format!(
            "{what}: {by} says « {} », {other} « {} »; the first stands",
            first.to_string(),
            value.to_string()
        )
    };
    others.map(line).collect()
}

/// A text on one line, without signs that are not seen.
pub(crate) fn one_line(text: &str) -> Option<String> {
    let is_seen = |c: &char| {
        c.is_whitespace()
            || !c.is_control()
                && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
    };
    let seen: String = text.chars().filter(is_seen).collect();
    let line = seen
        .split([' ', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    (!line.is_empty()).then_some(line)
}
