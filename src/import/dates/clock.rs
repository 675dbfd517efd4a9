//! Times of day as people write them: `18h12`, `12 h 30`, `9:14`, `9.14`. Enter by [`after_time`].

use crate::import::words::number;

/// What follows the time of day with which the text begins.
pub(crate) fn after_time(text: &str) -> Option<&str> {
    let (hour, rest) = number::digits(text)?;
    let apart = rest.trim_start();
    let sign = apart.chars().next()?;
    let is_hour =
        matches!(sign, 'h' | 'H') || matches!(sign, ':' | '.') && apart.len() == rest.len();
    if hour > 24 || !is_hour {
        return None;
    }
    let after = &apart[1..];
    let rest = match number::digits(after.trim_start()) {
        Some((minute, rest)) if minute < 60 => without_seconds(rest),
        _ if sign != 'h' && sign != 'H' => return None,
        _ => after,
    };
    // A page that was pasted may glue the next words on: `07:15Mis à jour`.
    let is_end = |c: char| !c.is_alphanumeric() && c != ':' || c.is_uppercase();
    rest.chars().next().is_none_or(is_end).then_some(rest)
}

/// What follows `:33` after the minutes.
fn without_seconds(text: &str) -> &str {
    let seconds = text.strip_prefix(':').and_then(number::digits);
    seconds
        .filter(|(n, _)| *n < 60)
        .map_or(text, |(_, rest)| rest)
}
