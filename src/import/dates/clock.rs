//! Times of day as people write them: `18h12`, `12 h 30`, `9:14`, `9.14`. Enter by [`after_time`].

/// What follows the time of day with which the text begins.
pub(crate) fn after_time(text: &str) -> Option<&str> {
    let (hour, rest) = figures(text)?;
    let apart = rest.trim_start();
    let sign = apart.chars().next()?;
    let is_hour =
        matches!(sign, 'h' | 'H') || matches!(sign, ':' | '.') && apart.len() == rest.len();
    if hour > 24 || !is_hour {
        return None;
    }
    let after = &apart[1..];
    let rest = match figures(after.trim_start()) {
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
    let seconds = text.strip_prefix(':').and_then(figures);
    seconds
        .filter(|(n, _)| *n < 60)
        .map_or(text, |(_, rest)| rest)
}

/// One or two figures, and what follows them.
fn figures(text: &str) -> Option<(u8, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|_| end <= 2)?;
    Some((number, &text[end..]))
}
