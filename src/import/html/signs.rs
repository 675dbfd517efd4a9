//! Letters and signs that are read in a way of their own: raised, lowered, unseen, mathematical.

use dom_query::NodeRef;

/// The raised or lowered letter of a digit or a sign.
pub(crate) fn raised(c: char, is_up: bool) -> Option<char> {
    const PLAIN: &str = "0123456789+-=()n";
    const UP: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    const DOWN: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";
    let c = if matches!(c, '−' | '–') { '-' } else { c };
    let place = PLAIN.chars().position(|plain| plain == c)?;
    if is_up { UP } else { DOWN }.chars().nth(place)
}

/// Signs that only steer how text is shown.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A formula as its page writes it for who does not see it, or its signs one after the other.
pub(crate) fn formula(math: &NodeRef<'_>) -> String {
    let notes = math.find(&["semantics", "annotation"]);
    let is_tex = |n: &&NodeRef<'_>| n.attr("encoding").is_some_and(|e| e.contains("tex"));
    let tex = notes.iter().find(is_tex).map(|n| n.text().to_string());
    let stated = math.attr("alttext").map(|text| text.to_string());
    stated.or(tex).unwrap_or_else(|| math.text().to_string())
}
